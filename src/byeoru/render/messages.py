"""Messages about templates and addresses of outputs."""

MESSAGES = {
    "problem.no-such-template": (
        "템플릿 `{name}`{name:-이/가} 없습니다 (`{page}`{page:-을/를} 만들던 중)",
        "no template `{name}` (wanted by `{page}`)",
    ),
    "problem.same-address": (
        "`{address}` 주소를 `{other}`{other:-이/가} 이미 쓰고 있습니다",
        "`{address}` is already the address of `{other}`",
    ),
    "problem.empty-in-template": (
        "비어 있는 값에서 `{name}`{name:-을/를} 찾습니다 (`{page}`{page:-을/를} 만들던 중)",
        "the template asks for `{name}` of a value that is empty here (making `{page}`)",
    ),
    "problem.template-forbidden": (
        "템플릿에서는 `{name}`{name:-을/를} 쓸 수 없습니다 (`{page}`{page:-을/를} 만들던 중)",
        "templates must not use `{name}` (making `{page}`)",
    ),
    "problem.template-limit": (
        "템플릿이 끝나지 않거나 너무 많은 것을 만들어 멈추었습니다 (`{page}`{page:-을/를} 만들던 중)",
        "stopped, as the template does not end or makes too much (making `{page}`)",
    ),
    "problem.unprintable-in-template": (
        "템플릿이 글이 아닌 것을 그대로 출력합니다 (`{page}`{page:-을/를} 만들던 중)",
        "the template prints a value that is not text (making `{page}`)",
    ),
    "problem.unknown-in-template": (
        "템플릿이 쓰는 `{name}`{name:-은/는} 없는 이름입니다 (`{page}`{page:-을/를} 만들던 중)",
        "the template uses `{name}`, which does not exist (making `{page}`)",
    ),
    "problem.template-loop": (
        "템플릿이 끝없이 자기 자신을 부릅니다 (`{page}`{page:-을/를} 만들던 중)",
        "the template calls itself without end (making `{page}`)",
    ),
    "problem.template-error": (
        "템플릿이 실패했습니다: {detail} (`{page}`{page:-을/를} 만들던 중)",
        "template failed: {detail} (making `{page}`)",
    ),
    "hint.ask-before": (
        "`{{% if … %}}`로 값이 있는지 먼저 확인하세요",
        "ask with `{{% if … %}}` first whether there is a value",
    ),
    "hint.print-a-field": (
        "`{{{{ page.title }}}}`처럼 그 안의 값 하나를 출력하세요",
        "print one of its fields, as in `{{{{ page.title }}}}`",
    ),
    "hint.loop-less": ("이 줄을 감싼 반복을 줄이세요", "make the loops around this line shorter"),
    "hint.extend-the-theme": (
        '테마의 것을 물려받으려면 `{{% extends "theme:{name}" %}}`라고 적으세요',
        'to extend the theme\'s own, write `{{% extends "theme:{name}" %}}`',
    ),
    "hint.remove-alias": (
        "그 글의 `aliases`에서 `{address}`를 지우세요",
        "remove `{address}` from the `aliases` of that page",
    ),
    "hint.rename-file": (
        "이 파일의 이름을 바꾸거나 다른 폴더로 옮기세요",
        "rename this file, or move it to another folder",
    ),
}
