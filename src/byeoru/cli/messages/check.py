"""Messages of `blog check`."""

MESSAGES = {
    "help.check": (
        "사이트를 빌드해 문제와 비공개 내용의 노출을 검사합니다",
        "Build the site, and check it for problems and for leaks of private pages",
    ),
    "help.check.leaks": ("비공개 내용의 노출만 표시합니다", "Show only leaks of private pages"),
    "help.check.format": ("출력 형식", "Output format"),
    "check.failed": ("빌드하지 못해 검사하지 않았습니다", "the build failed, so nothing was checked"),
    "check.leaks": (
        "노출 {count}곳 (공개하지 않는 글 {hidden}편)",
        "{count:+leak/leaks} of {hidden:+unpublished page/unpublished pages}",
    ),
    "check.no-leaks": (
        "노출 없음 (공개하지 않는 글 {hidden}편)",
        "no leaks of {hidden:+unpublished page/unpublished pages}",
    ),
}
