"""Messages about SSH, rsync and the server."""

MESSAGES = {
    "problem.rsync-missing": (
        "이 컴퓨터에 `rsync`가 설치되어 있지 않습니다",
        "`rsync` is not installed on this machine",
    ),
    "problem.rsync-missing-there": (
        "서버 `{host}`에 `rsync`가 설치되어 있지 않습니다",
        "`rsync` is not installed on `{host}`",
    ),
    "problem.ssh-missing": (
        "이 컴퓨터에 `{program}`{program:-이/가} 설치되어 있지 않습니다",
        "`{program}` is not installed on this machine",
    ),
    "problem.ssh-publickey": (
        "서버 `{host}`{host:-이/가} 이 컴퓨터의 SSH 키를 거부했습니다",
        "SSH key rejected by `{host}`",
    ),
    "problem.ssh-host-changed": (
        "서버 `{host}`의 호스트 키가 바뀌었습니다. 서버를 다시 설치했거나 중간자 공격일 수 있습니다",
        "host key of `{host}` has changed: the server was reinstalled, or this is a man-in-the-middle attack",
    ),
    "problem.ssh-host-unknown": (
        "알 수 없는 서버라서 SSH 연결을 중단했습니다: `{host}`",
        "SSH host key verification failed: unknown server `{host}`",
    ),
    "problem.ssh-no-host": ("서버 `{host}`의 주소를 DNS에서 찾을 수 없습니다", "cannot resolve host `{host}`"),
    "problem.ssh-refused": ("서버 `{host}`{host:-이/가} SSH 연결을 거부했습니다", "SSH connection refused by `{host}`"),
    "problem.ssh-timeout": (
        "서버 `{host}`에 연결하는 시간이 초과되었습니다: {line}",
        "connection to `{host}` timed out: {line}",
    ),
    "problem.server-disk": ("서버의 디스크 공간이 부족합니다: {line}", "no space left on the server: {line}"),
    "problem.server-write": (
        "서버의 디스크에 쓸 수 없습니다. 공간이 부족할 수 있습니다 (rsync 11)",
        "cannot write to the server's disk; it may be full (rsync 11)",
    ),
    "problem.server-denied": (
        "서버의 `{path}`에 쓸 권한이 없습니다: {line}",
        "permission denied on the server: `{path}` ({line})",
    ),
    "problem.server-cut": ("서버와의 연결이 끊겼습니다: {line}", "connection to the server lost: {line}"),
    "problem.server-busy": (
        "같은 대상에 다른 배포가 진행 중입니다",
        "another deployment to the same target is running",
    ),
    "problem.server-failed": ("서버에서 실패했습니다: {line}", "failed on the server: {line}"),
    "hint.install-rsync": (
        "`apt install rsync`나 `brew install rsync`로 설치하세요",
        "install it with `apt install rsync` or `brew install rsync`",
    ),
    "hint.install-rsync-there": (
        "서버에서 `apt install rsync`(또는 `dnf install rsync`)를 실행하세요",
        "run `apt install rsync` (or `dnf install rsync`) on the server",
    ),
    "hint.install-ssh": (
        "OpenSSH를 설치하세요 (`apt install openssh-client`)",
        "install OpenSSH (`apt install openssh-client`)",
    ),
    "hint.copy-ssh-key": (
        "`ssh-copy-id {login}`을 한 번 실행하고, 키에 암호가 있으면 `ssh-add`도 실행하세요",
        "run `ssh-copy-id {login}` once, and `ssh-add` if the key has a passphrase",
    ),
    "hint.compare-host-key": (
        "서버 관리자에게 지문을 확인한 뒤 `ssh-keygen -R {host}`와 `ssh {login}`을 실행하세요",
        "verify the fingerprint with the server's administrator, then run `ssh-keygen -R {host}` and `ssh {login}`",
    ),
    "hint.trust-the-server": (
        "`ssh {login}`을 한 번 실행해 지문을 확인하세요",
        "run `ssh {login}` once and verify the fingerprint",
    ),
    "hint.check-destination": (
        "`deploy.destination`의 철자를 확인하세요",
        "check the spelling of `deploy.destination`",
    ),
    "hint.check-port": (
        "서버에서 sshd가 실행 중인지, `deploy.port`가 맞는지 확인하세요",
        "check that sshd is running on the server and that `deploy.port` is correct",
    ),
    "hint.check-server": (
        "`ssh {login}`으로 접속되는지, 방화벽이 막지 않는지 확인하세요",
        "check that `ssh {login}` works and that no firewall blocks it",
    ),
    "hint.free-space-there": (
        "서버의 디스크 공간을 확보하고 다시 시도하세요 (`df -h`)",
        "free some space on the server and try again (`df -h`)",
    ),
    "hint.own-the-destination": (
        "서버에서 폴더의 소유자를 바꾸세요 (`sudo chown`)",
        "change the owner of the folder on the server (`sudo chown`)",
    ),
    "hint.see-program-output": (
        "`--verbose`로 ssh와 rsync의 출력을 볼 수 있습니다",
        "use `--verbose` to show the output of ssh and rsync",
    ),
}
