"""Messages about front matter."""

MESSAGES = {
    "problem.bad-date": ("`{name}`의 값 `{text}`{text:-은/는} 날짜가 아닙니다", "`{text}` is not a date (`{name}`)"),
    "problem.bad-source": (
        "원문의 주소 `{url}`{url:-을/를} 읽을 수 없습니다",
        "`{url}` is not the address of an original",
    ),
    "hint.date-form": ("`2026-03-14 21:10`처럼 적으세요", "write it like `2026-03-14 21:10`"),
    "problem.front-matter-fence": (
        "앞머리의 위아래에는 `---` 줄이 있어야 합니다",
        "front matter must stand between two lines of `---`",
    ),
    "problem.one-tag": (
        "쉼표가 없어서 태그 하나(`{text}`)로 읽었습니다",
        "read as one tag, `{text}`, as there is no comma in it",
    ),
    "problem.toml-syntax": ("TOML 문법에 맞지 않습니다: {detail}", "not valid TOML: {detail}"),
    "hint.close-front-matter": ("{end}번째 줄에 `---`를 적으세요", "write `---` on line {end}"),
    "hint.fence-front-matter": ("{line}번째 줄에 `---`를 적으세요", "write `---` on line {line}"),
    "hint.quote-like-this": ("`{key}: {quoted}`처럼 적으세요", "write `{key}: {quoted}`"),
    "hint.shorten-front-matter": ("앞머리를 간단히 줄이세요", "shorten the front matter"),
}
