"""What a domain check finds on the site, and what to do about it."""

MESSAGES = {
    "finding.branch-right": (
        "배포 브랜치의 CNAME 파일이 `{host}`입니다",
        "the CNAME file on the deployment branch is `{host}`",
    ),
    "finding.branch-none": (
        "도메인은 GitHub Pages를 가리키지만 브랜치 `{branch}`에 CNAME 파일이 없습니다",
        "the domain points to GitHub Pages, but branch `{branch}` has no CNAME file",
    ),
    "fix.branch-none": (
        "`blog deploy`로 다시 배포하세요. 그대로 두면 다른 사람이 이 도메인을 자기 저장소에 등록할 수 있습니다",
        "deploy again with `blog deploy`; until then, someone else can claim the domain",
    ),
    "finding.branch-other": (
        "브랜치 `{branch}`의 CNAME 파일은 `{actual}`입니다",
        "the CNAME file on branch `{branch}` is `{actual}`",
    ),
    "fix.branch-other": (
        "GitHub에서 바꿨다면 `blog domain set`으로 그 도메인을 설정하고, 아니면 `blog deploy`로 다시 배포하세요",
        "if you changed it on GitHub, set it here with `blog domain set`; otherwise run `blog deploy` again",
    ),
    "finding.branch-unknown": ("브랜치 `{branch}`{branch:-을/를} 읽을 수 없습니다", "cannot read branch `{branch}`"),
    "fix.branch-unknown": (
        "아직 배포하지 않았다면 `blog deploy` 후 다시 확인하세요. GitHub Actions를 쓴다면 무시하세요",
        "if nothing is deployed yet, try again after `blog deploy`; with GitHub Actions, ignore this",
    ),
    "finding.cert-right": (
        "`{host}`의 인증서가 {until}까지 유효합니다",
        "the certificate of `{host}` is valid until {until}",
    ),
    "finding.cert-soon": ("`{host}`의 인증서가 {until}에 만료됩니다", "the certificate of `{host}` expires on {until}"),
    "fix.cert-soon": (
        "며칠 안에 갱신되지 않으면 GitHub의 Settings > Pages에서 도메인을 삭제하고 다시 입력하세요",
        "if it is not renewed within days, remove the domain in GitHub's Settings > Pages and add it again",
    ),
    "finding.cert-expired": (
        "`{host}`의 인증서가 {until}에 만료되었습니다",
        "the certificate of `{host}` expired on {until}",
    ),
    "fix.cert-expired": (
        "DNS를 먼저 고치고, GitHub의 Settings > Pages에서 도메인을 삭제하고 다시 입력하세요",
        "fix the DNS records, then remove the domain in GitHub's Settings > Pages and add it again",
    ),
    "finding.cert-early": (
        "`{host}`의 인증서는 {since}부터 유효합니다",
        "the certificate of `{host}` is not valid before {since}",
    ),
    "fix.cert-early": ("이 컴퓨터의 시계가 맞는지 확인하세요", "check the clock of this computer"),
    "finding.cert-names": (
        "인증서에 `{host}`{host:-이/가} 없습니다 (인증서의 이름: {actual})",
        "the certificate is not valid for `{host}`, only for {actual}",
    ),
    "fix.cert-names": (
        "DNS가 올바르면 GitHub가 한 시간 안에 인증서를 발급합니다. 그 후에도 같으면 Settings > Pages를 확인하세요",
        "with correct DNS records GitHub issues a certificate within an hour; after that, check Settings > Pages",
    ),
    "finding.cert-untrusted": ("`{host}`의 인증서를 신뢰할 수 없습니다", "the certificate of `{host}` is not trusted"),
    "fix.cert-untrusted": (
        "자체 서명 인증서라면 Let's Encrypt 같은 인증기관의 것으로 바꾸세요",
        "if it is self-signed, get one from a certificate authority such as Let's Encrypt",
    ),
    "finding.web-silent": (
        "`{host}`의 {port}번 포트에 연결할 수 없습니다",
        "cannot connect to `{host}` on port {port}",
    ),
    "fix.web-silent": (
        "서버와 방화벽이 그 포트를 허용하는지, 인터넷에 연결되어 있는지 확인하세요",
        "check that the server and firewalls allow that port and that you are online",
    ),
    "finding.https-redirect": ("http://{host}/가 https로 리다이렉트됩니다", "http://{host}/ redirects to https"),
    "finding.http-open": (
        "http://{host}/가 https로 리다이렉트되지 않습니다",
        "http://{host}/ does not redirect to https",
    ),
    "fix.http-open": (
        "GitHub의 Settings > Pages에서 Enforce HTTPS를 켜세요. 직접 운영하는 서버라면 301로 리다이렉트하세요",
        "enable Enforce HTTPS in GitHub's Settings > Pages; on your own server, redirect with a 301",
    ),
    "finding.partner-redirect": (
        "`{partner}`{partner:-이/가} `{host}`{host:-으로/로} 리다이렉트됩니다",
        "`{partner}` redirects to `{host}`",
    ),
    "finding.partner-apart": (
        "`{partner}`{partner:-이/가} `{host}`{host:-으로/로} 리다이렉트되지 않습니다",
        "`{partner}` does not redirect to `{host}`",
    ),
    "fix.partner-apart": (
        "두 이름의 DNS가 올바르면 GitHub가 자동으로 리다이렉트합니다. 직접 운영하는 서버라면 301로 리다이렉트하세요",
        "GitHub redirects once the DNS records of both are correct; on your own server, redirect with a 301",
    ),
    "finding.page-right": ("https://{host}/가 정상적으로 열립니다", "https://{host}/ serves a site"),
    "finding.page-unclaimed": (
        "GitHub Pages에 `{host}`{host:-으로/로} 등록된 사이트가 없습니다 (404)",
        "no GitHub Pages site is registered for `{host}` (404)",
    ),
    "fix.page-unclaimed": (
        "GitHub의 Settings > Pages > Custom domain에 이 도메인을 바로 입력하세요. 다른 사람이 먼저 등록할 수 있습니다",
        "enter the domain in GitHub's Settings > Pages > Custom domain now, before someone else claims it",
    ),
    "finding.page-elsewhere": (
        "https://{host}/가 `{location}`{location:-으로/로} 리다이렉트됩니다",
        "https://{host}/ redirects to `{location}`",
    ),
    "fix.page-elsewhere": (
        "그 주소가 맞으면 `blog domain set`으로 설정하고, 아니면 Settings > Pages의 도메인을 고치세요",
        "if that is correct, set it with `blog domain set`; otherwise fix the domain in Settings > Pages",
    ),
    "finding.page-broken": ("https://{host}/의 응답 코드가 {status}입니다", "https://{host}/ responds with {status}"),
    "fix.page-broken": (
        "사이트를 배포했는지 확인하세요: `blog deploy`",
        "check that the site is deployed: `blog deploy`",
    ),
}
