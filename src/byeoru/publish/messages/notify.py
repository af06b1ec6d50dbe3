"""Messages about IndexNow."""

MESSAGES = {
    "indexnow.taken": (
        "검색엔진에 주소 {count}개를 알렸습니다 ({host})",
        "told a search engine of {count} addresses ({host})",
    ),
    "indexnow.not-live": (
        "알림: 새 사이트가 뜬 것을 보지 않아서 검색엔진에 알리지 않았습니다",
        "note: search engines were not told, as the new site was not seen to be live",
    ),
    "indexnow.400": (
        "알림: {host}{host:-이/가} 요청을 읽지 못했습니다 (400). 사이트는 펴낸 그대로입니다",
        "note: {host} could not read the request (400); the site is published all the same",
    ),
    "indexnow.403": (
        "알림: {host}{host:-이/가} 사이트에서 열쇠를 찾지 못했습니다 (403). `{key}.txt` 파일이 열리는지 보세요",
        "note: {host} did not find the key in the site (403); see whether `{key}.txt` can be opened",
    ),
    "indexnow.422": (
        "알림: {host}{host:-이/가} 이 주소들을 사이트의 것으로 여기지 않습니다 (422). `base_url`을 살피세요",
        "note: {host} does not take these addresses for the site's own (422); check `base_url`",
    ),
    "indexnow.429": (
        "알림: {host}에 너무 자주 알렸습니다 (429). 다음에 펴낼 때 다시 알립니다",
        "note: {host} was told too often (429); the next deployment tells it again",
    ),
    "indexnow.other": (
        "알림: {host}{host:-이/가} {detail}{detail:-으로/로} 답했습니다. 사이트는 펴낸 그대로입니다",
        "note: {host} answered {detail}; the site is published all the same",
    ),
    "indexnow.unreachable": (
        "알림: {host}에 닿지 않아 알리지 못했습니다: {detail}",
        "note: {host} could not be reached and was not told: {detail}",
    ),
}
