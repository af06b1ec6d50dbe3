"""Messages about addresses, links, tags and translations."""

MESSAGES = {
    "problem.broken-link": ("`{target}`에 맞는 글이나 파일이 없습니다", "no page or file at `{target}`"),
    "problem.generated-address": (
        "`{address}`에는 목록을 만들어 두므로 이 글은 `{moved}`에 둡니다",
        "`{address}` is the address of a generated list, so this page is at `{moved}`",
    ),
    "problem.missing-picture": ("그림 `{target}`{target:-이/가} 없습니다", "no picture at `{target}`"),
    "problem.name-too-long": (
        "이름이 {bytes}바이트라 파일로 만들 수 없어 건너뜁니다 (255바이트까지)",
        "skipped, as its name would have {bytes} bytes (255 at most)",
    ),
    "problem.no-original": (
        "옮긴 글의 원문 `{target}`{target:-을/를} 찾을 수 없습니다",
        "the original of this translation, `{target}`, was not found",
    ),
    "problem.not-copied": (
        "`{address}` 주소를 `{other}`{other:-이/가} 쓰고 있어 복사하지 않습니다",
        "not copied, as `{address}` is the address of `{other}`",
    ),
    "problem.reserved-name": (
        "`{name}`{name:-은/는} Windows에서 만들 수 없는 이름입니다",
        "Windows cannot make a file of the name `{name}`",
    ),
    "problem.shared-address": (
        "`{address}` 주소가 `{other}`{other:-과/와} 겹쳐 `{moved}`에 둡니다",
        "`{address}` is the address of `{other}` too, so this page is at `{moved}`",
    ),
    "problem.tag-variants": (
        "한 태그를 여러 가지로 적었습니다: {names}",
        "one tag seems to be spelled in several ways: {names}",
    ),
    "hint.shorten-name": ("태그나 파일의 이름을 줄이세요", "give the tag or file a shorter name"),
    "hint.use-one-tag": ("`{near}`{near:-으로/로} 모으세요", "write `{near}` everywhere"),
    "hint.write-slug": ("앞머리에 `slug: 다른-이름`을 적으세요", "write `slug: another-name` in its front matter"),
}
