"""Messages of the checks before a deployment."""

MESSAGES = {
    "problem.deploy-no-address": ("사이트 주소(`base_url`)가 없습니다", "missing site URL (`base_url`)"),
    "problem.deploy-local-address": (
        "사이트 주소가 이 컴퓨터의 주소입니다: `{url}`",
        "the site URL is a local address: `{url}`",
    ),
    "problem.deploy-other-address": (
        "이 저장소의 사이트는 `{url}`에서 열리지 않습니다",
        "this repository does not serve a site at `{url}`",
    ),
    "problem.deploy-empty": ("사이트가 비어 있습니다 (페이지 없음)", "the site is empty (no pages)"),
    "problem.deploy-local-link": (
        "`{page}`의 `{url}`{url:-은/는} 이 컴퓨터에서만 열립니다",
        "`{page}` links to the local address `{url}`",
    ),
    "problem.deploy-shrink": (
        "배포된 파일 {before}개가 {after}개로 줄어듭니다",
        "the site would shrink from {before} to {after:+file/files}",
    ),
    "problem.deploy-cname": (
        "브랜치의 `CNAME`은 `{host}`인데 설정의 도메인은 `{wanted}`입니다. GitHub 웹에서 바뀐 값입니다",
        "`CNAME` on the branch is `{host}`, but the settings use `{wanted}`; it was changed on GitHub",
    ),
    "problem.deploy-cname-file": (
        "사이트의 `CNAME` 파일은 `{host}`인데 설정의 도메인은 `{wanted}`입니다",
        "the site's `CNAME` file contains `{host}`, but the settings use `{wanted}`",
    ),
    "problem.deploy-large-file": (
        "`{path}`{path:-이/가} {size}MB입니다 (GitHub는 최대 100MB)",
        "`{path}` is {size} MB (GitHub's limit is 100 MB)",
    ),
    "problem.deploy-large-site": (
        "사이트가 {size}MB입니다 (GitHub Pages는 최대 1GB)",
        "the site is {size} MB (the limit of GitHub Pages is 1 GB)",
    ),
    "problem.deploy-same-name": (
        "`{path}`{path:-과/와} `{other}`{other:-은/는} 대소문자나 유니코드 정규화만 다릅니다",
        "`{path}` and `{other}` differ only in case or Unicode normalization",
    ),
    "problem.deploy-over-sources": (
        "브랜치에 사이트가 아닌 소스가 있습니다: {names}",
        "the branch contains source files, not a site: {names}",
    ),
    "problem.deploy-broken": (
        "공개된 주소 {count}개가 깨집니다: {addresses}",
        "{count:+published address/published addresses} would break: {addresses}",
    ),
    "hint.set-base-url": (
        "`blog.yml`에 `base_url: https://…`를 적으세요 (무시하려면 `--allow {allow}`)",
        "set `base_url: https://…` in `blog.yml` (to ignore: `--allow {allow}`)",
    ),
    "hint.set-that-base-url": (
        "`blog.yml`에 `base_url: {url}`{url:-을/를} 적으세요. `--yes`를 쓰면 자동으로 적습니다",
        "set `base_url: {url}` in `blog.yml`, or pass `--yes` to do so",
    ),
    "hint.build-first": ("`content/`에 글이 있는지 확인하세요", "check that `content/` contains posts"),
    "hint.fix-link-or-allow": (
        "`/posts/…` 같은 사이트 안의 주소로 바꾸세요 (무시하려면 `--allow {allow}`)",
        "use an address of the site, such as `/posts/…` (to ignore: `--allow {allow}`)",
    ),
    "hint.allow-or-base-url": (
        "`base_url`을 고치거나, 도메인을 바꾸려면 `--allow {allow}`를 쓰세요",
        "fix `base_url`, or use `--allow {allow}` to replace the domain",
    ),
    "hint.rename-or-allow": (
        "둘 중 하나의 이름을 바꾸세요 (무시하려면 `--allow {allow}`)",
        "rename one of them (to ignore: `--allow {allow}`)",
    ),
    "hint.another-branch": (
        "`deploy.branch`를 다른 브랜치로 바꾸세요 (덮어쓰려면 `--allow {allow}`)",
        "set `deploy.branch` to another branch (to overwrite: `--allow {allow}`)",
    ),
    "hint.redirect-or-allow": (
        "옮긴 글은 `--redirect`로 리다이렉트하세요 (무시하려면 `--allow {allow}`)",
        "use `--redirect` to redirect moved posts (to ignore: `--allow {allow}`)",
    ),
    "hint.remove-or-allow": (
        "실제 키라면 삭제하고 폐기하세요 (아니면 `--allow {allow}`)",
        "if it is real, remove and revoke it (if not: `--allow {allow}`)",
    ),
    "hint.pull-or-allow": (
        "`git lfs pull`로 받으세요. GitHub Actions에서는 `lfs: true`를 적으세요 (무시하려면 `--allow {allow}`)",
        "run `git lfs pull`; in GitHub Actions, set `lfs: true` (to ignore: `--allow {allow}`)",
    ),
    "hint.allow-without": (
        "이것을 제외하고 배포하려면 `--allow {allow}`를 쓰세요",
        "use `--allow {allow}` to deploy without it",
    ),
}
