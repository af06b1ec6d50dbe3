"""What is held back from publishing, and what should not be published: one sentence a code, Korean and English."""

PROBLEMS: dict[str, tuple[str, str]] = {
    "asks-for-privacy": (
        "`{key}`{key:-은/는} 공개하지 말라는 뜻으로 읽어 초안으로 둡니다",
        "`{key}` asks not to be published; kept as a draft",
    ),
    "misspelt-draft": (
        "`{key}`{key:-은/는} 초안 표시로 읽어 초안으로 둡니다",
        "`{key}` is taken for a draft mark; kept as a draft",
    ),
    "unclear-draft": (
        "공개해도 되는 글인지 읽을 수 없어 초안으로 둡니다",
        "cannot tell whether this may be published; kept as a draft",
    ),
    "unreadable-date": (
        "`{name}`의 값 `{text}`{text:-은/는} 날짜가 아니어서 초안으로 둡니다",
        "`{name}` is `{text}`, which is no date; kept as a draft",
    ),
    "hidden-words": (
        "`%%주석%%` {count}개를 글에서 뺐습니다",
        "`%%comment%%`: {count} left out of the page",
    ),
    "unclosed-comment": (
        "`%%`를 닫지 않아 글의 끝까지 뺐습니다",
        "nothing closes this `%%`, so the rest of the text is left out",
    ),
    "unclear-comment": (
        "`%%`가 주석인지 알 수 없어 초안으로 둡니다",
        "cannot tell whether this `%%` begins a comment; kept as a draft",
    ),
    "lone-percents": (
        "짝이 없는 `%%`라서 글자 그대로 둡니다",
        "`%%` without a second one, kept as text",
    ),
    "secret-file": (
        "비밀번호나 개인 키가 든 파일로 보이는데, 이대로면 공개합니다",
        "it looks like a file of passwords or private keys, and would be published",
    ),
    "secret-in-text": (
        "{kind}의 키나 비밀번호로 보입니다 (`{shown}…`)",
        "it looks like a key or password of {kind} (`{shown}…`)",
    ),
}
HINTS: dict[str, tuple[str, str]] = {
    "revoke-it": (
        "진짜라면 글에서 지우고 그 키를 폐기하세요",
        "if it is real, take it out and revoke it",
    ),
    "take-it-away": ("펴내지 않는 곳으로 옮기세요", "move it to where it is not published"),
    "remove-or-allow": (
        "진짜라면 지우고 그 키를 폐기하세요 (아니라면 `--allow {allow}`)",
        "if it is real, remove it and revoke the key (if not: `--allow {allow}`)",
    ),
    "close-comment": ("주석이 끝날 곳에 `%%`를 적으세요", "write `%%` where the comment ends"),
    "comment-as-code": (
        "주석이 아니면 백틱으로 감싸거나 `\\%%`로 적으세요",
        "if it is no comment, put it in backticks or write `\\%%`",
    ),
    "allow-without": (
        "이것만 빼고 펴내려면 `--allow {allow}`",
        "to publish the rest without it: `--allow {allow}`",
    ),
    "copy-it-here": (
        "펴낼 파일이면 링크 대신 이 자리에 복사해 두세요",
        "if it is to be published, put a copy of it here instead of the link",
    ),
    "fence-front-matter": (
        "앞머리라면 글의 맨 위에서 `---` 두 줄 사이에 두세요",
        "if it is front matter, put it at the top between two lines of `---`",
    ),
    "mend-front-matter": (
        "앞머리를 읽을 수 있게 고치면 공개합니다",
        "it is published once its front matter can be read",
    ),
    "write-draft": (
        "초안이면 `draft: true`, 공개할 글이면 `draft: false`만 남기세요",
        "leave only `draft: true` for a draft, or `draft: false` to publish it",
    ),
}
