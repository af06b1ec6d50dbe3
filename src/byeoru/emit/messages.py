"""Messages about the output folder."""

MESSAGES = {
    "problem.workroom-not-a-folder": (
        "`{path}`{path:-은/는} 폴더가 아닙니다. 캐시와 작업 파일을 둘 폴더입니다",
        "`{path}` is not a folder; it is where the cache and the working files belong",
    ),
    "problem.not-ours": (
        "`{path}`{path:-은/는} blog가 만든 파일이 아니어서 덮어쓰지 않았습니다",
        "`{path}` was not written by blog, so nothing was overwritten",
    ),
    "problem.output-not-a-folder": ("`{output}`{output:-은/는} 폴더가 아닙니다", "`{output}` is not a folder"),
    "problem.output-refused": (
        "`{output}`에는 쓸 수 없습니다: 다른 것이 들어 있는 폴더입니다",
        "refusing to write to `{output}`, which holds other things",
    ),
    "hint.choose-another-output": ("`--output`으로 다른 폴더를 고르세요", "choose another folder with `--output`"),
    "hint.move-it-or-other-output": (
        "파일을 옮기거나 `--output`으로 다른 폴더를 고르세요",
        "move the file away, or choose another folder with `--output`",
    ),
    "hint.move-it-away": ("살펴보고 다른 곳으로 옮기세요", "look at it, and move it elsewhere"),
}
