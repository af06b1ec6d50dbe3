"""What the commands say: help, questions, summaries."""

TEXTS: dict[str, tuple[str, str]] = {
    "usage": ("쓰는 법: ", "Usage: "),
    "options": ("옵션", "Options"),
    "commands": ("명령", "Commands"),
    "option.metavar": ("[옵션]", "[OPTIONS]"),
    "command.metavar": ("명령 [인자]…", "COMMAND [ARGS]…"),
    "help.help": ("이 도움말을 봅니다", "Show this help"),
    "help.version": ("버전을 봅니다", "Show the version"),
    "help.lang": ("메시지의 언어: ko 또는 en", "Language of messages: ko or en"),
    "help.blog": (
        "벼루: Markdown 노트를 빠르고 오래가는 블로그로 짓습니다.",
        "Byeoru turns Markdown notes into a fast and lasting blog.",
    ),
    "help.build": ("사이트를 짓습니다", "Build the site"),
    "help.build.drafts": ("초안도 넣습니다", "Include drafts"),
    "help.build.future": ("날짜가 아직 오지 않은 글도 넣습니다", "Include posts dated in the future"),
    "help.build.strict": ("경고도 오류로 봅니다", "Treat warnings as errors"),
    "help.build.output": ("사이트를 쓸 폴더 (기본 site)", "Folder to write to (default: site)"),
    "help.build.jobs": ("함께 일할 프로세스 수 (기본은 코어 수)", "Number of processes (default: one a core)"),
    "help.build.base-url": ("설정의 base_url 대신 쓸 주소", "Address to use in place of base_url"),
    "help.build.explain": ("쪽마다 왜 지었는지 말합니다", "Say why each page was built"),
    "help.build.timings": ("단계마다 걸린 시간을 봅니다", "Show the time of each stage"),
    "help.build.format": ("문제를 적는 꼴: text, json, github", "How problems are written: text, json, github"),
    "help.build.quiet": ("문제만 말합니다", "Say nothing but problems"),
    "help.build.verbose": ("빠짐없이 말합니다", "Say everything"),
    "help.init": ("새 블로그를 만듭니다", "Make a new blog"),
    "help.init.title": ("블로그 제목", "Title of the blog"),
    "help.init.author": ("글쓴이", "Author"),
    "help.init.repository": (
        "펴낼 저장소: hong/blog, 주소, 또는 경로",
        "Repository to publish to: kim/blog, a URL or a path",
    ),
    "help.init.address": ("블로그 주소 (기본은 저장소의 GitHub Pages 주소)", "Address (default: that of GitHub Pages)"),
    "help.init.git": ("git 저장소로 만듭니다 (기본)", "Make it a git repository (default)"),
    "help.init.yes": ("묻지 않고 기본값을 씁니다", "Ask nothing, use the defaults"),
    "help.new": ("새 글을 초안으로 만듭니다", "Make a new post, as a draft"),
    "help.new.section": ("글을 둘 섹션 (기본 posts)", "Section of the post (default: posts)"),
    "help.new.category": ("분류, 예: study/cs231n", "Category, such as study/cs231n"),
    "help.new.tags": ("쉼표로 나눈 태그", "Tags, separated by commas"),
    "help.new.slug": ("주소에 쓸 이름", "Name in the address"),
    "help.list": (
        "글의 목록을 봅니다: posts(기본), notes, pages, drafts, future, unlisted, tags, categories, series, authors",
        "List posts (default), notes, pages, drafts, future, unlisted, tags, categories, series or authors",
    ),
    "help.list.format": ("적는 꼴: text, json", "Form of the list: text, json"),
    "help.clean": (
        "다시 만들 수 있는 것(site의 글과 .blog)을 지웁니다",
        "Remove what can be made again (pages in site, .blog)",
    ),
    "help.completion": ("셸 자동 완성 스크립트를 출력합니다", "Print a shell completion script"),
    "ask.title": ("블로그 제목", "Title of the blog"),
    "ask.repository": (
        "펴낼 GitHub 저장소, 예: hong/blog (아직 없으면 그냥 Enter)",
        "GitHub repository to publish to, such as kim/blog (press Enter if there is none yet)",
    ),
    "ask.address": ("블로그 주소 (아직 없으면 그냥 Enter)", "Address of the blog (press Enter if there is none yet)"),
    "ask.author": ("글쓴이", "Author"),
    "ask.git": ("이 폴더를 git 저장소로 만들까요?", "Make this folder a git repository?"),
    "default.title": ("내 블로그", "My blog"),
    "start.outside": (
        "여기에는 아직 블로그가 없습니다.\n\n  blog init my-blog    새 블로그 만들기\n  blog --help          모든 명령",
        "There is no blog here yet.\n\n  blog init my-blog    make a new one\n  blog --help          all commands",
    ),
    "start.inside": (
        """`{title}` · {root}

  blog new "제목"      새 글 쓰기
  blog build           사이트 짓기
  blog deploy          사이트 펴내기
  blog list            글 목록 보기
  blog --help          모든 명령""",
        """`{title}` · {root}

  blog new "Title"     write a new post
  blog build           build the site
  blog deploy          publish it
  blog list            list the posts
  blog --help          all commands""",
    ),
    "init.done": ("`{folder}`에 블로그를 만들었습니다\n\n{files}\n", "Made a blog in `{folder}`\n\n{files}\n"),
    "init.next": ("\n이제 이렇게 해 보세요\n\n{steps}", "\nNext\n\n{steps}"),
    "init.step-serve": (
        "  blog serve --open      고치는 대로 보이는 미리보기",
        "  blog serve --open      preview that follows every save",
    ),
    "init.step-deploy": ("  blog deploy            펴내기", "  blog deploy            publish it"),
    "init.no-repository": (
        "\n펴내기 전에 `blog.yml`의 `deploy:`에 저장소를 적으세요",
        "\nBefore you publish, name your repository under `deploy:` in `blog.yml`",
    ),
    "init.git": ("git 저장소로 만들었습니다 (브랜치 {branch})", "Made it a git repository (branch {branch})"),
    "init.git-origin": (
        "git 저장소로 만들었습니다 (브랜치 {branch}, origin {remote})",
        "Made it a git repository (branch {branch}, origin {remote})",
    ),
    "init.git-inside": (
        "이미 git 저장소 안이라서 저장소를 새로 만들지 않았습니다",
        "It is inside a git repository already, so no new one was made",
    ),
    "init.exists": ("`{path}`에 이미 블로그가 있습니다", "there is a blog in `{path}` already"),
    "init.exists-hint": (
        "다른 폴더 이름을 주거나 `blog.yml`을 고치세요",
        "choose another folder, or edit its `blog.yml`",
    ),
    "init.bad-repository": ("`{text}`{text:-은/는} 저장소 이름이 아닙니다", "`{text}` does not name a repository"),
    "init.bad-repository-hint": (
        "`hong/blog`이나 `https://github.com/hong/blog`처럼 적으세요",
        "write it like `kim/blog` or `https://github.com/kim/blog`",
    ),
    "new.exists": (
        "`{path}`{path:-이/가} 이미 있습니다. `--slug`로 다른 이름을 주세요",
        "`{path}` exists; choose another name with `--slug`",
    ),
    "new.bad-name": ("`{name}`{name:-은/는} 파일 이름으로 쓸 수 없습니다", "`{name}` cannot be used as a file name"),
    "new.no-section": (
        "섹션 `{name}`{name:-이/가} 없습니다. 있는 섹션: {known}",
        "no section `{name}`; there are: {known}",
    ),
    "list.none": ("없습니다", "none"),
    "list.drafts": ("초안", "draft"),
    "list.future": ("예약", "future"),
    "list.unlisted": ("목록에 없음", "unlisted"),
    "metavar.what": ("[무엇]", "[WHAT]"),
    "metavar.title": ("제목", "TITLE"),
    "metavar.folder": ("[폴더]", "[FOLDER]"),
    "clean.nothing": ("지울 것이 없습니다", "there is nothing to remove"),
    "clean.done": ("파일 {count}개를 지웠습니다", "removed {count:+file/files}"),
    "outside": (
        "여기는 블로그 폴더가 아닙니다 (`blog.yml`이 없습니다)",
        "this folder is not a blog (there is no `blog.yml`)",
    ),
    "outside.hint": (
        "블로그 폴더로 가거나, `blog init my-blog`로 새로 만드세요",
        "change to the folder of a blog, or make one with `blog init my-blog`",
    ),
    "usage.no-such-option": ("`{name}` 옵션은 없습니다", "no such option `{name}`"),
    "usage.no-such-command": ("`{name}` 명령은 없습니다", "no such command `{name}`"),
    "usage.missing": ("{name:이/가} 빠졌습니다", "missing {name}"),
    "usage.bad-value": ("`{name}`의 값이 맞지 않습니다: {detail}", "bad value for `{name}`: {detail}"),
    "usage.extra": ("`{words}`{words:-은/는} 이 명령에 쓸 데가 없습니다", "this command has no use for `{words}`"),
    "usage.needs-value": ("`{name}` 뒤에 값이 있어야 합니다", "`{name}` needs a value"),
    "usage.choices": ("{choices} 가운데 하나여야 합니다", "it must be one of {choices}"),
    "usage.range": ("{least}부터 {most}까지의 수여야 합니다", "it must be a number from {least} to {most}"),
    "usage.other": ("{detail}", "{detail}"),
    "usage.see-help": ("`{command} --help`를 보세요", "see `{command} --help`"),
    "severity.error": ("오류", "error"),
    "severity.warning": ("경고", "warning"),
    "more.same": (" (이 밖에 {count}곳)", " (and in {count:+more place/more places})"),
    "more.problems": (
        "문제가 {count}개 더 있습니다. 모두 보려면 `--verbose`",
        "{count:+more problem/more problems}; `--verbose` shows all",
    ),
    "summary.pages": ("{pages}쪽", "{pages:+page/pages}"),
    "summary.added": ("새로 {count}", "{count} new"),
    "summary.changed": ("바뀜 {count}", "{count} changed"),
    "summary.removed": ("지움 {count}", "{count} removed"),
    "summary.unchanged": ("바뀐 것이 없습니다", "nothing has changed"),
    "summary.errors": ("오류 {count}개", "{count:+error/errors}"),
    "summary.warnings": ("경고 {count}개", "{count:+warning/warnings}"),
    "summary.seconds": ("{seconds}초", "{seconds} s"),
    "summary.failed": ("짓지 않았습니다. {folder} 폴더는 그대로입니다", "nothing was written; {folder} is unchanged"),
    "summary.failed-first": (
        "짓지 않았습니다. {folder} 폴더는 아직 없습니다",
        "nothing was written; there is no folder {folder} yet",
    ),
    "summary.drafts": (
        "초안 {count}편은 빼고 지었습니다 (--drafts로 넣기)",
        "{count:+draft/drafts} left out (build with --drafts to include)",
    ),
    "summary.future": (
        "날짜가 아직 오지 않은 {count}편은 빼고 지었습니다 (--future로 넣기)",
        "{count:+future post/future posts} left out (build with --future to include)",
    ),
    "summary.and-more": ("외 {count}편", "and {count} more"),
    "reasons.none": ("다시 지은 것이 없습니다", "nothing was rebuilt"),
    "waits-for": (
        "다른 빌드(프로세스 {process})가 끝나기를 기다립니다…",
        "waiting for another build (process {process})…",
    ),
    "failed.disk": (
        "디스크에 쓸 수 없습니다: {detail}. 사이트는 그대로입니다",
        "cannot write to the disk: {detail}; the site is as it was",
    ),
    "failed.first-disk": ("디스크에 쓸 수 없습니다: {detail}", "cannot write to the disk: {detail}"),
    "failed.stopped": ("그만두었습니다", "stopped"),
    "failed.system": ("컴퓨터가 거절했습니다: {detail}", "the operating system refused: {detail}"),
    "failed.changed": (
        "{path:이/가} 그사이 다른 프로그램에서 바뀌어 쓰지 않았습니다. 다시 해 보세요",
        "{path} was changed by another program meanwhile and was not written; try again",
    ),
    "failed.interrupted": ("그만두었습니다. 사이트는 그대로입니다", "stopped; the site is as it was"),
    "failed.bug": (
        "벼루의 버그입니다 ({detail}). `{path}`에 적은 내용과 함께 알려 주시면 고치겠습니다",
        "this is a bug in Byeoru ({detail}); please report it with what is in `{path}`",
    ),
    "failed.bug-unwritten": (
        "벼루의 버그입니다 ({detail}). 알려 주시면 고치겠습니다",
        "this is a bug in Byeoru ({detail}); please report it",
    ),
    "stage.discover": ("찾기", "discover"),
    "stage.parse": ("읽기", "parse"),
    "stage.connect": ("잇기", "connect"),
    "stage.verify": ("살피기", "verify"),
    "stage.render": ("그리기", "render"),
    "stage.emit": ("펴내기", "emit"),
    "stage.save": ("갈무리", "save"),
    "stage.total": ("모두", "total"),
}
