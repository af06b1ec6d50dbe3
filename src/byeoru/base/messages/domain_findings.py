"""What a check of a domain can find, and what to do about it: `found.` and `mend.` with the same code."""

from byeoru.base.messages.domain_advice import ADVICE

_FOUND: dict[str, tuple[str, str]] = {
    "a-right": ("`{host}`의 A 레코드 {count}개가 모두 맞습니다", "`{host}` has all {count} A records"),
    "a-none": ("`{host}`에 A 레코드가 없습니다", "`{host}` has no A record"),
    "a-missing": ("`{host}`의 A 레코드에 {missing:이/가} 빠졌습니다", "`{host}` lacks the A records {missing}"),
    "a-stranger": (
        "`{host}`의 A 레코드에 다른 서버의 주소 {found:이/가} 섞여 있습니다",
        "`{host}` has A records of another server among its own: {found}",
    ),
    "a-elsewhere": (
        "`{host}`의 A 레코드가 다른 서버({found}) 주소입니다",
        "the A records of `{host}` lead to another server: {found}",
    ),
    "a-proxied": (
        "`{host}`{host:-이/가} Cloudflare 프록시({found})를 거칩니다",
        "`{host}` goes through Cloudflare's proxy: {found}",
    ),
    "aaaa-none": ("`{host}`에 AAAA 레코드는 없습니다 (없어도 됩니다)", "`{host}` has no AAAA record, and needs none"),
    "aaaa-right": ("`{host}`의 AAAA 레코드 {count}개가 모두 맞습니다", "`{host}` has all {count} AAAA records"),
    "aaaa-missing": (
        "`{host}`의 AAAA 레코드에 {missing:이/가} 빠졌습니다",
        "`{host}` lacks the AAAA records {missing}",
    ),
    "aaaa-stranger": (
        "`{host}`의 AAAA 레코드에 다른 서버의 주소 {found:이/가} 있습니다",
        "`{host}` has AAAA records of another server: {found}",
    ),
    "aaaa-proxied": (
        "`{host}`의 AAAA 레코드가 Cloudflare 프록시({found}) 주소입니다",
        "the AAAA records of `{host}` are those of Cloudflare's proxy: {found}",
    ),
    "apex-cname": (
        "도메인 자체인 `{host}`에 CNAME(`{target}`)이 있습니다",
        "the domain itself, `{host}`, has a CNAME (`{target}`)",
    ),
    "no-such-domain": ("`{host}`{host:-이라/라}는 도메인이 DNS에 없습니다", "there is no domain `{host}` in the DNS"),
    "cname-right": (
        "`{host}`의 CNAME이 `{target}`{target:-을/를} 바로 가리킵니다",
        "the CNAME of `{host}` leads to `{target}` directly",
    ),
    "cname-none": ("`{host}`에 CNAME 레코드가 없습니다", "`{host}` has no CNAME record"),
    "cname-a": ("`{host}`에 CNAME 대신 A 레코드가 있습니다", "`{host}` has A records in place of a CNAME"),
    "cname-path": (
        "`{host}`의 CNAME 값 `{target}`에 주소나 경로가 들어 있습니다",
        "the CNAME value of `{host}`, `{target}`, contains an address or a path",
    ),
    "cname-appended": (
        "`{host}`의 CNAME 값 뒤에 도메인이 한 번 더 붙었습니다: `{target}`",
        "the domain was appended to the CNAME value of `{host}`: `{target}`",
    ),
    "cname-other-user": (
        "`{host}`의 CNAME이 다른 사용자의 `{target}`{target:-을/를} 가리킵니다",
        "the CNAME of `{host}` leads to another user's `{target}`",
    ),
    "cname-chain": (
        "`{host}`의 CNAME이 `{target}`{target:-을/를} 거쳐서 GitHub로 갑니다",
        "the CNAME of `{host}` reaches GitHub by way of `{target}`",
    ),
    "cname-proxied": (
        "`{host}`의 CNAME이 CDN `{target}`{target:-을/를} 가리킵니다",
        "the CNAME of `{host}` leads to the CDN `{target}`",
    ),
    "cname-elsewhere": (
        "`{host}`의 CNAME이 GitHub가 아닌 `{target}`{target:-을/를} 가리킵니다",
        "the CNAME of `{host}` leads to `{target}`, which is not GitHub",
    ),
    "cname-elsewhere-a": (
        "`{host}`{host:-이/가} CNAME 없이 다른 서버({found})를 가리킵니다",
        "`{host}` has no CNAME and leads to another server: {found}",
    ),
    "wildcard-unknown": (
        "모든 하위 도메인을 받는 레코드 `{name}`{name:-이/가} 있는지 알 수 없습니다",
        "whether there is a wildcard record `{name}` could not be learned",
    ),
    "wildcard-none": (
        "모든 하위 도메인을 받는 레코드 `{name}`{name:-이/가} 없습니다",
        "there is no wildcard record `{name}`",
    ),
    "wildcard": (
        "모든 하위 도메인을 받는 레코드 `{name}`{name:-이/가} `{target}`{target:-을/를} 가리킵니다",
        "the wildcard record `{name}` leads to `{target}`",
    ),
    "wildcard-pages": (
        "모든 하위 도메인을 받는 레코드 `{name}`{name:-이/가} GitHub Pages를 가리킵니다",
        "the wildcard record `{name}` leads to GitHub Pages",
    ),
    "caa-none": (
        "`{host}`에 CAA 레코드가 없어 어느 기관이나 인증서를 낼 수 있습니다",
        "`{host}` has no CAA record, so any issuer may make its certificate",
    ),
    "caa-right": ("`{host}`의 CAA 레코드가 {issuer:을/를} 허락합니다", "the CAA records of `{host}` allow {issuer}"),
    "caa-other": (
        "`{host}`의 CAA 레코드가 {issuer:을/를} 허락하지 않습니다 (허락한 곳: {found})",
        "the CAA records of `{host}` do not allow {issuer} (but {found})",
    ),
    "caa-unknown": ("`{host}`의 CAA 레코드를 알 수 없습니다", "the CAA records of `{host}` could not be learned"),
    "challenge-unknown": (
        "소유를 증명하는 TXT 레코드 `{name}`{name:-이/가} 있는지 알 수 없습니다",
        "whether there is the TXT record `{name}` could not be learned",
    ),
    "challenge-right": (
        "소유를 증명하는 TXT 레코드 `{name}`{name:-이/가} 있습니다",
        "the TXT record `{name}` proves whose it is",
    ),
    "challenge-none": (
        "소유를 증명하는 TXT 레코드 `{name}`{name:-이/가} 없습니다",
        "there is no TXT record `{name}` to prove whose the domain is",
    ),
    "user-unknown": (
        "GitHub 사용자 이름을 몰라 CNAME과 소유 증명을 끝까지 살피지 못했습니다",
        "without your GitHub user name the CNAME and the proof could not be checked fully",
    ),
    "server-unknown": (
        "내 서버의 주소를 몰라 `{host}`{host:-을/를} 살피지 못했습니다",
        "`{host}` was not checked, as the address of your server is not known",
    ),
    "same-everywhere": ("네임서버 {count}곳의 답이 모두 같습니다", "all {count} name servers say the same"),
    "server-differs": (
        "네임서버 {server}의 답만 다릅니다 (`{host}` {kind}, TTL {seconds}초)",
        "name server {server} says something else (`{host}` {kind}, TTL {seconds} s)",
    ),
    "cache-old": (
        "{server:은/는} 아직 옛 답을 기억합니다 (`{host}` {kind}, 앞으로 {seconds}초)",
        "{server} still remembers an old answer (`{host}` {kind}, for {seconds} s)",
    ),
    "server-silent": (
        "네임서버 {server:은/는} `{host}`에 답하지 않습니다",
        "name server {server} does not answer for `{host}`",
    ),
    "ttl-long": (
        "`{host}`의 TTL이 {seconds}초로 깁니다",
        "the TTL of `{host}` is long: {seconds} s",
    ),
    "dns-servfail": (
        "`{host}`{host:-을/를} 물으니 네임서버가 실패했습니다 (SERVFAIL)",
        "name servers fail on `{host}` (SERVFAIL)",
    ),
    "dns-refused": (
        "네임서버가 `{host}`에 답하기를 거절했습니다 (REFUSED)",
        "name servers refuse to answer for `{host}` (REFUSED)",
    ),
    "dns-timeout": ("네임서버가 `{host}`에 제때 답하지 않았습니다", "no name server answered for `{host}` in time"),
    "dns-unreachable": (
        "`{host}`{host:-을/를} 물어볼 네임서버에 닿지 못했습니다",
        "no name server could be reached for `{host}`",
    ),
    "claim-by-settings": (
        "GitHub Actions는 `CNAME` 파일을 보지 않습니다. 저장소 Settings → Pages에 `{host}`{host:-이/가} 있어야 합니다",
        "GitHub Actions ignore a file `CNAME`: the repository's Settings → Pages must have the domain as `{host}`",
    ),
    "branch-right": (
        "배포한 브랜치의 CNAME 파일이 `{host}`입니다",
        "the CNAME file of the published branch is `{host}`",
    ),
    "branch-none": (
        "도메인은 GitHub Pages를 가리키는데 브랜치 `{branch}`에 CNAME 파일이 없습니다",
        "the domain leads to GitHub Pages, but the branch `{branch}` has no CNAME file",
    ),
    "branch-other": (
        "브랜치 `{branch}`의 CNAME 파일은 `{found}`입니다",
        "the CNAME file of the branch `{branch}` is `{found}`",
    ),
    "branch-unknown": ("브랜치 `{branch}`{branch:-을/를} 읽지 못했습니다", "the branch `{branch}` could not be read"),
    "cert-right": ("`{host}`의 인증서가 {until}까지 맞습니다", "the certificate of `{host}` is right until {until}"),
    "cert-soon": ("`{host}`의 인증서가 {until}에 끝납니다", "the certificate of `{host}` ends on {until}"),
    "cert-expired": ("`{host}`의 인증서가 {until}에 끝났습니다", "the certificate of `{host}` ended on {until}"),
    "cert-early": (
        "`{host}`의 인증서는 {since}부터 쓸 수 있습니다",
        "the certificate of `{host}` is not valid before {since}",
    ),
    "cert-names": (
        "인증서에 `{host}`{host:-이/가} 없습니다 (적힌 이름: {found})",
        "the certificate is not for `{host}` but for {found}",
    ),
    "cert-untrusted": ("`{host}`의 인증서를 믿을 수 없습니다", "the certificate of `{host}` is not trusted"),
    "web-silent": ("`{host}`의 {port}번 포트에 접속할 수 없습니다", "`{host}` cannot be reached on port {port}"),
    "https-redirect": ("http://{host}/가 https로 이어집니다", "http://{host}/ leads to https"),
    "http-open": ("http://{host}/가 https로 이어지지 않습니다", "http://{host}/ does not lead to https"),
    "partner-redirect": (
        "`{partner}`{partner:-이/가} `{host}`{host:-으로/로} 이어집니다",
        "`{partner}` leads to `{host}`",
    ),
    "partner-apart": (
        "`{partner}`{partner:-이/가} `{host}`{host:-으로/로} 이어지지 않습니다",
        "`{partner}` does not lead to `{host}`",
    ),
    "page-right": ("https://{host}/에 사이트가 있습니다", "there is a site at https://{host}/"),
    "page-unclaimed": (
        "GitHub Pages에 `{host}`{host:-으로/로} 등록한 사이트가 없습니다 (404)",
        "no site at GitHub Pages has claimed `{host}` (404)",
    ),
    "page-elsewhere": (
        "https://{host}/가 `{location}`{location:-으로/로} 이어집니다",
        "https://{host}/ leads to `{location}`",
    ),
    "page-broken": ("https://{host}/의 답이 {status}입니다", "https://{host}/ answers {status}"),
}

TEXTS = {
    **{f"found.{code}": both for code, both in _FOUND.items()},
    **{f"mend.{code}": both for code, both in ADVICE.items()},
}
