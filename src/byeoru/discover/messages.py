"""Messages about files, folders, themes and secrets."""

MESSAGES = {
    "problem.undated-post": (
        "날짜가 없는 글입니다. 목록의 맨 뒤에 둡니다",
        "post without a date; listed last",
    ),
    "hint.write-date": (
        "프런트 매터에 `date: 2026-01-02`처럼 적거나, 파일 이름을 날짜로 시작하거나, git에 커밋하세요",
        "write `date: 2026-01-02` into its front matter, begin its file name with a date, or commit it to git",
    ),
    "hint.fetch-whole-history": (
        "커밋 날짜를 쓰려면 전체 이력이 필요합니다: `git fetch --unshallow` (GitHub Actions에서는 `fetch-depth: 0`)",
        "dates of commits need the whole history: `git fetch --unshallow` (in GitHub Actions, `fetch-depth: 0`)",
    ),
    "problem.configuration-unreadable": (
        "설정 파일을 읽을 수 없습니다: {reason}",
        "configuration cannot be parsed: {reason}",
    ),
    "problem.bad-option": (
        "`{name}`의 값 `{text}`{text:-이/가} 올바르지 않아 기본값 `{default}`{default:-을/를} 사용합니다",
        "invalid value `{text}` for `{name}`; using the default `{default}`",
    ),
    "problem.control-in-name": (
        "파일 이름에 제어 문자가 있어 건너뜁니다",
        "file name contains a control character; skipped",
    ),
    "problem.dangling-link": (
        "깨진 심볼릭 링크: `{target}`{target:-이/가} 없습니다",
        "broken symbolic link: `{target}` does not exist",
    ),
    "problem.folder-too-deep": ("폴더가 너무 깊게 중첩되어 건너뜁니다", "folder nested too deeply; skipped"),
    "problem.lfs-pointer": (
        "Git LFS 포인터입니다. 실제 파일을 받지 않았습니다",
        "this is a Git LFS pointer; the file itself has not been downloaded",
    ),
    "problem.link-loop": ("순환하는 심볼릭 링크입니다 (`{target}`)", "symbolic link loop (`{target}`)"),
    "problem.no-front-matter": (
        "프런트 매터가 없는 Markdown 파일 {count}개는 Jekyll이 공개하지 않으므로 건너뜁니다",
        "{count:+Markdown file/Markdown files} without front matter, which Jekyll does not publish; skipped",
    ),
    "problem.no-settings": ("`blog.yml` 파일이 없습니다", "`blog.yml` not found"),
    "problem.no-such-theme": ("테마 `{name}`{name:-을/를} 찾을 수 없습니다", "theme `{name}` not found"),
    "problem.not-a-file": ("일반 파일이 아니라서 건너뜁니다", "not a regular file; skipped"),
    "problem.gps-in-static": (
        "GPS 좌표가 들어 있습니다. `static/`의 파일은 그대로 복사됩니다",
        "contains GPS coordinates; files in `static/` are copied unmodified",
    ),
    "problem.same-name": (
        "유니코드 정규화 후 `{other}`{other:-과/와} 이름이 같아집니다",
        "same name as `{other}` after Unicode normalization",
    ),
    "problem.theme-loop": ("테마 `{name}`{name:-이/가} 자기 자신을 상속합니다", "theme `{name}` extends itself"),
    "problem.theme-unreadable": (
        "테마 설정을 읽을 수 없습니다: {detail}",
        "cannot read the theme's settings: {detail}",
    ),
    "problem.too-large": (
        "파일이 {size}MB입니다 (페이지는 최대 {limit}MB)",
        "file is {size} MB (maximum {limit} MB for a page)",
    ),
    "problem.undecodable-name": ("파일 이름이 UTF-8이 아니라서 건너뜁니다", "file name is not valid UTF-8; skipped"),
    "problem.unknown-option": ("테마 `{theme}`에는 `{name}` 옵션이 없습니다", "theme `{theme}` has no option `{name}`"),
    "problem.unreadable-file": ("파일을 읽을 수 없습니다: {reason}", "cannot read file: {reason}"),
    "problem.unreadable-folder": ("폴더를 읽을 수 없습니다: {reason}", "cannot read folder: {reason}"),
    "problem.secret-in-text": (
        "{kind}의 키나 비밀번호로 보입니다 (`{shown}…`)",
        "this looks like a {kind} key or password (`{shown}…`)",
    ),
    "hint.add-front-matter": (
        "공개하려면 맨 위에 프런트 매터를 쓰세요 (`---` 두 줄). 공개하지 않으려면 `_config.yml`의 `exclude`에 적으세요",
        "to publish it, begin it with front matter (two lines `---`); if not, add it to `exclude` in `_config.yml`",
    ),
    "hint.allow-reading": ("읽기 권한을 주세요: `chmod u+rx {path}`", "grant read permission: `chmod u+rx {path}`"),
    "hint.move-to-content": (
        "`content/`로 옮기면 좌표를 제거하고 공개합니다",
        "move it to `content/` to publish it without the coordinates",
    ),
    "hint.pull-lfs": (
        "`git lfs pull`을 실행하세요. GitHub Actions에서는 `actions/checkout`에 `lfs: true`를 적으세요",
        "run `git lfs pull`; in GitHub Actions, set `lfs: true` for `actions/checkout`",
    ),
    "hint.remove-or-ignore": ("필요 없으면 삭제하세요", "delete it if you do not need it"),
    "hint.rename-it": ("UTF-8 이름으로 바꾸세요", "rename the file to a UTF-8 name"),
    "hint.run-init": ("`blog init`으로 만드세요", "create it with `blog init`"),
    "hint.see-options": (
        "`blog theme options`로 모든 옵션을 볼 수 있습니다",
        "run `blog theme options` to list all options",
    ),
    "hint.split-it": ("여러 글로 나누세요", "split it into several pages"),
    "hint.revoke-it": ("실제 키라면 글에서 지우고 폐기하세요", "if it is real, remove it and revoke it"),
    "hint.take-it-away": ("공개되지 않는 폴더로 옮기세요", "move it to a folder that is not published"),
    "hint.copy-it-here": ("배포할 파일이면 링크 대신 복사본을 두세요", "to publish it, replace the link with a copy"),
}
