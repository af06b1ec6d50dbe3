"""Messages of `blog new`."""

MESSAGES = {
    "help.new": ("새 글을 초안으로 만듭니다", "Create a new post as a draft"),
    "help.new.section": ("글의 섹션 (기본: posts)", "Section of the post (default: posts)"),
    "help.new.category": ("카테고리, 예: study/cs231n", "Category, e.g. study/cs231n"),
    "help.new.tags": ("쉼표로 구분한 태그", "Comma-separated tags"),
    "help.new.slug": ("주소에 쓸 이름(slug)", "Slug: the name used in the URL"),
    "new.exists": (
        "`{path}`{path:-이/가} 이미 있습니다. `--slug`로 다른 이름을 지정하세요",
        "`{path}` already exists; choose another name with `--slug`",
    ),
    "new.bad-name": ("`{name}`{name:-은/는} 파일 이름으로 쓸 수 없습니다", "invalid file name `{name}`"),
    "new.no-section": (
        "섹션 `{name}`{name:-이/가} 없습니다 (사용할 수 있는 섹션: {known})",
        "unknown section `{name}` (available: {known})",
    ),
    "metavar.title": ("제목", "TITLE"),
}
