"""Messages about git."""

MESSAGES = {
    "hint.shrink-the-file": ("파일을 줄이거나 다른 곳에 두세요", "make the file smaller, or keep it elsewhere"),
    "problem.git-missing": ("`git` 명령이 없습니다", "there is no command `git`"),
    "problem.git-hung": (
        "`git {command}`{command:-이/가} {seconds}초가 지나도 끝나지 않아 멈췄습니다",
        "`git {command}` did not end within {seconds} seconds and was stopped",
    ),
    "problem.git-protected": ("브랜치가 보호되어 있어 거절당했습니다", "the branch is protected and refused the site"),
    "problem.git-large-file": ("GitHub이 너무 큰 파일을 거절했습니다", "GitHub refused a file that is too large"),
    "problem.git-declined": ("저장소의 규칙이 거절했습니다: {line}", "a rule of the repository refused: {line}"),
    "problem.git-publickey": (
        "저장소가 이 컴퓨터의 SSH 열쇠를 모릅니다",
        "the repository does not know the SSH key of this machine",
    ),
    "problem.git-host-key": ("처음 보는 서버라서 SSH가 멈췄습니다", "SSH stopped, as it has never seen that server"),
    "problem.git-ownership": (
        "이 폴더의 주인이 다른 사람이라 git이 열지 않습니다",
        "git does not open a folder that somebody else owns",
    ),
    "problem.git-forbidden": (
        "로그인은 됐지만 이 저장소에 쓸 권한이 없습니다 (403)",
        "logged in, but without the right to write to this repository (403)",
    ),
    "problem.git-no-login": ("저장소에 로그인하지 못했습니다", "could not log in to the repository"),
    "problem.git-no-network": (
        "저장소의 서버에 닿지 않습니다: {line}",
        "the server of the repository cannot be reached: {line}",
    ),
    "problem.git-no-repository": (
        "그런 저장소가 없거나, 볼 권한이 없습니다",
        "there is no such repository, or no right to see it",
    ),
    "problem.git-cut": (
        "보내는 도중에 연결이 끊겼습니다. 브랜치는 그대로입니다",
        "the connection broke; the branch is as it was",
    ),
    "problem.git-disk": ("디스크에 자리가 없습니다", "no space is left on the disk"),
    "problem.git-failed": ("`git {command}`{command:-이/가} 실패했습니다: {line}", "`git {command}` failed: {line}"),
    "hint.unprotect-branch": (
        "저장소의 Settings → Branches에서 이 브랜치의 보호를 푸세요",
        "lift the protection of this branch in the repository's Settings → Branches",
    ),
    "hint.ask-the-owner": (
        "`--verbose`가 저장소의 말을 그대로 보여 줍니다",
        "`--verbose` shows the repository's own words",
    ),
    "hint.add-ssh-key": (
        "`ssh-add`로 열쇠를 올리거나 GitHub의 Settings → SSH keys에 더하세요",
        "load the key with `ssh-add`, or add it in GitHub's Settings → SSH keys",
    ),
    "hint.trust-the-host": (
        "`ssh -T git@github.com`을 한 번 하고 지문을 확인하세요",
        "run `ssh -T git@github.com` once and check the fingerprint",
    ),
    "hint.own-the-folder": (
        "`git config --global --add safe.directory` 뒤에 이 폴더를 적으세요",
        "name this folder behind `git config --global --add safe.directory`",
    ),
    "hint.get-access": (
        "저장소 주인에게 쓰기 권한을 받으세요",
        "ask the owner of the repository for the right to write",
    ),
    "hint.log-in": (
        "`gh auth login`을 하거나, 주소를 `git@github.com:이름/저장소.git`으로 바꾸세요",
        "run `gh auth login`, or use the address `git@github.com:user/repository.git`",
    ),
    "hint.check-network": (
        "인터넷 연결과 저장소의 주소를 살피세요",
        "check the network and the address of the repository",
    ),
    "hint.make-repository": (
        "주소의 철자를 살피거나 GitHub에서 저장소를 만드세요",
        "check the spelling, or make the repository on GitHub",
    ),
    "hint.install-git": ("https://git-scm.com 에서 설치하세요", "install it from https://git-scm.com"),
}
