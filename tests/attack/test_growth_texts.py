"""Every other reader of text costs linear work: template tags, info strings, code, slugs, summaries, locations."""

from collections.abc import Callable

import pytest

from byeoru.base.text import decode_utf8, slug
from byeoru.discover.exclusions import _listed
from byeoru.model.content import Dialect, ParseOptions, Source
from byeoru.parse.document import parse
from byeoru.parse.foreign.mdx import strip_mdx
from byeoru.parse.markdown import render
from byeoru.parse.markup.heading_ids import heading_id
from byeoru.parse.reading import reading_seconds
from byeoru.parse.summary import summarise
from byeoru.parse.unlinked import NamesInText, unlinked
from growth_test import (
    GENEROUS,
    LIMIT,
    TRIES,
    Make,
    Work,
    exponent,
    first_of_each,
    growth_in_lines,
    growth_in_seconds,
    growth_of_the_large,
    lines_run,
    some_of_each,
)

OPTIONS = ParseOptions(("posts", "notes", "pages"), "Asia/Seoul", "ko", Dialect())


def document(text: str) -> None:
    """Read a text as a whole file."""
    parse(Source("content/posts/a.md", text.encode(), "", ""), OPTIONS)


def markdown(text: str) -> None:
    """Read a text as Markdown."""
    render(text, "content/posts/a.md", 1)


def html_page(text: str) -> None:
    """Read a text as a page in HTML, or as one that only templates give contents."""
    parse(Source("content/pages/a.html", f"---\ntitle: a\n---\n{text}".encode(), "", ""), OPTIONS)


def exclusions(text: str) -> None:
    """Read a text as the list of what Jekyll excludes."""
    for key in ("exclude", "include"):
        _listed(f"exclude:\n{text}\ninclude: [{text}", key)


def ids(text: str) -> None:
    """Name headings, of which each line is one."""
    taken: dict[str, int] = {}
    for line in text.split("\n"):
        heading_id(line, taken)


def words(text: str) -> None:
    """Measure and cut the words of a post."""
    summarise(text)
    reading_seconds(text, 0, 0)


def mentions(text: str) -> None:
    """Look for the names of notes in a text."""
    list(unlinked(text, NamesInText(["클로저", "closure"])))


def numbered(template: str) -> Callable[[int], str]:
    """Return a family of texts in which each repetition has its number in the place of `#`."""
    return lambda n: "".join(template.replace("#", str(number)) for number in range(n))


# Behind an expression, so that the text is looked through for tags at all.
TAGS: dict[str, Make] = {
    "openers of Liquid": "{% a ",
    "openers of Hugo": "{{< a ",
    "openers of expressions": "{{ 'a ",
    "openers of percents": "{{% a ",
    "openers of comments": "{{</* ",
    "braces": "{",
    "closers": "%}",
    "names that close": "{{< a/b/c ",
    "unknown tags": numbered("{% t# %}\n"),
    "unknown expressions": numbered("{{ page.t# }}\n"),
    "raw": "{% raw %}{{ a }}{% endraw %} {{ b }} ",
    "raw without an end": "{% raw %}",
    "ends of raw": "{% endraw %}",
    "comments": "{{</* a */>}}",
    "comments in comments": lambda n: "{{</* " * n + "*/>}}" * n,
    "stars": lambda n: "{{</*" + "*" * n + "/>}}",
    "blocks without an end": "{% note %}\na\n",
    "ends without a block": "{% endnote %}\n\n",
    "blocks": "{% note %}\na\n{% endnote %}\n",
    "towers of blocks": lambda n: "{% note %}\n" * n + "a\n" + "{% endnote %}\n" * n,
    "towers of two kinds": lambda n: "{% note %}\n{% quote %}\n" * n + "a\n" + "{% endnote %}\n" * n,
    "crossed blocks": "{% note %}\n{% quote %}\n{% endnote %}\n{% endquote %}\n",
    "a long block": lambda n: "{% note %}\n" * 7 + "a\n" * n + "{% endnote %}\n" * 7,
    "code": "{% highlight py %}\na\n{% endhighlight %}\n",
    "code without an end": "{% highlight py %}\n",
    "code of backticks": lambda n: "{% codeblock %}\n" + "`" * n + "\n{% endcodeblock %}",
    "pictures": "{% img a.png %} ",
    "links": "[a]({% post_url b %}) ",
    "roots": "[a]({{ site.baseurl }}/b) ",
    "brackets before a tag": lambda n: "[" * n + "]({% post_url a %})",
    "targets before a tag": lambda n: "](a" * n + "{% post_url a %}",
    "margins": lambda n: "> " * n + "{% note %}\na\n{% endnote %}\n",
    "items": lambda n: "".join("  " * number + "- {% img a %}\n" for number in range(n)),
    "fences": "```\n{% a %}\n```\n",
    "runs of backticks": lambda n: "".join("`" * number + "{% a %}" for number in range(1, n)),
    "one run of backticks": lambda n: "`" * n,
    "words of a tag": lambda n: "{% img " + "a " * n + "%}",
    "quotes of a tag": lambda n: "{% img " + '"' * n + "%}",
    "escapes of a tag": lambda n: '{% img "' + '\\"' * n + "%}",
    "pairs of a tag": lambda n: "{% include image " + 'a="' * n + "%}",
    "a long name of a tag": lambda n: "{% include image " + "a" * n + "%}",
    "spaces of a tag": lambda n: "{%" + " " * n + "img a %}",
    "spaces of an end": lambda n: "{{< /" + " " * n + "a" + " " * n + "x >}}",
    "filters": lambda n: "{{ 'a' " + "| relative_url " * n + "}}",
    "names of an expression": lambda n: "{{ " + "a." * n + "+}}",
    "spaces of an expression": lambda n: "{{ page.a" + " " * n + "+}}",
    "lines of a tag": lambda n: "{% img" + "\n \t" * n,
}
FENCES: dict[str, Make] = {
    "words": lambda n: "```py " + "a " * n + "\na\n```",
    "braces": lambda n: "```py " + "{" * n + "\na\n```",
    "brackets": lambda n: "```py " + "[" * n + "\na\n```",
    "quotes": lambda n: "```py " + "\"a'b" * n + "\na\n```",
    "keys": lambda n: "```py " + "a=" * n + "\na\n```",
    "spaces behind keys": lambda n: "```py a=" + " " * n + "\na\n```",
    "lines": lambda n: "```py {" + "1-9999," * n + "}\na\n```",
    "digits": lambda n: "```py {" + "1" * n + "}\na\n```",
    "escapes": lambda n: "```py " + "\\&amp;" * n + "\na\n```",
    "marks": lambda n: "```\n" + "a // [!code ++]\n" * n + "```",
    "marks of many lines": lambda n: "```\n" + "a // [!code ++:9999]\n" * n + "```",
    "marks on one line": lambda n: "```\n" + "a // [!code ++]" * n + "\n```",
    "spaces in a mark": lambda n: "```\na // [!code" + " " * n + "x\n```",
    "spaces behind a mark": lambda n: "```\na // [!code ++]" + " " * n + "x\n```",
    "starts": lambda n: "```\n" + "// highlight-start\na\n" * n + "```",
    "notes": lambda n: "```py .annotate\n" + "a # (1)!\n" * n + "```",
    "notes on one line": lambda n: "```py .annotate\n" + "a # (1)!" * n + "\n```",
    "unknown languages": numbered("```zz#\na\n```\n"),
    "lines of attributes": '```py\na\n```\n{: file="a"}\n\n',
    "code": lambda n: "```python\n" + "x = 1 # a\n" * n + "```",
    "empty lines of code": lambda n: "```c\n" + "\n" * n + "```",
    "blanks in code": lambda n: "```python\n" + " " * n + "x\n```",
    "words that are no code": lambda n: "```java\n" + "aaa\n" * n + "```",
    "words that nearly are code": lambda n: "```csharp\n" + ("aaa\n" * 30 + ";\n") * n + "```",
    "a long line of code": lambda n: "```makefile\n" + "(" * n + "\n```",
    "names on a long line": lambda n: "```ts\n" + "a.b" * n + "\n```",
}
TITLES: dict[str, Make] = {
    "one name": "가 나\n",
    "names of numbers": numbered("a\na-#\n"),
    "numbers first": lambda n: numbered("a-#\n")(n) + "a\n" * n,
    "marks": "🎉!?\n",
    "a long one": lambda n: "가 - " * n,
}
WORDS: dict[str, Make] = {
    "sentences": "가나다. ",
    "stops": ".",
    "numbers": "1. ",
    "abbreviations": "e.g. ",
    "one word": "a",
    "marks of one letter": "e\u0301",
    "joined emoji": "👩\u200d",
    "flags": "\U0001f1f0",
    "jamo": "\u1100",
    "dangling": "가(",
    "quotes": '."',
    "spaces": ". ",
    "Han": "漢字。",
}
MDX: dict[str, Make] = {
    "imports": "import A from 'a'\n\n",
    "exports that are never closed": "export const a = {\n\n",
    "one export": lambda n: "export const a = {\n" + "b\n" * n + "}",
    "names": lambda n: "import " + "a " * n,
    "spaces": lambda n: "import a" + " " * n + "x",
    "comments": "a {/* b */}\n",
    "comments without an end": "{/* a\n",
    "expressions with comments": "{/* a */ b}\n",
    "spaces in braces": lambda n: "{" + " " * n + "/* a */" + " " * n + "x",
    "runs of backticks": lambda n: "".join("`" * number + "a/* " for number in range(1, n)),
    "attributes": "<a b={1} c={d}>\n",
    "attributes without an end": "<a b={",
    "strings without an end": '<a b={1} c="',
    "names of attributes": lambda n: "<a b={1} " + "c " * n,
    "spaces in tags": lambda n: "<a b={1}" + " " * n + "<",
}
KATEX = (
    '<span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi><annotation encoding="application/x-tex">'
    'x_#</annotation></semantics></math></span><span class="katex-html">x#</span></span>'
)
FORMULAS: dict[str, Make] = {
    "formulas": numbered(f"가 {KATEX} 나 "),
    "formulas on lines": numbered(KATEX.replace("><", ">\n<") + "\n\n"),
    "formulas in code": numbered(f"`{KATEX}` "),
    "formulas in each other": lambda n: '<span class="katex">' * n + "<math>x</math>" + "</span>" * n,
    "openers": '<span class="katex"><math>x</math>',
    "ends": lambda n: KATEX + "</span>" * n,
    "displays": lambda n: '<span class="katex-display">' * n + KATEX + "</span>" * n,
    "spaces in displays": lambda n: '<span class="katex-display">' * n + KATEX + " " * n + "<b>" + "</span>" * n,
    "formulas and words": numbered('<span class="katex">가<math>x#</math></span>'),
    "quotes in tags": """<span a="<span b='""",
    "values without an end": "<span class='a' b=\"",
    "equals signs": "<span =",
    "spaces behind equals signs": lambda n: "<span a=" + " " * n + "<span",
    "comments": "<!-- <span ",
    "scripts": '<script type="math/tex">x</script>\n',
    "scripts without an end": '<script type="math/tex">x',
    "previews": '<span class="MathJax_Preview">x</span> ',
    "spaces behind previews": lambda n: ('<span class="MathJax_Preview">x</span>' + " " * 99) * n,
    "one preview and spaces": lambda n: '<span class="MathJax_Preview">x</span>' + " " * n + "<span></span>" * n,
    "annotations": lambda n: '<span class="katex"><math>' + "<annotation>" * n + "</math></span>",
    "entities": lambda n: '<span class="katex"><math>' + "&a" * n + "</math></span>",
    "signs": lambda n: '<span class="katex"><math>' + "*" * n + "</math></span>",
    "classes": lambda n: '<span class="' + "MathJa " * n + '">',
    "types": lambda n: "<script " + "type = " * n + ">",
    "lines": lambda n: '<span class="katex"><math>x</math>' + "\n> " * n + "</span>",
    "runs of backticks": lambda n: "".join("`" * number + "a" for number in range(1, n)),
    "pairs of backticks": "`a` ``b\n\n",
}
MENTIONS: dict[str, Make] = {
    "backticks": "` a\n",
    "dollars": "$a ",
    "tags of links": "<a ",
    "brackets": "[[",
    "links": "[a](",
    "comments": "%% a",
    "braces": "{{ ",
    "names": "클로저 ",
}
BYTES: dict[str, Make] = {"controls": "\x01a", "carriage returns": "a\r", "marks of order": "\ufeff"}
WORKS: dict[str, tuple[Work, dict[str, Make]]] = {
    "mentions": (mentions, MENTIONS),
    "page in HTML": (
        html_page,
        {
            "tags": "{% for ",
            "values": "{{ site.",
            "tags and words": "{% for %} a ",
            "less-than signs": "<",
            "headings": "<h1>a",
            "comments": "<!-- ",
            "paragraphs": "<p>a</p>\n\n",
            "breaks": lambda n: "<br>" + " " * n,
            "scripts": "<script>",
        },
    ),
    "exclusions": (
        exclusions,
        {
            "items": "  - a\n",
            "quotes": '  - "',
            "backslashes": lambda n: '  - "' + "\\\\" * n,
            "comments": "# \n",
            "spaces": lambda n: "  - a" + " " * n,
            "commas": ",",
        },
    ),
    "tags": (lambda text: document("{{ y }}\n\n" + text), TAGS),
    "fences": (markdown, FENCES),
    "ids": (ids, TITLES),
    "slugs": (slug.__wrapped__, TITLES),
    "words": (words, WORDS),
    "formulas": (lambda text: document('<script type="math/tex">x</script>\n\n' + text), FORMULAS),
    "mdx": (strip_mdx, MDX),
    "bytes": (lambda text: decode_utf8(text.encode(), "a.md"), BYTES),
}
CASES = [(work, name) for work, (_, families) in WORKS.items() for name in families]


@pytest.mark.parametrize(("work", "name"), some_of_each(CASES))
def test_executed_lines_grow_linearly(work: str, name: str) -> None:
    """Four times the text costs little more than four times as many executed lines of Python."""
    run, families = WORKS[work]

    assert growth_in_lines(run, families[name]) <= LIMIT


@pytest.mark.parametrize(("work", "name"), first_of_each(CASES))
def test_time_grows_linearly(work: str, name: str) -> None:
    """Time within regular expressions, which execute no Python lines, grows linearly too."""
    run, families = WORKS[work]

    assert growth_in_seconds(run, families[name]) <= GENEROUS


@pytest.mark.slow
@pytest.mark.parametrize(("work", "name"), CASES)
def test_time_grows_linearly_up_to_80_kilobytes(work: str, name: str) -> None:
    """Time grows linearly for texts of up to 80 KB too."""
    run, families = WORKS[work]

    assert growth_of_the_large(run, families[name]) <= GENEROUS


@pytest.mark.parametrize("tries", [4, pytest.param(TRIES, marks=pytest.mark.slow)])
def test_quadratic_work_is_detected(tries: int) -> None:
    """Both measures fail for a loop over every suffix, and for a pattern that backtracks from every character."""

    def walk(text: str) -> None:
        for start in range(0, len(text), 20):
            for _ in range(start, len(text), 20):
                pass

    def search(text: str) -> None:
        import re

        re.search(r"\s*x", text)

    assert growth_in_lines(walk, "a") > LIMIT
    assert growth_in_seconds(search, lambda n: " " * n + "y", tries) > GENEROUS
    assert lines_run(walk, "a") == lines_run(walk, "a")
    assert exponent((1, 2, 4, 8, 16), (7, 14, 28, 56, 112)) == 1
