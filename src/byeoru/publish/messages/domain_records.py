"""What a domain check finds in the DNS, and what to do about it."""

MESSAGES = {
    "finding.a-right": (
        "`{host}`의 A 레코드 {count}개가 모두 올바릅니다",
        "all {count:+A record/A records} of `{host}` are correct",
    ),
    "finding.a-none": ("`{host}`에 A 레코드가 없습니다", "`{host}` has no A record"),
    "fix.a-none": (
        "`blog domain set`이 표시하는 호스트 IP(A) 레코드를 입력하세요",
        "add the A records shown by `blog domain set`",
    ),
    "finding.a-missing": (
        "`{host}`의 A 레코드 중 {missing:이/가} 없습니다",
        "missing A records of `{host}`: {missing}",
    ),
    "fix.a-missing": (
        "누락된 호스트 IP(A) 레코드도 입력하세요. 지금도 접속되지만 서버 한 대가 멈추면 끊길 수 있습니다",
        "add the missing ones; the site works, but without redundancy",
    ),
    "finding.a-unexpected": (
        "`{host}`의 A 레코드에 다른 서버의 주소가 섞여 있습니다: {actual}",
        "`{host}` also has A records of another server: {actual}",
    ),
    "fix.a-unexpected": (
        "그 레코드를 삭제하세요. 이전 호스팅의 주소가 남아 있으면 접속할 때마다 다른 사이트가 열립니다",
        "delete them: visitors are sent to either server at random",
    ),
    "finding.a-elsewhere": (
        "`{host}`의 A 레코드가 다른 서버를 가리킵니다: {actual}",
        "the A records of `{host}` point to another server: {actual}",
    ),
    "fix.a-elsewhere": (
        "그 레코드를 삭제하고 `blog domain set`이 표시하는 레코드를 입력하세요. 방금 바꿨다면 잠시 기다리세요",
        "replace them with those shown by `blog domain set`; after a recent change, wait a few minutes",
    ),
    "finding.a-proxied": (
        "`{host}`{host:-이/가} Cloudflare 프록시를 거칩니다: {actual}",
        "`{host}` is behind Cloudflare's proxy: {actual}",
    ),
    "fix.a-proxied": (
        (
            "Cloudflare DNS에서 그 레코드의 프록시(주황색 구름)를 끄고 `DNS 전용`으로 바꾸세요. 켜 두면 "
            "GitHub가 인증서를 갱신하지 못합니다"
        ),
        "set the record to `DNS only` (grey cloud) at Cloudflare; GitHub cannot renew the certificate behind the proxy",
    ),
    "finding.aaaa-none": ("`{host}`에 AAAA 레코드가 없습니다 (선택 사항)", "`{host}` has no AAAA record (optional)"),
    "finding.aaaa-right": (
        "`{host}`의 AAAA 레코드 {count}개가 모두 올바릅니다",
        "all {count:+AAAA record/AAAA records} of `{host}` are correct",
    ),
    "finding.aaaa-missing": (
        "`{host}`의 AAAA 레코드 중 {missing:이/가} 없습니다",
        "missing AAAA records of `{host}`: {missing}",
    ),
    "fix.aaaa-missing": (
        "누락된 레코드를 입력하거나, AAAA 레코드를 모두 삭제하세요",
        "add the missing ones, or delete all AAAA records",
    ),
    "finding.aaaa-unexpected": (
        "`{host}`의 AAAA 레코드에 다른 서버의 주소가 있습니다: {actual}",
        "`{host}` has AAAA records of another server: {actual}",
    ),
    "fix.aaaa-unexpected": (
        "그 AAAA 레코드를 삭제하세요. IPv6를 쓰는 방문자와 인증기관은 그 주소로 접속합니다",
        "delete them: IPv6 visitors and the certificate authority connect there first",
    ),
    "finding.aaaa-proxied": (
        "`{host}`의 AAAA 레코드가 Cloudflare 프록시를 가리킵니다: {actual}",
        "the AAAA records of `{host}` point to Cloudflare's proxy: {actual}",
    ),
    "fix.aaaa-proxied": (
        "Cloudflare DNS에서 프록시(주황색 구름)를 끄고 `DNS 전용`으로 바꾸세요",
        "set the record to `DNS only` (grey cloud) at Cloudflare",
    ),
    "finding.apex-cname": (
        "루트 도메인 `{host}`에 CNAME 레코드(`{target}`)가 있습니다",
        "the apex domain `{host}` has a CNAME record (`{target}`)",
    ),
    "fix.apex-cname": (
        "CNAME을 삭제하고 호스트 IP(A) 레코드를 입력하세요. 루트 도메인의 CNAME은 NS와 메일(MX) 레코드를 가립니다",
        "delete it and add A records: a CNAME at the apex hides the NS and mail (MX) records",
    ),
    "finding.no-such-domain": ("도메인 `{host}`{host:-이/가} DNS에 없습니다", "domain `{host}` does not exist in DNS"),
    "fix.no-such-domain": (
        "철자를 확인하고, 도메인 등록기관에서 만료일과 네임서버(NS)를 확인하세요. 새 도메인은 몇 시간 걸릴 수 있습니다",
        "check the spelling, and the expiry date and name servers at your registrar; a new domain can take hours",
    ),
    "finding.cname-right": (
        "`{host}`의 CNAME이 `{target}`{target:-을/를} 가리킵니다",
        "the CNAME of `{host}` points to `{target}`",
    ),
    "finding.cname-none": ("`{host}`에 CNAME 레코드가 없습니다", "`{host}` has no CNAME record"),
    "fix.cname-none": ("별칭(CNAME) 레코드를 입력하세요: 값 `{right}`", "add a CNAME record with the value `{right}`"),
    "finding.cname-a": ("`{host}`에 CNAME 대신 A 레코드가 있습니다", "`{host}` has A records instead of a CNAME"),
    "fix.cname-a": (
        "A 레코드를 삭제하고 별칭(CNAME) `{right}`{right:-을/를} 입력하세요. GitHub의 주소가 바뀌어도 계속 연결됩니다",
        "replace them with a CNAME to `{right}`, which keeps working when GitHub changes its addresses",
    ),
    "finding.cname-path": (
        "`{host}`의 CNAME 값에 URL이나 경로가 들어 있습니다: `{target}`",
        "the CNAME value of `{host}` contains a URL or a path: `{target}`",
    ),
    "fix.cname-path": (
        "`https://`와 경로를 빼고 `{right}`만 입력하세요",
        "enter `{right}` only, without `https://` or a path",
    ),
    "finding.cname-appended": (
        "`{host}`의 CNAME 값 뒤에 도메인이 한 번 더 붙었습니다: `{target}`",
        "the domain was appended to the CNAME value of `{host}`: `{target}`",
    ),
    "fix.cname-appended": (
        "값 끝에 점을 붙여 `{right}.`{right:-으로/로} 입력하세요",
        "end the value with a dot: `{right}.`",
    ),
    "finding.cname-other-user": (
        "`{host}`의 CNAME이 다른 사용자의 `{target}`{target:-을/를} 가리킵니다",
        "the CNAME of `{host}` points to another user's `{target}`",
    ),
    "fix.cname-other-user": ("CNAME 값을 `{right}`{right:-으로/로} 바꾸세요", "change the value to `{right}`"),
    "finding.cname-chain": (
        "`{host}`의 CNAME이 `{target}`{target:-을/를} 거쳐 GitHub로 연결됩니다",
        "the CNAME of `{host}` reaches GitHub through `{target}`",
    ),
    "fix.cname-chain": (
        "CNAME 값을 `{right}`{right:-으로/로} 바꾸면 다른 도메인에 의존하지 않습니다",
        "change the value to `{right}` to avoid the intermediate name",
    ),
    "finding.cname-proxied": (
        "`{host}`의 CNAME이 CDN `{target}`{target:-을/를} 가리킵니다",
        "the CNAME of `{host}` points to the CDN `{target}`",
    ),
    "fix.cname-proxied": (
        "CDN의 프록시를 끄고 CNAME 값을 `{right}`{right:-으로/로} 바꾸세요",
        "disable the proxy and change the value to `{right}`",
    ),
    "finding.cname-elsewhere": (
        "`{host}`의 CNAME이 GitHub가 아닌 `{target}`{target:-을/를} 가리킵니다",
        "the CNAME of `{host}` points to `{target}`, which is not GitHub",
    ),
    "fix.cname-elsewhere": (
        "CNAME 값을 `{right}`{right:-으로/로} 바꾸세요. 방금 바꿨다면 잠시 기다리세요",
        "change the value to `{right}`; after a recent change, wait a few minutes",
    ),
    "finding.cname-elsewhere-a": (
        "`{host}`{host:-이/가} CNAME 없이 다른 서버를 가리킵니다: {actual}",
        "`{host}` has no CNAME and points to another server: {actual}",
    ),
    "fix.cname-elsewhere-a": (
        "A 레코드를 삭제하고 별칭(CNAME) `{right}`{right:-을/를} 입력하세요",
        "delete the A records and add a CNAME to `{right}`",
    ),
    "finding.wildcard-unknown": (
        "와일드카드 레코드 `{name}`{name:-을/를} 확인할 수 없습니다",
        "cannot determine whether there is a wildcard record `{name}`",
    ),
    "finding.wildcard-none": ("와일드카드 레코드 `{name}`{name:-이/가} 없습니다", "no wildcard record `{name}`"),
    "finding.wildcard": (
        "와일드카드 레코드 `{name}`{name:-이/가} `{target}`{target:-을/를} 가리킵니다",
        "the wildcard record `{name}` points to `{target}`",
    ),
    "fix.wildcard": (
        "필요 없으면 `{name}` 레코드를 삭제하세요. 사용하지 않는 하위 도메인을 다른 사람이 가로챌 수 있습니다",
        "delete `{name}` unless you need it: unused subdomains can be taken over",
    ),
    "finding.wildcard-pages": (
        "와일드카드 레코드 `{name}`{name:-이/가} GitHub Pages를 가리킵니다",
        "the wildcard record `{name}` points to GitHub Pages",
    ),
    "fix.wildcard-pages": (
        "`{name}` 레코드를 삭제하세요. GitHub 사용자라면 누구나 하위 도메인에 사이트를 열 수 있습니다",
        "delete `{name}`: any GitHub user can publish a site on your subdomains",
    ),
    "finding.caa-none": (
        "`{host}`에 CAA 레코드가 없어 모든 인증기관이 인증서를 발급할 수 있습니다",
        "`{host}` has no CAA record; any certificate authority may issue its certificate",
    ),
    "finding.caa-right": (
        "`{host}`의 CAA 레코드가 {issuer:을/를} 허용합니다",
        "the CAA records of `{host}` allow {issuer}",
    ),
    "finding.caa-other": (
        "`{host}`의 CAA 레코드가 {issuer:을/를} 허용하지 않습니다 (허용: {actual})",
        "the CAA records of `{host}` do not allow {issuer} (allowed: {actual})",
    ),
    "fix.caa-other": (
        'CAA 레코드 `0 issue "{issuer}"`{issuer:-을/를} 추가하세요. 없으면 GitHub가 HTTPS 인증서를 발급받지 못합니다',
        'add the CAA record `0 issue "{issuer}"`; without it GitHub cannot get an HTTPS certificate',
    ),
    "finding.caa-unknown": ("`{host}`의 CAA 레코드를 확인할 수 없습니다", "cannot look up the CAA records of `{host}`"),
    "finding.challenge-unknown": (
        "도메인 소유 확인용 TXT 레코드 `{name}`{name:-을/를} 확인할 수 없습니다",
        "cannot look up the domain verification TXT record `{name}`",
    ),
    "finding.challenge-right": (
        "도메인 소유 확인용 TXT 레코드 `{name}`{name:-이/가} 있습니다",
        "the domain verification TXT record `{name}` exists",
    ),
    "finding.challenge-none": (
        "도메인 소유 확인용 TXT 레코드 `{name}`{name:-이/가} 없습니다",
        "no domain verification TXT record `{name}`",
    ),
    "fix.challenge-none": (
        (
            "GitHub의 Settings > Pages > Add a domain에 표시되는 값을 이 이름의 TXT 레코드로 입력하세요. "
            "저장소를 삭제해도 다른 사람이 도메인을 가로채지 못합니다"
        ),
        (
            "add the value shown in GitHub's Settings > Pages > Add a domain; it prevents domain takeover even "
            "if the repository is deleted"
        ),
    ),
    "finding.user-unknown": (
        "GitHub 사용자 이름을 몰라 CNAME과 도메인 소유를 확인하지 못했습니다",
        "GitHub user name unknown; the CNAME and domain verification were not fully checked",
    ),
    "fix.user-unknown": (
        "`blog.yml`의 deploy에 `repository: 사용자/저장소`를 적으세요",
        "set `repository: user/repository` under deploy in `blog.yml`",
    ),
    "finding.server-unknown": (
        "서버의 주소를 몰라 `{host}`{host:-을/를} 확인하지 못했습니다",
        "server address unknown; `{host}` was not checked",
    ),
    "fix.server-unknown": (
        "`blog.yml`의 deploy에 적은 서버 이름을 확인하세요",
        "check the server name under deploy in `blog.yml`",
    ),
    "finding.same-everywhere": (
        "네임서버 {count}개의 응답이 모두 같습니다",
        "all {count:+name server/name servers} agree",
    ),
    "finding.server-differs": (
        "네임서버 {server}의 응답이 다릅니다 (`{host}` {kind}, TTL {seconds}초)",
        "name server {server} returns a different answer (`{host}` {kind}, TTL {seconds} s)",
    ),
    "fix.server-differs": (
        "최근에 바꿨다면 전파되는 중입니다. 하루가 지나도 같으면 네임서버 관리자에게 문의하세요",
        "a recent change may still be propagating; if it persists for a day, contact whoever runs the name servers",
    ),
    "finding.cache-old": (
        "{server}의 캐시에 이전 응답이 남아 있습니다 (`{host}` {kind}, {seconds}초 후 만료)",
        "{server} still caches an old answer (`{host}` {kind}, expires in {seconds} s)",
    ),
    "fix.cache-old": ("만료되면 새 응답으로 바뀝니다", "it is refreshed when the entry expires"),
    "finding.server-silent": (
        "네임서버 {server:이/가} `{host}`에 응답하지 않습니다",
        "name server {server} does not answer for `{host}`",
    ),
    "finding.ttl-long": ("`{host}`의 TTL이 깁니다: {seconds}초", "the TTL of `{host}` is long: {seconds} s"),
    "fix.ttl-long": (
        "{limit}초 이하로 줄이면 레코드를 고쳤을 때 빨리 반영됩니다",
        "with {limit} s or less, corrections take effect sooner",
    ),
    "finding.dns-servfail": (
        "네임서버가 `{host}` 조회에 실패했습니다 (SERVFAIL)",
        "DNS lookup of `{host}` failed (SERVFAIL)",
    ),
    "fix.dns-servfail": (
        "도메인 등록기관에서 네임서버(NS)와 DNSSEC 설정을 확인하세요",
        "check the name servers and DNSSEC settings at your registrar",
    ),
    "finding.dns-refused": (
        "네임서버가 `{host}` 조회를 거부했습니다 (REFUSED)",
        "DNS lookup of `{host}` refused (REFUSED)",
    ),
    "fix.dns-refused": (
        "그 네임서버에 도메인이 등록되지 않았습니다. 등록기관에 설정한 네임서버(NS)를 확인하세요",
        "that server is not responsible for the domain; check the name servers set at your registrar",
    ),
    "finding.dns-timeout": ("`{host}` 조회 시간이 초과되었습니다", "DNS lookup of `{host}` timed out"),
    "fix.dns-timeout": (
        "인터넷 연결을 확인하고 잠시 후 다시 시도하세요",
        "check the network connection and try again later",
    ),
    "finding.dns-unreachable": (
        "`{host}`{host:-을/를} 조회할 네임서버에 연결할 수 없습니다",
        "no name server reachable to look up `{host}`",
    ),
    "fix.dns-unreachable": (
        "인터넷 연결과 `--nameserver` 주소를 확인하세요",
        "check the network connection and `--nameserver`",
    ),
    "finding.claim-by-settings": (
        "GitHub Actions는 `CNAME` 파일을 무시합니다. 저장소의 Settings → Pages에 `{host}`{host:-이/가} 있어야 합니다",
        "GitHub Actions ignores the `CNAME` file; set `{host}` in the repository's Settings → Pages",
    ),
}
