"""What is wrong: one sentence a code, Korean and English. The codes are stable; the manual explains each."""

TEXTS: dict[str, tuple[str, str]] = {
    "base-url-login": (
        "사이트 주소에 사용자 이름이나 비밀번호가 들어 있습니다. 모든 페이지에 그대로 실립니다",
        "the address of the site has a user name or a password in it, which every page would show",
    ),
    "base-url-sign": (
        "사이트 주소의 이 자리에는 `{sign}`{sign:-을/를} 쓸 수 없습니다",
        "`{sign}` cannot stand here in the address of the site",
    ),
    "bad-base-url": ("`{url}`{url:-은/는} 사이트 주소가 될 수 없습니다", "`{url}` cannot be the address of a site"),
    "bad-date": ("`{name}`의 값 `{text}`{text:-은/는} 날짜가 아닙니다", "`{text}` is not a date (`{name}`)"),
    "bad-editor": (
        "`{text}`{text:-은/는} 편집기를 여는 주소가 아닙니다",
        "`{text}` is not an address that opens an editor",
    ),
    "bad-formula": (
        "수식을 읽을 수 없어 코드로 보입니다: {reason}",
        "this formula cannot be read and is shown as code: {reason}",
    ),
    "bad-language": (
        "`{name}`의 `{text}`{text:-은/는} 언어 부호가 아닙니다",
        "`{text}` is not a language code (`{name}`)",
    ),
    "bad-link": ("`{url}`{url:-은/는} 링크의 주소가 될 수 없습니다", "`{url}` cannot be the address of a link"),
    "bad-option": (
        "`{name}`{name:-은/는} `{text}`{text:-이/가} 될 수 없어 기본값 `{default}`{default:-으로/로} 둡니다",
        "`{name}` cannot be `{text}`; it stays `{default}`",
    ),
    "bad-pattern": (
        "주소 무늬 `{pattern}`{pattern:-을/를} 쓸 수 없습니다",
        "the address pattern `{pattern}` cannot be used",
    ),
    "bad-section": ("`{name}`{name:-은/는} 섹션 이름이 될 수 없습니다", "`{name}` cannot be the name of a section"),
    "bad-service-value": ("`{key}`의 값 `{text}`{text:-을/를} 쓸 수 없습니다", "`{key}` cannot be `{text}`"),
    "bad-size": (
        "`{name}`{name:-은/는} 1부터 1000까지여야 합니다 (지금 {value})",
        "`{name}` must be from 1 to 1000, not {value}",
    ),
    "bad-source": ("원문의 주소 `{url}`{url:-을/를} 읽을 수 없습니다", "`{url}` is not the address of an original"),
    "broken-link": ("`{target}`에 맞는 글이나 파일이 없습니다", "no page or file at `{target}`"),
    "cache-not-saved": (
        "사이트는 지었지만 기억을 갈무리하지 못했습니다: {reason}",
        "the site was built, but the cache could not be saved: {reason}",
    ),
    "control-character": (
        "보이지 않는 제어 문자 {character:이/가} 있어 {count}개를 뺐습니다",
        "control character {character} removed ({count} in this file)",
    ),
    "control-in-name": ("이름에 제어 문자가 있어 읽지 않습니다", "not read, as its name has a control character"),
    "dangling-link": (
        "심볼릭 링크가 없는 곳 `{target}`{target:-을/를} 가리킵니다",
        "symbolic link to `{target}`, which does not exist",
    ),
    "eaten-asterisk": (
        "`{text}…`의 `*`가 기울임으로 읽혀 사라집니다",
        "the `*` in `{text}…` is read as emphasis and disappears",
    ),
    "folder-too-deep": ("폴더가 너무 깊어 읽지 않습니다", "not read, as it lies too deep in folders"),
    "generated-address": (
        "`{address}`에는 목록을 만들어 두므로 이 글은 `{moved}`에 둡니다",
        "`{address}` is the address of a generated list, so this page is at `{moved}`",
    ),
    "leaves-the-site": (
        "`{name}`의 `{text}`{text:-은/는} 사이트 밖으로 나갑니다",
        "`{text}` in `{name}` leaves the site",
    ),
    "link-loop": ("심볼릭 링크가 제자리를 돕니다 (`{target}`)", "symbolic link that leads in a circle (`{target}`)"),
    "link-outside": (
        "심볼릭 링크가 사이트 밖 `{target}`{target:-을/를} 가리켜 읽지 않습니다",
        "symbolic link out of the site to `{target}`, not followed",
    ),
    "lost-cell": (
        "이 줄은 {count}칸인데 표는 {columns}칸이라 나머지를 잃습니다",
        "this row has {count} cells and the table {columns}; the rest is lost",
    ),
    "missing-picture": ("그림 `{target}`{target:-이/가} 없습니다", "no picture at `{target}`"),
    "name-too-long": (
        "이름이 {bytes}바이트라 파일로 만들 수 없어 건너뜁니다 (255바이트까지)",
        "skipped, as its name would have {bytes} bytes (255 at most)",
    ),
    "nested-too-deep": (
        "{limit}겹보다 깊이 겹쳐 있어 그보다 안쪽은 글자 그대로 보여 줍니다",
        "nested deeper than {limit} levels; what is deeper is shown as plain text",
    ),
    "no-original": (
        "옮긴 글의 원문 `{target}`{target:-을/를} 찾을 수 없습니다",
        "the original of this translation, `{target}`, was not found",
    ),
    "no-settings": ("`blog.yml`이 없습니다", "there is no `blog.yml`"),
    "no-such-template": (
        "템플릿 `{name}`{name:-이/가} 없습니다 (`{page}`{page:-을/를} 만들던 중)",
        "no template `{name}` (wanted by `{page}`)",
    ),
    "no-such-theme": ("테마 `{name}`{name:-이/가} 없습니다", "there is no theme `{name}`"),
    "not-a-file": ("보통 파일이 아니라서 읽지 않습니다", "not a regular file, not read"),
    "not-copied": (
        "`{address}` 주소를 `{other}`{other:-이/가} 쓰고 있어 복사하지 않습니다",
        "not copied, as `{address}` is the address of `{other}`",
    ),
    "workroom-not-a-folder": (
        "`{path}`{path:-은/는} 폴더가 아닙니다. 캐시와 작업 파일을 둘 폴더입니다",
        "`{path}` is not a folder; it is where the cache and the working files belong",
    ),
    "symlink-refused": (
        "심볼릭 링크는 따라가지 않습니다. 그 너머의 파일을 쓰거나 지울 수 있습니다: {path}",
        "a symbolic link is not followed here, because files beyond it could be written or deleted: {path}",
    ),
    "not-ours": (
        "`{path}`{path:-은/는} blog가 만든 파일이 아니어서 덮어쓰지 않았습니다",
        "`{path}` was not written by blog, so nothing was overwritten",
    ),
    "not-yet": ("`{name}` 기능은 아직 없습니다", "there is no `{name}` yet"),
    "not-utf8": (
        "UTF-8 글이 아닙니다 ({offset}번째 바이트 {byte})",
        "not UTF-8: byte {byte} at offset {offset}",
    ),
    "output-not-a-folder": ("`{output}`{output:-은/는} 폴더가 아닙니다", "`{output}` is not a folder"),
    "output-refused": (
        "`{output}`에는 쓸 수 없습니다: 다른 것이 들어 있는 폴더입니다",
        "refusing to write to `{output}`, which holds other things",
    ),
    "place-in-static": (
        "찍은 곳의 위치가 들어 있는데, `static/`의 파일은 그대로 공개됩니다",
        "this picture says where it was taken, and files in `static/` are published unchanged",
    ),
    "reserved-name": (
        "`{name}`{name:-은/는} Windows에서 만들 수 없는 이름입니다",
        "Windows cannot make a file of the name `{name}`",
    ),
    "same-address": (
        "`{address}` 주소를 `{other}`{other:-이/가} 이미 쓰고 있습니다",
        "`{address}` is already the address of `{other}`",
    ),
    "same-name": (
        "유니코드 정규화를 하면 `{other}`{other:-과/와} 이름이 같아집니다",
        "after normalisation it has the same name as `{other}`",
    ),
    "service-incomplete": (
        "`{name}`에 `{key}`{key:-이/가} 없어 쓰지 않습니다",
        "`{name}` is not used, as it has no `{key}`",
    ),
    "settings-no-title": ("사이트 제목 `title`이 없습니다", "the site has no `title`"),
    "settings-unreadable": ("설정을 읽을 수 없습니다: {detail}", "the settings cannot be read: {detail}"),
    "shared-address": (
        "`{address}` 주소가 `{other}`{other:-과/와} 겹쳐 `{moved}`에 둡니다",
        "`{address}` is the address of `{other}` too, so this page is at `{moved}`",
    ),
    "spaced-link": (
        "`{text}`{text:-은/는} 주소에 빈칸이 있어 링크가 되지 않습니다",
        "`{text}` is not a link, because its target contains a space",
    ),
    "swallowing-tag": (
        "`{tag}`{tag:-을/를} 닫지 않아 그 뒤의 글이 화면에서 사라집니다",
        "`{tag}` is never closed, so everything after it disappears from the page",
    ),
    "tag-variants": (
        "한 태그를 여러 가지로 적었습니다: {names}",
        "one tag seems to be spelled in several ways: {names}",
    ),
    "empty-in-template": (
        "비어 있는 값에서 `{name}`{name:-을/를} 찾습니다 (`{page}`{page:-을/를} 만들던 중)",
        "the template asks for `{name}` of a value that is empty here (making `{page}`)",
    ),
    "internal-error": (
        "이 파일을 처리하다가 벼루의 버그를 만났습니다: {detail}",
        "a bug in Byeoru: it failed on this file ({detail})",
    ),
    "template-forbidden": (
        "템플릿에서는 `{name}`{name:-을/를} 쓸 수 없습니다 (`{page}`{page:-을/를} 만들던 중)",
        "templates must not use `{name}` (making `{page}`)",
    ),
    "template-limit": (
        "템플릿이 끝나지 않거나 너무 많은 것을 만들어 멈추었습니다 (`{page}`{page:-을/를} 만들던 중)",
        "stopped, as the template does not end or makes too much (making `{page}`)",
    ),
    "unprintable-in-template": (
        "템플릿이 글이 아닌 것을 그대로 출력합니다 (`{page}`{page:-을/를} 만들던 중)",
        "the template prints a value that is not text (making `{page}`)",
    ),
    "unknown-in-template": (
        "템플릿이 쓰는 `{name}`{name:-은/는} 없는 이름입니다 (`{page}`{page:-을/를} 만들던 중)",
        "the template uses `{name}`, which does not exist (making `{page}`)",
    ),
    "template-loop": (
        "템플릿이 끝없이 자기 자신을 부릅니다 (`{page}`{page:-을/를} 만들던 중)",
        "the template calls itself without end (making `{page}`)",
    ),
    "template-error": (
        "템플릿이 실패했습니다: {detail} (`{page}`{page:-을/를} 만들던 중)",
        "template failed: {detail} (making `{page}`)",
    ),
    "theme-loop": ("테마 `{name}`{name:-이/가} 자기 자신을 물려받습니다", "theme `{name}` extends itself"),
    "theme-unreadable": ("테마의 설정을 읽을 수 없습니다: {detail}", "the theme's settings cannot be read: {detail}"),
    "too-large": ("{size}MB나 됩니다 (글은 {limit}MB까지)", "{size} MB is too large for a page ({limit} MB at most)"),
    "unclosed-tag": (
        "닫히지 않은 태그라서 글자 그대로 둡니다: `{name}`",
        "`{name}` is never closed and stays as text",
    ),
    "undecodable-name": ("파일 이름이 UTF-8이 아니라서 읽지 않습니다", "not read, as its name is not UTF-8"),
    "underscore-emphasis": (
        "`{text}`{text:-은/는} 기울임이 되지 않습니다 (`_` 바로 뒤에 글자가 옵니다)",
        "`{text}` is not emphasis, because a letter follows the `_`",
    ),
    "unknown-key": ("`{key}`{key:-은/는} 모르는 이름입니다", "unknown key `{key}`"),
    "unknown-language": ("코드의 언어 `{name}`{name:-을/를} 모릅니다", "unknown code language `{name}`"),
    "unknown-option": ("테마 `{theme}`에는 `{name}` 설정이 없습니다", "theme `{theme}` has no option `{name}`"),
    "unknown-provider": (
        "`{text}`{text:-은/는} `{name}`에 쓸 수 있는 서비스가 아닙니다",
        "`{text}` is not a service for `{name}`",
    ),
    "unknown-tag": ("모르는 태그라서 글자 그대로 둡니다: `{name}`", "unknown tag `{name}`, kept as text"),
    "unknown-timezone": ("`{name}`{name:-은/는} 시간대 이름이 아닙니다", "`{name}` is not a time zone"),
    "unreadable-file": ("읽을 수 없습니다: {reason}", "cannot be read: {reason}"),
    "unreadable-folder": ("폴더를 읽을 수 없습니다: {reason}", "the folder cannot be read: {reason}"),
    "unused-footnote": (
        "각주 `[^{label}]`{label:-을/를} 가리키는 곳이 없습니다",
        "nothing refers to the footnote `[^{label}]`",
    ),
    "vanishing-tag": (
        "`{tag}`{tag:-은/는} HTML 태그로 읽혀 화면에서 사라집니다",
        "`{tag}` is read as an HTML tag and disappears from the page",
    ),
    "worker-died": ("이 파일을 다루던 프로세스가 죽었습니다", "the process that worked on this file died"),
    "wrong-type": ("`{name}`의 값이 알맞은 꼴이 아닙니다", "the value of `{name}` has the wrong type"),
}
