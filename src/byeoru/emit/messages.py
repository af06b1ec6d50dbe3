"""Messages about the output folder."""

MESSAGES = {
    "problem.state-directory-not-a-folder": (
        "`{path}`{path:-은/는} 폴더가 아닙니다. 캐시를 저장할 폴더여야 합니다",
        "`{path}` is not a folder, but the cache is stored there",
    ),
    "problem.not-ours": (
        "`{path}`{path:-은/는} blog가 만든 파일이 아니라서 덮어쓰지 않았습니다",
        "`{path}` was not created by blog; nothing was overwritten",
    ),
    "problem.output-not-a-folder": ("`{output}`{output:-은/는} 폴더가 아닙니다", "`{output}` is not a folder"),
    "problem.output-refused": (
        "`{output}`에는 쓸 수 없습니다: 다른 파일이 있는 폴더입니다",
        "refusing to write to `{output}`: it contains other files",
    ),
    "hint.choose-another-output": ("`--output`으로 다른 폴더를 지정하세요", "choose another folder with `--output`"),
    "hint.move-it-or-other-output": (
        "그 파일을 옮기거나 `--output`으로 다른 폴더를 지정하세요",
        "move the file, or choose another folder with `--output`",
    ),
    "hint.move-it-away": ("확인한 뒤 다른 곳으로 옮기세요", "check it and move it elsewhere"),
}
