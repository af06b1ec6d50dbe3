"""Messages of the command line itself: usage, help, failures."""

MESSAGES = {
    "usage": ("사용법: ", "Usage: "),
    "options": ("옵션", "Options"),
    "commands": ("명령", "Commands"),
    "option.metavar": ("[옵션]", "[OPTIONS]"),
    "command.metavar": ("명령 [인자]…", "COMMAND [ARGS]…"),
    "help.help": ("도움말을 표시합니다", "Show this help"),
    "help.version": ("버전을 표시합니다", "Show the version"),
    "help.lang": ("메시지 언어", "Language of messages"),
    "help.blog": (
        "벼루는 Markdown 노트로 빠른 정적 블로그를 빌드합니다.",
        "Byeoru builds a fast static blog from Markdown notes.",
    ),
    "start.outside": (
        """이 폴더에는 블로그가 없습니다.

  blog init my-blog    새 블로그 만들기
  blog --help          모든 명령 보기""",
        """No blog in this folder.

  blog init my-blog    create a new blog
  blog --help          show all commands""",
    ),
    "start.inside": (
        """`{title}` · {root}

  blog new "제목"      새 글 쓰기
  blog serve           미리보기
  blog build           사이트 빌드
  blog deploy          사이트 배포
  blog list            글 목록 보기
  blog --help          모든 명령 보기""",
        """`{title}` · {root}

  blog new "Title"     write a new post
  blog serve           preview the site
  blog build           build the site
  blog deploy          deploy the site
  blog list            list the posts
  blog --help          show all commands""",
    ),
    "outside": ("블로그 폴더가 아닙니다 (`blog.yml`이 없습니다)", "not a blog folder (no `blog.yml` found)"),
    "outside.hint": (
        "블로그 폴더로 이동하거나 `blog init my-blog`로 새로 만드세요",
        "change to a blog folder, or create one with `blog init my-blog`",
    ),
    "usage.no-such-option": ("알 수 없는 옵션 `{name}`", "unknown option `{name}`"),
    "usage.no-such-command": ("알 수 없는 명령 `{name}`", "unknown command `{name}`"),
    "usage.missing": ("필수 인자 `{name}`{name:-이/가} 없습니다", "missing argument `{name}`"),
    "usage.bad-value": ("`{name}`의 값이 올바르지 않습니다: {detail}", "invalid value for `{name}`: {detail}"),
    "usage.extra": ("예상하지 못한 인자 `{words}`", "unexpected {count:+-argument/arguments} `{words}`"),
    "usage.needs-value": ("`{name}`에 값이 필요합니다", "`{name}` requires a value"),
    "usage.choices": ("{choices} 중 하나여야 합니다", "expected one of {choices}"),
    "usage.range": ("{least}부터 {most}까지의 정수여야 합니다", "expected an integer from {least} to {most}"),
    "usage.other": ("{detail}", "{detail}"),
    "usage.see-help": ("자세한 사용법: `{command} --help`", "for more information, try `{command} --help`"),
    "failed.disk": (
        "디스크에 쓸 수 없습니다: {detail}. 기존 사이트는 그대로입니다",
        "cannot write to disk: {detail}; the existing site is unchanged",
    ),
    "failed.first-disk": ("디스크에 쓸 수 없습니다: {detail}", "cannot write to disk: {detail}"),
    "failed.stopped": ("중단했습니다", "interrupted"),
    "failed.system": ("운영체제 오류: {detail}", "operating system error: {detail}"),
    "failed.changed": (
        "다른 프로그램이 {path:을/를} 바꾸어 쓰지 않았습니다. 다시 시도하세요",
        "{path} was changed by another program and was not written; try again",
    ),
    "failed.interrupted": ("중단했습니다. 기존 사이트는 그대로입니다", "interrupted; the existing site is unchanged"),
    "failed.bug": (
        "벼루의 버그입니다 ({detail}). `{path}` 파일을 첨부해 제보해 주세요",
        "this is a bug in Byeoru ({detail}); please report it and attach `{path}`",
    ),
    "failed.bug-unwritten": (
        "벼루의 버그입니다 ({detail}). 제보해 주세요",
        "this is a bug in Byeoru ({detail}); please report it",
    ),
    "confirm.unclear": ("`y`(예)나 `n`(아니요)으로 답하세요", "answer `y` or `n`"),
}
