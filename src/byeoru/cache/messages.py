"""Messages about the cache."""

MESSAGES = {
    "problem.cache-not-saved": (
        "사이트는 지었지만 기억을 갈무리하지 못했습니다: {reason}",
        "the site was built, but the cache could not be saved: {reason}",
    ),
}
