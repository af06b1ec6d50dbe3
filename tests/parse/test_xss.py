"""No typed text runs as a script: attacks through every field of a page and of the feed.

The HTML is read by html5lib as a browser reads it, and its elements and attributes are looked at, not its letters.
"""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import html5lib
import pytest

from byeoru.model.content import Dialect
from byeoru.parse.foreign.tags import translate
from markdown_test import html
from site_test import SiteTest

TAGS = [
    "<script>alert(1)</script>",
    "<svg/onload=alert(1)>",
    "<img src=x onerror=alert(1)>",
    "<IMG SRC=x OnErRoR=alert(1)>",
    '"><svg/onload=alert(1)>',
    "'><img src=x onerror=alert(1)>",
    '"/><script>alert(1)</script><a x="',
    "</code></pre></div><script>alert(1)</script>",
    "</title></style></textarea></p><script>alert(1)</script>",
    '<a href="javascript:alert(1)">x</a>',
    '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;">',
    "<<script>alert(1)//<</script>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<form><button formaction=javascript:alert(1)>x",
    "<base href=//evil.example/><meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<?x?><svg onload=alert(1)>",
    "<![CDATA[<svg onload=alert(1)>]]>",
    "<details open ontoggle=alert(1)>",
    "<img src=x\tonerror\t=\talert(1)\t>",
    "<svg onload=alert(1)//",
]
QUOTES = [
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "x onmouseover=alert(1) y",
    '" style="position:fixed" x="',
    "` onmouseover=alert(1) `",
    '\\" onmouseover=\\"alert(1)',
    '"onmouseover="alert(1)',
    "\"'`=<>&/\\",
    ']]>" onclick="x',
    '\u2028" onclick="x',
    '\u00a0"\u00a0onclick="x',
]
ENTITIES = [
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;svg/onload=alert(1)&#62;",
    "&#x3c;svg/onload=alert(1)&#x3E;",
    "&quot; onmouseover=&quot;alert(1)",
    "&#34;&gt;&lt;img src=x onerror=alert(1)&gt;",
    "&amp;lt;script&amp;gt;",
    "&apos; onclick=&apos;x",
]
SCHEMES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "javascript://%0aalert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;&#x61;vascript:alert(1)",
    "&#0000106avascript:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "&Tab;javascript:alert(1)",
    "&NewLine;javascript:alert(1)",
    "&#1;javascript:alert(1)",
    "&#32;javascript:alert(1)",
    "\x01javascript:alert(1)",
    "\x1fjavascript:alert(1)",
    "java\tscript:alert(1)",
    "\u00a0javascript:alert(1)",
    "\u2003javascript:alert(1)",
    "\u200bjavascript:alert(1)",
    "\ufeffjavascript:alert(1)",
    "javascript\\:alert(1)",
    "\\javascript:alert(1)",
    "java\\script:alert(1)",
    "%6aavascript:alert(1)",
    "javascript%3aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "DATA:text/html,x",
    "data:image/svg+xml,<svg/onload=alert(1)>",
    "data:,x",
    "vbscript:msgbox(1)",
    "VbScRiPt:msgbox(1)",
    "v&#98;script:msgbox(1)",
    "file:///etc/passwd",
    '//evil.example/" onclick="x',
    'https://a.kr/"onmouseover="alert(1)',
    "https://a.kr/'onmouseover='alert(1)",
    "https://a.kr/<svg/onload=alert(1)>",
    "https://a.kr/&quot;onmouseover=&quot;alert(1)",
]
VECTORS = [*TAGS, *QUOTES, *ENTITIES, *SCHEMES]

# `%` is the attack. What stands here is text of the line itself: in the dialect with HTML, tags typed there are HTML.
IN_TEXT = [
    "가 % 나\n",
    "# 가 %\n",
    "[TOC]\n\n## 가 %\n\n### 나 %\n",
    "가 %\n===\n",
    "> 가 %\n",
    "> [!NOTE] 가 %\n> 나 %\n",
    "> [!mine|가]- 나 %\n> 다\n",
    "- [x] 가 %\n",
    "가 %\n: 나 %\n",
    "| 가 % | 나 |\n|---|:-:|\n| 다 | 라 % |\n",
    "가[^1] 나[^가 %]\n\n[^1]: 다 %\n\n[^가 %]: 라\n",
    "가^[나 %]\n",
    "[^안 쓴]: 가 %\n",
    "**가 %** ==나 %== ~~다 %~~\n",
    "[가 %](a.md) [나 %][r] [r %]\n\n[r]: /x\n",
    "가 %{.c} {%} {: %}\n",
    '![가](a.png "나")\n*다 %*\n',
    "<% 가\n",
    "a@b.kr% www.a.kr/% https://a.kr/% a%@b.kr\n",
]
# Text that is no HTML in any dialect: code, titles, targets, names, attributes, formulas, readings.
ELSEWHERE = [
    "`가 %`\n",
    "```\n가 %\n```\n",
    "    가 %\n",
    "``` %\nx\n```\n",
    "```py %\nx\n```\n",
    "```py:%\nx\n```\n",
    '```py title="%" {1}\nx\n```\n',
    "```py title='%' linenos\nx\n```\n",
    "~~~%\nx\n~~~\n",
    "~~~ {.% title=%}\nx # (1)!\n~~~\n",
    "```html\n% <!-- [!code ++] -->\n```\n",
    "```py {.annotate}\nx = '%' # (1)!\n```\n",
    '```py\nx\n```\n{: title="%" .%}\n',
    "![%](a.png)\n",
    '![가](a.png "%")\n',
    "![가](a.png '%')\n",
    "![가](a.png (%))\n",
    '[가](a.md "%") 나\n',
    "[가](a.md '%')\n",
    '[가][r]\n\n[r]: /x "%"\n',
    "![가][r]\n\n[r]: /x '%'\n",
    "[가](%)\n",
    "[가](<%>)\n",
    "![가](%)\n",
    "![가](<%> 'x')\n",
    "[![가](<%>)](<%>)\n",
    "[가][r] [r]\n\n[r]: %\n",
    "[가][r] ![r]\n\n[r]: <%> 'x'\n",
    '[가](a.md){title="%" onclick="%" href="%" style="%" .% #%}\n',
    "[가](a.md){title='%' onclick='%' href='%' srcset='%'}\n",
    "[가](a.md){target=% rel=% download=% lang=% onclick=%}\n",
    '![가](a.png){alt="%" width="%" height=\'%\' src="%" onload=%}\n',
    '`가`{.% #% title="%"}\n',
    '## 가 {#% title="%"}\n',
    '## 가 {.x onclick="%" id="%" title=\'%\'}\n',
    "[TOC]\n\n## 가 {/*%*/}\n\n## 나 {#a%}\n",
    "가\n{: title=\"%\" onclick=\"%\" style='%' id='%' .%}\n",
    '> 가\n{: .prompt-tip title="%" onmouseover=%}\n',
    "$%$\n",
    "$\\text{%}$ $\\href{%}{x}$ $\\class{%}{x}$ $\\color{%}{x}$\n",
    "$$\n%\n$$\n",
    "$$\\begin{%} x \\end{%}$$\n",
    "{가|%} {%|나}\n",
]
# What leads somewhere, alone.
AUTOLINKS = [
    "<%>\n",
    "가 %\n",
    "%\n",
    "https://%\n",
    "<https://a.kr/%>\n",
    "https://youtu.be/abcdefghijk?x=%\n",
    "https://youtu.be/abcdefghijk?t=1&x=%\n",
    "https://vimeo.com/1/%\n",
    "https://gist.github.com/a/0123456789?%\n",
    "www.a.kr/%에서\n",
    "mailto:%\n",
]
FOREIGN = [
    '{@ img /a.png \'"%" "%"\' @}\n',
    "{@ img % @}\n",
    "{@ asset_img a.png % @}\n",
    "{@ image % @}\n",
    "{@ link 가 % @} {@ link % https://a.kr @}\n",
    "{@ iframe % @}\n",
    "{@ youtube % @} {@ vimeo % @}\n\n{@ youtube % @}\n",
    "{@ gist % @}\n",
    "{@ post_link a % @} {@ post_link % @} [가]({@ post_path % @})\n",
    "{@ asset_link % 가 @}\n",
    '{@ include figure.html src="%" alt="%" caption="%" @}\n',
    "{@ include video id='%' provider='%' @}\n",
    "{@ codeblock % lang:% % @}\nx\n{@ endcodeblock @}\n",
    "{@ highlight % linenos @}\n%\n{@ endhighlight @}\n",
    '{{< figure src="%" alt="%" caption="%" title="%" link="%" >}}\n',
    "{{< figure src='a.png' caption='%' >}}\n",
    '{{< youtube % >}} [가]({{< ref "%" >}})\n',
    '{{< highlight % "title=%" >}}\n%\n{{< /highlight >}}\n',
    "{@ quote %, % % @}\n가\n{@ endquote @}\n",
    "{@ note % % @}\n가\n{@ endnote @}\n",
    "[가]({{ '%' | relative_url }}) ![나]({{ site.url }}%)\n",
    "{{ % }} {@ % @}\n",
]

# What Markdown makes: elements, and the attributes of each beside those that an author may write in braces.
_ANYWHERE = {"id", "class", "width", "height", "lang", "title", "alt", "rel", "target", "download", "loading"}
_PLAIN = """
p h1 h2 h3 h4 h5 h6 em strong s mark sup br hr blockquote ul li dl dt dd table thead tbody tr pre section nav figure
figcaption ruby rt rp summary code div
"""
OURS: dict[str, set[str]] = {
    **{name: set() for name in _PLAIN.split()},
    "p": {"data-kind", "data-source"},
    "ol": {"start"},
    "a": {"href", "aria-label"},
    "img": {"src"},
    "th": {"style"},
    "td": {"style"},
    "span": {"data-line", "data-note"},
    "details": {"open"},
    "input": {"type", "disabled", "checked", "aria-label"},
}
_MATHEMATICS = re.compile(r"m[a-z]+|semantics|annotation")
_MATH_ATTRIBUTES = re.compile(r"(?!on|href|src|xlink|action)[a-z]+")
_MATH_STYLE = re.compile(r"(?!.*(?:url|expression|import))[\w\s:;#.,()%-]*")
_ALIGNMENT = re.compile(r"text-align:(?:left|right|center)")
_ADDRESSES = {"href", "src", "data-source", "action", "formaction", "poster", "data", "cite", "srcset", "xlink:href"}
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_RUNS = {"javascript", "vbscript", "data", "file"}
_PICTURE = re.compile(r"data:image/(?:png|gif|jpeg|webp);")


def scheme(address: str) -> str:
    """Return the scheme of an address as browsers read it (WHATWG URL), ignoring control characters and tabs."""
    bare = re.sub("[\t\n\r]", "", address).strip("".join(map(chr, range(0x21)))).lower()
    match = _SCHEME.match(bare)
    return match[1] if match and not _PICTURE.match(bare) else ""


def elements(page: str | ET.Element) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each element of a fragment with its attributes; a comment or the like has the name "?"."""
    tree = html5lib.parseFragment(page, namespaceHTMLElements=False) if isinstance(page, str) else page
    for element in tree.iter():
        is_element = isinstance(element.tag, str)
        if element.tag != "DOCUMENT_FRAGMENT":
            tag = re.sub(r"^\{[^}]*\}", "", element.tag) if is_element else "?"
            yield tag, {str(name): str(value) for name, value in element.items()}


def dangers(page: str | ET.Element) -> list[str]:
    """Return what is in a fragment that Markdown does not produce, or that runs a script."""
    names = []
    for tag, attributes in elements(page):
        is_math = tag not in OURS and _MATHEMATICS.fullmatch(tag) is not None and tag not in {"marquee", "meta", "menu"}
        if not is_math and tag not in OURS:
            names.append(f"<{tag}>")
        for name, value in attributes.items():
            is_known = bool(_MATH_ATTRIBUTES.fullmatch(name)) if is_math else name in _ANYWHERE | OURS.get(tag, set())
            if not is_known:
                names.append(f"<{tag} {name}>")
            if name == "style" and not (_MATH_STYLE if is_math else _ALIGNMENT).fullmatch(value):
                names.append(f"<{tag} style={value}>")
            if name in _ADDRESSES and scheme(value) in _RUNS:
                names.append(f"<{tag} {name}={value!r}>")
    return names


def attacked(template: str, vectors: list[str], dialect: Dialect) -> list[tuple[str, list[str]]]:
    """Return which attacks succeed in a text, and how; template tags of other programs are translated first."""
    texts = [template.replace("%", vector).replace("{@", "{%").replace("@}", "%}") for vector in vectors]
    pages = [html(translate(text, 1, "content/posts/a.md")[0], dialect) for text in texts]
    return [(text, wrong) for text, page in zip(texts, pages, strict=True) if (wrong := dangers(page))]


TEMPLATES = [*IN_TEXT, *ELSEWHERE, *AUTOLINKS, *FOREIGN]


def runs(**options: bool) -> list[object]:
    """Return dialects with a step: by default a third of the attacks in each text, in the slow suite all."""
    usual, other = Dialect(**options), Dialect(**options, breaks=True, math=False, ruby=True)
    return [
        pytest.param(usual, 3, id="third"),
        pytest.param(usual, 1, id="all", marks=pytest.mark.slow),
        pytest.param(other, 1, id="other", marks=pytest.mark.slow),
    ]


def share_of(vectors: list[str], template: str, step: int) -> list[str]:
    """Return every *step*-th attack, starting at a different one for the next template."""
    return vectors[TEMPLATES.index(template) % step :: step]


TAGLESS = [vector for vector in VECTORS if "<" not in vector]


@pytest.mark.parametrize(
    ("page", "wrong"),
    [
        ("<p>가</p><script>x</script>", ["<script>"]),
        ("<p onclick=x>가</p>", ["<p onclick>"]),
        ("<a href='java\tscript:x'>가</a>", ["<a href='java\\tscript:x'>"]),
        ("<a href='&#1; JAVASCRIPT:x'>가</a>", ["<a href='\\x01 JAVASCRIPT:x'>"]),
        ("<img src='data:image/png;x'><img src='data:image/svg+xml;x'>", ["<img src='data:image/svg+xml;x'>"]),
        ("<td style='text-align:left'>", []),
        ("<table><tr><td style='text-align:left;color:red'>", ["<td style=text-align:left;color:red>"]),
        ("<math><mi href='x'>x</mi><svg onload=x></svg></math>", ["<mi href>", "<svg>", "<svg onload>"]),
        ("<p>가<!-- x --></p>", ["<?>"]),
    ],
)
def test_what_runs_is_seen(page: str, wrong: list[str]) -> None:
    """The detector of these tests recognises an attack."""
    assert dangers(page) == wrong


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize(("dialect", "step"), runs(html=False))
def test_without_html_nothing_that_is_typed_runs(template: str, dialect: Dialect, step: int) -> None:
    """With `html: false`, a text produces no element, event or scheme except those of Markdown."""
    assert attacked(template, share_of(VECTORS, template, step), dialect) == []


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize(("dialect", "step"), runs())
def test_with_html_no_text_becomes_html(template: str, dialect: Dialect, step: int) -> None:
    """With HTML allowed, only a typed tag is a tag; quotes, entities and schemes are literal."""
    # `<x onmouseover=…>` is a tag that its author typed.
    vectors = [vector for vector in VECTORS if "<" not in vector and not (template == "<%>\n" and vector[:2] == "x ")]

    assert attacked(template, share_of(vectors, template, step), dialect) == []


# Places in which `<` begins no tag, in constructs that hold whatever stands there.
HELD = [
    *(
        "`가 %`\n",
        "```\n가 %\n```\n",
        "    가 %\n",
        "```py:%\nx\n```\n",
        '```py title="%" {1}\nx\n```\n',
        "```html\n%\n```\n",
    ),
    *(
        "![%](a.png)\n",
        '![가](a.png "%")\n',
        "![가](a.png '%')\n",
        "![가](a.png (%)) 나\n",
        '[가](a.md "%") 나\n',
        "[가](a.md '%')\n",
    ),
    *(
        '[가][r]\n\n[r]: /x "%"\n',
        "![가][r]\n\n[r]: /x '%'\n",
        '[가](a.md){title="%" onclick="%" .c}\n',
        '![가](a.png){alt="%"}\n',
    ),
    *(
        '`가`{title="%"}\n',
        '## 가 {.x title="%"}\n',
        '가\n{: title="%" onclick="%"}\n',
        '> 가\n{: .prompt-tip title="%"}\n',
    ),
    *(
        "$x%$\n",
        "$\\text{%}$\n",
        "$$\n%\n$$\n",
        "가 {나|%} {%|다}\n",
        "```py\nx\n```\n{: title='%' }\n",
        "[TOC]\n\n## `%`\n\n## `b`\n",
    ),
]
QUOTELESS = [vector for vector in TAGS if not re.search(r"""["'`(){}\t|]""", vector)]
SHORT = ["<script>x</script>", "<svg/onload=x>", "</p><b>", "<a/href=javascript:x>", "<!-- x -->", "<?x?>", "<br/>"]


@pytest.mark.parametrize("template", HELD)
def test_with_html_a_tag_in_a_title_is_none(template: str) -> None:
    """Tags in code, titles, attributes, formulas and readings are text in every dialect."""
    assert attacked(template, [*QUOTELESS, *SHORT], Dialect(ruby=True)) == []


def raw_trees(text: str) -> tuple[list[tuple[str, dict[str, str]]], list[tuple[str, dict[str, str]]]]:
    """Return the elements of a text as its author typed them, and as they are on the page."""
    return list(elements(text)), list(elements(html(text)))


@pytest.mark.parametrize(
    "text",
    [
        "<div onclick=\"a('b')\" title='c \"d\"'>가</div>\n",
        "<div><a href='x\" onclick=\"y'>가</a></div>\n",
        "<div><a href=\"x' onclick='y\">가</a></div>\n",
        '<div><a href="x&quot; onclick=&quot;y">가</a></div>\n',
        "<div><img src='&#34;&gt;&lt;svg/onload=x&gt;' alt=b></div>\n",
        "<div><a href='javascript:a(1)'>가</a></div>\n",
        '<div><script>x = \'<a href="y">\' + " src=z "</script></div>\n',
        "<div><!-- <a href='x'> --></div>\n",
    ],
)
def test_raw_html_is_what_its_author_typed(text: str) -> None:
    """Extracting references from raw HTML changes no element and no attribute."""
    typed, shown = raw_trees(text)

    assert shown == typed


@pytest.mark.parametrize(
    "text",
    [
        '<div><img alt="use src=x here" src="y.png"></div>\n',
        '<div title=" src=x onclick=alert(1) ">가</div>\n',
        "<div title=\"<a href='b'>\">가</div>\n",
        '<div><b data-code=" href=&quot;x onclick=y">가</b></div>\n',
    ],
)
def test_words_in_a_value_of_raw_html_are_no_reference(text: str) -> None:
    """An attribute value that contains something like an attribute stays one value, within its quotes."""
    typed, shown = raw_trees(text)

    assert shown == typed


SETTINGS = """\
title: {title}
description: {description}
base_url: https://example.com
feed_size: 1000
author:
  name: {author}
  url: https://a.kr
menu:
  - {menu}: /archive/
markdown:
  html: false
  ruby: true
"""
POST = """\
---
title: {title}
date: 2026-01-{day:02}
updated: 2026-02-02
tags: [{tag}]
category: {category}
summary: {summary}
authors: [{title}]
pin: true
aliases: [/옛/{number}/]
---

{body}
"""
HARMLESS = "낱말"
# Of each kind of text some, so that pages hold what Markdown makes; a vector stands in each.
BODIES = [
    "# %\n\n## 가 %\n\n### 나 %\n\n### 다\n\n[TOC]\n",
    '![%](a.png "%")\n\n[%](%) [가](<%>) <%>\n',
    "> [!TIP] %\n> %[^1]\n\n[^1]: %\n",
]


def quoted(text: str) -> str:
    """Write a text as a value of YAML."""
    return json.dumps(text)


def build(site: SiteTest, vectors: list[str]) -> None:
    """Build a site with each of *vectors* in every field and in the text of a post."""
    head, *_ = vectors
    site.write(
        "blog.yml",
        SETTINGS.format(title=quoted(f"가{head}"), description=quoted(head), author=quoted(head), menu=quoted(head)),
    )
    for number, vector in enumerate(vectors):
        fields = {
            "title": f"{number} {vector}",
            "tag": f"가 {vector} {number}",
            "category": f"나{number} {vector}",
            "summary": vector,
        }
        body = "\n\n".join(text.replace("%", vector) for text in BODIES)
        site.write(
            f"content/posts/{number}.md",
            POST.format(
                day=number % 28 + 1, number=number, body=body, **{name: quoted(text) for name, text in fields.items()}
            ),
        )
        site.write(
            f"content/posts/2026-01-01-t{number}.md", f"# 가 {vector}\n\n가 {vector} 나\n"
        )  # title and summary of the text
    site.build().must_succeed()


def pages(site: SiteTest) -> dict[str, ET.Element]:
    """Return the trees of all pages."""
    files = {path: data.decode() for path, data in site.files().items() if path.endswith(".html")}
    return {path: html5lib.parse(text, namespaceHTMLElements=False) for path, text in files.items()}


def shapes(tree: ET.Element) -> set[tuple[str, str]]:
    """Return the elements and the attributes of each."""
    names = set()
    for element in tree.iter():
        tag = element.tag if isinstance(element.tag, str) else "?"
        names |= {(tag, ""), *((tag, str(name)) for name in element.keys())}  # noqa: SIM118  (an element is no mapping)
    return names


class Page(NamedTuple):
    """A page as a browser parses it, in two parts."""

    around: ET.Element  # without the text of its post
    prose: ET.Element | None  # the text of its post


def parts(site: SiteTest) -> dict[str, Page]:
    """Return the pages of a site by their path."""
    trees = pages(site)
    return {path: Page(tree, prose_of(tree)) for path, tree in trees.items()}


@pytest.fixture(scope="module", params=[pytest.param(6, id="sixth"), pytest.param(1, id="all", marks=pytest.mark.slow)])
def vectors(request: pytest.FixtureRequest) -> list[str]:
    """Return the attacks of the test site: in the quick suite every sixth one, and some of each kind."""
    return VECTORS[:: request.param]


@pytest.fixture(scope="module")
def usual(vectors: list[str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """Return the pages without attacks, with as many tags, so that the lists are of the same kind."""
    root = tmp_path_factory.mktemp("usual") / "blog"
    root.mkdir()
    site = SiteTest(root)
    build(site, [HARMLESS, *(f"{HARMLESS} {number}" for number in range(len(vectors)))])
    return parts(site)


@pytest.fixture(scope="module")
def attacked_site(vectors: list[str], tmp_path_factory: pytest.TempPathFactory) -> SiteTest:
    """Return a site with every attack in every field."""
    root = tmp_path_factory.mktemp("attacked") / "blog"
    root.mkdir()
    site = SiteTest(root)
    build(site, [vector.replace("\t", " ") for vector in vectors])
    return site


@pytest.fixture(scope="module")
def attacked_pages(attacked_site: SiteTest) -> dict[str, Page]:
    """Return the pages of the attacked site."""
    return parts(attacked_site)


def prose_of(tree: ET.Element) -> ET.Element | None:
    """Remove the text of a post from the tree of its page, and return it."""
    for parent in tree.iter():
        for child in parent:
            if child.get("class") == "prose":
                parent.remove(child)
                return child
    return None


def all_elements(page: Page) -> Iterator[ET.Element]:
    """Yield the elements of both parts of a page."""
    yield from page.around.iter()
    if page.prose is not None:
        yield from page.prose.iter()


def test_an_attack_leaves_the_page_around_a_text_as_it_is(
    usual: dict[str, Page], attacked_pages: dict[str, Page]
) -> None:
    """Titles, tags, categories, summaries, names and menus add no element or attribute to any page."""
    allowed = {shape for page in usual.values() for shape in shapes(page.around)}

    additions = {path: wrong for path, page in attacked_pages.items() if (wrong := shapes(page.around) - allowed)}

    assert additions == {}


def test_an_attack_in_a_field_becomes_no_script_address(attacked_pages: dict[str, Page]) -> None:
    """No address on a page runs a script, and the icon of the page is an image without scripts."""
    icons: set[str] = set()
    addresses: set[str] = set()
    for page in attacked_pages.values():
        for element in all_elements(page):
            if element.get("rel") == "icon":
                icons.add(element.get("href", ""))
            else:
                addresses |= {value for name, value in element.items() if name in _ADDRESSES}
            if element.get("http-equiv"):
                addresses.add(element.get("content", "").partition("url=")[2])

    assert [address for address in addresses if scheme(address) in _RUNS] == []
    drawings = [ET.fromstring(unquote(icon.partition(",")[2])) for icon in icons]
    assert {re.sub(r"\{.*\}", "", element.tag) for drawing in drawings for element in drawing.iter()} == {
        "svg",
        "rect",
        "text",
    }


def test_scripts_of_a_page_hold_no_word_of_an_author(usual: dict[str, Page], attacked_pages: dict[str, Page]) -> None:
    """A title cannot end a script or style, and the JSON that a theme writes is valid."""
    ours = {
        "".join(element.itertext())
        for page in usual.values()
        for element in all_elements(page)
        if element.tag in {"script", "style"}
    }

    for page in attacked_pages.values():
        for element in all_elements(page):
            if element.tag == "script" and element.get("type", "").endswith("json"):
                json.loads(element.text or "")
            elif element.tag in {"script", "style"}:
                assert (element.text or "") in ours


def test_the_texts_of_an_attacked_site_are_safe(vectors: list[str], attacked_pages: dict[str, Page]) -> None:
    """The text of each post contains only what Markdown produces, after references are resolved."""
    texts = [(path, page.prose) for path, page in attacked_pages.items() if page.prose is not None]

    assert len(texts) >= 2 * len(vectors)
    assert [(path, wrong) for path, text in texts if (wrong := dangers(text))] == []


_ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_feed_of_an_attacked_site_is_the_same_text(
    vectors: list[str], attacked_site: SiteTest, attacked_pages: dict[str, Page]
) -> None:
    """The feed is well-formed, and each entry has the words and elements of its page, with absolute URLs."""
    entries = ET.fromstring(attacked_site.files()["feed.xml"]).findall(f"{_ATOM}entry")

    assert len(entries) == 2 * len(vectors)
    for entry in entries:
        link, title, content = entry.find(f"{_ATOM}link"), entry.find(f"{_ATOM}title"), entry.find(f"{_ATOM}content")
        assert link is not None
        assert title is not None
        assert content is not None
        page, prose = attacked_pages[unquote(link.get("href", "")).removeprefix("https://example.com/") + "index.html"]
        assert prose is not None
        [shown, *_] = ["".join(element.itertext()) for element in page.iter("h1")]
        assert title.text == shown
        fragment = html5lib.parseFragment(content.text or "", namespaceHTMLElements=False)
        assert dangers(fragment) == []
        assert "".join(fragment.itertext()).strip() == "".join(prose.itertext()).strip()
        assert [relative(element) for element in elements(fragment)] == [
            relative(element) for element in elements(prose)
        ][1:]


def relative(element: tuple[str, dict[str, str]]) -> tuple[str, dict[str, str]]:
    """Return an element of the feed with the addresses that it has on the page."""
    tag, attributes = element
    changed = {name: value.removeprefix("https://example.com") for name, value in attributes.items()}
    is_own = re.match(r"/posts/[^/#]+/#", changed.get("href", ""))
    return tag, changed | ({"href": "#" + changed["href"].partition("#")[2]} if is_own else {})


@pytest.mark.parametrize("setting", ["author:\n  name: 가\n  url: {}\n", "menu:\n  - 가: {}\n"])
@pytest.mark.parametrize("address", ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x"])
def test_an_address_in_the_settings_runs_nothing(site: SiteTest, setting: str, address: str) -> None:
    """A script URL in the settings stops the build or produces no link."""
    site.write("blog.yml", "title: 가\n" + setting.format(quoted(address)))
    site.write("content/posts/2026-01-01-a.md", "글\n")

    built = site.build()

    links = (
        [element.get("href", "") for tree in pages(site).values() for element in tree.iter("a")]
        if built.report.is_written
        else []
    )
    assert {scheme(link) for link in links} & _RUNS == set()


def test_an_address_of_the_page_that_is_shown_as_code_stays(site: SiteTest) -> None:
    """Code is shown as typed, even a link to an anchor of the same page."""
    code = '<a href="/posts/a/#b">'
    site.write("content/posts/2026-01-01-a.md", f"```\n{code}\n```\n")
    site.build().must_succeed()

    [shown] = [element for path, tree in pages(site).items() if "posts/a" in path for element in tree.iter("pre")]

    assert "".join(shown.itertext()).strip() == code
