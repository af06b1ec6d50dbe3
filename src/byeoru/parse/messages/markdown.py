"""Messages about Markdown and template tags."""

MESSAGES = {
    "problem.bad-formula": (
        "수식을 읽을 수 없어 코드로 보입니다: {reason}",
        "this formula cannot be read and is shown as code: {reason}",
    ),
    "problem.eaten-asterisk": (
        "`{text}…`의 `*`가 기울임으로 읽혀 사라집니다",
        "the `*` in `{text}…` is read as emphasis and disappears",
    ),
    "problem.lost-cell": (
        "이 줄은 {count}칸인데 표는 {columns}칸이라 나머지를 잃습니다",
        "this row has {count} cells and the table {columns}; the rest is lost",
    ),
    "problem.nested-too-deep": (
        "{limit}겹보다 깊이 겹쳐 있어 그보다 안쪽은 글자 그대로 보여 줍니다",
        "nested deeper than {limit} levels; what is deeper is shown as plain text",
    ),
    "problem.spaced-link": (
        "`{text}`{text:-은/는} 주소에 빈칸이 있어 링크가 되지 않습니다",
        "`{text}` is not a link, because its target contains a space",
    ),
    "problem.swallowing-tag": (
        "`{tag}`{tag:-을/를} 닫지 않아 그 뒤의 글이 화면에서 사라집니다",
        "`{tag}` is never closed, so everything after it disappears from the page",
    ),
    "problem.unclosed-tag": (
        "닫히지 않은 태그라서 글자 그대로 둡니다: `{name}`",
        "`{name}` is never closed and stays as text",
    ),
    "problem.underscore-emphasis": (
        "`{text}`{text:-은/는} 기울임이 되지 않습니다 (`_` 바로 뒤에 글자가 옵니다)",
        "`{text}` is not emphasis, because a letter follows the `_`",
    ),
    "problem.unknown-language": ("코드의 언어 `{name}`{name:-을/를} 모릅니다", "unknown code language `{name}`"),
    "problem.unknown-tag": ("모르는 태그라서 글자 그대로 둡니다: `{name}`", "unknown tag `{name}`, kept as text"),
    "problem.unused-footnote": (
        "각주 `[^{label}]`{label:-을/를} 가리키는 곳이 없습니다",
        "nothing refers to the footnote `[^{label}]`",
    ),
    "problem.vanishing-tag": (
        "`{tag}`{tag:-은/는} HTML 태그로 읽혀 화면에서 사라집니다",
        "`{tag}` is read as an HTML tag and disappears from the page",
    ),
    "hint.close-the-tag": ("끝날 곳에 `{closing}` 태그를 적으세요", "write `{closing}` where it ends"),
    "hint.language-as-text": (
        "글자 그대로 보입니다. 이름을 고치거나 `text`로 적으세요",
        "it is shown as plain text: correct the name, or write `text`",
    ),
    "hint.put-in-backticks": ("태그를 보여 주려면 백틱으로 감싸세요", "to show a tag, put it in backticks"),
    "hint.write-as-code": ("백틱으로 감싸거나 `&lt;{name}>`로 적으세요", "put it in backticks, or write `&lt;{name}>`"),
    "hint.write-bar": ("칸 안의 `|`는 `\\|`로 적으세요", "write a `|` inside a cell as `\\|`"),
}
