"""Messages of the deployment targets: a branch, a folder, a server."""

MESSAGES = {
    "problem.deploy-no-repository": (
        "펴낼 저장소를 모릅니다: `deploy.repository`도, 이 폴더의 `origin`도 없습니다",
        "no repository to publish to: neither `deploy.repository` nor an `origin` of this folder",
    ),
    "problem.deploy-origin-around": (
        "이 폴더를 둘러싼 다른 저장소(`{top}`)의 `origin`에는 펴내지 않습니다",
        "not publishing to the `origin` of a repository around this folder (`{top}`)",
    ),
    "problem.deploy-repository-inside": (
        "저장소 `{path}`{path:-은/는} 프로젝트 폴더 안에 있습니다. 그 안의 훅과 설정이 실행될 수 있어 쓰지 않습니다",
        "the repository `{path}` lies within the project; it is not used, as its hooks and configuration would be run",
    ),
    "problem.deploy-bad-repository": (
        "저장소의 주소를 읽을 수 없습니다: `{url}`",
        "the address of the repository cannot be read: `{url}`",
    ),
    "problem.deploy-moved": (
        "그사이 다른 누군가가 같은 곳에 펴냈습니다",
        "somebody else published to the same place meanwhile",
    ),
    "problem.deploy-no-history": (
        "`history: squash`인 브랜치에는 지난 펴냄이 남지 않습니다",
        "a branch with `history: squash` keeps no past deployments",
    ),
    "hint.set-repository": (
        "GitHub에 빈 저장소를 만들고 `blog.yml`에 `deploy: {{repository: 사용자/저장소}}`를 적으세요",
        "make an empty repository at GitHub, and write `deploy: {{repository: user/repository}}` into `blog.yml`",
    ),
    "hint.encode-the-login": (
        "주소의 이름과 비밀번호에서 `/`는 `%2F`, `@`는 `%40`, 빈칸은 `%20`으로 적으세요",
        "in the user name and password of the address, write `/` as `%2F`, `@` as `%40` and a space as `%20`",
    ),
    "hint.allow-it": ("그래도 펴내려면 `--allow {allow}`", "to publish all the same: `--allow {allow}`"),
    "hint.keep-history": (
        "앞으로 남기려면 `history: keep`. 옛 사이트는 그때의 원고를 꺼내(`git checkout`) 다시 펴내세요",
        "`history: keep` keeps those to come; for an old site, check out its sources and deploy again",
    ),
    "hint.deploy-again": ("`blog deploy`를 다시 하세요", "run `blog deploy` again"),
    "hint.free-space": ("자리를 비우고 다시 하세요", "free some space and try again"),
    "hint.see-verbose": ("`--verbose`가 git의 말을 그대로 보여 줍니다", "`--verbose` shows git's own words"),
    "problem.deploy-no-path": (
        "펴낼 폴더 `deploy.path`가 없습니다",
        "there is no folder to publish to (`deploy.path`)",
    ),
    "problem.deploy-path-refused": (
        "`{path}`에는 펴내지 않습니다: 원고나 지은 사이트가 있는 폴더, 홈, 또는 그 위입니다",
        "not publishing to `{path}`: it holds the sources, the built site or a home, or lies in or above one",
    ),
    "problem.deploy-path-no-folder": ("`{path}`{path:-은/는} 폴더가 아닙니다", "`{path}` is no folder"),
    "problem.deploy-in-the-way": (
        "`{path}`에 이 프로그램이 쓰지 않은 것이 있습니다",
        "something that this program did not write is at `{path}`",
    ),
    "problem.deploy-disk-full": ("디스크에 자리가 없습니다: {line}", "no space is left on the disk: {line}"),
    "problem.deploy-denied": ("`{path}`에 쓸 권한이 없습니다", "no right to write to `{path}`"),
    "problem.deploy-folder-failed": ("`{path}`에 쓰지 못했습니다: {line}", "could not write to `{path}`: {line}"),
    "problem.deploy-folder-has-no-past": ("폴더에는 지난 펴냄이 남지 않습니다", "a folder keeps no past deployments"),
    "problem.deploy-no-destination": (
        "펴낼 서버의 폴더 `deploy.destination`이 없습니다",
        "there is no folder on a server to publish to (`deploy.destination`)",
    ),
    "problem.deploy-current-taken": (
        "`{path}`{path:-은/는} 이 프로그램이 만든 링크가 아닙니다",
        "`{path}` is not the link that this program makes",
    ),
    "hint.set-path": (
        "`blog.yml`에 `deploy: {{target: folder, path: ../public_html}}`처럼 적으세요",
        "write it into `blog.yml` like `deploy: {{target: folder, path: ../public_html}}`",
    ),
    "hint.set-destination": (
        '`blog.yml`에 `deploy: {{target: rsync, destination: "hong@web.example.kr:/srv/blog"}}`처럼 적으세요',
        'write it into `blog.yml` like `deploy: {{target: rsync, destination: "hong@web.example.kr:/srv/blog"}}`',
    ),
    "hint.allow-the-folder": ("폴더의 주인과 권한을 살피세요 (`ls -ld`)", "see who owns the folder (`ls -ld`)"),
    "hint.deploy-earlier-sources": (
        "그때의 원고를 꺼내(`git checkout`) 다시 펴내세요",
        "check out its sources (`git checkout`) and deploy again",
    ),
}
