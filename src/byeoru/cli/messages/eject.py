"""Messages of `blog theme eject`."""

MESSAGES = {
    "eject.unknown": ("테마 `{theme}`에는 `{name}`{name:-이/가} 없습니다", "theme `{theme}` has no `{name}`"),
    "eject.no-block": (
        "템플릿 `{name}`에는 블록 `{block}`{block:-이/가} 없습니다",
        "template `{name}` has no block `{block}`",
    ),
    "eject.nothing": ("무엇을 꺼낼지 적지 않았습니다", "nothing was named to eject"),
    "eject.see-list": ("`blog theme eject --list`가 모두 보여 줍니다", "`blog theme eject --list` shows all"),
    "eject.one-block": ("블록은 템플릿 하나에서만 꺼낼 수 있습니다", "a block is taken from one template"),
    "eject.block-form": (
        "`blog theme eject post.html --block {block}`처럼 적으세요",
        "write it like `blog theme eject post.html --block {block}`",
    ),
    "eject.exists": ("`{path}`{path:-이/가} 이미 있어 그대로 두었습니다", "`{path}` exists and was left as it is"),
    "eject.move-away": (
        "새로 꺼내려면 그 파일을 먼저 옮기거나 지우세요",
        "to eject it anew, move or delete that file first",
    ),
    "eject.comment": (
        "테마의 {name}에서 이 블록만 바꿉니다. super()는 테마에 있던 내용입니다",
        "The theme's {name} with this block changed; super() is what the theme has in it",
    ),
}
