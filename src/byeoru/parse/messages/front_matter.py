"""Messages about front matter."""

MESSAGES = {
    "problem.address-of-no-file": (
        "`{text}`{text:-은/는} 파일로 둘 수 있는 주소가 아니라서 무시합니다",
        "`{text}` is not an address that a file can have; ignored",
    ),
    "problem.bad-date": ("`{name}`의 값 `{text}`{text:-은/는} 날짜가 아닙니다", "invalid date `{text}` in `{name}`"),
    "problem.bad-source": ("원문 주소 `{url}`{url:-이/가} 올바르지 않습니다", "invalid URL of the original: `{url}`"),
    "problem.front-matter-fence": (
        "프런트 매터는 `---` 줄로 시작하고 끝나야 합니다",
        "front matter must start and end with a `---` line",
    ),
    "problem.json-syntax": ("JSON 문법 오류: {detail}", "invalid JSON: {detail}"),
    "problem.one-series": (
        "시리즈가 여럿이라 첫 번째 `{text}`만 씁니다",
        "several series; only the first is used: `{text}`",
    ),
    "problem.one-tag": (
        "쉼표가 없어 태그 하나로 읽었습니다: `{text}`",
        "parsed as a single tag because there is no comma: `{text}`",
    ),
    "problem.unknown-stage": ("`{text}`{text:-은/는} 모르는 단계라서 무시합니다", "unknown stage `{text}`; ignored"),
    "problem.toml-syntax": ("TOML 문법 오류: {detail}", "invalid TOML: {detail}"),
    "hint.stage-form": ("`씨앗`, `새싹`, `상록` 가운데 하나를 적으세요", "write `seed`, `budding` or `evergreen`"),
    "hint.date-form": ("`2026-03-14 21:10` 형식으로 적으세요", "use the format `2026-03-14 21:10`"),
    "hint.close-front-matter": ("{end}번째 줄에 `---`를 추가하세요", "add `---` on line {end}"),
    "hint.fence-front-matter": ("{line}번째 줄에 `---`를 추가하세요", "add `---` on line {line}"),
    "hint.remove-address": (
        "이 주소를 삭제하세요. 정적 사이트는 `?` 뒤를 구별하지 못합니다",
        "remove this address; a static site cannot tell what follows `?`",
    ),
    "hint.write-path": ("`/posts/my-post/`처럼 경로만 적으세요", "use a path only, such as `/posts/my-post/`"),
    "hint.quote-like-this": ("`{key}: {quoted}`처럼 적으세요", "use `{key}: {quoted}`"),
    "hint.shorten-front-matter": ("프런트 매터를 줄이세요", "shorten the front matter"),
}
