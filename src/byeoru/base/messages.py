"""Messages about YAML, files, links and bugs: what every stage can report."""

MESSAGES = {
    "problem.bad-language": (
        "`{name}`의 `{text}`{text:-은/는} 언어 부호가 아닙니다",
        "`{text}` is not a language code (`{name}`)",
    ),
    "problem.control-character": (
        "보이지 않는 제어 문자 {character:이/가} 있어 {count}개를 뺐습니다",
        "control character {character} removed ({count} in this file)",
    ),
    "problem.leaves-the-site": (
        "`{name}`의 `{text}`{text:-은/는} 사이트 밖으로 나갑니다",
        "`{text}` in `{name}` leaves the site",
    ),
    "problem.link-outside": (
        "심볼릭 링크가 사이트 밖 `{target}`{target:-을/를} 가리켜 읽지 않습니다",
        "symbolic link out of the site to `{target}`, not followed",
    ),
    "problem.symlink-refused": (
        "심볼릭 링크는 따라가지 않습니다. 그 너머의 파일을 쓰거나 지울 수 있습니다: {path}",
        "a symbolic link is not followed here, because files beyond it could be written or deleted: {path}",
    ),
    "problem.not-utf8": (
        "UTF-8 글이 아닙니다 ({offset}번째 바이트 {byte})",
        "not UTF-8: byte {byte} at offset {offset}",
    ),
    "problem.internal-error": (
        "이 파일을 처리하다가 벼루의 버그를 만났습니다: {detail}",
        "a bug in Byeoru: it failed on this file ({detail})",
    ),
    "problem.unknown-key": ("`{key}`{key:-은/는} 모르는 이름입니다", "unknown key `{key}`"),
    "problem.worker-died": ("이 파일을 다루던 프로세스가 죽었습니다", "the process that worked on this file died"),
    "problem.wrong-type": ("`{name}`의 값이 알맞은 꼴이 아닙니다", "the value of `{name}` has the wrong type"),
    "hint.did-you-mean": ("혹시 `{near}`인가요?", "did you mean `{near}`?"),
    "hint.looks-like-cp949": (
        "CP949(EUC-KR)로 보입니다. 편집기에서 UTF-8로 다시 저장하세요",
        "it looks like CP949 (EUC-KR): save it as UTF-8 in your editor",
    ),
    "hint.replace-symlink": (
        "링크를 지우고 진짜 폴더를 쓰거나, 프로젝트 밖의 경로를 `blog build --output`으로 직접 적으세요",
        "remove the link and use a real folder, or name a path outside the project with `blog build --output`",
    ),
    "hint.one-of": ("{choices} 가운데 하나를 적으세요", "write one of {choices}"),
    "hint.language-form": ("`ko`, `en`, `zh-TW`처럼 적으세요", "write it like `ko`, `en`, `zh-TW`"),
    "hint.remove-one": ("하나만 남기세요", "keep one of them"),
    "hint.rename-one": ("둘 중 하나의 이름을 바꾸세요", "rename one of them"),
    "hint.report-it": (
        "다시 해도 같다면 이 파일과 함께 알려 주세요",
        "if it happens again, please report it with this file",
    ),
    "hint.save-as-utf8": ("편집기에서 UTF-8로 다시 저장하세요", "save it as UTF-8 in your editor"),
    "hint.see-crash-file": (
        "자세한 내용이 `.blog/crash.txt`에 있습니다. 이 파일과 함께 알려 주세요",
        "the details are in `.blog/crash.txt`: please report them with this file",
    ),
    "hint.see-known-keys": ("여러분만의 값은 `extra:` 아래에 두세요", "keep keys of your own under `extra:`"),
    "hint.write-better": ("`{better}`처럼 적으세요", "write `{better}`"),
    "hint.write-color": ("`#9a4a3c`나 `teal`처럼 적으세요", "write it like `#9a4a3c` or `teal`"),
    "hint.write-flag": ("`true`나 `false`를 적으세요", "write `true` or `false`"),
    "hint.write-inside": ("사이트 안의 경로를 적으세요", "write a path inside the site"),
    "hint.write-like": ("`{example}`처럼 적으세요", "write it like `{example}`"),
    "hint.write-mapping": ("`이름: 값`을 아래에 들여 적으세요", "write indented lines of `key: value` below it"),
    "hint.write-number": ("숫자를 적으세요", "write a whole number"),
    "hint.write-text": ("글자를 적으세요", "write a text"),
    "hint.write-texts": ("`[하나, 둘]`처럼 적으세요", "write it like `[one, two]`"),
    "problem.duplicate-key": (
        "`{key}`{key:-이/가} 두 번 나옵니다 (처음은 {line}번째 줄)",
        "`{key}` occurs twice (first on line {line})",
    ),
    "problem.front-matter-open": (
        "앞머리가 닫히지 않아 초안으로 둡니다",
        "the front matter is never closed, so the page is kept as a draft",
    ),
    "problem.same-meaning-key": (
        "`{key}`{key:-은/는} `{other}`{other:-과/와} 같은 뜻이라 쓰지 않습니다 ({line}번째 줄)",
        "`{key}` means the same as `{other}` on line {line} and is not used",
    ),
    "problem.yaml-alias": ("여기서는 YAML 별칭(`*`)을 쓸 수 없습니다", "YAML aliases (`*`) cannot be used here"),
    "problem.yaml-comma": ("줄 끝에는 쉼표를 쓰지 않습니다", "there must be no comma at the end of the line"),
    "problem.yaml-comment": (
        "`{sign}` 부분은 주석으로 읽혀 값에서 빠집니다",
        "`{sign}` is read as a comment and left out of the value",
    ),
    "problem.yaml-curly-quotes": (
        "둥근 따옴표(`{sign}`)는 YAML의 따옴표가 아닙니다",
        "`{sign}` is a curly quote, which YAML does not read as a quote",
    ),
    "problem.yaml-exclamation": (
        "`{sign}`로 시작하는 값은 YAML에서 다른 뜻입니다",
        "a value that begins with `{sign}` means something else in YAML",
    ),
    "problem.yaml-full-width": (
        "전각 문자 `{sign}` 대신 반각 문자를 써야 합니다",
        "`{sign}` is a full-width character; YAML needs the ASCII one",
    ),
    "problem.yaml-hash": (
        "`{sign}` 뒤는 주석으로 읽혀 값에서 빠집니다",
        "YAML reads `{sign}` as the start of a comment",
    ),
    "problem.yaml-indent": (
        "줄 앞의 빈칸 때문에 윗줄에 이어진 것으로 읽힙니다",
        "the spaces before it make this line part of the line above",
    ),
    "problem.yaml-inner-quote": (
        "따옴표 안의 `{sign}` 때문에 값을 읽을 수 없습니다",
        "the `{sign}` inside the quotes makes the value unreadable",
    ),
    "problem.yaml-key-not-text": ("이름 자리에 목록이나 묶음이 있습니다", "a key must be plain text"),
    "problem.yaml-needs-quotes": (
        "'{sign}' 표시가 있어서 `{key}`의 값을 따옴표로 감싸야 합니다",
        "the value of `{key}` needs quotes because of the '{sign}' in it",
    ),
    "problem.yaml-no-colon": ("이름과 값 사이에 `{sign}` 표시가 없습니다", "no `{sign}` between the key and its value"),
    "problem.yaml-no-space": ("`{sign}` 뒤에 빈칸이 없습니다", "no space after `{sign}`"),
    "problem.yaml-not-mapping": ("`이름: 값` 꼴이 아닙니다", "not in the form `key: value`"),
    "problem.yaml-strange-space": (
        "`:` 뒤의 빈칸이 보통 빈칸이 아닙니다",
        "the space after `:` is not an ordinary space",
    ),
    "problem.yaml-syntax": ("YAML 문법에 맞지 않습니다 ({detail})", "not valid YAML ({detail})"),
    "problem.yaml-tab": (
        "들여쓰기에 탭이 있습니다. YAML은 빈칸만 씁니다",
        "indented with a tab; YAML takes only spaces",
    ),
    "problem.yaml-too-deep": ("너무 깊게 겹쳐 있습니다 (32겹까지)", "nested too deeply (32 levels at most)"),
    "problem.yaml-too-large": ("너무 깁니다 (64KB까지)", "too long (64 KB at most)"),
    "problem.yaml-unclosed": ("닫는 `{sign}` 표시가 없습니다", "the closing `{sign}` is missing"),
    "problem.yaml-unopened": ("여는 `{sign}` 표시가 없습니다", "the opening `{sign}` is missing"),
    "hint.make-it-simpler": (
        "겹쳐 쓴 목록이나 별칭을 풀어 간단히 적으세요",
        "write it in a simpler form, without nesting or aliases",
    ),
    "hint.quote-the-value": ("특수 문자가 든 값은 따옴표로 감싸세요", "put values with special characters in quotes"),
    "hint.write-key-value": (
        "`title: 제목`처럼 `이름: 값`으로 적으세요",
        "write it as `key: value`, like `title: My post`",
    ),
    "problem.secret-file": (
        "비밀번호나 개인 키가 든 파일로 보이는데, 이대로면 공개합니다",
        "it looks like a file of passwords or private keys, and would be published",
    ),
    "severity.error": ("오류", "error"),
    "severity.warning": ("경고", "warning"),
}
