"""Messages of `blog list`."""

MESSAGES = {
    "help.list": (
        "글 목록: posts(기본), notes, pages, drafts, future, expired, unlisted, tags, categories, series, authors",
        "List posts (default), notes, pages, drafts, future, expired, unlisted, tags, categories, series or authors",
    ),
    "help.list.format": ("출력 형식", "Output format"),
    "list.none": ("없음", "none"),
    "list.drafts": ("초안", "draft"),
    "list.future": ("예약됨", "scheduled"),
    "list.expired": ("만료됨", "expired"),
    "list.unlisted": ("목록 제외", "unlisted"),
    "metavar.what": ("[종류]", "[KIND]"),
}
