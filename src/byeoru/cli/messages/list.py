"""Messages of `blog list`."""

MESSAGES = {
    "help.list": (
        (
            "목록: posts, notes, pages, drafts, private, future, expired, unlisted, tags, categories, series, authors, "
            "orphans, broken, ambiguous, private-links, mentions"
        ),
        (
            "List posts, notes, pages, drafts, private, future, expired, unlisted, tags, categories, series, authors, "
            "orphans, broken, ambiguous, private-links or mentions"
        ),
    ),
    "help.list.link": (
        "`mentions`에 나온 자리를 위키링크로 바꿉니다",
        "Turn the places that `mentions` lists into wikilinks",
    ),
    "list.no-note": ("`{name}`{name:-이라는/라는} 노트가 없습니다", "there is no note `{name}`"),
    "list.no-note.hint": ("제목, 파일 이름이나 경로를 적으세요", "give a title, a file name or a path"),
    "list.only-mentions": ("`{what}` 목록에는 쓸 수 없습니다", "not available for `{what}`"),
    "list.only-mentions.hint": (
        "`blog list mentions [노트] --link`처럼 쓰세요",
        "write `blog list mentions [NOTE] --link`",
    ),
    "list.linked": (
        "파일 {files}개에 위키링크 {links}개를 만들었습니다",
        "wrote {links:+wikilink/wikilinks} in {files:+file/files}",
    ),
    "metavar.note": ("[노트]", "[NOTE]"),
    "help.list.format": ("출력 형식", "Output format"),
    "list.none": ("없음", "none"),
    "list.drafts": ("초안", "draft"),
    "list.private": ("비공개", "private"),
    "list.future": ("예약됨", "scheduled"),
    "list.expired": ("만료됨", "expired"),
    "list.unlisted": ("목록 제외", "unlisted"),
    "metavar.what": ("[종류]", "[KIND]"),
}
