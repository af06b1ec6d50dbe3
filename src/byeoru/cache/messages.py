"""Messages about the cache."""

MESSAGES = {
    "problem.cache-not-saved": (
        "사이트는 빌드했지만 캐시를 저장하지 못했습니다: {reason}",
        "the site was built, but its cache could not be saved: {reason}",
    ),
}
