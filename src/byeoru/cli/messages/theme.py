"""Messages of `blog theme`."""

MESSAGES = {
    "help.theme": ("테마를 보고 설정합니다", "List and customize themes"),
    "help.theme.list": ("사용할 수 있는 테마를 봅니다", "List available themes"),
    "help.theme.options": ("테마 옵션을 봅니다", "Show the options of a theme"),
    "help.theme.eject": (
        "테마의 템플릿을 사이트로 복사해 수정할 수 있게 합니다",
        "Copy a theme template into the site to customize it",
    ),
    "help.theme.format": ("출력 형식", "Output format"),
    "help.theme.eject.block": ("템플릿의 이 블록만 복사합니다", "Copy only this block of the template"),
    "help.theme.eject.list": ("복사할 수 있는 템플릿을 봅니다", "List templates that can be copied"),
    "help.theme.eject.all": ("모두 복사합니다", "Copy all of them"),
    "theme.builtin": ("기본 제공", "built-in"),
    "theme.extends": ("{name:을/를} 상속", "extends {name}"),
    "theme.none-used": (
        "`blog.yml`의 테마 `{name}`{name:-을/를} 찾을 수 없습니다",
        "theme `{name}` from `blog.yml` not found",
    ),
    "theme.column.name": ("이름", "Name"),
    "theme.column.value": ("값", "Value"),
    "theme.column.default": ("기본값", "Default"),
    "theme.column.choices": ("가능한 값", "Values"),
    "theme.type.text": ("문자열", "string"),
    "theme.type.flag": ("true, false", "true, false"),
    "theme.type.number": ("숫자", "number"),
    "theme.type.color": ("색상", "color"),
    "theme.set": ("* `blog.yml`에서 설정한 값", "* set in `blog.yml`"),
}
