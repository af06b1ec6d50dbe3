"""Messages about YAML, files, links and bugs: what every stage can report."""

MESSAGES = {
    "problem.dead-anchor": (
        "`{page}`에 `#{fragment}`에 해당하는 제목이 없습니다",
        "no heading `#{fragment}` in `{page}`",
    ),
    "hint.link-to-a-heading": (
        "제목의 주소는 소문자로, 공백은 `-`로, 문장 부호 없이 적습니다",
        "the fragment of a heading is its text in lower case, with `-` for spaces and without punctuation",
    ),
    "problem.bad-language": (
        "`{name}`의 값 `{text}`{text:-은/는} 언어 코드가 아닙니다",
        "invalid language code `{text}` in `{name}`",
    ),
    "problem.country-as-language": (
        "`{name}`의 값 `{text}`{text:-은/는} 나라 코드입니다. 언어 코드 `{example}`{example:-으로/로} 읽었습니다",
        "`{text}` in `{name}` is the code of a country; read as the language `{example}`",
    ),
    "problem.control-character": (
        "제어 문자 {character:을/를} {count}개 제거했습니다",
        "removed control character {character} ({count} in this file)",
    ),
    "problem.leaves-the-site": (
        "`{name}`의 `{text}`{text:-은/는} 사이트 밖을 가리킵니다",
        "`{name}` points outside the site: `{text}`",
    ),
    "problem.link-outside": (
        "심볼릭 링크가 프로젝트 밖(`{target}`)을 가리켜 건너뜁니다",
        "symbolic link points outside the project (`{target}`); skipped",
    ),
    "problem.symlink-refused": (
        "심볼릭 링크를 통해 쓰거나 지우지 않습니다: {path}",
        "refusing to write or delete through a symbolic link: {path}",
    ),
    "problem.not-utf8": (
        "UTF-8 파일이 아닙니다 ({offset}번째 바이트 {byte})",
        "invalid UTF-8: byte {byte} at offset {offset}",
    ),
    "problem.internal-error": (
        "이 파일을 처리하는 중 벼루의 버그가 발생했습니다: {detail}",
        "a bug in Byeoru prevented this file from being processed: {detail}",
    ),
    "problem.unknown-key": ("알 수 없는 키 `{key}`", "unknown key `{key}`"),
    "problem.worker-died": (
        "이 파일을 처리하던 프로세스가 비정상 종료되었습니다",
        "the worker processing this file crashed",
    ),
    "problem.wrong-type": ("`{name}`의 값 형식이 올바르지 않습니다", "invalid type for `{name}`"),
    "problem.duplicate-key": (
        "키 `{key}`{key:-이/가} 두 번 나옵니다 (처음은 {line}번째 줄)",
        "duplicate key `{key}` (first defined on line {line})",
    ),
    "problem.front-matter-open": (
        "닫히지 않은 프런트 매터입니다. 초안으로 처리합니다",
        "unclosed front matter; treated as a draft",
    ),
    "problem.same-meaning-key": (
        "`{key}`{key:-은/는} {line}번째 줄의 `{other}`{other:-과/와} 같은 키라서 무시합니다",
        "`{key}` is an alias of `{other}` on line {line}; ignored",
    ),
    "problem.yaml-alias": ("YAML 별칭(`*`)은 지원하지 않습니다", "YAML aliases (`*`) are not supported"),
    "problem.yaml-broken-list": ("목록의 괄호나 따옴표가 맞지 않습니다", "unbalanced brackets or quotes in a list"),
    "problem.yaml-comma": ("줄 끝에 쉼표가 있습니다", "unexpected comma at the end of the line"),
    "problem.yaml-comment": (
        "`{sign}`부터 주석으로 읽어 값에서 제외했습니다",
        "`{sign}` was parsed as a comment, not as part of the value",
    ),
    "problem.yaml-curly-quotes": (
        "둥근 따옴표 `{sign}`{sign:-은/는} YAML의 따옴표가 아닙니다",
        "`{sign}` is a curly quote; YAML expects a straight one",
    ),
    "problem.yaml-exclamation": (
        "YAML에서 `{sign}`로 시작하는 값은 태그로 해석됩니다",
        "YAML parses a value starting with `{sign}` as a tag",
    ),
    "problem.yaml-full-width": (
        "전각 문자 `{sign}` 대신 반각 문자를 써야 합니다",
        "`{sign}` is a full-width character; use the ASCII one",
    ),
    "problem.yaml-hash": (
        "`{sign}` 뒤를 주석으로 읽어 값에서 제외했습니다",
        "`{sign}` starts a comment, so the rest is not part of the value",
    ),
    "problem.yaml-indent": (
        "들여쓰기 때문에 윗줄에 이어진 값으로 해석됩니다",
        "because of its indentation, this line continues the previous one",
    ),
    "problem.yaml-inner-quote": (
        "따옴표 안의 `{sign}` 때문에 값을 읽을 수 없습니다",
        "unescaped `{sign}` inside a quoted value",
    ),
    "problem.yaml-key-not-text": ("키는 문자열이어야 합니다", "keys must be strings"),
    "problem.yaml-needs-quotes": (
        "`{key}`의 값에 '{sign}' 문자가 있어 따옴표로 감싸야 합니다",
        "the value of `{key}` contains '{sign}' and must be quoted",
    ),
    "problem.yaml-no-colon": ("키와 값 사이에 `{sign}` 문자가 없습니다", "missing `{sign}` between key and value"),
    "problem.yaml-no-space": ("`{sign}` 뒤에 공백이 없습니다", "missing space after `{sign}`"),
    "problem.yaml-not-mapping": ("`키: 값` 형식이 아닙니다", "expected `key: value`"),
    "problem.yaml-strange-space": (
        "`:` 뒤의 공백이 일반 공백 문자가 아닙니다 ({sign})",
        "the character after `:` is not a regular space ({sign})",
    ),
    "problem.yaml-syntax": ("YAML 문법 오류: {detail}", "invalid YAML: {detail}"),
    "problem.yaml-tab": (
        "들여쓰기에 탭을 썼습니다. YAML은 공백만 허용합니다",
        "YAML does not allow tabs for indentation; use spaces",
    ),
    "problem.yaml-too-deep": ("너무 깊게 중첩되었습니다 (최대 32단계)", "nested too deeply (maximum 32 levels)"),
    "problem.yaml-too-large": ("너무 큽니다 (최대 64KB)", "too large (maximum 64 KB)"),
    "problem.yaml-unclosed": ("닫는 `{sign}` 문자가 없습니다", "missing closing `{sign}`"),
    "problem.yaml-unopened": ("여는 `{sign}` 문자가 없습니다", "missing opening `{sign}`"),
    "problem.secret-file": (
        "비밀번호나 개인 키 파일로 보이며, 이대로면 공개됩니다",
        "this looks like a file of passwords or private keys and would be published",
    ),
    "hint.did-you-mean": ("혹시 `{near}`인가요?", "did you mean `{near}`?"),
    "hint.looks-like-cp949": (
        "CP949(EUC-KR) 인코딩으로 보입니다. 편집기에서 UTF-8로 저장하세요",
        "the file looks like CP949 (EUC-KR); save it as UTF-8",
    ),
    "hint.replace-symlink": (
        "링크를 실제 폴더로 바꾸거나, `blog build --output`에 프로젝트 밖의 경로를 지정하세요",
        "replace the link with a real folder, or pass a path outside the project to `blog build --output`",
    ),
    "hint.one-of": ("{choices} 중 하나를 적으세요", "expected one of {choices}"),
    "hint.language-form": ("`ko`, `en`, `zh-TW`처럼 적으세요", "use a code such as `ko`, `en` or `zh-TW`"),
    "hint.remove-one": ("하나만 남기세요", "remove one of them"),
    "hint.rename-one": ("둘 중 하나의 이름을 바꾸세요", "rename one of them"),
    "hint.report-it": (
        "계속 발생하면 이 파일과 함께 버그로 제보해 주세요",
        "if this keeps happening, please report it and attach this file",
    ),
    "hint.save-as-utf8": ("편집기에서 UTF-8로 저장하세요", "save the file as UTF-8"),
    "hint.see-crash-file": (
        "자세한 내용은 `.blog/crash.txt`에 있습니다. 그 파일과 함께 버그로 제보해 주세요",
        "please report it and attach `.blog/crash.txt`",
    ),
    "hint.see-known-keys": ("직접 정한 값은 `extra:` 아래에 두세요", "put custom keys under `extra:`"),
    "hint.write-better": ("`{better}`처럼 적으세요", "use `{better}`"),
    "hint.write-color": ("`#9a4a3c`나 `teal`처럼 적으세요", "use a color such as `#9a4a3c` or `teal`"),
    "hint.write-flag": ("`true`나 `false`를 적으세요", "use `true` or `false`"),
    "hint.write-inside": ("사이트 안의 경로를 적으세요", "use a path inside the site"),
    "hint.write-like": ("`{example}`처럼 적으세요", "use a value such as `{example}`"),
    "hint.write-mapping": ("그 아래에 `키: 값`을 들여쓰기해 적으세요", "indent `key: value` lines below it"),
    "hint.write-number": ("정수를 적으세요", "use an integer"),
    "hint.write-text": ("문자열을 적으세요", "use a string"),
    "hint.write-texts": ("`[하나, 둘]`처럼 목록으로 적으세요", "use a list such as `[one, two]`"),
    "hint.make-it-simpler": ("중첩된 목록이나 별칭 없이 적으세요", "rewrite it without deep nesting or aliases"),
    "hint.align-lines": (
        "같은 목록의 줄은 들여쓰기를 똑같이 맞추세요",
        "indent the lines of a list by the same number of spaces",
    ),
    "hint.quote-the-value": ("특수 문자가 있는 값은 따옴표로 감싸세요", "quote values that contain special characters"),
    "hint.write-key-value": ("`title: 제목`처럼 적으세요", "use `key: value`, for example `title: My post`"),
    "severity.error": ("오류", "error"),
    "severity.warning": ("경고", "warning"),
}
