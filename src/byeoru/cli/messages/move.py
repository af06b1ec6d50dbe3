"""Messages of `blog mv`."""

MESSAGES = {
    "help.mv": (
        "파일이나 폴더를 옮기고, 그것을 가리키는 링크를 고칩니다",
        "Move a file or folder, and rewrite the links to it",
    ),
    "help.mv.dry-run": ("바꿀 것만 보여 주고 아무것도 바꾸지 않습니다", "Only show what would change"),
    "metavar.old": ("원본", "OLD"),
    "metavar.new": ("새경로", "NEW"),
    "mv.no-file": ("`{path}`{path:-이/가} 없습니다", "there is no `{path}`"),
    "mv.no-file.hint": (
        "글이나 이미지, 또는 그것이 든 폴더의 경로를 적으세요",
        "give the path of a text, an image, or a folder of them",
    ),
    "mv.exists": ("`{path}`{path:-이/가} 이미 있습니다", "`{path}` exists already"),
    "mv.exists.hint": ("다른 이름을 고르세요", "choose another name"),
    "mv.bad-place": ("`{path}`{path:-은/는} 글을 둘 수 없는 곳입니다", "`{path}` is no place for texts"),
    "mv.bad-place.hint": ("글을 읽는 폴더 안의 경로를 적으세요", "give a path in a folder that texts are read from"),
    "mv.other-ending": (
        "확장자가 달라집니다: `{old}` → `{new}`",
        "the ending would change: `{old}` → `{new}`",
    ),
    "mv.other-ending.hint": ("같은 확장자로 적으세요", "keep the ending"),
    "mv.symlink": ("`{path}`{path:-은/는} 심볼릭 링크입니다", "`{path}` is a symbolic link"),
    "mv.symlink.hint": ("링크가 가리키는 파일을 직접 옮기세요", "move its target yourself"),
    "mv.unwritable": (
        "고쳐 쓸 수 없는 링크가 {count}개 있어 아무것도 옮기지 않았습니다",
        "{count:+link/links} cannot be rewritten, so nothing was moved",
    ),
    "mv.unwritable.hint": (
        "위의 줄에 파일 이름으로 된 링크를 적은 다음 다시 하세요",
        "write these links by file name, then try again",
    ),
    "mv.more": ("그 밖에 {count}개", "and {count} more"),
    "mv.redirect": ("리다이렉트 {old} → {new}", "redirect {old} → {new}"),
    "mv.done": ("파일 {files}개에서 링크 {links}개를 고쳤습니다", "rewrote {links:+link/links} in {files:+file/files}"),
    "mv.would": (
        "파일 {files}개에서 링크 {links}개를 고치게 됩니다. 아직 아무것도 바꾸지 않았습니다",
        "would rewrite {links:+link/links} in {files:+file/files}; nothing was changed",
    ),
    "mv.finished": ("중단된 이동을 마쳤습니다", "finished a move that was interrupted"),
    "mv.changed": (
        "`{path}`{path:-은/는} 그사이 바뀌어 링크를 고치지 않았습니다",
        "`{path}` has changed meanwhile; its links were not rewritten",
    ),
}
