"""Messages of `blog domain`."""

MESSAGES = {
    "help.domain": ("사용자 도메인을 설정하고 확인합니다", "Set up and check a custom domain"),
    "help.domain.set": (
        "사이트 주소를 사용자 도메인으로 바꾸고, 입력할 DNS 레코드를 표시합니다",
        "Set the site's URL and show the DNS records to enter",
    ),
    "help.domain.check": ("DNS, 인증서, 리다이렉트를 확인합니다", "Check the DNS records, certificate and redirects"),
    "help.domain.nameserver": (
        "조회할 네임서버, 예: 8.8.8.8 또는 127.0.0.1:5353 (여러 번 사용 가능)",
        "Name server to query, e.g. 8.8.8.8 or 127.0.0.1:5353 (repeatable)",
    ),
    "help.domain.json": ("결과를 JSON으로 출력합니다", "Print the results as JSON"),
    "help.domain.wait": ("모두 올바를 때까지 반복합니다", "Repeat until all checks pass"),
    "help.domain.dns-only": (
        "DNS만 확인하고 사이트에는 접속하지 않습니다",
        "Check DNS only, without connecting to the site",
    ),
    "domain.bad-host": ("`{text}`{text:-은/는} 올바른 도메인이 아닙니다", "invalid domain `{text}`"),
    "domain.host-form": ("`blog.example.kr`처럼 적으세요", "use a domain such as `blog.example.kr`"),
    "domain.has-path": ("도메인에 경로 `{path}`{path:-이/가} 있습니다", "a domain cannot have a path (`{path}`)"),
    "domain.bad-server": ("`{text}`{text:-은/는} 올바른 네임서버 주소가 아닙니다", "invalid name server `{text}`"),
    "domain.server-form": (
        "`8.8.8.8`이나 `127.0.0.1:5353`처럼 적으세요",
        "use an address such as `8.8.8.8` or `127.0.0.1:5353`",
    ),
    "domain.not-spliced": (
        "`blog.yml`의 base_url만 따로 바꿀 수 없습니다",
        "cannot change base_url in `blog.yml` without affecting other lines",
    ),
    "domain.write-yourself": ("`base_url: {url}`{url:-을/를} 직접 적으세요", "set `base_url: {url}` manually"),
    "domain.none": ("`blog.yml`에 사이트 주소(base_url)가 없습니다", "base_url is not set in `blog.yml`"),
    "domain.set-it": (
        "`blog domain set blog.example.kr`로 설정하세요",
        "set it with `blog domain set blog.example.kr`",
    ),
    "domain.written": (
        "`blog.yml`의 base_url을 `{url}`{url:-으로/로} 설정했습니다",
        "set base_url to `{url}` in `blog.yml`",
    ),
    "domain.unchanged": ("`blog.yml`의 base_url은 이미 `{url}`입니다", "base_url in `blog.yml` is already `{url}`"),
    "domain.githubs": (
        "`{host}`{host:-은/는} GitHub의 도메인이라 DNS 레코드가 필요 없습니다",
        "`{host}` belongs to GitHub and needs no DNS records",
    ),
    "domain.enter": (
        "도메인 등록기관(가비아, 후이즈, 카페24 등)의 DNS 관리에서 `{apex}`에 다음 레코드를 입력하세요",
        "Add these records for `{apex}` in the DNS settings of your registrar",
    ),
    "domain.column.kind": ("타입", "Type"),
    "domain.column.host": ("호스트", "Host"),
    "domain.column.value": ("값/위치", "Value"),
    "domain.column.need": ("필수", "Required"),
    "domain.kind.A": ("호스트 IP(A)", "A"),
    "domain.kind.AAAA": ("호스트 IPv6(AAAA)", "AAAA"),
    "domain.kind.CNAME": ("별칭(CNAME)", "CNAME"),
    "domain.kind.TXT": ("텍스트(TXT)", "TXT"),
    "domain.kind.CAA": ("인증기관(CAA)", "CAA"),
    "domain.needed": ("예", "yes"),
    "domain.optional": ("선택", "optional"),
    "domain.value.challenge": ("(GitHub가 표시하는 값)", "(shown by GitHub)"),
    "domain.value.user": ("(GitHub 사용자 이름).github.io", "(your GitHub user name).github.io"),
    "domain.value.server": ("(서버의 IP 주소)", "(IP address of your server)"),
    "domain.note.apex": (
        "호스트 `@`는 루트 도메인을 뜻합니다. `@`를 입력할 수 없으면 비워 두세요",
        "Host `@` is the apex domain; leave the field empty if `@` is not accepted",
    ),
    "domain.note.dot": (
        "값 뒤에 도메인이 자동으로 붙는 곳이면 CNAME 값 끝에 점을 붙이세요: `{name}.`",
        "If your registrar appends the domain, end the CNAME value with a dot: `{name}.`",
    ),
    "domain.note.old": (
        "같은 호스트의 기존 A, AAAA, CNAME 레코드와 `*` 레코드를 삭제하세요",
        "Delete existing A, AAAA and CNAME records of the same hosts, and any `*` record",
    ),
    "domain.note.first": (
        (
            "DNS보다 먼저 GitHub의 Settings > Pages > Custom domain에 `{host}`{host:-을/를} 등록하세요. 순서가 "
            "바뀌면 다른 사람이 먼저 등록할 수 있습니다"
        ),
        (
            "Enter `{host}` in GitHub's Settings > Pages > Custom domain before changing DNS; otherwise "
            "someone else could claim it first"
        ),
    ),
    "domain.note.punycode": ("DNS에는 `{shown}` 대신 `{host}`{host:-을/를} 입력합니다", "`{shown}` is `{host}` in DNS"),
    "domain.note.check": ("입력한 뒤 `blog domain check --wait`로 확인하세요", "Then run `blog domain check --wait`"),
    "domain.checking": ("`{host}` 확인 중", "Checking `{host}`"),
    "domain.waiting": (
        "아직 통과하지 못한 항목이 있습니다. {seconds}초 후 다시 확인합니다 (중단하려면 Ctrl-C)",
        "some checks failed; checking again in {seconds} s (press Ctrl-C to stop)",
    ),
    "domain.summary": (
        "정상 {right}, 경고 {warned}, 오류 {failed}",
        "{right} passed, {warned:+warning/warnings}, {failed} failed",
    ),
}
