"""Messages of the live preview; `preview.client.*` is sent to its script."""

MESSAGES = {
    "problem.build-crashed": (
        "프로그램의 잘못으로 짓지 못했습니다 ({detail})",
        "a fault of the program stopped the build ({detail})",
    ),
    "problem.build-cannot-write": (
        "디스크에 쓸 수 없어 짓지 못했습니다: {detail}",
        "the site could not be built, as the disk cannot be written: {detail}",
    ),
    "hint.see-crash-of-build": (
        "자세한 내용이 `{path}`에 있습니다. 다음에 저장하면 다시 짓습니다",
        "the details are in `{path}`; the next save builds again",
    ),
    "hint.save-again": ("디스크에 자리를 내고 다시 저장하세요", "make room on the disk and save again"),
    "preview.client.bar": ("벼루 미리보기", "Byeoru preview"),
    "preview.client.fold": ("미리보기 막대 접기", "Fold the preview's bar"),
    "preview.client.unfold": ("미리보기 막대 펴기", "Unfold the preview's bar"),
    "preview.client.away": ("서버를 기다립니다", "Waiting for the server"),
    "preview.client.shown": ("고친 대로 보입니다", "Up to date"),
    "preview.client.building": ("짓는 중입니다", "Building"),
    "preview.client.broken": ("짓지 못했습니다", "The site could not be built"),
    "preview.client.problems": ("문제", "Problems"),
    "preview.client.none": ("문제가 없습니다", "There are no problems"),
    "preview.client.last_good": (
        "고치면 저절로 닫힙니다. 그때까지 쪽은 마지막으로 잘 지어진 그대로입니다.",
        "It closes by itself once this is mended. Until then pages are as they were last built.",
    ),
    "preview.client.close": ("닫기 (Esc)", "Close (Esc)"),
    "preview.client.edit": ("편집기로 열기", "Open in the editor"),
    "preview.client.storing": ("그림을 담는 중입니다", "Storing the picture"),
    "preview.client.failed": ("그림을 담지 못했습니다", "The picture could not be stored"),
    "preview.client.copied": ("Markdown을 복사했습니다", "its Markdown is in the clipboard"),
    "preview.client.copy": ("Markdown 복사", "Copy the Markdown"),
    "preview.nothing-yet": (
        "아직 보일 쪽이 없습니다. 문제를 고치면 저절로 나타납니다",
        "There is no page yet; it appears by itself once the problems are mended",
    ),
    "preview.draft": ("초안", "Draft"),
    "preview.future": ("예약됨: {when}에 공개", "Scheduled: public at {when}"),
    "preview.length": ("{count}자 · {minutes}분", "{count} words · {minutes} min"),
    "preview.problems": ("문제 {count}", "Problems: {count}"),
    "preview.no-post": ("이 쪽에는 그림을 둘 글이 없습니다", "This page has no text beside which pictures could lie"),
    "preview.not-here": (
        "그림은 서버가 도는 컴퓨터에서만 담을 수 있습니다",
        "Pictures are taken only from the computer that the server runs on",
    ),
    "preview.stranger": ("이 미리보기의 쪽에서 보낸 것이 아닙니다", "This does not come from a page of this preview"),
    "preview.too-large": ("그림이 {limit}MB보다 큽니다", "The picture is larger than {limit} MB"),
    "preview.no-picture": (
        "PNG, JPEG, GIF, WebP, AVIF 그림만 담을 수 있습니다",
        "Only pictures in PNG, JPEG, GIF, WebP and AVIF can be stored",
    ),
    "preview.unwritable": (
        "{path:을/를} 쓸 수 없어 아무것도 바꾸지 않았습니다: {reason}",
        "cannot write {path}, so nothing was changed: {reason}",
    ),
    "preview.no-space": (
        "디스크에 자리가 없어 그림을 담지 못했습니다. 글은 그대로입니다",
        "the disk is full, so the picture was not stored; the text is as it was",
    ),
    "preview.changed": (
        "{path:이/가} 이 쪽을 지은 뒤에 바뀌어 그림을 담지 않았습니다. 새로 보이면 다시 붙여 넣으세요",
        "{path} has changed since this page was built, so the picture was not stored; paste it again once it shows",
    ),
    "preview.outside": (
        "{path:은/는} 프로젝트 밖을 가리키는 링크라 쓰지 않습니다",
        "{path} is a link that leads out of the project, so nothing was written",
    ),
    "preview.stored": ("{path:을/를} 담았습니다", "Stored {path}"),
    "preview.appended": ("글 끝에 적었습니다", "it stands at the end of the text"),
}
