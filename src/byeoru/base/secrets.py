"""Detect tokens, private keys and password files by the formats and names that their vendors document.

In:  a text, or the name of a file.
Out: ``Secret`` values with their offsets in the text; whether a file name is that of a file of secrets.
Must not: read files, or report obvious placeholders: `AKIAIOSFODNN7EXAMPLE`, `ghp_xxxx…`.

A pattern is searched for only if the text contains its literal prefix, which most texts do not. Checksums (of GitHub's
and npm's tokens) are not verified: a token with a wrong letter was copied from a real one too.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from byeoru.base.patterns import lazy_pattern

_SHOWN = 8  # characters of a secret that a message may show


class Secret(NamedTuple):
    """Something that looks like a secret."""

    kind: str  # the vendor
    start: int
    end: int
    shown: str  # its beginning, which can be displayed safely


class _Shape(NamedTuple):
    kind: str
    marks: tuple[str, ...]  # literal texts, of which each match contains one
    pattern: str  # compiled at its first search, which most processes never make: all of them take 3 ms


def _shape(kind: str, marks: str, pattern: str) -> _Shape:
    return _Shape(kind, tuple(marks.split()), rf"(?<![A-Za-z0-9])(?:{pattern})(?![A-Za-z0-9])")


_SHAPES = (
    # docs.github.com, "About authentication to GitHub": GitHub's token formats
    _shape("GitHub", "ghp_ gho_ ghu_ ghs_ ghr_", r"gh[pousr]_[A-Za-z0-9]{36,255}"),
    _shape("GitHub", "github_pat_", r"github_pat_[A-Za-z0-9_]{60,255}"),
    # docs.gitlab.com, "Token overview": token prefixes
    _shape("GitLab", "glpat- gldt- glrt- glptt-", r"gl(?:pat|dt|rt|ptt)-[A-Za-z0-9_.\-]{20,300}"),
    # docs.aws.amazon.com, IAM, "IAM identifiers": unique ID prefixes; the key itself only by the name that it has
    _shape("AWS", "AKIA ASIA", r"A[KS]IA[A-Z2-7]{16}"),
    _shape(
        "AWS",
        "secret_access_key SecretAccessKey SECRET_ACCESS_KEY secretAccessKey",
        r"""(?i:(?:aws_?)?secret_?access_?key)["']?\s{0,4}[:=]\s{0,4}["']?[A-Za-z0-9/+]{40}""",
    ),
    # cloud.google.com, "API keys" and "OAuth 2.0"
    _shape("Google", "AIza", r"AIza[A-Za-z0-9_\-]{35}"),
    _shape("Google", "GOCSPX-", r"GOCSPX-[A-Za-z0-9_\-]{28}"),
    # docs.slack.dev, "Tokens" and "Incoming webhooks"
    _shape("Slack", "xoxb- xoxp- xoxa- xoxr- xoxs- xoxe- xapp-", r"(?:xox[abeprs]|xapp)-[A-Za-z0-9\-]{20,300}"),
    _shape(
        "Slack", "hooks.slack.com/", r"hooks\.slack\.com/(?:services|workflows)/T[A-Z0-9]+/[A-Z0-9]+/[A-Za-z0-9]{20,}"
    ),
    # docs.stripe.com, "API keys"
    _shape("Stripe", "sk_live_ rk_live_", r"[sr]k_live_[A-Za-z0-9]{16,250}"),
    _shape("Stripe", "whsec_", r"whsec_[A-Za-z0-9+/=]{32,100}"),
    # platform.openai.com and docs.anthropic.com, "API keys"
    _shape("Anthropic", "sk-ant-", r"sk-ant-[a-z0-9]+-[A-Za-z0-9_\-]{20,300}"),
    _shape("OpenAI", "sk-", r"sk-(?!ant-)(?:(?:proj|svcacct|admin|or-v1)-[A-Za-z0-9_\-]{20,300}|[A-Za-z0-9]{32,100})"),
    # docs.npmjs.com, "About access tokens"; pypi.org/help, "API tokens"; guides.rubygems.org, "API key scopes"
    _shape("npm", "npm_", r"npm_[A-Za-z0-9]{36}"),
    _shape("PyPI", "pypi-AgE", r"pypi-AgE[A-Za-z0-9_\-]{50,500}"),
    _shape("RubyGems", "rubygems_", r"rubygems_[a-f0-9]{48}"),
    # www.twilio.com/docs/sendgrid, "API keys"
    _shape("SendGrid", "SG.", r"SG\.[A-Za-z0-9_\-]{22}\.[A-Za-z0-9_\-]{43}"),
    # core.telegram.org/bots/api, "Authorizing your bot"
    _shape("Telegram", ":AA", r"\d{8,10}:AA[A-Za-z0-9_\-]{32,33}"),
    # discord.com/developers, "Webhook resource"
    _shape("Discord", "/api/webhooks/", r"discord(?:app)?\.com/api/webhooks/\d{17,20}/[A-Za-z0-9_\-]{60,80}"),
    # huggingface.co/docs, "User access tokens"; docs.docker.com, "Personal access tokens"
    _shape("Hugging Face", "hf_", r"hf_[A-Za-z0-9]{34,40}"),
    _shape("Docker", "dckr_pat_", r"dckr_pat_[A-Za-z0-9_\-]{27}"),
    # docs.digitalocean.com and shopify.dev, "Access tokens"
    _shape("DigitalOcean", "dop_v1_ doo_v1_", r"do[op]_v1_[a-f0-9]{64}"),
    _shape("Shopify", "shpat_ shpss_ shpca_", r"shp(?:at|ss|ca)_[a-fA-F0-9]{32}"),
    # developers.notion.com, "Authorization"; linear.app/developers; www.figma.com/developers/api
    _shape("Notion", "ntn_", r"ntn_[A-Za-z0-9]{40,50}"),
    _shape("Linear", "lin_api_", r"lin_api_[A-Za-z0-9]{40}"),
    _shape("Figma", "figd_", r"figd_[A-Za-z0-9_\-]{40}"),
    # API keys in the documents of docs.tosspayments.com, developers.kakao.com and guide.ncloud-docs.com
    _shape("토스페이먼츠", "live_sk_ live_gsk_", r"live_g?sk_[A-Za-z0-9]{20,60}"),
    _shape("Kakao", "KakaoAK", r"KakaoAK\s{1,4}[0-9a-f]{32}"),
    _shape("NAVER Cloud", "ncp_iam_", r"ncp_iam_[A-Za-z0-9]{20,60}"),
    # learn.microsoft.com, "Configure Azure Storage connection strings"; github.com/C2SP/C2SP, "age"
    _shape("Azure", "AccountKey=", r"AccountKey=[A-Za-z0-9+/]{86}=="),
    _shape("age", "AGE-SECRET-KEY-1", r"AGE-SECRET-KEY-1[0-9A-Z]{58}"),
)
# Searching for each mark takes longer than one search for the common continuation of all marks with the same end.
_PREFILTERS = {"_": re.compile(r"_[A-Za-z0-9_\-]{16}"), "-": re.compile(r"-[A-Za-z0-9][A-Za-z0-9_\-]{15}"), "": None}


def _by_prefilter() -> Iterator[tuple[re.Pattern[str] | None, tuple[_Shape, ...]]]:
    kinds = {shape: {mark[-1] if mark[-1] in _PREFILTERS else "" for mark in shape.marks} for shape in _SHAPES}
    for end, prefilter in _PREFILTERS.items():
        yield prefilter, tuple(shape for shape, ends in kinds.items() if (ends if len(ends) == 1 else {""}) == {end})


_SHAPES_BY_PREFILTER = tuple(_by_prefilter())
# RFC 7468 and RFC 9580: the first line of a private key, followed by enough text for a key.
_KEY = lazy_pattern(r"-----BEGIN (?:[A-Z0-9]{2,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?P<body>[^-]{40,4000})")
_BASE64 = lazy_pattern(r"[A-Za-z0-9+/]{32,}")
# RFC 3986: a password before the host of a URL.
_ADDRESS = lazy_pattern(r"://[^\s/@:\"'<>]{1,60}:(?P<password>[^\s/@\"'<>]{8,100})@(?P<host>[A-Za-z0-9.\-]{1,200})")
_HARMLESS_HOST = lazy_pattern(
    r"(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|[\w-]*\.?example\.|host\b|[^.]*$)", re.IGNORECASE
)

_PLACEHOLDER = lazy_pattern(
    r"example|xxxx|your|placeholder|redacted|dummy|sample|changeme|password|passwd|secret_?key_?here|\.\.\.|\*\*\*|[<>${}]",
    re.IGNORECASE,
)
_MIN_DIFFERENT = 6  # different characters of a real secret; a text with fewer was typed by holding down a key

_NAMES = lazy_pattern(
    r"""
    \.env(?:\.(?!example$|sample$|template$|dist$|defaults?$)[\w.\-]+)? | [\w\-]+\.env | \.envrc
    | id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)? | .+\.(?:p12|pfx|jks|keystore|kdbx|ppk|ovpn|tfstate|pem|key)
    | [._]netrc | \.npmrc | \.pypirc | \.htpasswd | \.git-credentials | \.pgpass | \.my\.cnf | \.dockercfg | \.s3cfg
    | (?:aws_|gcloud_)?credentials(?:\.json|\.ya?ml|\.csv|\.ini)? | (?:application_default_credentials|adc)\.json
    | client_secrets?[\w.\-]*\.json | [\w\-]*service[_\-]?account[\w\-]*\.json | [\w\-]*firebase-adminsdk[\w\-]*\.json
    | (?:local_)?secrets?\.(?:ya?ml|json|toml|ini|txt|env) | kubeconfig | wp-config\.php
    | \.(?:bash|zsh|psql|mysql)_history
    | (?:dump|backup|db)[\w.\-]*\.sql(?:\.gz|\.zip|\.xz|\.zst)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PUBLIC = lazy_pattern(rb"\A\s*(?:PK\x03\x04|-----BEGIN (?:[A-Z0-9]+ )*(?:CERTIFICATE|PUBLIC KEY|DH PARAMETERS))")


def find_secrets(text: str) -> Iterator[Secret]:
    """Yield the parts of *text* that look like secrets."""
    for prefilter, shapes in _SHAPES_BY_PREFILTER:
        if prefilter is None or prefilter.search(text):
            for shape in shapes:
                yield from _of_shape(shape, text)
    if "PRIVATE KEY" in text:
        yield from _private_keys(text)
    if "@" in text:
        yield from _passwords(text)


def _of_shape(shape: _Shape, text: str) -> Iterator[Secret]:
    if any(mark in text for mark in shape.marks):
        for match in re.finditer(shape.pattern, text):
            if not _is_placeholder(match[0]):
                yield Secret(shape.kind, *match.span(), match[0][:_SHOWN])


def _private_keys(text: str) -> Iterator[Secret]:
    for match in _KEY.finditer(text):
        if any(not _is_placeholder(run[0]) for run in _BASE64.finditer(match["body"])):
            start = match.start()
            yield Secret("SSH/TLS", start, start + len("-----BEGIN"), "-----BEGIN")


def _passwords(text: str) -> Iterator[Secret]:
    """Yield the passwords in URLs; one without a digit is a word in an example."""
    for match in _ADDRESS.finditer(text):
        password = match["password"]
        if not (_HARMLESS_HOST.match(match["host"]) or _is_placeholder(password)) and re.search(r"\d", password):
            yield Secret("URL", *match.span("password"), password[:2])


def masked(text: str) -> str:
    """Return *text* with each secret replaced by stars after its beginning; columns do not change.

    >>> masked("key: ghp_" + "a1B2c3D4e5F6" * 3 + ".")
    'key: ghp_a1B2********************************.'
    """
    for secret in find_secrets(text):
        at = secret.start + len(secret.shown.rstrip("…"))
        text = text[:at] + "*" * (secret.end - at) + text[secret.end :]
    return text


def is_secret_name(name: str) -> bool:
    """Tell whether a file of this name contains secrets, in any folder.

    >>> [is_secret_name(name) for name in (".env", ".env.example", "id_rsa", "id_rsa.pub", "key.png")]
    [True, False, True, False, False]
    """
    return _NAMES.fullmatch(name) is not None


def is_public(head: bytes) -> bool:
    """Tell whether a file that begins with *head* is public whatever its name: a certificate, a Keynote document."""
    return _PUBLIC.match(head) is not None


def _is_placeholder(text: str) -> bool:
    return len(set(text)) < _MIN_DIFFERENT or _PLACEHOLDER.search(text) is not None
