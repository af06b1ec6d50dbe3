"""Messages about files, folders, themes and secrets."""

MESSAGES = {
    "problem.bad-option": (
        "`{name}`{name:-은/는} `{text}`{text:-이/가} 될 수 없어 기본값 `{default}`{default:-으로/로} 둡니다",
        "`{name}` cannot be `{text}`; it stays `{default}`",
    ),
    "problem.control-in-name": (
        "이름에 제어 문자가 있어 읽지 않습니다",
        "not read, as its name has a control character",
    ),
    "problem.dangling-link": (
        "심볼릭 링크가 없는 곳 `{target}`{target:-을/를} 가리킵니다",
        "symbolic link to `{target}`, which does not exist",
    ),
    "problem.folder-too-deep": ("폴더가 너무 깊어 읽지 않습니다", "not read, as it lies too deep in folders"),
    "problem.link-loop": (
        "심볼릭 링크가 제자리를 돕니다 (`{target}`)",
        "symbolic link that leads in a circle (`{target}`)",
    ),
    "problem.no-settings": ("`blog.yml`이 없습니다", "there is no `blog.yml`"),
    "problem.no-such-theme": ("테마 `{name}`{name:-이/가} 없습니다", "there is no theme `{name}`"),
    "problem.not-a-file": ("보통 파일이 아니라서 읽지 않습니다", "not a regular file, not read"),
    "problem.place-in-static": (
        "찍은 곳의 위치가 들어 있는데, `static/`의 파일은 그대로 공개됩니다",
        "this picture says where it was taken, and files in `static/` are published unchanged",
    ),
    "problem.same-name": (
        "유니코드 정규화를 하면 `{other}`{other:-과/와} 이름이 같아집니다",
        "after normalisation it has the same name as `{other}`",
    ),
    "problem.theme-loop": ("테마 `{name}`{name:-이/가} 자기 자신을 물려받습니다", "theme `{name}` extends itself"),
    "problem.theme-unreadable": (
        "테마의 설정을 읽을 수 없습니다: {detail}",
        "the theme's settings cannot be read: {detail}",
    ),
    "problem.too-large": (
        "{size}MB나 됩니다 (글은 {limit}MB까지)",
        "{size} MB is too large for a page ({limit} MB at most)",
    ),
    "problem.undecodable-name": ("파일 이름이 UTF-8이 아니라서 읽지 않습니다", "not read, as its name is not UTF-8"),
    "problem.unknown-option": ("테마 `{theme}`에는 `{name}` 설정이 없습니다", "theme `{theme}` has no option `{name}`"),
    "problem.unreadable-file": ("읽을 수 없습니다: {reason}", "cannot be read: {reason}"),
    "problem.unreadable-folder": ("폴더를 읽을 수 없습니다: {reason}", "the folder cannot be read: {reason}"),
    "hint.allow-reading": ("읽기 권한을 주세요: `chmod u+rx {path}`", "allow reading it: `chmod u+rx {path}`"),
    "hint.move-to-content": (
        "`content/` 아래에 두면 위치를 지우고 공개합니다",
        "below `content/` it is published without the place",
    ),
    "hint.remove-or-ignore": ("필요 없으면 지우세요", "remove it if it is not needed"),
    "hint.rename-it": ("파일 이름을 UTF-8로 바꾸세요", "rename the file in UTF-8"),
    "hint.run-init": ("`blog init`으로 새로 만드세요", "make one with `blog init`"),
    "hint.see-options": ("`blog theme options`가 모두 보여 줍니다", "`blog theme options` shows all"),
    "hint.split-it": ("여러 글로 나누세요", "divide it into several pages"),
    "problem.secret-in-text": (
        "{kind}의 키나 비밀번호로 보입니다 (`{shown}…`)",
        "it looks like a key or password of {kind} (`{shown}…`)",
    ),
    "hint.revoke-it": ("진짜라면 글에서 지우고 그 키를 폐기하세요", "if it is real, take it out and revoke it"),
    "hint.take-it-away": ("펴내지 않는 곳으로 옮기세요", "move it to where it is not published"),
    "hint.copy-it-here": (
        "펴낼 파일이면 링크 대신 이 자리에 복사해 두세요",
        "if it is to be published, put a copy of it here instead of the link",
    ),
}
