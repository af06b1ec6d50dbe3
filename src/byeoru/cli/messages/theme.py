"""Messages of `blog theme`."""

MESSAGES = {
    "help.theme": ("테마를 보고, 고르고, 고칩니다", "See, choose and change themes"),
    "help.theme.list": ("쓸 수 있는 테마를 봅니다", "List the themes that can be used"),
    "help.theme.options": ("테마에서 고를 수 있는 것을 봅니다", "Show what a theme lets you choose"),
    "help.theme.eject": (
        "테마의 템플릿을 사이트로 복사해 고칠 수 있게 합니다",
        "Copy a template of the theme into the site, to change it there",
    ),
    "help.theme.format": ("적는 꼴: text, json", "How it is written: text, json"),
    "help.theme.eject.block": ("템플릿의 이 블록만 꺼냅니다", "Take this block of the template alone"),
    "help.theme.eject.list": ("꺼낼 수 있는 것을 봅니다", "Show what can be ejected"),
    "help.theme.eject.all": ("모두 꺼냅니다", "Eject everything"),
    "theme.builtin": ("벼루에 들어 있음", "built in"),
    "theme.extends": ("{name:을/를} 물려받음", "extends {name}"),
    "theme.none-used": (
        "`blog.yml`의 테마 `{name}`{name:-은/는} 여기에 없습니다",
        "the theme of `blog.yml`, `{name}`, is not here",
    ),
    "theme.column.name": ("이름", "Name"),
    "theme.column.value": ("값", "Value"),
    "theme.column.default": ("기본값", "Default"),
    "theme.column.choices": ("고를 수 있는 값", "Choices"),
    "theme.type.text": ("글자", "text"),
    "theme.type.flag": ("true, false", "true, false"),
    "theme.type.number": ("수", "number"),
    "theme.type.color": ("색", "colour"),
    "theme.set": ("* `blog.yml`에서 정한 값", "* set in `blog.yml`"),
}
