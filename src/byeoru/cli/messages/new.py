"""Messages of `blog new`."""

MESSAGES = {
    "help.new": ("새 글을 초안으로 만듭니다", "Make a new post, as a draft"),
    "help.new.section": ("글을 둘 섹션 (기본 posts)", "Section of the post (default: posts)"),
    "help.new.category": ("분류, 예: study/cs231n", "Category, such as study/cs231n"),
    "help.new.tags": ("쉼표로 나눈 태그", "Tags, separated by commas"),
    "help.new.slug": ("주소에 쓸 이름", "Name in the address"),
    "new.exists": (
        "`{path}`{path:-이/가} 이미 있습니다. `--slug`로 다른 이름을 주세요",
        "`{path}` exists; choose another name with `--slug`",
    ),
    "new.bad-name": ("`{name}`{name:-은/는} 파일 이름으로 쓸 수 없습니다", "`{name}` cannot be used as a file name"),
    "new.no-section": (
        "섹션 `{name}`{name:-이/가} 없습니다. 있는 섹션: {known}",
        "no section `{name}`; there are: {known}",
    ),
    "metavar.title": ("제목", "TITLE"),
}
