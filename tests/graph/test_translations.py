"""Which documents are translations of each other, and which edition lists each."""

import pytest

from graph.graphs import connected

KOREAN = "---\ntitle: 가\ndate: 2026-01-01\n{0}\n---\n글\n"
ENGLISH = "---\nlang: en\ndate: 2026-01-02\n{0}\n---\nText\n"


@pytest.mark.parametrize(
    "written", ["/posts/a/", "/posts/a", "a.md", "content/posts/a.md", "a", "https%3A"], ids=lambda text: text[:20]
)
def test_a_translation_can_name_its_original(written: str) -> None:
    """`translation_of` names the original by address, path or name; a key that no other page has is ignored."""
    result = connected(
        {
            "content/posts/a.md": KOREAN.format(""),
            "content/posts/z.md": ENGLISH.format(f"translation_of: {written}"),
        }
    )

    assert result.codes == []
    expected = ("/posts/z/",) if written != "https%3A" else ()
    assert result.page("content/posts/a.md").translations == expected


def test_texts_can_share_a_key() -> None:
    """Texts with the same `translationKey` (Hugo) or `ref` (Jekyll) are translations."""
    result = connected(
        {
            "content/posts/a.md": KOREAN.format("ref: hello"),
            "content/posts/z.md": ENGLISH.format("translationKey: hello"),
        }
    )

    assert result.page("content/posts/z.md").translations == ("/posts/a/",)
    assert result.site.editions[0].posts == ("/posts/a/",)  # nobody wants to see a post twice in a list


def test_an_original_that_is_not_there_is_reported() -> None:
    """A missing original, by address or path, is reported."""
    result = connected({"content/posts/z.md": ENGLISH.format("translation_of: /posts/a/")})

    assert result.codes == ["content/posts/z.md no-original"]


def test_folders_of_languages_and_bundles_are_pairs_too() -> None:
    """`en/posts/a.md` and `posts/a/index.en.md` are translations of `posts/a.md` and `posts/a/index.md`."""
    result = connected(
        {
            "content/posts/a.md": KOREAN.format(""),
            "content/en/posts/a.md": ENGLISH.format(""),
            "content/posts/b/index.md": KOREAN.format(""),
            "content/posts/b/index.en.md": ENGLISH.format(""),
        }
    )

    assert result.page("content/posts/a.md").translations == ("/en/posts/a/",)
    assert result.page("content/posts/b/index.md").translations == ("/en/posts/b/",)
    assert [one.code for one in result.site.editions] == ["", "en"]


def test_a_text_that_translates_nothing_stands_among_the_others() -> None:
    """A single post in another language is in the main edition and does not create one."""
    result = connected({"content/posts/a.md": KOREAN.format(""), "content/posts/z.md": ENGLISH.format("")})

    assert [one.posts for one in result.site.editions] == [("/posts/z/", "/posts/a/")]
