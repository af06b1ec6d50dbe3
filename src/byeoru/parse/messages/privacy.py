"""Messages about drafts and comments: what is not published."""

MESSAGES = {
    "problem.asks-for-privacy": (
        "`{key}`{key:-을/를} 비공개 표시로 보고 초안으로 처리합니다",
        "`{key}` marks this page as private; treated as a draft",
    ),
    "problem.misspelt-draft": (
        "`{key}`{key:-을/를} `draft`의 오타로 보고 초안으로 처리합니다",
        "`{key}` looks like a misspelling of `draft`; treated as a draft",
    ),
    "problem.unclear-draft": (
        "공개할 글인지 알 수 없어 초안으로 처리합니다",
        "cannot determine whether to publish this page; treated as a draft",
    ),
    "problem.unreadable-date": (
        "`{name}`의 값 `{text}`{text:-이/가} 날짜가 아니라서 초안으로 처리합니다",
        "invalid date `{text}` in `{name}`; treated as a draft",
    ),
    "problem.hidden-words": ("`%%주석%%` {count}개를 제거했습니다", "removed {count:+`%%comment%%`/`%%comments%%`}"),
    "problem.unclosed-comment": (
        "`%%`가 닫히지 않아 글의 끝까지 제외했습니다",
        "unclosed `%%`; the rest of the text is omitted",
    ),
    "problem.unclear-comment": (
        "`%%`가 주석인지 알 수 없어 초안으로 처리합니다",
        "cannot determine whether `%%` starts a comment; treated as a draft",
    ),
    "problem.lone-percents": ("짝이 없는 `%%`를 텍스트로 표시합니다", "unmatched `%%`; rendered as text"),
    "hint.close-comment": ("주석이 끝나는 곳에 `%%`를 추가하세요", "add `%%` where the comment ends"),
    "hint.comment-as-code": (
        "주석이 아니면 백틱으로 감싸거나 `\\%%`로 적으세요",
        "if it is not a comment, wrap it in backticks or escape it as `\\%%`",
    ),
    "hint.fix-front-matter": (
        "프런트 매터의 오류를 고치면 공개합니다",
        "it is published once its front matter is valid",
    ),
    "hint.write-draft": (
        "초안이면 `draft: true`, 공개하려면 `draft: false`만 남기세요",
        "use `draft: true` for a draft, or `draft: false` to publish it",
    ),
    "hint.move-front-matter-up": (
        "프런트 매터라면 파일 맨 위의 `---` 두 줄 사이로 옮기세요",
        "if this is front matter, move it between two `---` lines at the top of the file",
    ),
}
