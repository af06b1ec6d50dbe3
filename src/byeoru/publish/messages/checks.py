"""Messages of the checks before a deployment."""

MESSAGES = {
    "problem.deploy-no-address": ("사이트의 주소 `base_url`이 없습니다", "the site has no address (`base_url`)"),
    "problem.deploy-local-address": (
        "사이트의 주소가 이 컴퓨터의 것입니다: `{url}`",
        "the address of the site is one of this machine: `{url}`",
    ),
    "problem.deploy-other-address": (
        "이 저장소의 사이트는 `{url}`에 서지 않습니다",
        "the site of this repository will not be at `{url}`",
    ),
    "problem.deploy-empty": (
        "사이트가 비었습니다 (글이 하나도 없습니다)",
        "the site is empty (there is no page in it)",
    ),
    "problem.deploy-local-link": (
        "`{page}`의 `{url}`{url:-은/는} 이 컴퓨터에서만 열립니다",
        "`{url}` in `{page}` can only be opened on this machine",
    ),
    "problem.deploy-shrink": (
        "파일이 {before}개에서 {after}개로 줄어듭니다",
        "the site shrinks from {before} files to {after}",
    ),
    "problem.deploy-cname": (
        "브랜치의 `CNAME`이 `{host}`인데 설정의 주소는 `{wanted}`입니다. 누가 GitHub의 웹 화면에서 정했습니다",
        "`CNAME` on the branch is `{host}`, the settings say `{wanted}`; somebody set it on GitHub's web page",
    ),
    "problem.deploy-cname-file": (
        "사이트에 든 `CNAME`은 `{host}`인데 설정의 주소는 `{wanted}`입니다",
        "the file `CNAME` in the site says `{host}`, the settings say `{wanted}`",
    ),
    "problem.deploy-large-file": (
        "`{path}`{path:-은/는} {size}MB라서 GitHub이 받지 않습니다 (100MB까지)",
        "`{path}` has {size} MB, and GitHub takes 100 MB at most",
    ),
    "problem.deploy-large-site": (
        "사이트가 {size}MB입니다 (GitHub Pages는 1GB까지)",
        "the site has {size} MB (GitHub Pages takes 1 GB)",
    ),
    "problem.deploy-same-name": (
        "`{path}`{path:-과/와} `{other}`{other:-은/는} 대소문자나 한글 조합만 다른 이름입니다",
        "`{path}` and `{other}` differ in letter case or Unicode form only",
    ),
    "problem.deploy-over-sources": (
        "브랜치에 사이트가 아니라 소스가 들어 있습니다: {names}",
        "the branch holds sources and not a site: {names}",
    ),
    "problem.deploy-broken": (
        "이미 알려진 주소 {count}개가 깨집니다: {addresses}",
        "{count} published addresses would lead nowhere: {addresses}",
    ),
    "hint.set-base-url": (
        "`blog.yml`에 `base_url: https://…`를 적으세요 (그래도 펴내려면 `--allow {allow}`)",
        "write `base_url: https://…` into `blog.yml` (to publish all the same: `--allow {allow}`)",
    ),
    "hint.set-that-base-url": (
        "`blog.yml`에 `base_url: {url}`{url:-을/를} 적으세요. `--yes`가 대신 적습니다",
        "write `base_url: {url}` into `blog.yml`; `--yes` does it",
    ),
    "hint.build-first": ("`content/`에 글이 있는지 보세요", "see whether there are posts in `content/`"),
    "hint.mend-link-or-allow": (
        "`/posts/…`처럼 사이트 안의 주소로 고치세요 (그래도 펴내려면 `--allow {allow}`)",
        "write an address of the site such as `/posts/…` (to publish all the same: `--allow {allow}`)",
    ),
    "hint.allow-or-base-url": (
        "`base_url`을 그 주소로 고치거나, 바꾸려면 `--allow {allow}`",
        "correct `base_url`, or replace it with `--allow {allow}`",
    ),
    "hint.rename-or-allow": (
        "하나의 이름을 바꾸세요 (그래도 펴내려면 `--allow {allow}`)",
        "rename one of them (to publish all the same: `--allow {allow}`)",
    ),
    "hint.another-branch": (
        "`deploy.branch`에 다른 브랜치를 적으세요 (지우고 펴내려면 `--allow {allow}`)",
        "name another `deploy.branch` (to replace them: `--allow {allow}`)",
    ),
    "hint.redirect-or-allow": (
        "옮긴 글은 `--redirect`가 이어 줍니다 (깨지게 두려면 `--allow {allow}`)",
        "`--redirect` keeps the addresses of moved posts (to break them: `--allow {allow}`)",
    ),
    "hint.remove-or-allow": (
        "진짜라면 지우고 그 키를 폐기하세요 (아니라면 `--allow {allow}`)",
        "if it is real, remove it and revoke the key (if not: `--allow {allow}`)",
    ),
    "hint.allow-without": (
        "이것만 빼고 펴내려면 `--allow {allow}`",
        "to publish the rest without it: `--allow {allow}`",
    ),
}
