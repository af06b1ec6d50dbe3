"""Template tags of other programs."""

import json
from pathlib import Path

import pytest

from cases.case import build_case
from command import run_blog


def test_a_shortcode_of_the_folder_is_read(tmp_path: Path) -> None:
    """A shortcode whose template in `layouts/shortcodes` inserts its arguments is shown as that template says."""
    case = build_case("folders/own-shortcode", tmp_path)

    assert '<a href="https://ko.wikipedia.org/wiki/TLS">TLS</a>를 쓴다' in case.main("/post/a/")
    assert "{{" not in case.everything()
    assert case.problems == ()


def test_values_of_the_site_are_inserted(tmp_path: Path) -> None:
    """`{{ site.x }}` is the value of `x` in Jekyll's `_config.yml`."""
    case = build_case("folders/site-variable", tmp_path)

    assert '<a href="https://github.com/a/b/issues/1">#1</a>' in case.everything()
    assert case.problems == ()


FOLDERS = {
    "jekyll": ("_posts/2024-05-01-a.md", "_config.yml", "title: 가\n"),
    "hexo": ("source/_posts/a.md", "_config.yml", "title: 가\n"),
    "hugo": ("content/post/a.md", "hugo.toml", "title = '가'\n"),
    "": ("content/posts/a.md", "README.md", "가\n"),
}
TAGS = """\
{% nobody %}하나 {% nobody_either a="b" %}둘{% endnobody_either %}

{{< nobody "c" >}}셋{{< /nobody >}} {{% nobody2 %}}넷{{% /nobody2 %}} {{ page.nobody }} {{ site.nobody }}

# {% nobody %}다섯

`{% code %}` `{{ page.code }}`
"""


@pytest.mark.parametrize("program", FOLDERS)
def test_no_unknown_tag_is_printed(program: str, tmp_path: Path) -> None:
    """In no folder is an unknown tag in a page, a summary or a feed, except in code; each name is reported once."""
    path, configuration, text = FOLDERS[program]
    for name, content in (
        ("blog.yml", "title: T\nbase_url: https://a.kr\n"),
        (configuration, text),
        (path, f"---\ndate: 2024-05-01\n---\n{TAGS}"),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    result = run_blog(tmp_path, "build", "--format", "json")
    published = "\n".join(page.read_text(encoding="utf-8") for page in (tmp_path / "site").rglob("*.*ml"))

    for word in ("하나", "둘", "셋", "넷", "다섯", "{% code %}", "{{ page.code }}"):
        assert word in published
    for opening in ("{% nobody", "{% end", "{{<", "{{&lt;", "{{%", "{{ page.nobody", "{{ site.nobody"):
        assert opening not in published
    assert [problem["code"] for problem in json.loads(result.stdout)["problems"]] == ["unknown-tag"] * 6


def test_a_change_of_a_template_reaches_the_pages(tmp_path: Path) -> None:
    """A changed template of a tag rebuilds the pages that use it, and is not published itself."""
    (tmp_path / "_includes").mkdir()
    (tmp_path / "_posts").mkdir()
    (tmp_path / "blog.yml").write_text("title: T\nbase_url: https://a.kr\n")
    (tmp_path / "_posts/2024-05-01-a.md").write_text("---\ntitle: a\n---\n{% include own.html a='b' %}\n")
    template = tmp_path / "_includes" / "own.html"
    template.write_text("<i>one {{ include.a }}</i>")
    run_blog(tmp_path, "build")
    before = _published(tmp_path)

    template.write_text("<i>two {{ include.a }}</i>")
    run_blog(tmp_path, "build")

    assert "<i>one b</i>" in before
    assert "<i>two b</i>" in _published(tmp_path)
    assert not list((tmp_path / "site").rglob("own.html"))


def _published(root: Path) -> str:
    return "\n".join(page.read_text(encoding="utf-8") for page in (root / "site").rglob("*.html"))
