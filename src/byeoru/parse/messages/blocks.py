"""Messages about blocks of Markdown, and about texts without any."""

MESSAGES = {
    "problem.canvas-as-link": (
        "캔버스는 그리지 않으므로 파일 링크로 표시합니다: `{name}`",
        "canvases are not drawn; shown as a link to the file: `{name}`",
    ),
    "problem.computed-left-out": (
        "{name} 플러그인이 계산하는 내용은 만들 수 없어 빼고 표시합니다",
        "what the plugin {name} computes cannot be shown; it is left out",
    ),
    "hint.export-canvas": (
        "캔버스를 이미지로 내보내 그 파일을 넣으세요",
        "export the canvas as an image, and embed that file",
    ),
    "hint.show-as-text": (
        "결과를 글로 옮겨 적거나, 원문을 보여 주려면 `text` 코드 블록에 넣으세요",
        "write the result as text; to show the source, put it into a code block of the language `text`",
    ),
    "problem.diagram-as-code": (
        "`{name}` 도표는 그리지 않으므로 코드로 표시합니다",
        "`{name}` diagrams are not rendered; shown as code",
    ),
    "problem.empty-post": ("글에 내용이 없습니다", "the post has no text"),
    "problem.unclosed-container": (
        "닫히지 않은 `{text}`{text:-을/를} 텍스트로 표시합니다",
        "unclosed `{text}`; rendered as text",
    ),
    "problem.unclosed-fence": (
        "닫히지 않은 `{fence}` 아래가 모두 코드로 표시됩니다",
        "unclosed `{fence}`; everything below is code",
    ),
    "problem.undefined-footnote": (
        "내용이 없는 각주 `[^{label}]`{label:-을/를} 텍스트로 표시합니다",
        "undefined footnote `[^{label}]`; rendered as text",
    ),
    "problem.unknown-container": (
        "알 수 없는 상자 `:::{name}`{name:-을/를} 안의 내용만 표시합니다",
        "unknown container `:::{name}`; only its content is shown",
    ),
    "hint.close-container": ("끝나는 곳에 `{marks}` 줄을 추가하세요", "add a line `{marks}` where it ends"),
    "hint.close-fence": (
        "코드가 끝나는 곳에 `{fence}` 줄을 추가하세요",
        "add a line `{fence}` where the code ends",
    ),
    "hint.define-footnote": (
        "글 끝에 `[^{label}]: 내용`을 추가하거나, 각주가 아니면 `\\[^{label}]`로 적으세요",
        "add `[^{label}]: text` at the end, or write `\\[^{label}]` if it is no footnote",
    ),
    "hint.diagram-as-image": (
        "이미지로 저장해 넣거나, 코드로 보여 주려면 언어를 `text`로 적으세요",
        "insert it as an image, or write the language `text` to show the code",
    ),
    "hint.use-callout": (
        "`:::note`, `:::tip`, `:::warning`처럼 종류를 적으면 콜아웃이 됩니다",
        "kinds such as `:::note`, `:::tip` and `:::warning` become callouts",
    ),
    "hint.write-or-draft": (
        "내용을 쓰거나, 아직이면 프런트 매터에 `draft: true`를 적으세요",
        "write it, or set `draft: true` in the front matter until then",
    ),
}
