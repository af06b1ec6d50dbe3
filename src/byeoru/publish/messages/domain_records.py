"""What a domain check finds in the DNS, and what to do about it."""

MESSAGES = {
    "found.a-right": ("`{host}`의 A 레코드 {count}개가 모두 맞습니다", "`{host}` has all {count} A records"),
    "found.a-none": ("`{host}`에 A 레코드가 없습니다", "`{host}` has no A record"),
    "found.a-missing": ("`{host}`의 A 레코드에 {missing:이/가} 빠졌습니다", "`{host}` lacks the A records {missing}"),
    "found.a-stranger": (
        "`{host}`의 A 레코드에 다른 서버의 주소 {found:이/가} 섞여 있습니다",
        "`{host}` has A records of another server among its own: {found}",
    ),
    "found.a-elsewhere": (
        "`{host}`의 A 레코드가 다른 서버({found}) 주소입니다",
        "the A records of `{host}` lead to another server: {found}",
    ),
    "found.a-proxied": (
        "`{host}`{host:-이/가} Cloudflare 프록시({found})를 거칩니다",
        "`{host}` goes through Cloudflare's proxy: {found}",
    ),
    "found.aaaa-none": (
        "`{host}`에 AAAA 레코드는 없습니다 (없어도 됩니다)",
        "`{host}` has no AAAA record, and needs none",
    ),
    "found.aaaa-right": ("`{host}`의 AAAA 레코드 {count}개가 모두 맞습니다", "`{host}` has all {count} AAAA records"),
    "found.aaaa-missing": (
        "`{host}`의 AAAA 레코드에 {missing:이/가} 빠졌습니다",
        "`{host}` lacks the AAAA records {missing}",
    ),
    "found.aaaa-stranger": (
        "`{host}`의 AAAA 레코드에 다른 서버의 주소 {found:이/가} 있습니다",
        "`{host}` has AAAA records of another server: {found}",
    ),
    "found.aaaa-proxied": (
        "`{host}`의 AAAA 레코드가 Cloudflare 프록시({found}) 주소입니다",
        "the AAAA records of `{host}` are those of Cloudflare's proxy: {found}",
    ),
    "found.apex-cname": (
        "도메인 자체인 `{host}`에 CNAME(`{target}`)이 있습니다",
        "the domain itself, `{host}`, has a CNAME (`{target}`)",
    ),
    "found.no-such-domain": (
        "`{host}`{host:-이라/라}는 도메인이 DNS에 없습니다",
        "there is no domain `{host}` in the DNS",
    ),
    "found.cname-right": (
        "`{host}`의 CNAME이 `{target}`{target:-을/를} 바로 가리킵니다",
        "the CNAME of `{host}` leads to `{target}` directly",
    ),
    "found.cname-none": ("`{host}`에 CNAME 레코드가 없습니다", "`{host}` has no CNAME record"),
    "found.cname-a": ("`{host}`에 CNAME 대신 A 레코드가 있습니다", "`{host}` has A records in place of a CNAME"),
    "found.cname-path": (
        "`{host}`의 CNAME 값 `{target}`에 주소나 경로가 들어 있습니다",
        "the CNAME value of `{host}`, `{target}`, contains an address or a path",
    ),
    "found.cname-appended": (
        "`{host}`의 CNAME 값 뒤에 도메인이 한 번 더 붙었습니다: `{target}`",
        "the domain was appended to the CNAME value of `{host}`: `{target}`",
    ),
    "found.cname-other-user": (
        "`{host}`의 CNAME이 다른 사용자의 `{target}`{target:-을/를} 가리킵니다",
        "the CNAME of `{host}` leads to another user's `{target}`",
    ),
    "found.cname-chain": (
        "`{host}`의 CNAME이 `{target}`{target:-을/를} 거쳐서 GitHub로 갑니다",
        "the CNAME of `{host}` reaches GitHub by way of `{target}`",
    ),
    "found.cname-proxied": (
        "`{host}`의 CNAME이 CDN `{target}`{target:-을/를} 가리킵니다",
        "the CNAME of `{host}` leads to the CDN `{target}`",
    ),
    "found.cname-elsewhere": (
        "`{host}`의 CNAME이 GitHub가 아닌 `{target}`{target:-을/를} 가리킵니다",
        "the CNAME of `{host}` leads to `{target}`, which is not GitHub",
    ),
    "found.cname-elsewhere-a": (
        "`{host}`{host:-이/가} CNAME 없이 다른 서버({found})를 가리킵니다",
        "`{host}` has no CNAME and leads to another server: {found}",
    ),
    "found.wildcard-unknown": (
        "모든 하위 도메인을 받는 레코드 `{name}`{name:-이/가} 있는지 알 수 없습니다",
        "whether there is a wildcard record `{name}` could not be learned",
    ),
    "found.wildcard-none": (
        "모든 하위 도메인을 받는 레코드 `{name}`{name:-이/가} 없습니다",
        "there is no wildcard record `{name}`",
    ),
    "found.wildcard": (
        "모든 하위 도메인을 받는 레코드 `{name}`{name:-이/가} `{target}`{target:-을/를} 가리킵니다",
        "the wildcard record `{name}` leads to `{target}`",
    ),
    "found.wildcard-pages": (
        "모든 하위 도메인을 받는 레코드 `{name}`{name:-이/가} GitHub Pages를 가리킵니다",
        "the wildcard record `{name}` leads to GitHub Pages",
    ),
    "found.caa-none": (
        "`{host}`에 CAA 레코드가 없어 어느 기관이나 인증서를 낼 수 있습니다",
        "`{host}` has no CAA record, so any issuer may make its certificate",
    ),
    "found.caa-right": (
        "`{host}`의 CAA 레코드가 {issuer:을/를} 허락합니다",
        "the CAA records of `{host}` allow {issuer}",
    ),
    "found.caa-other": (
        "`{host}`의 CAA 레코드가 {issuer:을/를} 허락하지 않습니다 (허락한 곳: {found})",
        "the CAA records of `{host}` do not allow {issuer} (but {found})",
    ),
    "found.caa-unknown": ("`{host}`의 CAA 레코드를 알 수 없습니다", "the CAA records of `{host}` could not be learned"),
    "found.challenge-unknown": (
        "소유를 증명하는 TXT 레코드 `{name}`{name:-이/가} 있는지 알 수 없습니다",
        "whether there is the TXT record `{name}` could not be learned",
    ),
    "found.challenge-right": (
        "소유를 증명하는 TXT 레코드 `{name}`{name:-이/가} 있습니다",
        "the TXT record `{name}` proves whose it is",
    ),
    "found.challenge-none": (
        "소유를 증명하는 TXT 레코드 `{name}`{name:-이/가} 없습니다",
        "there is no TXT record `{name}` to prove whose the domain is",
    ),
    "found.user-unknown": (
        "GitHub 사용자 이름을 몰라 CNAME과 소유 증명을 끝까지 살피지 못했습니다",
        "without your GitHub user name the CNAME and the proof could not be checked fully",
    ),
    "found.server-unknown": (
        "내 서버의 주소를 몰라 `{host}`{host:-을/를} 살피지 못했습니다",
        "`{host}` was not checked, as the address of your server is not known",
    ),
    "found.same-everywhere": ("네임서버 {count}곳의 답이 모두 같습니다", "all {count} name servers say the same"),
    "found.server-differs": (
        "네임서버 {server}의 답만 다릅니다 (`{host}` {kind}, TTL {seconds}초)",
        "name server {server} says something else (`{host}` {kind}, TTL {seconds} s)",
    ),
    "found.cache-old": (
        "{server:은/는} 아직 옛 답을 기억합니다 (`{host}` {kind}, 앞으로 {seconds}초)",
        "{server} still remembers an old answer (`{host}` {kind}, for {seconds} s)",
    ),
    "found.server-silent": (
        "네임서버 {server:은/는} `{host}`에 답하지 않습니다",
        "name server {server} does not answer for `{host}`",
    ),
    "found.ttl-long": ("`{host}`의 TTL이 {seconds}초로 깁니다", "the TTL of `{host}` is long: {seconds} s"),
    "found.dns-servfail": (
        "`{host}`{host:-을/를} 물으니 네임서버가 실패했습니다 (SERVFAIL)",
        "name servers fail on `{host}` (SERVFAIL)",
    ),
    "found.dns-refused": (
        "네임서버가 `{host}`에 답하기를 거절했습니다 (REFUSED)",
        "name servers refuse to answer for `{host}` (REFUSED)",
    ),
    "found.dns-timeout": (
        "네임서버가 `{host}`에 제때 답하지 않았습니다",
        "no name server answered for `{host}` in time",
    ),
    "found.dns-unreachable": (
        "`{host}`{host:-을/를} 물어볼 네임서버에 닿지 못했습니다",
        "no name server could be reached for `{host}`",
    ),
    "found.claim-by-settings": (
        "GitHub Actions는 `CNAME` 파일을 보지 않습니다. 저장소 Settings → Pages에 `{host}`{host:-이/가} 있어야 합니다",
        "GitHub Actions ignore a file `CNAME`: the repository's Settings → Pages must have the domain as `{host}`",
    ),
    "mend.a-none": (
        "`blog domain set`이 보여 준 호스트 IP(A) 레코드를 입력하세요",
        "enter the A records that `blog domain set` shows",
    ),
    "mend.a-missing": (
        "빠진 주소도 호스트 IP(A)로 입력하세요. 지금도 열리지만 서버 한 곳이 멈추면 끊길 수 있습니다",
        "enter the missing ones too; the site works, but less surely",
    ),
    "mend.a-stranger": (
        "그 레코드를 지우세요. 예전 호스팅이나 파킹 주소가 남으면 접속할 때마다 다른 사이트가 열립니다",
        "delete them: with an old host among the records, readers get one site or the other by chance",
    ),
    "mend.a-elsewhere": (
        "그 레코드를 지우고 `blog domain set`이 보여 준 레코드를 입력하세요. 방금 바꿨다면 잠시 기다리세요",
        "replace them by those that `blog domain set` shows; if you have just done so, wait a little",
    ),
    "mend.a-proxied": (
        (
            "Cloudflare DNS에서 그 레코드의 프록시(주황색 구름)를 꺼 `DNS 전용`으로 두세요. "
            "켜 두면 GitHub가 인증서를 새로 내지 못합니다"
        ),
        "set the record to `DNS only` (grey cloud) at Cloudflare; behind the proxy GitHub cannot renew the certificate",
    ),
    "mend.aaaa-missing": (
        "빠진 주소도 입력하거나, AAAA 레코드를 모두 지우세요",
        "enter the missing ones, or delete all AAAA records",
    ),
    "mend.aaaa-stranger": (
        "그 AAAA 레코드를 지우세요. IPv6를 쓰는 독자와 인증기관은 그 주소로 먼저 갑니다",
        "delete them: readers with IPv6, and the issuer of certificates, go there first",
    ),
    "mend.aaaa-proxied": (
        "Cloudflare DNS에서 프록시(주황색 구름)를 꺼 `DNS 전용`으로 두세요",
        "set the record to `DNS only` (grey cloud) at Cloudflare",
    ),
    "mend.apex-cname": (
        "CNAME을 지우고 호스트 IP(A) 레코드를 입력하세요. 도메인 자체에 CNAME을 두면 NS와 메일(MX)까지 가려집니다",
        "delete it and enter A records: a CNAME at the domain itself hides its NS and mail (MX) records",
    ),
    "mend.no-such-domain": (
        "철자를 확인하고, 도메인을 산 곳에서 만료일과 네임서버(NS)를 보세요. 새 도메인은 몇 시간 걸릴 수 있습니다",
        "check the spelling, and at your registrar the expiry and name servers; a new domain can take hours",
    ),
    "mend.cname-none": (
        "별칭(CNAME) 레코드를 입력하세요: 값 `{right}`",
        "enter a CNAME record with the value `{right}`",
    ),
    "mend.cname-a": (
        "A 레코드를 지우고 별칭(CNAME) `{right}`{right:-을/를} 입력하세요. GitHub가 주소를 바꿔도 그대로 열립니다",
        "replace them by a CNAME to `{right}`, which stays right when GitHub changes its addresses",
    ),
    "mend.cname-path": (
        "`https://`와 `/` 뒤를 빼고 `{right}`만 적으세요",
        "write `{right}` alone, without `https://` and without a path",
    ),
    "mend.cname-appended": (
        "값 끝에 점을 찍어 `{right}.`{right:-이라/라}고 적으세요",
        "write the value with a dot at its end: `{right}.`",
    ),
    "mend.cname-other-user": ("별칭 값을 `{right}`{right:-으로/로} 바꾸세요", "change the value to `{right}`"),
    "mend.cname-chain": (
        "별칭 값을 `{right}`{right:-으로/로} 바꾸면 거치는 곳이 없어 더 튼튼합니다",
        "change the value to `{right}`, so that nothing lies between",
    ),
    "mend.cname-proxied": (
        "CDN의 프록시를 끄고 별칭 값을 `{right}`{right:-으로/로} 바꾸세요",
        "switch the proxy off and change the value to `{right}`",
    ),
    "mend.cname-elsewhere": (
        "별칭 값을 `{right}`{right:-으로/로} 바꾸세요. 방금 바꿨다면 잠시 기다리세요",
        "change the value to `{right}`; if you have just done so, wait a little",
    ),
    "mend.cname-elsewhere-a": (
        "A 레코드를 지우고 별칭(CNAME) `{right}`{right:-을/를} 입력하세요",
        "delete the A records and enter a CNAME to `{right}`",
    ),
    "mend.wildcard": (
        "쓰지 않으면 `{name}` 레코드를 지우세요. 만들지 않은 이름까지 열려, 그 서버를 얻은 남이 모두 가져갑니다",
        (
            "delete `{name}` unless you need it: it answers for names that nobody made, "
            "and whoever gets that server later gets them all"
        ),
    ),
    "mend.wildcard-pages": (
        "`{name}` 레코드를 지우세요. GitHub 사용자라면 누구나 여러분의 하위 도메인에 자기 사이트를 열 수 있습니다",
        "delete `{name}`: any user of GitHub can put a site of their own on a subdomain of yours",
    ),
    "mend.caa-other": (
        'CAA 레코드 `0 issue "{issuer}"`{issuer:-을/를} 더하세요. 없으면 GitHub가 HTTPS 인증서를 받지 못합니다',
        'add the CAA record `0 issue "{issuer}"`; without it GitHub gets no certificate for HTTPS',
    ),
    "mend.challenge-none": (
        (
            "GitHub의 Settings > Pages > Add a domain이 알려 주는 값을 이 이름의 TXT로 입력하세요. "
            "저장소를 지워도 남이 도메인을 가로채지 못합니다"
        ),
        (
            "enter the value that GitHub shows at Settings > Pages > Add a domain; "
            "then nobody can take the domain even if the repository goes away"
        ),
    ),
    "mend.user-unknown": (
        "`blog.yml`의 deploy에 `repository: 사용자/저장소`를 적으세요",
        "write `repository: user/repository` below deploy in `blog.yml`",
    ),
    "mend.server-unknown": (
        "`blog.yml`의 deploy에 적은 서버 이름을 확인하세요",
        "check the name of the server below deploy in `blog.yml`",
    ),
    "mend.server-differs": (
        "방금 바꿨다면 퍼지는 중입니다. 하루가 지나도 같으면 네임서버를 맡은 곳에 알리세요",
        "after a change it is under way; if it stays for a day, tell whoever runs the name servers",
    ),
    "mend.cache-old": ("그 시간이 지나면 새 답으로 바뀝니다", "after that time it learns the new one"),
    "mend.ttl-long": (
        "{limit}초 아래로 줄이면 잘못 적은 것을 고쳤을 때 빨리 바뀝니다",
        "with {limit} s or less a mistake is mended sooner",
    ),
    "mend.dns-servfail": (
        "네임서버(NS)와 DNSSEC 설정이 맞는지 도메인을 산 곳에서 보세요",
        "look at the name servers and DNSSEC settings at your registrar",
    ),
    "mend.dns-refused": (
        "그 네임서버에 도메인이 등록되지 않았습니다. 도메인을 산 곳에 적은 네임서버(NS)를 확인하세요",
        "that server does not know the domain; check the name servers that your registrar has",
    ),
    "mend.dns-timeout": ("인터넷 연결을 보고 잠시 뒤에 다시 하세요", "check the connection, and try again in a while"),
    "mend.dns-unreachable": (
        "인터넷 연결과 `--nameserver`의 주소를 확인하세요",
        "check the connection, and `--nameserver`",
    ),
}
