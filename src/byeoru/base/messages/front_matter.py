"""What is wrong with YAML, in front matter and settings, and the line as it should be."""

PROBLEMS: dict[str, tuple[str, str]] = {
    "duplicate-key": (
        "`{key}`{key:-이/가} 두 번 나옵니다 (처음은 {line}번째 줄)",
        "`{key}` occurs twice (first on line {line})",
    ),
    "front-matter-fence": (
        "앞머리의 위아래에는 `---` 줄이 있어야 합니다",
        "front matter must stand between two lines of `---`",
    ),
    "front-matter-open": (
        "앞머리가 닫히지 않아 초안으로 둡니다",
        "the front matter is never closed, so the page is kept as a draft",
    ),
    "one-tag": (
        "쉼표가 없어서 태그 하나(`{text}`)로 읽었습니다",
        "read as one tag, `{text}`, as there is no comma in it",
    ),
    "same-meaning-key": (
        "`{key}`{key:-은/는} `{other}`{other:-과/와} 같은 뜻이라 쓰지 않습니다 ({line}번째 줄)",
        "`{key}` means the same as `{other}` on line {line} and is not used",
    ),
    "toml-syntax": ("TOML 문법에 맞지 않습니다: {detail}", "not valid TOML: {detail}"),
    "yaml-alias": ("여기서는 YAML 별칭(`*`)을 쓸 수 없습니다", "YAML aliases (`*`) cannot be used here"),
    "yaml-comma": ("줄 끝에는 쉼표를 쓰지 않습니다", "there must be no comma at the end of the line"),
    "yaml-comment": (
        "`{sign}` 부분은 주석으로 읽혀 값에서 빠집니다",
        "`{sign}` is read as a comment and left out of the value",
    ),
    "yaml-curly-quotes": (
        "둥근 따옴표(`{sign}`)는 YAML의 따옴표가 아닙니다",
        "`{sign}` is a curly quote, which YAML does not read as a quote",
    ),
    "yaml-exclamation": (
        "`{sign}`로 시작하는 값은 YAML에서 다른 뜻입니다",
        "a value that begins with `{sign}` means something else in YAML",
    ),
    "yaml-full-width": (
        "전각 문자 `{sign}` 대신 반각 문자를 써야 합니다",
        "`{sign}` is a full-width character; YAML needs the ASCII one",
    ),
    "yaml-hash": ("`{sign}` 뒤는 주석으로 읽혀 값에서 빠집니다", "YAML reads `{sign}` as the start of a comment"),
    "yaml-indent": (
        "줄 앞의 빈칸 때문에 윗줄에 이어진 것으로 읽힙니다",
        "the spaces before it make this line part of the line above",
    ),
    "yaml-inner-quote": (
        "따옴표 안의 `{sign}` 때문에 값을 읽을 수 없습니다",
        "the `{sign}` inside the quotes makes the value unreadable",
    ),
    "yaml-key-not-text": ("이름 자리에 목록이나 묶음이 있습니다", "a key must be plain text"),
    "yaml-needs-quotes": (
        "'{sign}' 표시가 있어서 `{key}`의 값을 따옴표로 감싸야 합니다",
        "the value of `{key}` needs quotes because of the '{sign}' in it",
    ),
    "yaml-no-colon": ("이름과 값 사이에 `{sign}` 표시가 없습니다", "no `{sign}` between the key and its value"),
    "yaml-no-space": ("`{sign}` 뒤에 빈칸이 없습니다", "no space after `{sign}`"),
    "yaml-not-mapping": ("`이름: 값` 꼴이 아닙니다", "not in the form `key: value`"),
    "yaml-strange-space": ("`:` 뒤의 빈칸이 보통 빈칸이 아닙니다", "the space after `:` is not an ordinary space"),
    "yaml-syntax": ("YAML 문법에 맞지 않습니다 ({detail})", "not valid YAML ({detail})"),
    "yaml-tab": ("들여쓰기에 탭이 있습니다. YAML은 빈칸만 씁니다", "indented with a tab; YAML takes only spaces"),
    "yaml-too-deep": ("너무 깊게 겹쳐 있습니다 (32겹까지)", "nested too deeply (32 levels at most)"),
    "yaml-too-large": ("너무 깁니다 (64KB까지)", "too long (64 KB at most)"),
    "yaml-unclosed": ("닫는 `{sign}` 표시가 없습니다", "the closing `{sign}` is missing"),
    "yaml-unopened": ("여는 `{sign}` 표시가 없습니다", "the opening `{sign}` is missing"),
}

HINTS: dict[str, tuple[str, str]] = {
    "close-front-matter": ("{end}번째 줄에 `---`를 적으세요", "write `---` on line {end}"),
    "fence-front-matter": ("{line}번째 줄에 `---`를 적으세요", "write `---` on line {line}"),
    "make-it-simpler": (
        "겹쳐 쓴 목록이나 별칭을 풀어 간단히 적으세요",
        "write it in a simpler form, without nesting or aliases",
    ),
    "quote-like-this": ("`{key}: {quoted}`처럼 적으세요", "write `{key}: {quoted}`"),
    "quote-the-value": ("특수 문자가 든 값은 따옴표로 감싸세요", "put values with special characters in quotes"),
    "shorten-front-matter": ("앞머리를 간단히 줄이세요", "shorten the front matter"),
    "write-key-value": ("`title: 제목`처럼 `이름: 값`으로 적으세요", "write it as `key: value`, like `title: My post`"),
}
