"""Custom values under `extra` reach templates with their types, and pages depend on them."""

from site_test import SETTINGS, SiteTest


def shown(site: SiteTest, header: str, fence: str = "---") -> str:
    """Return the custom values of a page as a template sees them."""
    site.write("templates/post.html", "{{ page.extra|tojson }}")
    site.write("content/posts/a.md", f"{fence}\n{header}\n{fence}\n글\n")
    assert site.build().must_succeed().problems == []
    return site.page("posts/a/index.html")


def test_values_are_what_they_are_written_as(site: SiteTest) -> None:
    """Numbers, booleans, lists and mappings keep their type, and other scalars are text."""
    header = (
        "title: 글\nextra:\n  rating: 4\n  price: 1.5\n  version: 1.10\n  agent: 007\n  done: true\n  country: no\n"
        '  quoted: "5"\n  none:\n  list: [가, 2]\n  deep: {이름: 값}'
    )

    assert shown(site, header) == (
        '{"agent": "007", "country": "no", "deep": {"\\uc774\\ub984": "\\uac12"}, "done": true, '
        '"list": ["\\uac00", 2], "none": null, "price": 1.5, "quoted": "5", "rating": 4, "version": "1.10"}'
    )


def test_toml_has_its_own_types(site: SiteTest) -> None:
    """A TOML table `extra`, as in Zola, keeps the types of TOML."""
    assert (
        shown(site, 'title = "글"\n[extra]\nn = 3\nis = false\ntext = "3"', "+++")
        == '{"is": false, "n": 3, "text": "3"}'
    )


def test_unknown_keys_are_referred_to_extra_which_must_be_a_mapping(site: SiteTest) -> None:
    """The hint for unknown keys suggests `extra`, which works, and an `extra` that is no mapping is reported."""
    site.write("blog.yml", SETTINGS + "extra: 글\nmotto: 글\n")
    site.write("content/posts/a.md", "---\ntitle: 글\nextra: [a]\nmotto: 4\n---\n글\n")

    hints = {(one.location.path, one.code, one.hint) for one in site.build().report.problems}

    assert {
        ("blog.yml", "wrong-type", "write-mapping"),
        ("content/posts/a.md", "wrong-type", "write-mapping"),
        ("content/posts/a.md", "unknown-key", "see-known-keys"),
    } <= hints


def test_a_page_follows_its_own_values_and_those_of_the_site(site: SiteTest) -> None:
    """A change of a custom value rebuilds the pages that show it, and no others."""
    site.write("templates/post.html", '{{ page.extra.get("mood") }} {{ site.extra.get("motto") }}')
    for name in "ab":
        site.write(f"content/posts/{name}.md", f"---\ntitle: {name}\nextra: {{mood: 맑음}}\n---\n글\n")
    site.write("blog.yml", SETTINGS + "extra:\n  motto: 하나\n")
    site.build().must_succeed()
    assert site.page("posts/a/index.html") == "맑음 하나"

    site.write("content/posts/a.md", "---\ntitle: a\nextra: {mood: 흐림}\n---\n글\n")
    own = site.build().must_succeed()

    assert site.page("posts/a/index.html") == "흐림 하나"
    assert "posts/b/index.html" not in own.made
    assert "index.html" not in own.made
    site.write("blog.yml", SETTINGS + "extra:\n  motto: 둘\n")
    assert site.build().must_succeed().made == ["posts/a/index.html", "posts/b/index.html"]
    assert site.page("posts/b/index.html") == "맑음 둘"
