"""What `blog deploy` says: reasons to stop, changes, what is seen at the address."""

PROBLEMS: dict[str, tuple[str, str]] = {
    "bad-branch": ("`{text}`{text:-은/는} 브랜치 이름이 될 수 없습니다", "`{text}` cannot be the name of a branch"),
    "unknown-target": ("`{text}`{text:-은/는} 펴낼 수 있는 곳이 아닙니다", "`{text}` is no place to publish to"),
    "unknown-history": ("`history`는 `{text}`{text:-이/가} 될 수 없습니다", "`history` cannot be `{text}`"),
    "deploy-no-repository": (
        "펴낼 저장소를 모릅니다: `deploy.repository`도, 이 폴더의 `origin`도 없습니다",
        "no repository to publish to: neither `deploy.repository` nor an `origin` of this folder",
    ),
    "deploy-origin-around": (
        "이 폴더를 둘러싼 다른 저장소(`{top}`)의 `origin`에는 펴내지 않습니다",
        "not publishing to the `origin` of a repository around this folder (`{top}`)",
    ),
    "deploy-repository-inside": (
        "저장소 `{path}`{path:-은/는} 프로젝트 폴더 안에 있습니다. 그 안의 훅과 설정이 실행될 수 있어 쓰지 않습니다",
        "the repository `{path}` lies within the project; it is not used, as its hooks and configuration would be run",
    ),
    "deploy-bad-repository": (
        "저장소의 주소를 읽을 수 없습니다: `{url}`",
        "the address of the repository cannot be read: `{url}`",
    ),
    "deploy-first-place": (
        "이 컴퓨터에서 아직 펴낸 적이 없는 곳입니다: {where}",
        "nothing was published to this place from this machine yet: {where}",
    ),
    "deploy-site-changed": (
        "펴내는 사이에 다른 프로그램이 사이트의 파일을 바꿨습니다",
        "another program changed a file of the site during the deployment",
    ),
    "deploy-no-manifest": ("`site` 폴더가 온전하지 않습니다", "the folder `site` is not whole"),
    "deploy-no-address": ("사이트의 주소 `base_url`이 없습니다", "the site has no address (`base_url`)"),
    "deploy-local-address": (
        "사이트의 주소가 이 컴퓨터의 것입니다: `{url}`",
        "the address of the site is one of this machine: `{url}`",
    ),
    "deploy-other-address": (
        "이 저장소의 사이트는 `{url}`에 서지 않습니다",
        "the site of this repository will not be at `{url}`",
    ),
    "deploy-empty": ("사이트가 비었습니다 (글이 하나도 없습니다)", "the site is empty (there is no page in it)"),
    "deploy-local-link": (
        "`{page}`의 `{url}`{url:-은/는} 이 컴퓨터에서만 열립니다",
        "`{url}` in `{page}` can only be opened on this machine",
    ),
    "deploy-shrink": (
        "파일이 {before}개에서 {after}개로 줄어듭니다",
        "the site shrinks from {before} files to {after}",
    ),
    "deploy-cname": (
        "브랜치의 `CNAME`이 `{host}`인데 설정의 주소는 `{wanted}`입니다. 누가 GitHub의 웹 화면에서 정했습니다",
        "`CNAME` on the branch is `{host}`, the settings say `{wanted}`; somebody set it on GitHub's web page",
    ),
    "deploy-cname-file": (
        "사이트에 든 `CNAME`은 `{host}`인데 설정의 주소는 `{wanted}`입니다",
        "the file `CNAME` in the site says `{host}`, the settings say `{wanted}`",
    ),
    "deploy-large-file": (
        "`{path}`{path:-은/는} {size}MB라서 GitHub이 받지 않습니다 (100MB까지)",
        "`{path}` has {size} MB, and GitHub takes 100 MB at most",
    ),
    "deploy-large-site": (
        "사이트가 {size}MB입니다 (GitHub Pages는 1GB까지)",
        "the site has {size} MB (GitHub Pages takes 1 GB)",
    ),
    "deploy-same-name": (
        "`{path}`{path:-과/와} `{other}`{other:-은/는} 대소문자나 한글 조합만 다른 이름입니다",
        "`{path}` and `{other}` differ in letter case or Unicode form only",
    ),
    "deploy-over-sources": (
        "브랜치에 사이트가 아니라 소스가 들어 있습니다: {names}",
        "the branch holds sources and not a site: {names}",
    ),
    "deploy-broken": (
        "이미 알려진 주소 {count}개가 깨집니다: {addresses}",
        "{count} published addresses would lead nowhere: {addresses}",
    ),
    "deploy-moved": (
        "그사이 다른 누군가가 같은 곳에 펴냈습니다",
        "somebody else published to the same place meanwhile",
    ),
    "deploy-no-earlier": (
        "{steps}번 앞의 펴냄이 없습니다 (남은 것은 {count}번)",
        "there is no deployment {steps} before this one ({count} are kept)",
    ),
    "deploy-no-history": (
        "`history: squash`인 브랜치에는 지난 펴냄이 남지 않습니다",
        "a branch with `history: squash` keeps no past deployments",
    ),
}

HINTS: dict[str, tuple[str, str]] = {
    "set-repository": (
        "GitHub에 빈 저장소를 만들고 `blog.yml`에 `deploy: {{repository: 사용자/저장소}}`를 적으세요",
        "make an empty repository at GitHub, and write `deploy: {{repository: user/repository}}` into `blog.yml`",
    ),
    "encode-the-login": (
        "주소의 이름과 비밀번호에서 `/`는 `%2F`, `@`는 `%40`, 빈칸은 `%20`으로 적으세요",
        "in the user name and password of the address, write `/` as `%2F`, `@` as `%40` and a space as `%20`",
    ),
    "set-base-url": (
        "`blog.yml`에 `base_url: https://…`를 적으세요 (그래도 펴내려면 `--allow {allow}`)",
        "write `base_url: https://…` into `blog.yml` (to publish all the same: `--allow {allow}`)",
    ),
    "set-that-base-url": (
        "`blog.yml`에 `base_url: {url}`{url:-을/를} 적으세요. `--yes`가 대신 적습니다",
        "write `base_url: {url}` into `blog.yml`; `--yes` does it",
    ),
    "build-first": ("`content/`에 글이 있는지 보세요", "see whether there are posts in `content/`"),
    "mend-link-or-allow": (
        "`/posts/…`처럼 사이트 안의 주소로 고치세요 (그래도 펴내려면 `--allow {allow}`)",
        "write an address of the site such as `/posts/…` (to publish all the same: `--allow {allow}`)",
    ),
    "allow-it": ("그래도 펴내려면 `--allow {allow}`", "to publish all the same: `--allow {allow}`"),
    "allow-or-base-url": (
        "`base_url`을 그 주소로 고치거나, 바꾸려면 `--allow {allow}`",
        "correct `base_url`, or replace it with `--allow {allow}`",
    ),
    "rename-or-allow": (
        "하나의 이름을 바꾸세요 (그래도 펴내려면 `--allow {allow}`)",
        "rename one of them (to publish all the same: `--allow {allow}`)",
    ),
    "another-branch": (
        "`deploy.branch`에 다른 브랜치를 적으세요 (지우고 펴내려면 `--allow {allow}`)",
        "name another `deploy.branch` (to replace them: `--allow {allow}`)",
    ),
    "redirect-or-allow": (
        "옮긴 글은 `--redirect`가 이어 줍니다 (깨지게 두려면 `--allow {allow}`)",
        "`--redirect` keeps the addresses of moved posts (to break them: `--allow {allow}`)",
    ),
    "keep-history": (
        "앞으로 남기려면 `history: keep`. 옛 사이트는 그때의 원고를 꺼내(`git checkout`) 다시 펴내세요",
        "`history: keep` keeps those to come; for an old site, check out its sources and deploy again",
    ),
    "agree-with-yes": (
        "맞는 곳이면 `--yes`를 한 번 붙이세요. 터미널에서는 물어봅니다",
        "if it is the right one, add `--yes` this once; on a terminal you are asked",
    ),
    "deploy-again": ("`blog deploy`를 다시 하세요", "run `blog deploy` again"),
    "build-again": ("`blog build`를 다시 하세요", "run `blog build` again"),
    "shrink-the-file": ("파일을 줄이거나 다른 곳에 두세요", "make the file smaller, or keep it elsewhere"),
    "free-space": ("자리를 비우고 다시 하세요", "free some space and try again"),
    "try-smaller-step": ("`blog deploy --list`가 남은 것을 보여 줍니다", "`blog deploy --list` shows what there is"),
}

TEXTS: dict[str, tuple[str, str]] = {
    "help.deploy": ("사이트를 지어 펴냅니다", "Build the site and publish it"),
    "help.deploy.target": ("펴낼 곳 (기본은 설정의 것)", "Where to publish (default: that of the settings)"),
    "help.deploy.dry-run": ("무엇이 바뀔지만 봅니다", "Show what would change, and stop"),
    "help.deploy.diff": ("바뀌는 파일과 글을 보여 줍니다", "Show the files and texts that change"),
    "help.deploy.redirect": (
        "옮긴 글의 옛 주소를 그 글의 aliases에 적습니다",
        "Write the old addresses of moved posts into their aliases",
    ),
    "help.deploy.allow": ("멈추게 한 까닭 하나를 허락합니다 (여러 번 가능)", "Allow one reason to stop (repeatable)"),
    "help.deploy.rollback": (
        "N번 앞의 펴냄을 다시 펴냅니다 (기본 1)",
        "Publish the site of N deployments ago (default 1)",
    ),
    "help.deploy.list": ("지난 펴냄을 봅니다", "List past deployments"),
    "help.deploy.no-wait": ("주소에 뜰 때까지 기다리지 않습니다", "Do not wait until it is live"),
    "help.deploy.wait": ("기다릴 초 (GitHub Pages는 300)", "Seconds to wait (GitHub Pages: 300)"),
    "help.deploy.yes": ("묻지 않습니다", "Ask nothing"),
    "help.deploy.verbose": ("git, ssh, rsync의 말까지 보여 줍니다", "Show the words of git, ssh and rsync too"),
    "deploy.ask-place": (
        "이 컴퓨터에서 처음 펴내는 곳입니다: {where}. 여기에 펴낼까요?",
        "the first deployment from this machine to {where}; publish there?",
    ),
    "deploy.not-remembered": (
        "알림: `{folder}`에 쓰지 못해 이 답을 기억하지 못합니다. 다음에 다시 묻습니다",
        "note: the answer could not be kept in `{folder}`; you are asked again next time",
    ),
    "deploy.ask-address": (
        "`base_url`이 없습니다. `{url}`{url:-을/를} `blog.yml`에 적을까요?",
        "there is no `base_url`; write `{url}` into `blog.yml`?",
    ),
    "deploy.address-written": (
        "`blog.yml`에 `base_url: {url}`을 적었습니다",
        "wrote `base_url: {url}` into `blog.yml`",
    ),
    "deploy.first": ("처음 펴냅니다", "first deployment"),
    "deploy.post.added": ("글 {count}개 추가", "posts: {count} added"),
    "deploy.post.changed": ("글 {count}개 수정", "posts: {count} changed"),
    "deploy.post.removed": ("글 {count}개 삭제", "posts: {count} removed"),
    "deploy.list.added": ("{folder} {count}개 추가", "{folder}: {count} added"),
    "deploy.list.changed": ("{folder} {count}개 수정", "{folder}: {count} changed"),
    "deploy.list.removed": ("{folder} {count}개 삭제", "{folder}: {count} removed"),
    "deploy.file.added": ("파일 {count}개 추가", "files: {count} added"),
    "deploy.file.changed": ("파일 {count}개 수정", "files: {count} changed"),
    "deploy.file.removed": ("파일 {count}개 삭제", "files: {count} removed"),
    "deploy.broken": ("깨지는 주소 {count}개", "broken addresses: {count}"),
    "deploy.same": (
        "펴낸 것과 같습니다. 보낼 것이 없습니다",
        "the same site is published already; nothing to send",
    ),
    "deploy.dry-run": ("여기까지입니다 (`--dry-run`)", "stopping here (`--dry-run`)"),
    "deploy.stopped": (
        "펴내지 않았습니다. 전에 펴낸 사이트가 있다면 그대로입니다",
        "not published; a site that was published before is as it was",
    ),
    "deploy.done": ("펴냈습니다: {name}", "published as {name}"),
    "deploy.choose-branch": (
        "처음 한 번은 GitHub 저장소의 Settings → Pages → Branch에서 이 브랜치를 고르세요",
        "this once, choose this branch in the repository's Settings → Pages → Branch at GitHub",
    ),
    "deploy.sending": (
        "보내는 중: {percent}% ({done}/{total}){size} · {seconds}초",
        "sending: {percent}% ({done}/{total}){size} · {seconds} s",
    ),
    "deploy.interrupted": (
        "보내다가 그만두었습니다. 펴낸 사이트는 앞의 것이거나 새것이고, `blog deploy`가 알려 줍니다",
        "stopped while sending; the published site is the old or the new one, and `blog deploy` tells which",
    ),
    "deploy.uncommitted": (
        "알림: 커밋하지 않은 파일이 {count}개 있습니다 ({first}{more})",
        "note: {count} files are not committed ({first}{more})",
    ),
    "deploy.moved": ("  옮긴 글: {old} → {new}", "  moved: {old} → {new}"),
    "deploy.redirected": ("`{path}`에 `{address}`{address:-을/를} 적었습니다", "wrote `{address}` into `{path}`"),
    "deploy.no-aliases": (
        "`{path}`의 앞머리에는 적을 수 없습니다. `aliases: [{address}]`를 손수 적으세요",
        "cannot write into the front matter of `{path}`; add `aliases: [{address}]` by hand",
    ),
    "deploy.row": (
        "{number}  {time}  {name}  {source}  {changes}",
        "{number}  {time}  {name}  {source}  {changes}",
    ),
    "deploy.none": ("아직 펴낸 적이 없습니다", "nothing has been published yet"),
    "live.waiting": ("{seconds}초째 기다립니다: {seen}", "{seconds} s: {seen}"),
    "live.live": ("새 사이트가 떴습니다", "the new site is live"),
    "live.old-stamp": ("아직 앞의 사이트가 보입니다 ({detail})", "the previous site is still shown ({detail})"),
    "live.other-site": ("다른 사이트가 보입니다 ({detail})", "another site is shown ({detail})"),
    "live.not-yet": ("아직 아무것도 없습니다 ({detail})", "nothing is there yet ({detail})"),
    "live.http-error": ("서버가 {detail}{detail:-으로/로} 답합니다", "the server answers {detail}"),
    "live.certificate": ("HTTPS 인증서가 아직 준비되지 않았습니다", "the certificate for HTTPS is not ready"),
    "live.redirect-loop": ("주소가 제자리를 돕니다", "the address redirects in a circle"),
    "live.no-name": ("DNS에 아직 이 이름이 없습니다", "DNS does not know this name yet"),
    "live.unreachable": ("닿지 않습니다: {detail}", "cannot be reached: {detail}"),
    "live.stopped": ("펴냈습니다. 기다리기는 그만둡니다", "published; no longer waiting for it"),
    "live.gave-up": (
        "펴냈지만 {seconds}초 안에 뜨지 않았습니다: {seen}",
        "published, but not live within {seconds} s: {seen}",
    ),
    "live.see-domain": (
        "  `blog domain check`가 무엇이 모자란지 알려 줍니다",
        "  `blog domain check` tells what is missing",
    ),
}
