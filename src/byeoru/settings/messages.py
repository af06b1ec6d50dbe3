"""Messages about `blog.yml`."""

MESSAGES = {
    "problem.base-url-login": (
        "사이트 주소에 사용자 이름이나 비밀번호가 있습니다. 모든 페이지에 공개됩니다",
        "the site's URL contains a user name or password, which every page would show",
    ),
    "problem.base-url-sign": (
        "사이트 주소의 이 위치에는 `{sign}` 문자를 쓸 수 없습니다",
        "`{sign}` is not allowed here in the site's URL",
    ),
    "problem.bad-base-url": ("`{url}`{url:-은/는} 올바른 사이트 주소가 아닙니다", "invalid site URL `{url}`"),
    "problem.bad-editor": ("`{text}`{text:-은/는} 편집기를 여는 주소가 아닙니다", "invalid editor URL `{text}`"),
    "problem.bad-link": ("`{url}`{url:-은/는} 링크 주소로 쓸 수 없습니다", "invalid link URL `{url}`"),
    "problem.bad-pattern": (
        "주소 패턴 `{pattern}`{pattern:-이/가} 올바르지 않습니다",
        "invalid permalink pattern `{pattern}`",
    ),
    "problem.bad-publish": (
        "`publish`의 값 `{text}`{text:-이/가} 올바르지 않습니다",
        "invalid value `{text}` for `publish`",
    ),
    "problem.bad-private-links": (
        "`private_links`의 값 `{text}`{text:-이/가} 올바르지 않습니다",
        "invalid value `{text}` for `private_links`",
    ),
    "problem.bad-section": ("`{name}`{name:-은/는} 섹션 이름으로 쓸 수 없습니다", "invalid section name `{name}`"),
    "problem.bad-service-value": (
        "`{key}`의 값 `{text}`{text:-이/가} 올바르지 않습니다",
        "invalid value `{text}` for `{key}`",
    ),
    "problem.bad-size": (
        "`{name}`{name:-은/는} 1부터 1000까지여야 합니다 (지금 {value})",
        "`{name}` must be between 1 and 1000, not {value}",
    ),
    "problem.not-yet": ("`{name}` 기능은 아직 지원하지 않습니다", "`{name}` is not supported yet"),
    "problem.service-incomplete": (
        "`{key}`{key:-이/가} 없어 `{name}`{name:-을/를} 사용하지 않습니다",
        "`{name}` is disabled because `{key}` is missing",
    ),
    "problem.settings-no-title": ("사이트 제목(`title`)이 없습니다", "missing site `title`"),
    "problem.settings-unreadable": ("설정을 읽을 수 없습니다: {detail}", "cannot read settings: {detail}"),
    "problem.unknown-provider": (
        "`{text}`{text:-은/는} `{name}`에서 지원하는 서비스가 아닙니다",
        "unsupported service `{text}` for `{name}`",
    ),
    "problem.unknown-timezone": ("알 수 없는 시간대 `{name}`", "unknown time zone `{name}`"),
    "problem.bad-install": (
        "`{text}`{text:-은/는} 해시가 붙은 `https://` 주소가 아닙니다",
        "`{text}` is not an `https://` URL with a hash",
    ),
    "problem.bad-indexnow-key": (
        "`{text}`{text:-은/는} 올바른 IndexNow 키가 아닙니다",
        "invalid IndexNow key `{text}`",
    ),
    "problem.bad-branch": ("`{text}`{text:-은/는} 브랜치 이름으로 쓸 수 없습니다", "invalid branch name `{text}`"),
    "problem.unknown-target": ("알 수 없는 배포 대상 `{text}`", "unknown deployment target `{text}`"),
    "problem.unknown-history": (
        "`history`의 값 `{text}`{text:-이/가} 올바르지 않습니다",
        "invalid value `{text}` for `history`",
    ),
    "problem.bad-destination": (
        "`{text}`{text:-은/는} `사용자@서버:경로` 형식이 아닙니다",
        "invalid destination `{text}`: expected `user@host:path`",
    ),
    "problem.bad-port": ("`port`의 값 `{text}`{text:-이/가} 올바르지 않습니다", "invalid value `{text}` for `port`"),
    "hint.base-url-form": ("`https://blog.example.kr`처럼 적으세요", "use a URL such as `https://blog.example.kr`"),
    "hint.choose-one": ("{names} 중 하나를 적으세요", "expected one of {names}"),
    "hint.editor-form": (
        "`vscode://file/{{file}}:{{line}}:{{column}}`처럼 적으세요",
        "use a URL such as `vscode://file/{{file}}:{{line}}:{{column}}`",
    ),
    "hint.pattern-form": (
        "`/`로 시작해 `/`나 `.html`로 끝나야 하며 `:slug`나 `:path`가 있어야 합니다",
        "it must start with `/`, end with `/` or `.html`, and contain `:slug` or `:path`",
    ),
    "hint.publish-form": (
        "`explicit`(`publish: true`인 글만)이나 `[공개/**]` 같은 폴더 패턴을 적으세요",
        "use `explicit` (only pages with `publish: true`), or folders such as `[public/**]`",
    ),
    "hint.remove-for-now": ("아직 효과가 없으니 이 줄을 삭제하세요", "it has no effect; remove the line"),
    "hint.shown-at": ("{where}에서 찾을 수 있습니다", "find it at {where}"),
    "hint.write-base-url": ("`{guess}`처럼 적으세요", "use `{guess}`"),
    "hint.write-title": ("`title: 내 블로그`처럼 적으세요", "add a line such as `title: My blog`"),
    "hint.indexnow-key-form": (
        "영문자, 숫자, `-`로 8~128자여야 합니다. `indexnow: true`로 두면 자동으로 만듭니다",
        "use 8 to 128 letters, digits and `-`, or set `indexnow: true` to generate one",
    ),
}
