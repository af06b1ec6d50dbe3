"""Messages about the cache."""

MESSAGES = {
    "reason.new": ("새 출력", "new output"),
    "reason.plan": ("출력 정의 변경", "output definition changed"),
    "reason.lost": ("출력 폴더에서 삭제되거나 수정됨", "deleted or modified in the output folder"),
    "problem.cache-not-saved": (
        "사이트는 빌드했지만 캐시를 저장하지 못했습니다: {reason}",
        "the site was built, but its cache could not be saved: {reason}",
    ),
}
