"""Messages of `blog serve`."""

MESSAGES = {
    "help.serve": ("고치는 대로 보이는 미리보기를 엽니다", "Preview the site; every save shows at once"),
    "help.serve.port": ("포트 (기본 4000, 쓰이고 있으면 그다음 빈 포트)", "Port (default: 4000, or the next free one)"),
    "help.serve.host": (
        "기다릴 주소 (기본 127.0.0.1, 같은 망의 휴대폰에서 보려면 0.0.0.0)",
        "Address to listen on (default: 127.0.0.1; 0.0.0.0 lets a phone in)",
    ),
    "help.serve.open": ("브라우저를 엽니다", "Open the browser"),
    "help.serve.drafts": ("초안도 보입니다 (기본)", "Show drafts (default)"),
    "help.serve.future": ("날짜가 아직 오지 않은 글도 보입니다 (기본)", "Show posts dated in the future (default)"),
    "help.serve.follow": ("고친 글로 브라우저가 따라갑니다", "The browser goes to the post that was changed"),
    "help.serve.write": (
        "붙여 넣은 그림의 Markdown을 글 끝에 적습니다",
        "Append the Markdown of pasted pictures to the post",
    ),
    "serve.at": ("미리보기: {url}", "Preview: {url}"),
    "serve.lan": ("같은 망에서: {url}", "On your network: {url}"),
    "serve.open-to-all": (
        "같은 망에 있는 누구나 초안까지 볼 수 있습니다. 믿는 망에서만 쓰세요",
        "Anybody on this network can read it, drafts too: use it only where you trust them",
    ),
    "serve.port-taken": (
        "{port} 포트는 쓰이고 있어 {other} 포트를 씁니다",
        "port {port} is in use, so this is {other}",
    ),
    "serve.port-busy": ("{port} 포트는 다른 프로그램이 쓰고 있습니다", "port {port} is in use by another program"),
    "serve.port-hint": ("`--port`를 빼면 빈 포트를 찾습니다", "without `--port` a free one is found"),
    "serve.already": (
        "이 블로그의 미리보기가 이미 열려 있습니다 (프로세스 {process})",
        "a preview of this blog is open already (process {process})",
    ),
    "serve.already-hint": ("그 창에서 Ctrl-C로 끝낸 뒤 다시 하세요", "end that one with Ctrl-C first"),
    "serve.more": (" 밖에 {count}개", " and {count} more"),
    "serve.cannot-listen": (
        "{host}:{port}에서 기다릴 수 없습니다: {detail}",
        "cannot listen on {host}:{port}: {detail}",
    ),
    "serve.no-such-address": ("{host:은/는} 이 컴퓨터의 주소가 아닙니다", "{host} is no address of this computer"),
    "serve.own-addresses": ("`--host`에는 이 가운데 하나를 쓰세요: {own}", "use one of these with `--host`: {own}"),
    "serve.listen-hint": (
        "`--host`를 빼면 이 컴퓨터에서만 열립니다",
        "without `--host` it opens for this computer alone",
    ),
    "serve.hidden-future": (
        "{path} 예약됨: {when}에 보입니다 (`--future`로 지금 보기)",
        "{path} is scheduled and shows at {when} (`--future` shows it now)",
    ),
    "serve.hidden-draft": (
        "{path:은/는} 초안이라 보이지 않습니다 (`--drafts`로 보기)",
        "{path} is a draft and does not show (`--drafts` shows it)",
    ),
    "serve.polling": (
        "운영체제의 파일 감시가 모자라 1초마다 직접 살펴봅니다",
        "the system has no file watches left, so files are looked at every second",
    ),
    "serve.built": ("{time} {what} · {milliseconds} ms{problems}", "{time} {what} · {milliseconds} ms{problems}"),
    "serve.problems": ("문제 {count}개", "problems: {count}"),
    "serve.how-to-end": ("Ctrl-C로 끝냅니다", "Ctrl-C ends it"),
    "serve.ended": ("미리보기를 마쳤습니다", "The preview has ended"),
}
