"""Messages of the live preview; `preview.client.*` is sent to its script."""

MESSAGES = {
    "problem.build-crashed": (
        "벼루의 버그로 빌드하지 못했습니다 ({detail})",
        "the build failed because of a bug in Byeoru ({detail})",
    ),
    "problem.build-cannot-write": (
        "디스크에 쓸 수 없어 빌드하지 못했습니다: {detail}",
        "the build failed because the disk cannot be written: {detail}",
    ),
    "hint.see-crash-of-build": (
        "자세한 내용은 `{path}`에 있습니다. 다음에 저장하면 다시 빌드합니다",
        "see `{path}` for details; the next save triggers a new build",
    ),
    "hint.save-again": ("디스크 공간을 확보하고 다시 저장하세요", "free some disk space and save again"),
    "preview.client.bar": ("벼루 미리보기", "Byeoru preview"),
    "preview.client.fold": ("미리보기 막대 접기", "Collapse the preview bar"),
    "preview.client.unfold": ("미리보기 막대 펼치기", "Expand the preview bar"),
    "preview.client.away": ("서버에 다시 연결하는 중", "Reconnecting to the server"),
    "preview.client.shown": ("최신 상태", "Up to date"),
    "preview.client.building": ("빌드 중", "Building"),
    "preview.client.broken": ("빌드 실패", "Build failed"),
    "preview.client.problems": ("문제", "Problems"),
    "preview.client.none": ("문제가 없습니다", "No problems"),
    "preview.client.last_good": (
        "고치면 자동으로 닫힙니다. 그때까지는 마지막으로 성공한 빌드를 표시합니다.",
        "This closes automatically once this is fixed. Until then the last successful build is shown.",
    ),
    "preview.client.close": ("닫기 (Esc)", "Close (Esc)"),
    "preview.client.edit": ("편집기로 열기", "Open in editor"),
    "preview.client.desk": ("노트 이름 찾기", "Find the name of a note"),
    "preview.client.desk_name": ("[[ 뒤에 쓸 이름", "Name to write after [["),
    "preview.client.desk_help": (
        "이름이나 초성을 적고 Enter를 누르면 [[위키링크]]를 복사합니다",
        "Type a name; Enter copies the [[wikilink]]",
    ),
    "preview.client.desk_none": ("맞는 노트가 없습니다", "No note has this name"),
    "preview.client.desk_orphans": ("다른 글에서 링크하지 않은 노트", "Notes that no other page links to"),
    "preview.client.desk_copied": ("위키링크를 복사했습니다", "Wikilink copied to the clipboard"),
    "preview.client.desk_copy": ("선택된 글자를 복사하세요", "Copy the selected text"),
    "preview.client.storing": ("이미지 저장 중", "Saving the image"),
    "preview.client.failed": ("이미지를 저장하지 못했습니다", "The image could not be saved"),
    "preview.client.copied": ("Markdown을 복사했습니다", "Markdown copied to the clipboard"),
    "preview.client.copy": ("Markdown 복사", "Copy Markdown"),
    "preview.nothing-yet": (
        "아직 빌드된 페이지가 없습니다. 문제를 고치면 자동으로 표시됩니다",
        "No page has been built yet; it appears automatically once the problems are fixed",
    ),
    "preview.draft": ("초안", "Draft"),
    "preview.private": ("비공개", "Private"),
    "preview.future": ("예약됨: {when} 공개", "Scheduled for {when}"),
    "preview.length": ("{count}자 · {minutes}분", "{count:+word/words} · {minutes} min"),
    "preview.problems": ("문제 {count}개", "{count:+problem/problems}"),
    "preview.no-post": ("이 페이지에는 이미지를 추가할 글이 없습니다", "This page has no source file to add images to"),
    "preview.not-here": (
        "이미지는 서버를 실행한 컴퓨터에서만 저장할 수 있습니다",
        "Images can only be saved from the machine that runs the server",
    ),
    "preview.forbidden": (
        "이 미리보기의 페이지에서 보낸 요청이 아닙니다",
        "This request does not come from a page of this preview",
    ),
    "preview.too-large": ("이미지가 {limit}MB보다 큽니다", "The image is larger than {limit} MB"),
    "preview.no-picture": (
        "PNG, JPEG, GIF, WebP, AVIF 이미지만 저장할 수 있습니다",
        "Only PNG, JPEG, GIF, WebP and AVIF images can be saved",
    ),
    "preview.unwritable": (
        "{path:을/를} 쓸 수 없어 아무것도 바꾸지 않았습니다: {reason}",
        "Cannot write {path}, so nothing was changed: {reason}",
    ),
    "preview.no-space": (
        "디스크 공간이 부족해 이미지를 저장하지 못했습니다. 글은 그대로입니다",
        "No space left on disk; the image was not saved and the post is unchanged",
    ),
    "preview.changed": (
        "빌드한 뒤 {path:이/가} 바뀌어 이미지를 저장하지 않았습니다. 새로고침된 뒤 다시 붙여 넣으세요",
        "{path} has changed since this page was built, so the image was not saved; paste it again after the reload",
    ),
    "preview.outside": (
        "{path:은/는} 프로젝트 밖을 가리키는 링크라서 쓰지 않습니다",
        "{path} links outside the project, so nothing was written",
    ),
    "preview.stored": ("{path:을/를} 저장했습니다", "Saved {path}"),
    "preview.appended": ("글 끝에 추가했습니다", "appended to the post"),
}
