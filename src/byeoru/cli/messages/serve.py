"""Messages of `blog serve`."""

MESSAGES = {
    "help.serve": ("실시간 미리보기 서버를 실행합니다", "Preview the site with live reload"),
    "help.serve.port": ("포트 (기본: 4000, 사용 중이면 다음 빈 포트)", "Port (default: 4000, or the next free one)"),
    "help.serve.host": (
        "바인딩할 주소 (기본: 127.0.0.1. 같은 네트워크의 휴대폰에서 보려면 0.0.0.0)",
        "Address to listen on (default: 127.0.0.1; use 0.0.0.0 to preview on a phone)",
    ),
    "help.serve.open": ("브라우저를 엽니다", "Open the browser"),
    "help.serve.drafts": ("초안도 표시합니다 (기본)", "Show drafts (default)"),
    "help.serve.future": ("예약된 글도 표시합니다 (기본)", "Show scheduled posts (default)"),
    "help.serve.follow": ("수정한 글로 브라우저를 이동합니다", "Navigate the browser to the post you edit"),
    "help.serve.write": (
        "붙여 넣은 이미지의 Markdown을 글 끝에 추가합니다",
        "Append the Markdown of pasted images to the post",
    ),
    "serve.at": ("미리보기: {url}", "Preview: {url}"),
    "serve.lan": ("네트워크: {url}", "Network: {url}"),
    "serve.open-to-all": (
        "같은 네트워크의 누구나 초안까지 볼 수 있습니다. 신뢰하는 네트워크에서만 사용하세요",
        "Anyone on this network can read the site, including drafts; use this only on networks you trust",
    ),
    "serve.port-taken": ("{port} 포트가 사용 중이라 {other} 포트를 사용합니다", "port {port} is in use; using {other}"),
    "serve.port-busy": ("{port} 포트를 다른 프로그램이 사용 중입니다", "port {port} is already in use"),
    "serve.port-hint": ("`--port`를 빼면 빈 포트를 자동으로 찾습니다", "omit `--port` to use a free port"),
    "serve.already": (
        "이 블로그의 미리보기가 이미 실행 중입니다 (프로세스 {process})",
        "a preview of this blog is already running (process {process})",
    ),
    "serve.already-hint": ("먼저 Ctrl-C로 종료하세요", "stop it with Ctrl-C first"),
    "serve.more": (" 외 {count}개", " and {count} more"),
    "serve.cannot-listen": (
        "{host}:{port}에서 수신할 수 없습니다: {detail}",
        "cannot listen on {host}:{port}: {detail}",
    ),
    "serve.no-such-address": ("{host:은/는} 이 컴퓨터의 주소가 아닙니다", "{host} is not an address of this machine"),
    "serve.own-addresses": ("`--host`에 사용할 수 있는 주소: {own}", "available addresses for `--host`: {own}"),
    "serve.listen-hint": ("`--host`를 빼면 이 컴퓨터에서만 열립니다", "omit `--host` to listen on this machine only"),
    "serve.hidden-future": (
        "{path} 예약됨: {when}에 공개 (`--future`로 지금 표시)",
        "{path} is scheduled for {when} and hidden (use `--future` to show it)",
    ),
    "serve.hidden-draft": (
        "{path:은/는} 초안이라 표시하지 않습니다 (`--drafts`로 표시)",
        "{path} is a draft and hidden (use `--drafts` to show it)",
    ),
    "serve.hidden-private": (
        "{path:은/는} 비공개라 표시하지 않습니다 (`--drafts`로 표시)",
        "{path} is private and hidden (use `--drafts` to show it)",
    ),
    "serve.polling": (
        "파일 감시(inotify)를 쓸 수 없어 1초마다 파일을 확인합니다",
        "file watching is not available; polling every second instead",
    ),
    "serve.built": ("{time} {what} · {milliseconds} ms{problems}", "{time} {what} · {milliseconds} ms{problems}"),
    "serve.problems": ("문제 {count}개", "{count:+problem/problems}"),
    "serve.how-to-end": ("종료하려면 Ctrl-C", "Press Ctrl-C to stop"),
    "serve.ended": ("미리보기를 종료했습니다", "Preview stopped"),
}
