"""Messages about addresses, links, tags and translations."""

MESSAGES = {
    "problem.unusable-permalink": (
        "`permalink`의 패턴을 채울 수 없어 무시합니다: `{text}`",
        "`permalink` pattern cannot be filled in and is ignored: `{text}`",
    ),
    "problem.ambiguous-link": (
        "`{target}` 이름의 파일이 여럿이라 `{path}`{path:-으로/로} 연결했습니다. 다른 파일: {others}",
        "several files match `{target}`; linked to `{path}`, others: {others}",
    ),
    "problem.very-ambiguous-link": (
        "`{target}` 이름의 파일이 여럿이라 `{path}`{path:-으로/로} 연결했습니다. 다른 파일: {others} 외 {more}개",
        "several files match `{target}`; linked to `{path}`, others: {others} and {more} more",
    ),
    "problem.missing-note": ("`{target}` 노트가 없습니다", "no note named `{target}`"),
    "problem.no-such-block": (
        "`{page}`에 `{block}` 블록이 없습니다",
        "no block `{block}` in `{page}`",
    ),
    "problem.no-such-heading": (
        "`{page}`에 `{heading}` 제목이 없어 글의 처음으로 연결했습니다",
        "no heading `{heading}` in `{page}`; linked to the top of the page",
    ),
    "problem.unpublished-link": (
        "`{target}`{target:-은/는} 공개하지 않는 글이라 링크 없이 글자만 표시했습니다",
        "`{target}` is not published; only the text of this link is shown",
    ),
    "problem.broken-link": (
        "`{target}`에 해당하는 페이지나 파일이 없습니다",
        "no page or file at `{target}`",
    ),
    "problem.generated-address": (
        "`{address}`{address:-은/는} 자동 생성되는 목록의 주소라서 이 페이지를 `{moved}`에 둡니다",
        "`{address}` is used by a generated list; this page was moved to `{moved}`",
    ),
    "problem.embed-cycle": (
        "`{target}`의 글은 이 임베드를 다시 포함하므로 링크로 표시합니다",
        "the text of `{target}` contains this embed again; it is shown as a link",
    ),
    "problem.embed-too-deep": (
        "임베드 안의 임베드는 {deepest}단계까지만 표시하므로 `{target}`{target:-은/는} 링크가 됩니다",
        "embeds are shown {deepest} levels deep; `{target}` becomes a link",
    ),
    "problem.embed-too-large": (
        "한 페이지에 임베드한 글이 {kilobytes}KB를 넘어 `{target}`{target:-을/를} 링크로 표시합니다",
        "the texts embedded in one page exceed {kilobytes} kB; `{target}` is shown as a link",
    ),
    "problem.windows-path": (
        "`{target}`의 `\\`를 `/`로 읽었습니다. 다른 프로그램은 이 경로를 찾지 못합니다",
        "`\\` in `{target}` is read as `/`; other programs do not find this path",
    ),
    "problem.missing-picture": ("이미지 `{target}`{target:-을/를} 찾을 수 없습니다", "image `{target}` not found"),
    "problem.name-too-long": (
        "파일 이름이 너무 길어 건너뜁니다 ({bytes}바이트, 최대 255)",
        "file name too long ({bytes} bytes, maximum 255); skipped",
    ),
    "problem.no-original": (
        "이 번역의 원문 `{target}`{target:-을/를} 찾을 수 없습니다",
        "original of this translation not found: `{target}`",
    ),
    "problem.not-copied": (
        "`{other}`{other:-이/가} `{address}` 주소를 쓰고 있어 복사하지 않았습니다",
        "not copied: `{address}` is already used by `{other}`",
    ),
    "problem.reserved-name": (
        "`{name}`{name:-은/는} Windows의 예약된 파일 이름입니다",
        "`{name}` is a reserved file name on Windows",
    ),
    "problem.shared-address": (
        "`{address}` 주소가 `{other}`{other:-과/와} 겹쳐 이 페이지를 `{moved}`에 둡니다",
        "`{address}` is also the address of `{other}`; this page was moved to `{moved}`",
    ),
    "problem.tag-variants": (
        "같은 태그로 보이는 표기가 여럿 있습니다: {names}",
        "tags that look like variants of one tag: {names}",
    ),
    "hint.embed-a-part": (
        "글 전체 대신 `![[글#절]]`로 필요한 부분만 임베드하세요",
        "embed the part that is needed: `![[note#section]]`",
    ),
    "hint.embed-less": ("링크로 바꾸세요: `[[글]]`", "write a link instead: `[[note]]`"),
    "hint.shorten-name": ("태그나 파일의 이름을 줄이세요", "shorten the name of the tag or file"),
    "hint.use-one-tag": ("`{near}`{near:-으로/로} 통일하세요", "use `{near}` everywhere"),
    "hint.write-slashes": ("`{written}`{written:-으로/로} 쓰세요", "write `{written}`"),
    "hint.write-slug": ("프런트 매터에 `slug: 다른-이름`을 적으세요", "set `slug: another-name` in its front matter"),
    "hint.publish-it": (
        "글을 공개하거나 링크를 지우세요",
        "publish that page, or remove the link",
    ),
    "hint.write-whole-path": ("`[[{near}]]`{near:-으로/로} 적으면 분명해집니다", "write `[[{near}]]`"),
    "hint.write-the-note": (
        "노트를 쓰기 전에는 글자로만 표시합니다",
        "it is shown as text until that note is written",
    ),
    "hint.link-to-a-file": (
        "경로를 확인하세요. 상대 경로는 이 파일의 폴더가 기준입니다",
        "check the path; relative paths start in the folder of this file",
    ),
}
