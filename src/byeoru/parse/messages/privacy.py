"""Messages about drafts and comments: what is kept from being published."""

MESSAGES = {
    "problem.asks-for-privacy": (
        "`{key}`{key:-은/는} 공개하지 말라는 뜻으로 읽어 초안으로 둡니다",
        "`{key}` asks not to be published; kept as a draft",
    ),
    "problem.misspelt-draft": (
        "`{key}`{key:-은/는} 초안 표시로 읽어 초안으로 둡니다",
        "`{key}` is taken for a draft mark; kept as a draft",
    ),
    "problem.unclear-draft": (
        "공개해도 되는 글인지 읽을 수 없어 초안으로 둡니다",
        "cannot tell whether this may be published; kept as a draft",
    ),
    "problem.unreadable-date": (
        "`{name}`의 값 `{text}`{text:-은/는} 날짜가 아니어서 초안으로 둡니다",
        "`{name}` is `{text}`, which is no date; kept as a draft",
    ),
    "problem.hidden-words": ("`%%주석%%` {count}개를 글에서 뺐습니다", "`%%comment%%`: {count} left out of the page"),
    "problem.unclosed-comment": (
        "`%%`를 닫지 않아 글의 끝까지 뺐습니다",
        "nothing closes this `%%`, so the rest of the text is left out",
    ),
    "problem.unclear-comment": (
        "`%%`가 주석인지 알 수 없어 초안으로 둡니다",
        "cannot tell whether this `%%` begins a comment; kept as a draft",
    ),
    "problem.lone-percents": ("짝이 없는 `%%`라서 글자 그대로 둡니다", "`%%` without a second one, kept as text"),
    "hint.close-comment": ("주석이 끝날 곳에 `%%`를 적으세요", "write `%%` where the comment ends"),
    "hint.comment-as-code": (
        "주석이 아니면 백틱으로 감싸거나 `\\%%`로 적으세요",
        "if it is no comment, put it in backticks or write `\\%%`",
    ),
    "hint.mend-front-matter": (
        "앞머리를 읽을 수 있게 고치면 공개합니다",
        "it is published once its front matter can be read",
    ),
    "hint.write-draft": (
        "초안이면 `draft: true`, 공개할 글이면 `draft: false`만 남기세요",
        "leave only `draft: true` for a draft, or `draft: false` to publish it",
    ),
    "hint.move-front-matter-up": (
        "앞머리라면 글의 맨 위에서 `---` 두 줄 사이에 두세요",
        "if it is front matter, put it at the top between two lines of `---`",
    ),
}
