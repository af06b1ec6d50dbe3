"""Messages about Markdown and template tags."""

MESSAGES = {
    "problem.bad-formula": (
        "수식을 해석할 수 없어 코드로 표시합니다: {reason}",
        "invalid math; rendered as code: {reason}",
    ),
    "problem.eaten-asterisk": (
        "`{text}…`의 `*`가 강조 표시로 해석되어 사라집니다",
        "the `*` in `{text}…` is parsed as emphasis and disappears",
    ),
    "problem.large-post": (
        "글이 {size}KB라서 피드에는 링크만 넣습니다",
        "this post has {size} KB; feeds contain a link in place of its text",
    ),
    "problem.local-file": (
        "`{target}`{target:-은/는} 이 컴퓨터에만 있는 파일이라 공개하지 않습니다",
        "`{target}` is a file on this computer; it is not published",
    ),
    "problem.lost-cell": (
        "이 행에는 칸이 {count}개지만 표의 열은 {columns}개입니다. 나머지 칸은 버립니다",
        "this row has {count:+cell/cells}, but the table has {columns:+column/columns}; extra cells are dropped",
    ),
    "problem.nested-too-deep": (
        "{limit}단계보다 깊게 중첩되어 그 안쪽은 일반 텍스트로 표시합니다",
        "nested more than {limit} levels deep; the rest is rendered as plain text",
    ),
    "problem.spaced-link": (
        "주소에 공백이 있어 링크로 해석되지 않습니다: `{text}`",
        "not a link, because its URL contains a space: `{text}`",
    ),
    "problem.swallowing-tag": (
        "`{tag}`{tag:-이/가} 닫히지 않아 그 뒤의 내용이 보이지 않습니다",
        "unclosed `{tag}` hides everything after it",
    ),
    "problem.unclosed-tag": (
        "닫히지 않은 태그 `{name}`{name:-을/를} 빼고 그 안의 글만 표시합니다",
        "unclosed tag `{name}` is left out; its text is shown",
    ),
    "problem.underscore-emphasis": (
        "`_` 바로 뒤에 글자가 있어 강조로 해석되지 않습니다: `{text}`",
        "not emphasis, because a letter follows the `_`: `{text}`",
    ),
    "problem.unknown-language": ("알 수 없는 코드 언어 `{name}`", "unknown code language `{name}`"),
    "problem.template-page": (
        "다른 프로그램의 템플릿만 있는 페이지라서 건너뜁니다",
        "page contains only templates of another program; skipped",
    ),
    "problem.unknown-tag": (
        "알 수 없는 태그 `{name}` {count}개를 빼고 그 안의 글만 표시합니다",
        "unknown tag `{name}` is left out {count:+time/times}; text inside of it is shown",
    ),
    "problem.unused-footnote": ("쓰이지 않는 각주 `[^{label}]`", "unused footnote `[^{label}]`"),
    "problem.vanishing-tag": (
        "`{tag}`{tag:-이/가} HTML 태그로 해석되어 보이지 않습니다",
        "`{tag}` is parsed as an HTML tag and not displayed",
    ),
    "hint.copy-beside": (
        "이 글과 같은 폴더에 복사하고 `{name}`{name:-으로/로} 적으세요",
        "copy it into the folder of this file, and link to `{name}`",
    ),
    "hint.close-the-tag": ("끝나는 곳에 `{closing}` 태그를 추가하세요", "add `{closing}` where it ends"),
    "hint.list-is-generated": (
        "태그·카테고리·글 목록은 벼루가 만듭니다. 보여 줄 글이 있으면 적고, 없으면 지우세요",
        "Byeoru generates lists of tags, categories and posts; write a text for it, or delete it",
    ),
    "hint.language-as-text": (
        "강조 없이 표시됩니다. 이름을 고치거나 `text`로 적으세요",
        "it is shown without highlighting; fix the name or use `text`",
    ),
    "hint.put-in-backticks": (
        "태그를 그대로 보여 주려면 백틱으로 감싸세요",
        "to show a tag literally, wrap it in backticks",
    ),
    "hint.save-pasted-pictures": (
        "글에 붙여 넣은 이미지(`data:`)를 파일로 저장하고 그 파일을 넣으세요",
        "save the images that are pasted into the text (`data:`) as files, and use these",
    ),
    "hint.write-as-code": (
        "백틱으로 감싸거나 `&lt;{name}>`로 적으세요",
        "wrap it in backticks, or write `&lt;{name}>`",
    ),
    "hint.write-bar": ("칸 안의 `|`는 `\\|`로 적으세요", "escape a `|` inside a cell as `\\|`"),
    "hint.nest-less": ("목록이나 인용문의 중첩을 줄이세요", "reduce the nesting of lists or quotes"),
}
