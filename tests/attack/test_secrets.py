"""Keys, passwords and files that contain them stop a deployment, with their location."""

import random
import string
from pathlib import Path

import pytest

from byeoru.base.diagnostic import Diagnostic
from byeoru.base.secrets import find_secrets, is_secret_name
from byeoru.publish.compare.preflight import reasons_of_build
from deploy_test import Bench
from site_test import SiteTest

LETTERS = string.ascii_letters + string.digits
HEX = "0123456789abcdef"


def some(count: int, alphabet: str = LETTERS) -> str:
    """Return letters that mean nothing; put together here, so that no scanner takes this file for a leak."""
    return "".join(random.Random(count).choices(alphabet, k=count))


KEY = "-----BEGIN {}PRIVATE KEY-----\n" + "\n".join(some(64, LETTERS + "+/") for _ in range(4)) + "\n-----END"

TOKENS = {
    "GitHub": ["ghp_" + some(36), "gho_" + some(36), "ghs_" + some(36), "github_pat_" + some(22) + "_" + some(59)],
    "GitLab": ["glpat-" + some(20)],
    "AWS": ["AKIA" + some(16, string.ascii_uppercase), 'aws_secret_access_key = "' + some(40) + '"'],
    "Google": ["AIza" + some(35), "GOCSPX-" + some(28)],
    "Slack": [
        "xoxb-" + some(12, string.digits) + "-" + some(24),
        "https://hooks.slack.com/services/T01234567/B01234567/" + some(24),
    ],
    "Stripe": ["sk_live_" + some(24), "rk_live_" + some(24)],
    "OpenAI": ["sk-" + some(48), "sk-proj-" + some(60)],
    "Anthropic": ["sk-ant-api03-" + some(93)],
    "npm": ["npm_" + some(36)],
    "PyPI": ["pypi-AgEIcHlwaS5vcmc" + some(100)],
    "SendGrid": ["SG." + some(22) + "." + some(43)],
    "Telegram": [some(10, "123456789") + ":AA" + some(33)],
    "Discord": ["https://discord.com/api/webhooks/" + some(18, "123456789") + "/" + some(68)],
    "Hugging Face": ["hf_" + some(34)],
    "Docker": ["dckr_pat_" + some(27)],
    "토스페이먼츠": ["live_sk_" + some(32)],
    "Kakao": ["Authorization: KakaoAK " + some(32, HEX)],
    "Azure": ["AccountKey=" + some(86) + "=="],
    "SSH/TLS": [KEY.format(kind) for kind in ("", "RSA ", "OPENSSH ", "EC ", "ENCRYPTED ")]
    + [KEY.format("").replace("\n", "\\n")],
    "URL": ["postgres://app:" + some(16) + "@db.blog.kr:5432/app", "https://me:" + some(20) + "@git.blog.kr/a.git"],
}
# What tutorials show, and what only looks alike.
HARMLESS = [
    "AKIAIOSFODNN7EXAMPLE",
    "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    "ghp_" + "x" * 36,
    "ghp_" + "*" * 36,
    "GITHUB_TOKEN=ghp_<your token>",
    "sk-your-api-key-here",
    "sk-ant-...",
    "sk-" + "0" * 48,
    "sk_test_" + some(24),
    "task-" + some(40),
    "npm_config_registry=https://registry.example.kr",
    "https://user:password@example.com",
    "postgres://postgres:postgres@localhost:5432/db",
    "redis://:${REDIS_PASSWORD}@redis.blog.kr:6379",
    "mysql://root:secretpassword@db.blog.kr/a",
    "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
    "-----BEGIN PUBLIC KEY-----\n" + some(64) + "\n-----END PUBLIC KEY-----",
    "ssh-ed25519 " + some(68),
    "sha256:" + some(64, HEX),
    "data:image/png;base64," + some(400),
    some(40, HEX),
]
SECRET_NAMES = [
    *(".env", ".env.production", "prod.env", "id_rsa", "id_ed25519", "server.pem", "server.key", "cert.p12"),
    *(".netrc", ".npmrc", ".pypirc", "credentials.json", "service-account.json", ".htpasswd", ".git-credentials"),
    *("dump.sql", "secrets.yml", "terraform.tfstate", "my.kdbx", ".bash_history"),
]
OPEN_NAMES = [
    "id_rsa.pub",
    ".env.example",
    "key.png",
    "keys.md",
    "schema.sql",
    "environment.txt",
    "credentials.png",
    ".nojekyll",
]


CASES = [(kind, token) for kind, tokens in TOKENS.items() for token in tokens]


@pytest.fixture(scope="module")
def reasons_for_all(tmp_path_factory: pytest.TempPathFactory) -> tuple[Diagnostic, ...]:
    """Return the problems of a site in which each token is in text, code, front matter and other files."""
    site = SiteTest(tmp_path_factory.mktemp("secrets"))
    for number, (_, token) in enumerate(CASES):
        indented = token.replace("\n", "\n  ")
        site.write(f"content/posts/words{number}.md", f"---\ntitle: 글\n---\n글\n\n값은 {token} 이다\n")
        site.write(f"content/posts/code{number}.md", f"---\ntitle: 글\n---\n```sh\n  curl {token}\n```\n")
        site.write(f"content/posts/head{number}.md", f"---\ntitle: 글\nsummary: |\n  {indented}\n---\n")
        site.write(f"static/a{number}.js", f"// 키\nconst key = '{token}';\n")
        site.write(f"templates/partial{number}.html", f"{{# {token} #}}\n")
    return reasons_of_build(site.build().must_succeed().report)


@pytest.mark.parametrize("number", range(len(CASES)), ids=[kind for kind, _ in CASES])
def test_a_token_stops_a_deployment_with_its_location(reasons_for_all: tuple[Diagnostic, ...], number: int) -> None:
    """In text, code, front matter and other files it is reported, and only its beginning is shown."""
    kind, token = CASES[number]
    first = token.partition("\n")[0]
    expected = {
        (f"content/posts/words{number}.md", 6),
        (f"content/posts/code{number}.md", 5),
        (f"content/posts/head{number}.md", 4),
        (f"static/a{number}.js", 2),
        (f"templates/partial{number}.html", 1),
    }

    reasons = [one for one in reasons_for_all if one.location.path in {path for path, _ in expected}]

    assert {(one.location.path, one.location.line) for one in reasons if one.argument("kind") == kind} == expected
    assert {one.argument("allow") for one in reasons} == {"secrets"}
    assert all(first[9:] not in str(one.arguments) for one in reasons if len(first) > 20)
    assert all(one.location.column for one in reasons)


@pytest.mark.parametrize("text", HARMLESS)
def test_text_that_is_no_secret_is_ignored(text: str) -> None:
    """Documented examples, placeholders, test keys, public keys and digests are not reported."""
    assert [*find_secrets(f"글 `{text}` 글\n")] == []


@pytest.mark.parametrize("name", SECRET_NAMES)
def test_a_file_with_a_secret_name_stops_a_deployment(site: SiteTest, name: str) -> None:
    """It is reported wherever it would be published, also through a symlink with another name."""
    site.write("content/posts/a.md", "# a\n")
    site.write(f"static/down/{name}", "아무 글\n")
    site.write("static/other.txt", "글")
    if not name.startswith("."):
        site.write(f"drawer/{name}", "다른 글\n")
        (site.root / "static/linked.txt").symlink_to(f"../drawer/{name}")

    reasons = reasons_of_build(site.build().must_succeed().report)

    linked = [] if name.startswith(".") else ["static/linked.txt"]
    assert [one.location.path for one in reasons] == [f"static/down/{name}", *linked]


@pytest.mark.parametrize("name", OPEN_NAMES)
def test_a_public_file_is_ignored(name: str) -> None:
    """A public key, an example file and an image of a key are not reported."""
    assert not is_secret_name(name)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("talk.key", b"PK\x03\x04rest"),
        ("ca.pem", b"-----BEGIN CERTIFICATE-----\nabc\n"),
        ("site.pem", b"-----BEGIN PUBLIC KEY-----\nabc\n"),
    ],
)
def test_the_content_of_a_file_can_overrule_its_name(site: SiteTest, name: str, data: bytes) -> None:
    """Keynote documents and certificates have the extensions of keys, and are not reported."""
    site.write("content/posts/a.md", "# a\n")
    site.write(f"static/{name}", data)

    assert reasons_of_build(site.build().must_succeed().report) == ()


def test_a_secret_in_a_draft_does_not_stop_a_deployment(site: SiteTest) -> None:
    """It is a warning during writing, and is not published."""
    site.write("content/posts/open.md", "# a\n")
    site.write("content/posts/later.md", f"---\ntitle: 글\ndraft: true\n---\nghp_{some(36)}\n")

    report = site.build().must_succeed().report

    assert [one.code for one in report.problems] == ["secret-in-text"]
    assert reasons_of_build(report) == ()


def test_results_for_a_file_are_cached_until_it_is_deleted(site: SiteTest) -> None:
    """A second build reports the same, a build without the file reports nothing, and a clean build agrees."""
    site.write("content/posts/a.md", "# a\n")
    site.write("static/a.txt", f"ghp_{some(36)}\n")
    first = site.build().problems

    site.write("content/posts/a.md", "# b\n")
    second = site.build().problems
    site.write("static/a.txt", "글\n")
    third = site.build().problems

    assert first == second == ["static/a.txt:1:1 secret-in-text"]
    assert third == []


def test_a_deployment_with_a_secret_stops_and_masks_it(tmp_path: Path) -> None:
    """No output contains it, also not a source line; `--allow secrets` publishes it, as it may be an example."""
    bench = Bench.made(tmp_path)
    token = "ghp_" + some(36)
    bench.write("content/posts/p0.md", f"---\ntitle: 글\ndate: 2026-01-02\n---\n%%x%% {token} [](none.md)\n")

    stopped = bench.deploy()

    assert (stopped.returncode, bench.tip) == (1, "")
    assert "content/posts/p0.md:5:7" in stopped.stderr
    assert "--allow secrets" in stopped.stderr
    assert token not in stopped.stdout + stopped.stderr
    bench.deployed("--allow", "secrets", "--allow", "private")
    assert token in bench.show("posts/p0/index.html")
