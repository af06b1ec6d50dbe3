"""Comments and analytics in `blog.yml`: each mistake is reported with its location, and an invalid service is disabled."""

import pytest

from byeoru.base.catalogue import localize
from byeoru.base.diagnostic import Diagnostic
from byeoru.model.services import Analytics, Comments
from byeoru.settings import read_settings
from byeoru.settings.services import ANALYTICS, COMMENTS, Form

GISCUS = "provider: giscus, repo: user/blog, repo_id: R_kgDOAB, category: Q&A, category_id: DIC_kwDO"
UMAMI = "94db1cb1-74f4-4a40-ad6c-962362670409"


def problems(line: str) -> list[Diagnostic]:
    """Return the problems of settings with *line* as the second line; an invalid service must be disabled."""
    settings, reported = read_settings(f"title: t\n{line}\n")
    assert (settings.comments, settings.analytics) == (None, None)
    return list(reported)


def test_giscus_gets_the_options_of_its_documentation() -> None:
    """Options have the names that giscus uses, and optional ones have defaults."""
    settings, reported = read_settings(f"title: t\ncomments: {{{GISCUS}, reactions: false}}\n")

    assert reported == ()
    assert settings.comments == Comments(
        "giscus",
        "user/blog",
        (
            ("repo", "user/blog"),
            ("repo-id", "R_kgDOAB"),
            ("category", "Q&A"),
            ("category-id", "DIC_kwDO"),
            ("mapping", "pathname"),
            ("strict", "1"),
            ("reactions-enabled", "0"),
        ),
    )
    assert settings.comments.page == "https://github.com/user/blog/discussions"


def test_utterances_needs_only_a_repository() -> None:
    """A label is optional, and may be Korean."""
    bare = read_settings("title: t\ncomments: {provider: utterances, repo: user/blog}\n")
    labelled = read_settings("title: t\ncomments: {provider: utterances, repo: user/blog, label: 댓글}\n")

    assert bare.problems == labelled.problems == ()
    assert bare.value.comments
    assert bare.value.comments.options == (("repo", "user/blog"), ("issue-term", "pathname"))
    assert bare.value.comments.page == "https://github.com/user/blog/issues"
    assert labelled.value.comments
    assert ("label", "댓글") in labelled.value.comments.options


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("provider: goatcounter, code: my-blog", Analytics("goatcounter", code="my-blog")),
        ("provider: goatcounter, code: m, show: true", Analytics("goatcounter", code="m", show=True)),
        (f"provider: umami, id: {UMAMI}", Analytics("umami", id=UMAMI, host="https://cloud.umami.is")),
        (
            f"provider: umami, id: {UMAMI}, host: https://통계.kr:8443/u/",
            Analytics("umami", id=UMAMI, host="https://통계.kr:8443/u"),
        ),
        (
            "provider: plausible, domain: blog.example.kr",
            Analytics("plausible", domain="blog.example.kr", host="https://plausible.io"),
        ),
        (f"provider: cloudflare, token: {'0a' * 16}", Analytics("cloudflare", token="0a" * 16)),
        ("provider: google, id: G-ABC123DEF4", Analytics("google", id="G-ABC123DEF4")),
    ],
)
def test_analytics_are_read(text: str, expected: Analytics) -> None:
    """Each provider has its own keys, and the slash at the end of a host is removed."""
    settings, reported = read_settings(f"title: t\nanalytics: {{{text}}}\n")

    assert reported == ()
    assert settings.analytics == expected


@pytest.mark.parametrize("empty", ["", "{}", "~"])
def test_an_empty_service_is_disabled(empty: str) -> None:
    """A key without a value is not a mistake."""
    assert problems(f"comments: {empty}") == problems(f"analytics: {empty}") == []


MISTAKES = {
    "comments: {provider: giscos, repo: user/blog}": ("2:22 unknown-provider", "did-you-mean"),
    "comments: {provider: disqus}": ("2:22 unknown-provider", "choose-one"),
    "comments: {repo: user/blog}": ("2:11 service-incomplete", "choose-one"),
    "comments: giscus": ("2:11 wrong-type", "write-mapping"),
    "comments: {provider: utterances}": ("2:22 service-incomplete", "shown-at"),
    "comments: {provider: utterances, repo: https://github.com/user/blog}": ("2:40 bad-service-value", "write-like"),
    "comments: {provider: utterances, repo: [a]}": ("2:40 wrong-type", "write-text"),
    f"comments: {{{GISCUS}, mapping: path}}": ("2:113 bad-service-value", "write-like"),
    f"comments: {{{GISCUS}, strict: maybe}}": ("2:112 wrong-type", "write-flag"),
    "analytics: {provider: goatcounter, code: My_Blog}": ("2:42 bad-service-value", "write-like"),
    "analytics: {provider: goatcounter, code: myblog, show: 많이}": ("2:56 wrong-type", "write-flag"),
    "analytics: {provider: google, id: UA-12345-1}": ("2:35 bad-service-value", "write-like"),
    f"analytics: {{provider: umami, id: {UMAMI}, host: stats.a.kr}}": ("2:78 bad-service-value", "write-like"),
    f"analytics: {{provider: umami, id: {UMAMI}, host: http://a.kr}}": ("2:78 bad-service-value", "write-like"),
    "analytics: {provider: plausible}": ("2:23 service-incomplete", "shown-at"),
    "analytics: {provider: cloudflare, token: abc}": ("2:42 bad-service-value", "write-like"),
}


@pytest.mark.parametrize("line", MISTAKES)
def test_a_mistake_is_located_and_disables_the_service(line: str) -> None:
    """The site is built without the service, and the hint explains the value in both languages."""
    [problem] = problems(line)

    location, hint = MISTAKES[line]
    assert (f"{problem.location.line}:{problem.location.column} {problem.code}", problem.hint) == (location, hint)
    assert problem.severity == "warning"
    for language in ("ko", "en"):
        for code in (f"problem.{problem.code}", f"hint.{problem.hint}"):
            assert "{" not in localize(code, language, **dict(problem.arguments))


def test_an_unknown_key_is_reported_with_the_most_similar() -> None:
    """A misspelt key is two problems: it is unknown, and the intended key is missing."""
    reported = problems("comments: {provider: giscus, repo: a/b, repoid: R_ab, category: c, category_id: DIC_c}")

    assert [(problem.code, problem.argument("near") or problem.argument("key")) for problem in reported] == [
        ("unknown-key", "repo_id"),
        ("service-incomplete", "repo_id"),
    ]
    assert "data-repo-id" in localize("hint.shown-at", "en", **dict(reported[1].arguments))


ATTACKS = [
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    '");alert(1);("',
    "</template><script>alert(1)</script>",
    "javascript:alert(1)",
    "{{ 7*7 }}",
    "https://a.kr/x?y=1&z",
    "https://a.kr\\u0022 onload=x",
    "a/b/../../c",
    "a/b\\nc",
]


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize(
    ("service", "provider", "key"),
    [
        (service, provider, key)
        for service, providers in (("comments", COMMENTS), ("analytics", ANALYTICS))
        for provider, keys in providers.items()
        for key, form in keys.items()
        if isinstance(form, Form) and key not in {"category", "label"}  # free text
    ],
)
def test_a_value_that_could_inject_markup_is_refused(service: str, provider: str, key: str, attack: str) -> None:
    """One invalid value disables the service, even if all others are valid."""
    keys = (COMMENTS | ANALYTICS)[provider]
    texts = {name: form.example for name, form in keys.items() if isinstance(form, Form)} | {key: attack}
    quoted = ", ".join('{}: "{}"'.format(name, text.replace('"', '\\"')) for name, text in texts.items())

    [problem] = problems(f"{service}: {{provider: {provider}, {quoted}}}")

    assert (problem.code, problem.argument("key")) == ("bad-service-value", key)


def test_every_example_is_valid() -> None:
    """The example in a hint is itself accepted."""
    for service, providers in (("comments", COMMENTS), ("analytics", ANALYTICS)):
        for provider, keys in providers.items():
            texts = {name: form.example for name, form in keys.items() if isinstance(form, Form)}
            line = ", ".join(f'{name}: "{text}"' for name, text in texts.items())
            assert read_settings(f"title: t\n{service}: {{provider: {provider}, {line}}}\n").problems == ()
