"""Messages about git."""

MESSAGES = {
    "problem.git-missing": ("`git` 명령을 찾을 수 없습니다", "`git` not found"),
    "problem.git-hung": (
        "`git {command}`{command:-이/가} {seconds}초 안에 끝나지 않아 중단했습니다",
        "`git {command}` timed out after {seconds} seconds",
    ),
    "problem.git-protected": ("보호된 브랜치라서 거부되었습니다", "rejected: the branch is protected"),
    "problem.git-large-file": ("GitHub가 너무 큰 파일을 거부했습니다", "rejected by GitHub: a file is too large"),
    "problem.git-declined": (
        "저장소의 규칙 때문에 거부되었습니다: {line}",
        "rejected by a rule of the repository: {line}",
    ),
    "problem.git-publickey": (
        "저장소가 이 컴퓨터의 SSH 키를 거부했습니다",
        "SSH key rejected by the repository's server",
    ),
    "problem.git-host-key": (
        "알 수 없는 서버라서 SSH 연결을 중단했습니다",
        "SSH host key verification failed: unknown server",
    ),
    "problem.git-ownership": (
        "폴더의 소유자가 다른 사용자라서 git이 사용을 거부했습니다",
        "git refuses to use this folder: it is owned by another user",
    ),
    "problem.git-forbidden": (
        "로그인했지만 이 저장소에 쓰기 권한이 없습니다 (403)",
        "you do not have write access to this repository (403)",
    ),
    "problem.git-no-login": ("저장소에 로그인하지 못했습니다", "authentication failed"),
    "problem.git-no-network": (
        "저장소 서버에 연결할 수 없습니다: {line}",
        "cannot connect to the repository's server: {line}",
    ),
    "problem.git-no-repository": (
        "저장소가 없거나 접근 권한이 없습니다",
        "repository not found, or you do not have access",
    ),
    "problem.git-cut": (
        "전송 중 연결이 끊겼습니다. 브랜치는 그대로입니다",
        "connection lost while pushing; the branch is unchanged",
    ),
    "problem.git-disk": ("디스크 공간이 부족합니다", "no space left on disk"),
    "problem.git-failed": ("`git {command}` 실패: {line}", "`git {command}` failed: {line}"),
    "hint.shrink-the-file": ("파일을 줄이거나 다른 곳에 호스팅하세요", "make the file smaller, or host it elsewhere"),
    "hint.unprotect-branch": (
        "저장소의 Settings → Branches에서 이 브랜치의 보호를 해제하세요",
        "remove the protection of this branch in the repository's Settings → Branches",
    ),
    "hint.ask-the-owner": (
        "`--verbose`로 서버의 메시지를 볼 수 있습니다",
        "use `--verbose` to show the server's message",
    ),
    "hint.add-ssh-key": (
        "`ssh-add`로 키를 등록하거나 GitHub의 Settings → SSH keys에 추가하세요",
        "load the key with `ssh-add`, or add it in GitHub's Settings → SSH keys",
    ),
    "hint.trust-the-host": (
        "`ssh -T git@github.com`을 한 번 실행해 지문을 확인하세요",
        "run `ssh -T git@github.com` once and verify the fingerprint",
    ),
    "hint.own-the-folder": (
        "`git config --global --add safe.directory 폴더`를 실행하세요",
        "run `git config --global --add safe.directory FOLDER`",
    ),
    "hint.get-access": ("저장소 소유자에게 쓰기 권한을 요청하세요", "ask the repository's owner for write access"),
    "hint.log-in": (
        "`gh auth login`을 실행하거나 주소를 `git@github.com:사용자/저장소.git`으로 바꾸세요",
        "run `gh auth login`, or use the URL `git@github.com:user/repository.git`",
    ),
    "hint.check-network": (
        "인터넷 연결과 저장소 주소를 확인하세요",
        "check the network connection and the repository URL",
    ),
    "hint.make-repository": (
        "주소의 철자를 확인하거나 GitHub에서 저장소를 만드세요",
        "check the spelling, or create the repository on GitHub",
    ),
    "hint.install-git": ("https://git-scm.com 에서 설치하세요", "install it from https://git-scm.com"),
}
