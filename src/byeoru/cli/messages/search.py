"""Messages of `blog search`."""

MESSAGES = {
    "help.search": ("빌드한 사이트를 검색합니다", "Search the built site"),
    "help.search.limit": ("보여 줄 결과 수", "Number of results to show"),
    "help.search.format": ("출력 형식", "Output format"),
    "help.search.edition": ("검색할 판의 언어 (기본: 사이트의 언어)", "Language to search (default: that of the site)"),
    "metavar.query": ("질의", "QUERY"),
    "search.count": ("결과 {count}개", "{count:+result/results}"),
    "search.shown": ("결과 {count}개 중 {shown}개", "{shown} of {count:+result/results}"),
    "search.none": ("`{query}`에 맞는 글이 없습니다", "nothing found for `{query}`"),
    "search.widened": ("`{typed}` 대신 `{used}`", "`{used}` instead of `{typed}`"),
    "search.empty": ("검색할 낱말이 없습니다", "nothing to search for"),
    "search.empty.hint": ('예: `blog search "가비지 컬렉션"`', 'for example: `blog search "garbage collection"`'),
    "search.no-site": ("빌드한 사이트가 없습니다", "there is no built site"),
    "search.build": ("먼저 `blog build`를 실행하세요", "run `blog build` first"),
    "search.off": (
        "이 사이트는 검색을 쓰지 않습니다 (`search: false`)",
        "search is off for this site (`search: false`)",
    ),
    "search.off.hint": (
        "`blog.yml`에서 그 줄을 지우고 `blog build`를 실행하세요",
        "remove that line from `blog.yml` and run `blog build`",
    ),
    "search.no-index": ("빌드한 사이트에 검색 색인이 없습니다", "the built site has no search index"),
    "search.no-edition": ("`{edition}` 판이 없습니다", "no edition `{edition}`"),
    "search.editions": ("있는 판: {editions}", "editions: {editions}"),
    "search.damaged": ("검색 색인이 손상되었습니다: `{path}`", "the search index is damaged: `{path}`"),
    "search.rebuild": ("`blog build`가 다시 만듭니다", "`blog build` writes it again"),
}
