"""What `blog deploy` says of a folder, and of a server of one's own."""

PROBLEMS: dict[str, tuple[str, str]] = {
    "bad-destination": (
        "`{text}`{text:-은/는} 서버의 폴더로 읽히지 않습니다",
        "`{text}` is no folder on a server",
    ),
    "bad-port": ("`port`는 `{text}`{text:-이/가} 될 수 없습니다", "`port` cannot be `{text}`"),
    "deploy-no-path": ("펴낼 폴더 `deploy.path`가 없습니다", "there is no folder to publish to (`deploy.path`)"),
    "deploy-path-refused": (
        "`{path}`에는 펴내지 않습니다: 원고나 지은 사이트가 있는 폴더, 홈, 또는 그 위입니다",
        "not publishing to `{path}`: it holds the sources, the built site or a home, or lies in or above one",
    ),
    "deploy-path-no-folder": ("`{path}`{path:-은/는} 폴더가 아닙니다", "`{path}` is no folder"),
    "deploy-in-the-way": (
        "`{path}`에 이 프로그램이 쓰지 않은 것이 있습니다",
        "something that this program did not write is at `{path}`",
    ),
    "deploy-disk-full": ("디스크에 자리가 없습니다: {line}", "no space is left on the disk: {line}"),
    "deploy-denied": ("`{path}`에 쓸 권한이 없습니다", "no right to write to `{path}`"),
    "deploy-folder-failed": ("`{path}`에 쓰지 못했습니다: {line}", "could not write to `{path}`: {line}"),
    "deploy-folder-has-no-past": (
        "폴더에는 지난 펴냄이 남지 않습니다",
        "a folder keeps no past deployments",
    ),
    "deploy-no-destination": (
        "펴낼 서버의 폴더 `deploy.destination`이 없습니다",
        "there is no folder on a server to publish to (`deploy.destination`)",
    ),
    "deploy-current-taken": (
        "`{path}`{path:-은/는} 이 프로그램이 만든 링크가 아닙니다",
        "`{path}` is not the link that this program makes",
    ),
    "rsync-missing": ("이 컴퓨터에 `rsync` 명령이 없습니다", "there is no command `rsync` on this machine"),
    "rsync-missing-there": ("서버 `{host}`에 `rsync` 명령이 없습니다", "there is no command `rsync` on `{host}`"),
    "ssh-missing": ("이 컴퓨터에 `{program}` 명령이 없습니다", "there is no command `{program}` on this machine"),
    "ssh-publickey": (
        "서버 `{host}`{host:-이/가} 이 컴퓨터의 SSH 열쇠를 받지 않았습니다",
        "`{host}` did not take the SSH key of this machine",
    ),
    "ssh-host-changed": (
        "서버 `{host}`의 열쇠가 바뀌었습니다. 서버를 새로 깔았거나, 누가 사이에 끼어 있습니다",
        "the key of `{host}` has changed: it was set up anew, or somebody is in between",
    ),
    "ssh-host-unknown": (
        "처음 보는 서버라서 SSH가 멈췄습니다: `{host}`",
        "SSH stopped, as it has never seen `{host}`",
    ),
    "ssh-no-host": ("서버 `{host}`{host:-을/를} DNS에서 찾지 못했습니다", "DNS does not know `{host}`"),
    "ssh-refused": ("서버 `{host}`의 SSH가 답하지 않습니다 (거절)", "SSH on `{host}` refused the connection"),
    "ssh-timeout": (
        "서버 `{host}`에 닿지 않거나 너무 오래 걸립니다: {line}",
        "`{host}` cannot be reached, or takes too long: {line}",
    ),
    "server-disk": ("서버의 디스크에 자리가 없습니다: {line}", "no space is left on the server: {line}"),
    "server-write": (
        "서버의 디스크에 쓰지 못했습니다. 자리가 없을 때 흔히 이렇습니다 (rsync 11)",
        "could not write to the disk of the server, as when it is full (rsync 11)",
    ),
    "server-denied": ("서버의 `{path}`에 쓸 권한이 없습니다: {line}", "no right to write to `{path}` there: {line}"),
    "server-cut": ("서버와의 연결이 끊겼습니다: {line}", "the connection to the server broke: {line}"),
    "server-busy": (
        "다른 누군가가 지금 같은 곳에 펴내고 있습니다",
        "somebody else is publishing to the same place right now",
    ),
    "server-failed": ("서버에서 실패했습니다: {line}", "it failed on the server: {line}"),
}

HINTS: dict[str, tuple[str, str]] = {
    "set-path": (
        "`blog.yml`에 `deploy: {{target: folder, path: ../public_html}}`처럼 적으세요",
        "write it into `blog.yml` like `deploy: {{target: folder, path: ../public_html}}`",
    ),
    "set-destination": (
        '`blog.yml`에 `deploy: {{target: rsync, destination: "hong@web.example.kr:/srv/blog"}}`처럼 적으세요',
        'write it into `blog.yml` like `deploy: {{target: rsync, destination: "hong@web.example.kr:/srv/blog"}}`',
    ),
    "move-it-away": ("살펴보고 다른 곳으로 옮기세요", "look at it, and move it elsewhere"),
    "allow-the-folder": ("폴더의 주인과 권한을 살피세요 (`ls -ld`)", "see who owns the folder (`ls -ld`)"),
    "deploy-earlier-sources": (
        "그때의 원고를 꺼내(`git checkout`) 다시 펴내세요",
        "check out its sources (`git checkout`) and deploy again",
    ),
    "install-rsync": (
        "`apt install rsync`나 `brew install rsync`로 설치하세요",
        "install it: `apt install rsync`, or `brew install rsync`",
    ),
    "install-rsync-there": (
        "서버에서 `apt install rsync` (또는 `dnf install rsync`)를 하세요",
        "on the server, run `apt install rsync` (or `dnf install rsync`)",
    ),
    "install-ssh": (
        "OpenSSH를 설치하세요 (`apt install openssh-client`)",
        "install OpenSSH (`apt install openssh-client`)",
    ),
    "copy-ssh-key": (
        "`ssh-copy-id {login}`을 한 번 하고, 열쇠에 암호가 있으면 `ssh-add`를 하세요",
        "run `ssh-copy-id {login}` once, and `ssh-add` if the key has a passphrase",
    ),
    "compare-host-key": (
        "서버의 주인에게 지문을 확인하고, 맞으면 `ssh-keygen -R {host}` 뒤에 `ssh {login}`을 하세요",
        "compare the fingerprint with the server's owner; if it is right, `ssh-keygen -R {host}`, then `ssh {login}`",
    ),
    "trust-the-server": (
        "`ssh {login}`을 한 번 하고 지문을 확인하세요",
        "run `ssh {login}` once and check the fingerprint",
    ),
    "check-destination": ("`deploy.destination`의 철자를 살피세요", "check the spelling of `deploy.destination`"),
    "check-port": (
        "서버에서 sshd가 도는지, `deploy.port`가 맞는지 살피세요",
        "see whether sshd runs there, and whether `deploy.port` is right",
    ),
    "check-server": (
        "`ssh {login}`이 되는지, 방화벽이 막지 않는지 살피세요",
        "see whether `ssh {login}` works, or a firewall is in the way",
    ),
    "free-space-there": ("서버의 자리를 비우고 다시 하세요 (`df -h`)", "free some space there and try again (`df -h`)"),
    "own-the-destination": (
        "서버에서 폴더의 주인을 바꾸세요 (`sudo chown`)",
        "give the folder to your user on the server (`sudo chown`)",
    ),
    "see-their-words": (
        "`--verbose`가 ssh와 rsync의 말을 그대로 보여 줍니다",
        "`--verbose` shows the words of ssh and rsync",
    ),
}

TEXTS: dict[str, tuple[str, str]] = {
    "help.deploy.setup": (
        "GitHub Actions의 워크플로를 적거나, 웹 서버의 설정을 화면에 씁니다",
        "Write the workflow of GitHub Actions, or print the configuration of a web server",
    ),
    "setup.nginx": (
        "`{file}`에 두고 `sudo nginx -t && sudo systemctl reload nginx`",
        "put it into `{file}`, then `sudo nginx -t && sudo systemctl reload nginx`",
    ),
    "setup.nginx.certificate": (
        "그 전에 인증서를 받으세요: `{command}`",
        "before that, get a certificate: `{command}`",
    ),
    "setup.caddy": (
        "`{file}`에 두고 `sudo caddy validate --config {file} && sudo systemctl reload caddy`",
        "put it into `{file}`, then `sudo caddy validate --config {file} && sudo systemctl reload caddy`",
    ),
}
