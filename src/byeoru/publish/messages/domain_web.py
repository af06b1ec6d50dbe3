"""What a domain check finds on the site, and what to do about it."""

MESSAGES = {
    "found.branch-right": (
        "배포한 브랜치의 CNAME 파일이 `{host}`입니다",
        "the CNAME file of the published branch is `{host}`",
    ),
    "found.branch-none": (
        "도메인은 GitHub Pages를 가리키는데 브랜치 `{branch}`에 CNAME 파일이 없습니다",
        "the domain leads to GitHub Pages, but the branch `{branch}` has no CNAME file",
    ),
    "found.branch-other": (
        "브랜치 `{branch}`의 CNAME 파일은 `{found}`입니다",
        "the CNAME file of the branch `{branch}` is `{found}`",
    ),
    "found.branch-unknown": (
        "브랜치 `{branch}`{branch:-을/를} 읽지 못했습니다",
        "the branch `{branch}` could not be read",
    ),
    "found.cert-right": (
        "`{host}`의 인증서가 {until}까지 맞습니다",
        "the certificate of `{host}` is right until {until}",
    ),
    "found.cert-soon": ("`{host}`의 인증서가 {until}에 끝납니다", "the certificate of `{host}` ends on {until}"),
    "found.cert-expired": ("`{host}`의 인증서가 {until}에 끝났습니다", "the certificate of `{host}` ended on {until}"),
    "found.cert-early": (
        "`{host}`의 인증서는 {since}부터 쓸 수 있습니다",
        "the certificate of `{host}` is not valid before {since}",
    ),
    "found.cert-names": (
        "인증서에 `{host}`{host:-이/가} 없습니다 (적힌 이름: {found})",
        "the certificate is not for `{host}` but for {found}",
    ),
    "found.cert-untrusted": ("`{host}`의 인증서를 믿을 수 없습니다", "the certificate of `{host}` is not trusted"),
    "found.web-silent": ("`{host}`의 {port}번 포트에 접속할 수 없습니다", "`{host}` cannot be reached on port {port}"),
    "found.https-redirect": ("http://{host}/가 https로 이어집니다", "http://{host}/ leads to https"),
    "found.http-open": ("http://{host}/가 https로 이어지지 않습니다", "http://{host}/ does not lead to https"),
    "found.partner-redirect": (
        "`{partner}`{partner:-이/가} `{host}`{host:-으로/로} 이어집니다",
        "`{partner}` leads to `{host}`",
    ),
    "found.partner-apart": (
        "`{partner}`{partner:-이/가} `{host}`{host:-으로/로} 이어지지 않습니다",
        "`{partner}` does not lead to `{host}`",
    ),
    "found.page-right": ("https://{host}/에 사이트가 있습니다", "there is a site at https://{host}/"),
    "found.page-unclaimed": (
        "GitHub Pages에 `{host}`{host:-으로/로} 등록한 사이트가 없습니다 (404)",
        "no site at GitHub Pages has claimed `{host}` (404)",
    ),
    "found.page-elsewhere": (
        "https://{host}/가 `{location}`{location:-으로/로} 이어집니다",
        "https://{host}/ leads to `{location}`",
    ),
    "found.page-broken": ("https://{host}/의 답이 {status}입니다", "https://{host}/ answers {status}"),
    "mend.branch-none": (
        "`blog deploy`로 다시 올리세요. 그대로 두면 남이 자기 저장소에 이 도메인을 등록할 수 있습니다",
        "publish again with `blog deploy`; until then somebody else can claim the domain for their repository",
    ),
    "mend.branch-other": (
        "GitHub 웹에서 바꿨다면 그 도메인을 `blog domain set`으로 적고, 아니면 `blog deploy`로 다시 올리세요",
        "if you changed it at GitHub, set it here with `blog domain set`; else publish again with `blog deploy`",
    ),
    "mend.branch-unknown": (
        "아직 올리지 않았다면 `blog deploy` 뒤에 다시 하세요. GitHub Actions로 올린다면 무시하세요",
        "if nothing is published yet, try again after `blog deploy`; with GitHub Actions ignore this",
    ),
    "mend.cert-soon": (
        "며칠 안에 새로 나오지 않으면 GitHub의 Settings > Pages에서 도메인을 지웠다가 다시 적으세요",
        "if it is not renewed within days, remove the domain at Settings > Pages and add it again",
    ),
    "mend.cert-expired": (
        "DNS가 모두 맞는지 보고, GitHub의 Settings > Pages에서 도메인을 지웠다가 다시 적으세요",
        "mend the DNS, then remove the domain at Settings > Pages and add it again",
    ),
    "mend.cert-early": ("이 컴퓨터의 시계가 맞는지 보세요", "check the clock of this computer"),
    "mend.cert-names": (
        "DNS가 맞으면 GitHub가 한 시간 안에 인증서를 냅니다. 그 뒤에도 같으면 Settings > Pages를 보세요",
        "once the DNS is right a certificate comes within the hour; after that look at Settings > Pages",
    ),
    "mend.cert-untrusted": (
        "자체 서명한 인증서라면 Let's Encrypt 같은 기관의 것으로 바꾸세요",
        "if it is self-signed, get one of an issuer such as Let's Encrypt",
    ),
    "mend.web-silent": (
        "서버와 방화벽이 그 포트를 여는지, 인터넷 연결이 되는지 보세요",
        "see that the server and firewalls open that port, and that you are connected",
    ),
    "mend.http-open": (
        "GitHub의 Settings > Pages에서 Enforce HTTPS를 켜세요. 내 서버라면 301로 넘기세요",
        "switch on Enforce HTTPS at Settings > Pages; on a server of your own answer with a 301",
    ),
    "mend.partner-apart": (
        "두 이름의 DNS가 모두 맞으면 GitHub가 이어 줍니다. 내 서버라면 301로 넘기세요",
        "GitHub does so once the DNS of both is right; on a server of your own answer with a 301",
    ),
    "mend.page-unclaimed": (
        "GitHub의 Settings > Pages > Custom domain에 이 도메인을 바로 적으세요. 먼저 적는 사람이 가져갑니다",
        "enter the domain at Settings > Pages > Custom domain now: whoever does so first has it",
    ),
    "mend.page-elsewhere": (
        "그 주소가 맞으면 `blog domain set`으로 적고, 아니면 Settings > Pages의 도메인을 고치세요",
        "if that is right, set it with `blog domain set`; else correct the domain at Settings > Pages",
    ),
    "mend.page-broken": ("사이트를 올렸는지 보세요: `blog deploy`", "see whether the site is published: `blog deploy`"),
}
