"""`publish` and `private_links` in `blog.yml`."""

import pytest

from byeoru.model.content import PublishRule
from byeoru.model.origin import Origin
from byeoru.settings import read_settings


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("", ()),
        ("publish: all", ()),
        ("publish: true", ()),
        ("publish: explicit", (PublishRule(),)),
        ("publish: [공개/**, '/메모']", (PublishRule("", ("공개/**", "/메모")),)),
        ("publish: 공개/**", (PublishRule("", ("공개/**",)),)),
        ("publish: []", (PublishRule(),)),
        ("sections:\n  notes: {publish: explicit}", (PublishRule("notes"),)),
        (
            "publish: explicit\nsections:\n  posts: {publish: all}",
            (PublishRule("posts", ("**",)), PublishRule()),
        ),
    ],
)
def test_a_rule_is_a_word_or_a_list_of_folders(text: str, rules: tuple[PublishRule, ...]) -> None:
    """A section's own rule comes before that of the site."""
    settings, problems = read_settings(f"title: 노트\n{text}\n")

    assert (settings.publish_rules, problems) == (rules, ())


@pytest.mark.parametrize("text", ["publish: explict", "publish: false", "publish: ['!일기/**']", "publish: ['../a']"])
def test_an_unclear_rule_is_an_error(text: str) -> None:
    """The site is never published on a guess."""
    _, problems = read_settings(f"title: 노트\n{text}\n")

    assert [(problem.code, problem.severity) for problem in problems] == [("bad-publish", "error")]


def test_links_to_unpublished_pages_become_text_or_nothing() -> None:
    """`private_links` is one of two words."""
    assert read_settings("title: 노트\n").value.private_links == "text"
    assert read_settings("title: 노트\nprivate_links: hide\n").value.private_links == "hide"
    assert [problem.code for problem in read_settings("title: 노트\nprivate_links: x\n").problems] == [
        "bad-private-links"
    ]


def test_a_program_that_publishes_only_on_request_still_does() -> None:
    """Quartz with `ExplicitPublish` keeps its rule, unless `blog.yml` says otherwise."""
    origin = Origin("quartz", is_explicit=True)

    assert read_settings("title: 노트\n", origin=origin).value.publish_rules == (PublishRule(),)
    assert read_settings("title: 노트\npublish: all\n", origin=origin).value.publish_rules == ()
