"""Messages about IndexNow."""

MESSAGES = {
    "indexnow.taken": (
        "검색 엔진에 변경된 주소 {count}개를 알렸습니다 ({host})",
        "submitted {count:+URL/URLs} to {host} (IndexNow)",
    ),
    "indexnow.not-live": (
        "참고: 새 사이트가 공개된 것을 확인하지 못해 검색 엔진에 알리지 않았습니다",
        "note: skipped IndexNow because the new site was not confirmed to be live",
    ),
    "indexnow.400": (
        "참고: {host}{host:-이/가} 요청 형식을 거부했습니다 (400). 배포는 완료되었습니다",
        "note: {host} rejected the IndexNow request (400); the deployment itself succeeded",
    ),
    "indexnow.403": (
        "참고: {host}{host:-이/가} 사이트에서 키를 찾지 못했습니다 (403). `{key}.txt` 파일이 열리는지 확인하세요",
        "note: {host} could not find the IndexNow key (403); check that `{key}.txt` is reachable",
    ),
    "indexnow.422": (
        "참고: {host}{host:-이/가} 이 주소들을 이 사이트의 것으로 인정하지 않습니다 (422). `base_url`을 확인하세요",
        "note: {host} rejected these URLs as not belonging to the site (422); check `base_url`",
    ),
    "indexnow.429": (
        "참고: {host}에 너무 자주 알렸습니다 (429). 다음 배포 때 다시 알립니다",
        "note: too many IndexNow requests to {host} (429); will retry on the next deployment",
    ),
    "indexnow.other": (
        "참고: {host}{host:-이/가} {detail}{detail:-으로/로} 응답했습니다. 배포는 완료되었습니다",
        "note: {host} responded with {detail} to IndexNow; the deployment itself succeeded",
    ),
    "indexnow.unreachable": (
        "참고: {host}에 연결할 수 없어 알리지 못했습니다: {detail}",
        "note: could not connect to {host} for IndexNow: {detail}",
    ),
}
