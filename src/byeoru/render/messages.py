"""Messages about templates and addresses of outputs."""

MESSAGES = {
    "problem.no-such-template": (
        "템플릿 `{name}`{name:-을/를} 찾을 수 없습니다 (`{page}` 렌더링 중)",
        "template `{name}` not found (while rendering `{page}`)",
    ),
    "problem.same-address": (
        "`{address}` 주소를 `{other}`{other:-이/가} 이미 쓰고 있습니다",
        "address `{address}` is already used by `{other}`",
    ),
    "problem.empty-in-template": (
        "빈 값에는 `{name}` 속성이 없습니다 (`{page}` 렌더링 중)",
        "attribute `{name}` of an empty value (while rendering `{page}`)",
    ),
    "problem.template-forbidden": (
        "템플릿에서 `{name}`{name:-을/를} 쓸 수 없습니다 (`{page}` 렌더링 중)",
        "`{name}` is not allowed in templates (while rendering `{page}`)",
    ),
    "problem.template-limit": (
        "템플릿의 실행 한도를 넘어 중단했습니다 (`{page}` 렌더링 중)",
        "template exceeded its execution limit (while rendering `{page}`)",
    ),
    "problem.unprintable-in-template": (
        "템플릿이 출력할 수 없는 값을 출력합니다 (`{page}` 렌더링 중)",
        "template prints a value that is not text (while rendering `{page}`)",
    ),
    "problem.unknown-in-template": (
        "`{name}`{name:-은/는} 정의되지 않았습니다 (`{page}` 렌더링 중)",
        "`{name}` is undefined (while rendering `{page}`)",
    ),
    "problem.unused-block": (
        "상위 템플릿에 블록 `{name}`{name:-이/가} 없어 표시되지 않습니다",
        "block `{name}` is not shown, because no template that this one extends has it",
    ),
    "problem.unused-template": (
        "`{name}` 템플릿을 쓰는 페이지가 없습니다",
        "nothing uses the template `{name}`",
    ),
    "problem.template-loop": (
        "템플릿이 무한히 재귀합니다 (`{page}` 렌더링 중)",
        "infinite template recursion (while rendering `{page}`)",
    ),
    "problem.template-error": (
        "템플릿 오류: {detail} (`{page}` 렌더링 중)",
        "template error: {detail} (while rendering `{page}`)",
    ),
    "hint.ask-before": (
        "`{{% if … %}}`로 값이 있는지 먼저 확인하세요",
        "check that it has a value with `{{% if … %}}`",
    ),
    "hint.print-a-field": (
        "`{{{{ page.title }}}}`처럼 필드 하나를 출력하세요",
        "print one of its fields, such as `{{{{ page.title }}}}`",
    ),
    "hint.loop-less": ("이 줄을 둘러싼 반복을 줄이세요", "reduce the loops around this line"),
    "hint.extend-the-theme": (
        '테마의 템플릿을 상속하려면 `{{% extends "theme:{name}" %}}`로 적으세요',
        'to extend the theme\'s template, use `{{% extends "theme:{name}" %}}`',
    ),
    "hint.name-the-template": (
        "프런트 매터에 `template: {name}`{name:-을/를} 적은 페이지에서 씁니다",
        "pages use it that set `template: {name}` in their front matter",
    ),
    "hint.remove-alias": (
        "그 페이지의 `aliases`에서 `{address}`{address:-을/를} 삭제하세요",
        "remove `{address}` from the `aliases` of that page",
    ),
    "hint.rename-file": (
        "이 파일의 이름을 바꾸거나 다른 폴더로 옮기세요",
        "rename this file or move it to another folder",
    ),
}
