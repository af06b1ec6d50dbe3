"""Messages of `blog completion`."""

MESSAGES = {
    "help.completion": ("셸 자동 완성 스크립트를 출력합니다", "Print a shell completion script"),
}
