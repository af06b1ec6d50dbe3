"""Messages of the command line itself: usage, help, failures."""

MESSAGES = {
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
    "start.outside": (
        """여기에는 아직 블로그가 없습니다.

  blog init my-blog    새 블로그 만들기
  blog --help          모든 명령""",
        """There is no blog here yet.

  blog init my-blog    make a new one
  blog --help          all commands""",
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
}
