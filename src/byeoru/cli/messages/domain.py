"""Messages of `blog domain`."""

MESSAGES = {
    "help.domain": ("내 도메인을 잇고 살핍니다", "Connect a domain of your own, and check it"),
    "help.domain.set": (
        "사이트 주소를 내 도메인으로 바꾸고, 입력할 DNS 레코드를 보여 줍니다",
        "Set the address of the site, and show the DNS records to enter",
    ),
    "help.domain.check": (
        "DNS, 인증서, 이동이 맞는지 하나씩 살핍니다",
        "Check DNS, certificate and redirects one by one",
    ),
    "help.domain.nameserver": (
        "물어볼 네임서버, 예: 8.8.8.8 또는 127.0.0.1:5353 (여러 번 쓸 수 있음)",
        "Name server to ask, such as 8.8.8.8 or 127.0.0.1:5353 (may be given several times)",
    ),
    "help.domain.json": ("결과를 JSON으로 적습니다", "Write the findings as JSON"),
    "help.domain.wait": ("모두 맞을 때까지 되풀이합니다", "Repeat until all is well"),
    "help.domain.dns-only": ("DNS만 살피고 사이트에는 접속하지 않습니다", "Check DNS alone, without visiting the site"),
    "domain.bad-host": ("`{text}`{text:-은/는} 도메인이 될 수 없습니다", "`{text}` cannot be a domain"),
    "domain.host-form": ("`blog.example.kr`처럼 적으세요", "write it like `blog.example.kr`"),
    "domain.has-path": ("도메인에는 경로 `{path}`{path:-이/가} 없어야 합니다", "a domain has no path such as `{path}`"),
    "domain.bad-server": ("`{text}`{text:-은/는} 네임서버 주소가 아닙니다", "`{text}` is no address of a name server"),
    "domain.server-form": (
        "`8.8.8.8`이나 `127.0.0.1:5353`처럼 적으세요",
        "write it like `8.8.8.8` or `127.0.0.1:5353`",
    ),
    "domain.not-spliced": (
        "`blog.yml`의 base_url을 다른 곳을 건드리지 않고는 바꿀 수 없습니다",
        "base_url in `blog.yml` cannot be changed without touching something else",
    ),
    "domain.write-yourself": ("`base_url: {url}`{url:-이라/라}고 손으로 적으세요", "write `base_url: {url}` yourself"),
    "domain.none": ("`blog.yml`에 사이트 주소(base_url)가 없습니다", "`blog.yml` has no address (base_url)"),
    "domain.set-it": ("`blog domain set blog.example.kr`로 정하세요", "set it with `blog domain set blog.example.kr`"),
    "domain.written": ("`blog.yml`에 base_url을 `{url}`로 적었습니다", "wrote base_url `{url}` to `blog.yml`"),
    "domain.unchanged": ("`blog.yml`의 base_url은 이미 `{url}`입니다", "base_url in `blog.yml` is `{url}` already"),
    "domain.githubs": (
        "`{host}`{host:-은/는} GitHub의 주소라서 DNS에 입력할 것이 없습니다",
        "`{host}` is an address of GitHub's and needs no DNS records",
    ),
    "domain.enter": (
        "도메인을 산 곳(가비아, 후이즈, 카페24 등)의 DNS 관리에서 `{apex}`에 다음 레코드를 입력하세요",
        "Enter these records for `{apex}` in the DNS settings of your registrar",
    ),
    "domain.column.kind": ("타입", "Type"),
    "domain.column.host": ("호스트", "Host"),
    "domain.column.value": ("값/위치", "Value"),
    "domain.column.need": ("입력", "Needed"),
    "domain.kind.A": ("호스트 IP(A)", "A"),
    "domain.kind.AAAA": ("호스트 IPv6(AAAA)", "AAAA"),
    "domain.kind.CNAME": ("별칭(CNAME)", "CNAME"),
    "domain.kind.TXT": ("텍스트(TXT)", "TXT"),
    "domain.kind.CAA": ("인증기관(CAA)", "CAA"),
    "domain.needed": ("꼭", "yes"),
    "domain.optional": ("선택", "optional"),
    "domain.value.challenge": ("GitHub가 알려 주는 값", "the value that GitHub shows"),
    "domain.value.user": ("(GitHub 사용자 이름).github.io", "(your GitHub user name).github.io"),
    "domain.value.server": ("(서버의 IP 주소)", "(address of your server)"),
    "domain.note.apex": (
        "호스트 `@`는 도메인 자체입니다. `@`를 받지 않는 곳이면 비워 두세요",
        "Host `@` is the domain itself; leave the field empty where `@` is refused",
    ),
    "domain.note.dot": (
        "값 뒤에 도메인이 저절로 붙는 곳이면 별칭 값 끝에 점을 찍으세요: `{name}.`",
        "End the value of a CNAME with a dot where the form adds your domain to it: `{name}.`",
    ),
    "domain.note.old": (
        "같은 호스트에 있던 옛 A, AAAA, CNAME 레코드와 `*` 레코드는 지우세요",
        "Delete older A, AAAA and CNAME records of the same hosts, and any `*` record",
    ),
    "domain.note.first": (
        (
            "DNS보다 먼저 GitHub의 Settings > Pages > Custom domain에 `{host}`{host:-을/를} 등록하세요. "
            "순서가 바뀌면 그사이 남이 가로챌 수 있습니다"
        ),
        (
            "Before the DNS, enter `{host}` in GitHub's Settings > Pages > Custom domain; "
            "the other way round somebody else could claim it"
        ),
    ),
    "domain.note.punycode": ("`{shown}`{shown:-은/는} DNS에서 `{host}`입니다", "`{shown}` is `{host}` in the DNS"),
    "domain.note.check": ("입력한 뒤 `blog domain check --wait`로 살피세요", "Then run `blog domain check --wait`"),
    "domain.checking": ("`{host}`{host:-을/를} 살핍니다", "Checking `{host}`"),
    "domain.waiting": (
        "아직 맞지 않는 것이 있습니다. {seconds}초 뒤에 다시 봅니다 (그만두려면 Ctrl-C)",
        "not all is well yet; looking again in {seconds} s (Ctrl-C stops)",
    ),
    "domain.summary": (
        "맞음 {right}, 주의 {warned}, 틀림 {failed}",
        "{right} right, {warned} to look at, {failed} wrong",
    ),
}
