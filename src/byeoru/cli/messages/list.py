"""Messages of `blog list`."""

MESSAGES = {
    "help.list": (
        "글의 목록을 봅니다: posts(기본), notes, pages, drafts, future, unlisted, tags, categories, series, authors",
        "List posts (default), notes, pages, drafts, future, unlisted, tags, categories, series or authors",
    ),
    "help.list.format": ("적는 꼴: text, json", "Form of the list: text, json"),
    "list.none": ("없습니다", "none"),
    "list.drafts": ("초안", "draft"),
    "list.future": ("예약", "future"),
    "list.unlisted": ("목록에 없음", "unlisted"),
    "metavar.what": ("[무엇]", "[WHAT]"),
}
