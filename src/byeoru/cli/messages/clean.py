"""Messages of `blog clean`."""

MESSAGES = {
    "help.clean": (
        "생성된 파일만 삭제합니다 (site의 페이지와 .blog)",
        "Delete generated files only (pages in site, and .blog)",
    ),
    "clean.nothing": ("삭제할 파일이 없습니다", "nothing to delete"),
    "clean.done": ("파일 {count}개를 삭제했습니다", "deleted {count:+file/files}"),
}
