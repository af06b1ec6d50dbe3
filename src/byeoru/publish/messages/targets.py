"""Messages of the deployment targets: a branch, a folder, a server."""

MESSAGES = {
    "problem.deploy-no-repository": (
        "배포할 저장소가 없습니다: `deploy.repository`도 git 원격 `origin`도 설정되지 않았습니다",
        "no repository to deploy to: neither `deploy.repository` nor a git remote `origin` is set",
    ),
    "problem.deploy-origin-around": (
        "상위 폴더의 저장소(`{top}`)의 `origin`에는 배포하지 않습니다",
        "refusing to deploy to the `origin` of an enclosing repository (`{top}`)",
    ),
    "problem.deploy-repository-inside": (
        "저장소 `{path}`{path:-이/가} 프로젝트 안에 있어 사용하지 않습니다. 그 안의 훅과 설정이 실행될 수 있습니다",
        "refusing to use repository `{path}` inside the project: its hooks and configuration would run",
    ),
    "problem.deploy-bad-repository": ("저장소 주소가 올바르지 않습니다: `{url}`", "invalid repository URL: `{url}`"),
    "problem.deploy-moved": (
        "배포하는 동안 다른 곳에서 먼저 배포했습니다",
        "the target was updated by another deployment in the meantime",
    ),
    "problem.deploy-no-history": (
        "`history: squash`인 브랜치에는 이전 배포가 남지 않습니다",
        "a branch with `history: squash` keeps no previous deployments",
    ),
    "problem.deploy-no-path": (
        "배포할 폴더(`deploy.path`)가 없습니다",
        "no folder to deploy to: `deploy.path` is not set",
    ),
    "problem.deploy-path-refused": (
        "`{path}`에는 배포하지 않습니다: 소스나 빌드한 사이트, 홈 폴더와 겹칩니다",
        "refusing to deploy to `{path}`: it overlaps the sources, the built site or a home folder",
    ),
    "problem.deploy-path-no-folder": ("`{path}`{path:-은/는} 폴더가 아닙니다", "`{path}` is not a folder"),
    "problem.deploy-in-the-way": (
        "`{path}`에 blog가 만들지 않은 파일이 있습니다",
        "`{path}` exists and was not created by blog",
    ),
    "problem.deploy-disk-full": ("디스크 공간이 부족합니다: {line}", "no space left on disk: {line}"),
    "problem.deploy-denied": ("`{path}`에 쓸 권한이 없습니다", "permission denied: `{path}`"),
    "problem.deploy-folder-failed": ("`{path}`에 쓸 수 없습니다: {line}", "cannot write to `{path}`: {line}"),
    "problem.deploy-keeps-no-past": (
        "배포 대상 `{target}`에는 이전 배포가 남지 않습니다",
        "the target `{target}` keeps no previous deployments",
    ),
    "problem.deploy-no-destination": (
        "배포할 서버 폴더(`deploy.destination`)가 없습니다",
        "no server folder to deploy to: `deploy.destination` is not set",
    ),
    "problem.deploy-current-taken": (
        "`{path}`{path:-은/는} blog가 만든 링크가 아닙니다",
        "`{path}` is not a link created by blog",
    ),
    "hint.set-repository": (
        "GitHub에 빈 저장소를 만들고 `blog.yml`에 `deploy: {{repository: 사용자/저장소}}`를 적으세요",
        "create an empty repository on GitHub and set `deploy: {{repository: user/repository}}` in `blog.yml`",
    ),
    "hint.encode-the-login": (
        "주소의 사용자 이름과 비밀번호에서 `/`는 `%2F`, `@`는 `%40`, 공백은 `%20`으로 적으세요",
        "in the URL's user name and password, encode `/` as `%2F`, `@` as `%40` and a space as `%20`",
    ),
    "hint.allow-it": ("무시하고 배포하려면 `--allow {allow}`를 쓰세요", "use `--allow {allow}` to deploy anyway"),
    "hint.keep-history": (
        "이후의 배포를 남기려면 `history: keep`으로 바꾸세요. 이전 사이트는 그때의 소스를 체크아웃해 다시 배포하세요",
        "set `history: keep` to keep future ones; to restore an older site, check out its sources and deploy again",
    ),
    "hint.deploy-again": ("`blog deploy`를 다시 실행하세요", "run `blog deploy` again"),
    "hint.free-space": ("디스크 공간을 확보하고 다시 시도하세요", "free some disk space and try again"),
    "hint.see-verbose": ("`--verbose`로 git의 출력을 볼 수 있습니다", "use `--verbose` to show git's output"),
    "hint.set-path": (
        "`blog.yml`에 `deploy: {{target: folder, path: ../public_html}}`처럼 적으세요",
        "set it in `blog.yml`, e.g. `deploy: {{target: folder, path: ../public_html}}`",
    ),
    "hint.set-destination": (
        '`blog.yml`에 `deploy: {{target: rsync, destination: "hong@web.example.kr:/srv/blog"}}`처럼 적으세요',
        'set it in `blog.yml`, e.g. `deploy: {{target: rsync, destination: "hong@web.example.kr:/srv/blog"}}`',
    ),
    "hint.allow-the-folder": (
        "폴더의 소유자와 권한을 확인하세요 (`ls -ld`)",
        "check the folder's owner and permissions (`ls -ld`)",
    ),
    "hint.deploy-earlier-sources": (
        "그때의 소스를 체크아웃해(`git checkout`) 다시 배포하세요",
        "check out the earlier sources (`git checkout`) and deploy again",
    ),
}
