"""Messages of `blog list`."""

MESSAGES = {
    "help.list": (
        "목록: posts, notes, pages, drafts, private, future, expired, unlisted, tags, categories, series, authors",
        "List posts, notes, pages, drafts, private, future, expired, unlisted, tags, categories, series or authors",
    ),
    "help.list.format": ("출력 형식", "Output format"),
    "list.none": ("없음", "none"),
    "list.drafts": ("초안", "draft"),
    "list.private": ("비공개", "private"),
    "list.future": ("예약됨", "scheduled"),
    "list.expired": ("만료됨", "expired"),
    "list.unlisted": ("목록 제외", "unlisted"),
    "metavar.what": ("[종류]", "[KIND]"),
}
