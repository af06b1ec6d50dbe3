"""Messages of `blog clean`."""

MESSAGES = {
    "help.clean": (
        "다시 만들 수 있는 것(site의 글과 .blog)을 지웁니다",
        "Remove what can be made again (pages in site, .blog)",
    ),
    "clean.nothing": ("지울 것이 없습니다", "there is nothing to remove"),
    "clean.done": ("파일 {count}개를 지웠습니다", "removed {count:+file/files}"),
}
