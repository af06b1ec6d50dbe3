"""Messages about `blog.yml`."""

MESSAGES = {
    "problem.base-url-login": (
        "사이트 주소에 사용자 이름이나 비밀번호가 들어 있습니다. 모든 페이지에 그대로 실립니다",
        "the address of the site has a user name or a password in it, which every page would show",
    ),
    "problem.base-url-sign": (
        "사이트 주소의 이 자리에는 `{sign}`{sign:-을/를} 쓸 수 없습니다",
        "`{sign}` cannot stand here in the address of the site",
    ),
    "problem.bad-base-url": (
        "`{url}`{url:-은/는} 사이트 주소가 될 수 없습니다",
        "`{url}` cannot be the address of a site",
    ),
    "problem.bad-editor": (
        "`{text}`{text:-은/는} 편집기를 여는 주소가 아닙니다",
        "`{text}` is not an address that opens an editor",
    ),
    "problem.bad-link": ("`{url}`{url:-은/는} 링크의 주소가 될 수 없습니다", "`{url}` cannot be the address of a link"),
    "problem.bad-pattern": (
        "주소 무늬 `{pattern}`{pattern:-을/를} 쓸 수 없습니다",
        "the address pattern `{pattern}` cannot be used",
    ),
    "problem.bad-section": (
        "`{name}`{name:-은/는} 섹션 이름이 될 수 없습니다",
        "`{name}` cannot be the name of a section",
    ),
    "problem.bad-service-value": ("`{key}`의 값 `{text}`{text:-을/를} 쓸 수 없습니다", "`{key}` cannot be `{text}`"),
    "problem.bad-size": (
        "`{name}`{name:-은/는} 1부터 1000까지여야 합니다 (지금 {value})",
        "`{name}` must be from 1 to 1000, not {value}",
    ),
    "problem.not-yet": ("`{name}` 기능은 아직 없습니다", "there is no `{name}` yet"),
    "problem.service-incomplete": (
        "`{name}`에 `{key}`{key:-이/가} 없어 쓰지 않습니다",
        "`{name}` is not used, as it has no `{key}`",
    ),
    "problem.settings-no-title": ("사이트 제목 `title`이 없습니다", "the site has no `title`"),
    "problem.settings-unreadable": ("설정을 읽을 수 없습니다: {detail}", "the settings cannot be read: {detail}"),
    "problem.unknown-provider": (
        "`{text}`{text:-은/는} `{name}`에 쓸 수 있는 서비스가 아닙니다",
        "`{text}` is not a service for `{name}`",
    ),
    "problem.unknown-timezone": ("`{name}`{name:-은/는} 시간대 이름이 아닙니다", "`{name}` is not a time zone"),
    "hint.base-url-form": ("`https://blog.example.kr`처럼 적으세요", "write it like `https://blog.example.kr`"),
    "hint.choose-one": ("{names} 가운데 하나를 적으세요", "write one of {names}"),
    "hint.editor-form": (
        "`vscode://file/{{file}}:{{line}}:{{column}}`처럼 적으세요",
        "write it like `vscode://file/{{file}}:{{line}}:{{column}}`",
    ),
    "hint.pattern-form": (
        "`/`로 시작하고 끝나며 `:slug`나 `:path`가 들어가야 합니다",
        "it begins and ends with `/` and contains `:slug` or `:path`",
    ),
    "hint.remove-for-now": ("지금은 아무 일도 하지 않으니 지워도 됩니다", "it does nothing for now; remove the line"),
    "hint.shown-at": ("{where}에서 찾을 수 있습니다", "you find it at {where}"),
    "hint.write-base-url": ("`{guess}`처럼 적으세요", "write it like `{guess}`"),
    "hint.write-title": ("`title: 내 블로그`를 적으세요", "write `title: My blog`"),
    "problem.bad-install": (
        "`{text}`{text:-은/는} 다이제스트가 붙은 `https://` 주소가 아닙니다",
        "`{text}` is no `https://` address with a digest",
    ),
    "problem.bad-indexnow-key": (
        "`{text}`{text:-은/는} IndexNow의 열쇠가 될 수 없습니다",
        "`{text}` cannot be a key of IndexNow",
    ),
    "hint.indexnow-key-form": (
        "알파벳과 숫자와 `-`로 8~128자입니다. `indexnow: true`면 알아서 만듭니다",
        "8 to 128 letters, digits and `-`; with `indexnow: true` one is made for you",
    ),
    "problem.bad-branch": (
        "`{text}`{text:-은/는} 브랜치 이름이 될 수 없습니다",
        "`{text}` cannot be the name of a branch",
    ),
    "problem.unknown-target": (
        "`{text}`{text:-은/는} 펴낼 수 있는 곳이 아닙니다",
        "`{text}` is no place to publish to",
    ),
    "problem.unknown-history": ("`history`는 `{text}`{text:-이/가} 될 수 없습니다", "`history` cannot be `{text}`"),
    "problem.bad-destination": (
        "`{text}`{text:-은/는} 서버의 폴더로 읽히지 않습니다",
        "`{text}` is no folder on a server",
    ),
    "problem.bad-port": ("`port`는 `{text}`{text:-이/가} 될 수 없습니다", "`port` cannot be `{text}`"),
}
