"""Messages about SSH, rsync and the server."""

MESSAGES = {
    "problem.rsync-missing": ("이 컴퓨터에 `rsync` 명령이 없습니다", "there is no command `rsync` on this machine"),
    "problem.rsync-missing-there": (
        "서버 `{host}`에 `rsync` 명령이 없습니다",
        "there is no command `rsync` on `{host}`",
    ),
    "problem.ssh-missing": (
        "이 컴퓨터에 `{program}` 명령이 없습니다",
        "there is no command `{program}` on this machine",
    ),
    "problem.ssh-publickey": (
        "서버 `{host}`{host:-이/가} 이 컴퓨터의 SSH 열쇠를 받지 않았습니다",
        "`{host}` did not take the SSH key of this machine",
    ),
    "problem.ssh-host-changed": (
        "서버 `{host}`의 열쇠가 바뀌었습니다. 서버를 새로 깔았거나, 누가 사이에 끼어 있습니다",
        "the key of `{host}` has changed: it was set up anew, or somebody is in between",
    ),
    "problem.ssh-host-unknown": (
        "처음 보는 서버라서 SSH가 멈췄습니다: `{host}`",
        "SSH stopped, as it has never seen `{host}`",
    ),
    "problem.ssh-no-host": ("서버 `{host}`{host:-을/를} DNS에서 찾지 못했습니다", "DNS does not know `{host}`"),
    "problem.ssh-refused": ("서버 `{host}`의 SSH가 답하지 않습니다 (거절)", "SSH on `{host}` refused the connection"),
    "problem.ssh-timeout": (
        "서버 `{host}`에 닿지 않거나 너무 오래 걸립니다: {line}",
        "`{host}` cannot be reached, or takes too long: {line}",
    ),
    "problem.server-disk": ("서버의 디스크에 자리가 없습니다: {line}", "no space is left on the server: {line}"),
    "problem.server-write": (
        "서버의 디스크에 쓰지 못했습니다. 자리가 없을 때 흔히 이렇습니다 (rsync 11)",
        "could not write to the disk of the server, as when it is full (rsync 11)",
    ),
    "problem.server-denied": (
        "서버의 `{path}`에 쓸 권한이 없습니다: {line}",
        "no right to write to `{path}` there: {line}",
    ),
    "problem.server-cut": ("서버와의 연결이 끊겼습니다: {line}", "the connection to the server broke: {line}"),
    "problem.server-busy": (
        "다른 누군가가 지금 같은 곳에 펴내고 있습니다",
        "somebody else is publishing to the same place right now",
    ),
    "problem.server-failed": ("서버에서 실패했습니다: {line}", "it failed on the server: {line}"),
    "hint.install-rsync": (
        "`apt install rsync`나 `brew install rsync`로 설치하세요",
        "install it: `apt install rsync`, or `brew install rsync`",
    ),
    "hint.install-rsync-there": (
        "서버에서 `apt install rsync` (또는 `dnf install rsync`)를 하세요",
        "on the server, run `apt install rsync` (or `dnf install rsync`)",
    ),
    "hint.install-ssh": (
        "OpenSSH를 설치하세요 (`apt install openssh-client`)",
        "install OpenSSH (`apt install openssh-client`)",
    ),
    "hint.copy-ssh-key": (
        "`ssh-copy-id {login}`을 한 번 하고, 열쇠에 암호가 있으면 `ssh-add`를 하세요",
        "run `ssh-copy-id {login}` once, and `ssh-add` if the key has a passphrase",
    ),
    "hint.compare-host-key": (
        "서버의 주인에게 지문을 확인하고, 맞으면 `ssh-keygen -R {host}` 뒤에 `ssh {login}`을 하세요",
        "compare the fingerprint with the server's owner; if it is right, `ssh-keygen -R {host}`, then `ssh {login}`",
    ),
    "hint.trust-the-server": (
        "`ssh {login}`을 한 번 하고 지문을 확인하세요",
        "run `ssh {login}` once and check the fingerprint",
    ),
    "hint.check-destination": ("`deploy.destination`의 철자를 살피세요", "check the spelling of `deploy.destination`"),
    "hint.check-port": (
        "서버에서 sshd가 도는지, `deploy.port`가 맞는지 살피세요",
        "see whether sshd runs there, and whether `deploy.port` is right",
    ),
    "hint.check-server": (
        "`ssh {login}`이 되는지, 방화벽이 막지 않는지 살피세요",
        "see whether `ssh {login}` works, or a firewall is in the way",
    ),
    "hint.free-space-there": (
        "서버의 자리를 비우고 다시 하세요 (`df -h`)",
        "free some space there and try again (`df -h`)",
    ),
    "hint.own-the-destination": (
        "서버에서 폴더의 주인을 바꾸세요 (`sudo chown`)",
        "give the folder to your user on the server (`sudo chown`)",
    ),
    "hint.see-their-words": (
        "`--verbose`가 ssh와 rsync의 말을 그대로 보여 줍니다",
        "`--verbose` shows the words of ssh and rsync",
    ),
}
