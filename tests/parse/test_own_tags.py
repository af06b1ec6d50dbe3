"""Templates of a folder's own tags: what is read of them, where it is put, and that nothing of them is run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byeoru.parse.foreign.own_tags import Insertable
from byeoru.parse.foreign.tags import translate
from byeoru.parse.markdown import render
from markdown_test import html_of

HUGO = {
    "an argument": ("<b>{{ .Get 0 }}</b>", '{{< own "가" >}}', "<p><b>가</b></p>"),
    "a named argument": ('<b>{{ .Get "k" }}</b>', "{{< own k=가 >}}", "<p><b>가</b></p>"),
    "a parameter": ("<b>{{ .Params.k }}</b>", "{{< own k=가 >}}", "<p><b>가</b></p>"),
    "a condition": ("<b>{{ if .Get 0 }}예{{ else }}아니요{{ end }}</b>", "{{< own >}}", "<p><b>아니요</b></p>"),
    "a comparison": ('<b>{{ if eq (.Get 0) "a" "b" }}예{{ end }}</b>', "{{< own b >}}", "<p><b>예</b></p>"),
    "a chain": (
        '<b>{{ if not (.Get 0) }}1{{ else if eq (.Get 0) "b" }}2{{ else }}3{{ end }}</b>',
        "{{< own b >}}",
        "<p><b>2</b></p>",
    ),
    "with": ('<b>{{ with .Get "k" }}{{ . }}!{{ end }}</b>', "{{< own k=가 >}}", "<p><b>가!</b></p>"),
    "a variable": ('{{- $a := .Get 0 | default "나" -}}<b>{{ $a }}</b>', "{{< own >}}", "<p><b>나</b></p>"),
    "a comment": ("{{/* 가 */}}<b>나</b><!-- 다 -->", "{{< own >}}", "<p><b>나</b></p>"),
    "a form": ('<b>{{ printf "%s-%s" (.Get 0) "나" | upper }}</b>', "{{< own a >}}", "<p><b>A-나</b></p>"),
    "a value of the site": ("<b>{{ .Site.Params.name }}</b>", "{{< own >}}", "<p><b>벼루</b></p>"),
    "a parameter of the site": ("", "가 {{< param name >}}", "<p>가 벼루</p>"),
    "lines": ("<b>\n  {{ .Get 0 }}\n</b>\n", "가 {{< own 나 >}} 다", "<p>가 <b> 나 </b> 다</p>"),
    "content in a line": ("<b>{{ .Inner }}</b>", "가 {{< own >}}*나*{{< /own >}}", "<p>가 <b><em>나</em></b></p>"),
    "a block": ('<div class="x">{{ .Get 0 }}</div>', "{{< own 가 >}}\n나", '<div class="x">가</div>\n<p>나</p>'),
    "a block of content": (
        "<div>{{ .Inner | markdownify }}</div>",
        "가\n{{< own >}}\n*나*\n\n- 다\n{{< /own >}}\n라",
        "<p>가</p>\n<div>\n<p><em>나</em></p>\n<ul>\n<li>다</li>\n</ul>\n</div>\n<p>라</p>",
    ),
    "a block of one line": ("<div>{{ .Inner }}</div>", "{{< own >}}*나* 다{{< /own >}}", "<div><em>나</em> 다</div>"),
    "a block in a quote": (
        "<div>{{ .Inner }}</div>",
        "> {{< own >}}\n> *나*\n> {{< /own >}}",
        "<blockquote>\n<div>\n<p><em>나</em></p>\n</div></blockquote>",
    ),
    "blocks in a block": (
        "<div>{{ .Inner }}</div>",
        "{{< own >}}\n{{< own >}}\n나\n{{< /own >}}\n{{< /own >}}",
        "<div>\n<div>\n<p>나</p>\n</div>\n</div>",
    ),
    "no content": ("<hr>", "가\n\n{{< own />}}\n나", "<p>가</p>\n<hr>\n<p>나</p>"),
    "an attribute": ('<a href="{{ .Get 0 }}">가</a>', "{{< own a_b_c >}}", '<p><a href="a_b_c">가</a></p>'),
    "markdown": ("**{{ .Get 0 }}**", "{{% own 가 %}}", "<p><strong>가</strong></p>"),
    "no markdown": ("<b>{{ .Get 0 }} *c*</b>", "{{< own `*a*_b_` >}}", "<p><b>*a*_b_ *c*</b></p>"),
    "markdown by name": ("<b>{{ .Get 0 | markdownify }}</b>", "{{< own `*a*` >}}", "<p><b><em>a</em></b></p>"),
}
LIQUID = {
    "an argument": ("<b>{{ include.k }}</b>", '{% include x.html k="가" %}', "<p><b>가</b></p>"),
    "a name": ("<b>{{ include.k }}</b>", "{% include x.html k=page.title %}", "<p><b>제목</b></p>"),
    "a condition": (
        '<b>{% if include.k == "a" and include.j %}1{% elsif include.k contains "b" %}2{% else %}3{% endif %}</b>',
        '{% include x.html k="bc" %}',
        "<p><b>2</b></p>",
    ),
    "unless": ("<b>{% unless include.k %}1{% endunless %}</b>", "{% include x.html %}", "<p><b>1</b></p>"),
    "a filter": (
        '<a href="{{ include.k | relative_url }}">a</a>',
        '{% include x.html k="b" %}',
        '<p><a href="/b">a</a></p>',
    ),
    "a variable": (
        "{% assign a = include.k | default: '나' %}{% capture b %}{{ a }}{{ a }}{% endcapture %}<b>{{ b }}</b>",
        "{% include x.html %}",
        "<p><b>나나</b></p>",
    ),
    "a comment": (
        "{% comment %}가{% endcomment %}<b>{%- if include.a -%} {%- endif -%}나</b>",
        "{% include x.html %}",
        "<p><b>나</b></p>",
    ),
    "another include": ("{% include y.html a=include.k %}", '{% include x.html k="가" %}', "<p><i>가</i></p>"),
    "a block": (
        "<figure>\n\n  <b>가</b>\n\n</figure>",
        "{% include x.html %}\n나",
        "<figure> <b>가</b> </figure>\n<p>나</p>",
    ),
    "code": ("<pre>a\n  b</pre>", "{% include x.html %}", "<pre>a&#10;  b</pre>"),
}


def shown(program: str, template: str, text: str) -> str:
    """Return the HTML of a text in a folder with one template."""
    name = "own" if program == "hugo" else "x.html"
    variables = {"site.params.name": "벼루", "page.title": "제목"}
    values = Insertable(program, variables, {name: template, "y.html": "<i>{{ include.a }}</i>"})
    markdown, problems = translate(text, 1, "a.md", values)
    assert problems == ()
    assert markdown.count("\n") == text.count("\n")
    assert not set(markdown) & {"\x00", "\x01", "\x02"}
    return html_of(render(markdown, "a.md", 1)).strip()


@pytest.mark.parametrize(("template", "text", "expected"), HUGO.values(), ids=HUGO.keys())
def test_shortcodes(template: str, text: str, expected: str) -> None:
    """A shortcode inserts what its template says."""
    assert shown("hugo", template, text) == expected


@pytest.mark.parametrize(("template", "text", "expected"), LIQUID.values(), ids=LIQUID.keys())
def test_includes(template: str, text: str, expected: str) -> None:
    """An include inserts what its template says."""
    assert shown("jekyll", template, text) == expected


UNREADABLE = [
    ("hugo", "{{ range .Params }}x{{ end }}", "{{< own >}}글{{< /own >}}"),
    ("hugo", '{{ partial "a" . }}{{ .Inner }}', "{{< own >}}글{{< /own >}}"),
    ("hugo", "{{ .Page.Permalink }}{{ .Inner }}", "{{< own >}}글{{< /own >}}"),
    ("hugo", "<script>alert(1)</script>{{ .Inner }}", "{{< own >}}글{{< /own >}}"),
    ("hugo", "{{ if }}{{ .Inner }}", "{{< own >}}글{{< /own >}}"),
    ("hugo", "{{ ((( }}", "글 {{< own >}}"),
    ("jekyll", "{% for a in site.posts %}x{% endfor %}", "글 {% include x.html %}"),
    ("jekyll", "{% include x.html %}", "글 {% include x.html %}"),
    ("jekyll", "{{ site.posts }}", "글 {% include x.html %}"),
    ("jekyll", "{{ include.a | nobody }}", "글 {% include x.html %}"),
    (
        "jekyll",
        "{% assign a = 'abcdefgh' %}" + "{% capture a %}{{ a }}{{ a }}{% endcapture %}" * 40,
        "글 {% include x.html %}",
    ),
    ("jekyll", "{% if a %}" * 400 + "{% endif %}" * 400, "글 {% include x.html %}"),
    ("hugo", "x" * 40_000, "글 {{< own >}}"),
]


@pytest.mark.parametrize(("program", "template", "text"), UNREADABLE)
def test_a_template_that_computes_is_dropped(program: str, template: str, text: str) -> None:
    """A tag whose template cannot be read is dropped and reported, and the text between its tags stays."""
    name = "own" if program == "hugo" else "x.html"
    markdown, problems = translate(text, 1, "a.md", Insertable(program, {}, {name: template}))

    assert markdown.strip() == "글"
    assert [problem.code for problem in problems] == ["unknown-tag"]


def test_what_templates_insert_is_limited() -> None:
    """A text with thousands of tags inserts a limited amount, and reports the rest."""
    markdown, problems = translate("{{< own >}}\n" * 1000, 1, "a.md", Insertable("hugo", {}, {"own": "y" * 10_000}))

    assert len(markdown) < 2_000_000
    assert [problem.code for problem in problems] == ["unknown-tag"]


PIECES = st.sampled_from(
    [
        "<div>", "</div>", "<b>", "{{ .Inner }}", "{{ .Get 0 }}", "{{ if .Get 0 }}", "{{ else }}", "{{ end }}", "{{ with .Inner }}",
        "{{ $a := 1 }}", "{{ $a }}", "{{ range . }}", "{% if include.a %}", "{% endif %}", "{{ include.a }}", "{% capture a %}",
        "{% endcapture %}", "\n", "글", "<pre>", "</pre>", "<!--", "-->", "{{-", "}}", "(", "|", '"', "*",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join), st.sampled_from(["hugo", "jekyll"]), st.text("a\n> *", max_size=12))
def test_no_template_changes_lines(template: str, program: str, content: str) -> None:
    """Whatever a template contains, the lines stay where they are and the text between the tags is kept."""
    name = "own" if program == "hugo" else "x.html"
    text = (
        f"{{{{< own a >}}}}말{content}{{{{< /own >}}}}"
        if program == "hugo"
        else f"{{% include x.html a='b' %}}말{content}"
    )
    markdown, _ = translate(text, 1, "a.md", Insertable(program, {}, {name: template}))

    assert markdown.count("\n") == text.count("\n")
    assert markdown.count("말") == 1
