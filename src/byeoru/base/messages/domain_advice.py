"""What to do about each finding of a check of a domain; the sentences take the arguments of the finding."""

ADVICE: dict[str, tuple[str, str]] = {
    "a-none": (
        "`blog domain set`이 보여 준 호스트 IP(A) 레코드를 입력하세요",
        "enter the A records that `blog domain set` shows",
    ),
    "a-missing": (
        "빠진 주소도 호스트 IP(A)로 입력하세요. 지금도 열리지만 서버 한 곳이 멈추면 끊길 수 있습니다",
        "enter the missing ones too; the site works, but less surely",
    ),
    "a-stranger": (
        "그 레코드를 지우세요. 예전 호스팅이나 파킹 주소가 남으면 접속할 때마다 다른 사이트가 열립니다",
        "delete them: with an old host among the records, readers get one site or the other by chance",
    ),
    "a-elsewhere": (
        "그 레코드를 지우고 `blog domain set`이 보여 준 레코드를 입력하세요. 방금 바꿨다면 잠시 기다리세요",
        "replace them by those that `blog domain set` shows; if you have just done so, wait a little",
    ),
    "a-proxied": (
        (
            "Cloudflare DNS에서 그 레코드의 프록시(주황색 구름)를 꺼 `DNS 전용`으로 두세요. "
            "켜 두면 GitHub가 인증서를 새로 내지 못합니다"
        ),
        "set the record to `DNS only` (grey cloud) at Cloudflare; behind the proxy GitHub cannot renew the certificate",
    ),
    "aaaa-missing": (
        "빠진 주소도 입력하거나, AAAA 레코드를 모두 지우세요",
        "enter the missing ones, or delete all AAAA records",
    ),
    "aaaa-stranger": (
        "그 AAAA 레코드를 지우세요. IPv6를 쓰는 독자와 인증기관은 그 주소로 먼저 갑니다",
        "delete them: readers with IPv6, and the issuer of certificates, go there first",
    ),
    "aaaa-proxied": (
        "Cloudflare DNS에서 프록시(주황색 구름)를 꺼 `DNS 전용`으로 두세요",
        "set the record to `DNS only` (grey cloud) at Cloudflare",
    ),
    "apex-cname": (
        "CNAME을 지우고 호스트 IP(A) 레코드를 입력하세요. 도메인 자체에 CNAME을 두면 NS와 메일(MX)까지 가려집니다",
        "delete it and enter A records: a CNAME at the domain itself hides its NS and mail (MX) records",
    ),
    "no-such-domain": (
        "철자를 확인하고, 도메인을 산 곳에서 만료일과 네임서버(NS)를 보세요. 새 도메인은 몇 시간 걸릴 수 있습니다",
        "check the spelling, and at your registrar the expiry and name servers; a new domain can take hours",
    ),
    "cname-none": (
        "별칭(CNAME) 레코드를 입력하세요: 값 `{right}`",
        "enter a CNAME record with the value `{right}`",
    ),
    "cname-a": (
        "A 레코드를 지우고 별칭(CNAME) `{right}`{right:-을/를} 입력하세요. GitHub가 주소를 바꿔도 그대로 열립니다",
        "replace them by a CNAME to `{right}`, which stays right when GitHub changes its addresses",
    ),
    "cname-path": (
        "`https://`와 `/` 뒤를 빼고 `{right}`만 적으세요",
        "write `{right}` alone, without `https://` and without a path",
    ),
    "cname-appended": (
        "값 끝에 점을 찍어 `{right}.`{right:-이라/라}고 적으세요",
        "write the value with a dot at its end: `{right}.`",
    ),
    "cname-other-user": (
        "별칭 값을 `{right}`{right:-으로/로} 바꾸세요",
        "change the value to `{right}`",
    ),
    "cname-chain": (
        "별칭 값을 `{right}`{right:-으로/로} 바꾸면 거치는 곳이 없어 더 튼튼합니다",
        "change the value to `{right}`, so that nothing lies between",
    ),
    "cname-proxied": (
        "CDN의 프록시를 끄고 별칭 값을 `{right}`{right:-으로/로} 바꾸세요",
        "switch the proxy off and change the value to `{right}`",
    ),
    "cname-elsewhere": (
        "별칭 값을 `{right}`{right:-으로/로} 바꾸세요. 방금 바꿨다면 잠시 기다리세요",
        "change the value to `{right}`; if you have just done so, wait a little",
    ),
    "cname-elsewhere-a": (
        "A 레코드를 지우고 별칭(CNAME) `{right}`{right:-을/를} 입력하세요",
        "delete the A records and enter a CNAME to `{right}`",
    ),
    "wildcard": (
        "쓰지 않으면 `{name}` 레코드를 지우세요. 만들지 않은 이름까지 열려, 그 서버를 얻은 남이 모두 가져갑니다",
        (
            "delete `{name}` unless you need it: it answers for names that nobody made, "
            "and whoever gets that server later gets them all"
        ),
    ),
    "wildcard-pages": (
        "`{name}` 레코드를 지우세요. GitHub 사용자라면 누구나 여러분의 하위 도메인에 자기 사이트를 열 수 있습니다",
        "delete `{name}`: any user of GitHub can put a site of their own on a subdomain of yours",
    ),
    "caa-other": (
        'CAA 레코드 `0 issue "{issuer}"`{issuer:-을/를} 더하세요. 없으면 GitHub가 HTTPS 인증서를 받지 못합니다',
        'add the CAA record `0 issue "{issuer}"`; without it GitHub gets no certificate for HTTPS',
    ),
    "challenge-none": (
        (
            "GitHub의 Settings > Pages > Add a domain이 알려 주는 값을 이 이름의 TXT로 입력하세요. "
            "저장소를 지워도 남이 도메인을 가로채지 못합니다"
        ),
        (
            "enter the value that GitHub shows at Settings > Pages > Add a domain; "
            "then nobody can take the domain even if the repository goes away"
        ),
    ),
    "user-unknown": (
        "`blog.yml`의 deploy에 `repository: 사용자/저장소`를 적으세요",
        "write `repository: user/repository` below deploy in `blog.yml`",
    ),
    "server-unknown": (
        "`blog.yml`의 deploy에 적은 서버 이름을 확인하세요",
        "check the name of the server below deploy in `blog.yml`",
    ),
    "server-differs": (
        "방금 바꿨다면 퍼지는 중입니다. 하루가 지나도 같으면 네임서버를 맡은 곳에 알리세요",
        "after a change it is under way; if it stays for a day, tell whoever runs the name servers",
    ),
    "cache-old": ("그 시간이 지나면 새 답으로 바뀝니다", "after that time it learns the new one"),
    "ttl-long": (
        "{limit}초 아래로 줄이면 잘못 적은 것을 고쳤을 때 빨리 바뀝니다",
        "with {limit} s or less a mistake is mended sooner",
    ),
    "dns-servfail": (
        "네임서버(NS)와 DNSSEC 설정이 맞는지 도메인을 산 곳에서 보세요",
        "look at the name servers and DNSSEC settings at your registrar",
    ),
    "dns-refused": (
        "그 네임서버에 도메인이 등록되지 않았습니다. 도메인을 산 곳에 적은 네임서버(NS)를 확인하세요",
        "that server does not know the domain; check the name servers that your registrar has",
    ),
    "dns-timeout": ("인터넷 연결을 보고 잠시 뒤에 다시 하세요", "check the connection, and try again in a while"),
    "dns-unreachable": ("인터넷 연결과 `--nameserver`의 주소를 확인하세요", "check the connection, and `--nameserver`"),
    "branch-none": (
        "`blog deploy`로 다시 올리세요. 그대로 두면 남이 자기 저장소에 이 도메인을 등록할 수 있습니다",
        "publish again with `blog deploy`; until then somebody else can claim the domain for their repository",
    ),
    "branch-other": (
        "GitHub 웹에서 바꿨다면 그 도메인을 `blog domain set`으로 적고, 아니면 `blog deploy`로 다시 올리세요",
        "if you changed it at GitHub, set it here with `blog domain set`; else publish again with `blog deploy`",
    ),
    "branch-unknown": (
        "아직 올리지 않았다면 `blog deploy` 뒤에 다시 하세요. GitHub Actions로 올린다면 무시하세요",
        "if nothing is published yet, try again after `blog deploy`; with GitHub Actions ignore this",
    ),
    "cert-soon": (
        "며칠 안에 새로 나오지 않으면 GitHub의 Settings > Pages에서 도메인을 지웠다가 다시 적으세요",
        "if it is not renewed within days, remove the domain at Settings > Pages and add it again",
    ),
    "cert-expired": (
        "DNS가 모두 맞는지 보고, GitHub의 Settings > Pages에서 도메인을 지웠다가 다시 적으세요",
        "mend the DNS, then remove the domain at Settings > Pages and add it again",
    ),
    "cert-early": ("이 컴퓨터의 시계가 맞는지 보세요", "check the clock of this computer"),
    "cert-names": (
        "DNS가 맞으면 GitHub가 한 시간 안에 인증서를 냅니다. 그 뒤에도 같으면 Settings > Pages를 보세요",
        "once the DNS is right a certificate comes within the hour; after that look at Settings > Pages",
    ),
    "cert-untrusted": (
        "자체 서명한 인증서라면 Let's Encrypt 같은 기관의 것으로 바꾸세요",
        "if it is self-signed, get one of an issuer such as Let's Encrypt",
    ),
    "web-silent": (
        "서버와 방화벽이 그 포트를 여는지, 인터넷 연결이 되는지 보세요",
        "see that the server and firewalls open that port, and that you are connected",
    ),
    "http-open": (
        "GitHub의 Settings > Pages에서 Enforce HTTPS를 켜세요. 내 서버라면 301로 넘기세요",
        "switch on Enforce HTTPS at Settings > Pages; on a server of your own answer with a 301",
    ),
    "partner-apart": (
        "두 이름의 DNS가 모두 맞으면 GitHub가 이어 줍니다. 내 서버라면 301로 넘기세요",
        "GitHub does so once the DNS of both is right; on a server of your own answer with a 301",
    ),
    "page-unclaimed": (
        "GitHub의 Settings > Pages > Custom domain에 이 도메인을 바로 적으세요. 먼저 적는 사람이 가져갑니다",
        "enter the domain at Settings > Pages > Custom domain now: whoever does so first has it",
    ),
    "page-elsewhere": (
        "그 주소가 맞으면 `blog domain set`으로 적고, 아니면 Settings > Pages의 도메인을 고치세요",
        "if that is right, set it with `blog domain set`; else correct the domain at Settings > Pages",
    ),
    "page-broken": ("사이트를 올렸는지 보세요: `blog deploy`", "see whether the site is published: `blog deploy`"),
}
