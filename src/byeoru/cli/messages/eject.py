"""Messages of `blog theme eject`."""

MESSAGES = {
    "eject.unknown": ("테마 `{theme}`에는 `{name}` 파일이 없습니다", "theme `{theme}` has no file `{name}`"),
    "eject.no-block": ("템플릿 `{name}`에는 `{block}` 블록이 없습니다", "template `{name}` has no block `{block}`"),
    "eject.nothing": ("복사할 템플릿을 지정하지 않았습니다", "no template given"),
    "eject.see-list": (
        "`blog theme eject --list`로 목록을 볼 수 있습니다",
        "run `blog theme eject --list` to list them",
    ),
    "eject.one-block": ("`--block`은 템플릿 하나에만 쓸 수 있습니다", "`--block` requires exactly one template"),
    "eject.block-form": (
        "`blog theme eject post.html --block {block}`처럼 쓰세요",
        "use `blog theme eject post.html --block {block}`",
    ),
    "eject.exists": ("`{path}`{path:-이/가} 이미 있어 건너뜁니다", "`{path}` already exists; skipped"),
    "eject.move-away": (
        "다시 복사하려면 그 파일을 먼저 옮기거나 삭제하세요",
        "to copy it again, move or delete that file first",
    ),
    "eject.comment": (
        "테마의 {name}에서 이 블록만 바꿉니다. super()는 테마의 원래 내용입니다",
        "Overrides this block of the theme's {name}; super() inserts the theme's own content",
    ),
}
