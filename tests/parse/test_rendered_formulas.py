"""Formulas that were copied from a page that KaTeX or MathJax had rendered are shown once."""

import re
import unicodedata
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byeoru.model.content import Dialect, Parsed, ParseOptions, Source
from byeoru.parse.document import parse
from byeoru.parse.foreign.code import find_code
from byeoru.parse.rendered_formulas import show_once
from markdown_test import html_of

OPTIONS = ParseOptions(("posts", "notes", "pages"), "Asia/Seoul", "ko", Dialect())

MATHML = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>O</mi><mo>(</mo><mi>n</mi><mo>)</mo></math>'
KATEX = (
    '<span class="katex"><span class="katex-mathml"><math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow>'
    '<mi>O</mi><mo stretchy="false">(</mo><mi>n</mi><mo stretchy="false">)</mo></mrow><annotation encoding='
    '"application/x-tex">O(n)</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">'
    '<span class="base"><span class="strut" style="height:1em;vertical-align:-0.25em;"></span><span class="mord '
    'mathnormal" style="margin-right:0.02778em;">O</span><span class="mopen">(</span><span class="mord mathnormal">n'
    '</span><span class="mclose">)</span></span></span></span>'
)
KATEX_DISPLAY = f'<span class="katex-display">{KATEX}</span>'
MATHJAX_2 = (
    '<span class="MathJax_Preview" style="color: inherit;"></span><span class="MathJax" id="MathJax-Element-1-Frame" '
    'tabindex="0" data-mathml=\'<math><mi>O</mi></math>\' role="presentation" style="position: relative;">'
    '<nobr aria-hidden="true"><span class="math" id="MathJax-Span-1"><span style="display: inline-block;">'
    '<span class="mi">O</span><span class="mo">(</span><span class="mi">𝑛</span><span class="mo">)</span></span></span>'
    f'</nobr><span class="MJX_Assistive_MathML" role="presentation">{MATHML}</span></span>'
    '<script type="math/tex" id="MathJax-Element-1">O(n)</script>'
)
MATHJAX_2_DISPLAY = (
    '<span class="MathJax_Preview"></span><div class="MathJax_Display" style="text-align: center;"><span class="MathJax">'
    '<nobr><span class="math">O(n)</span></nobr></span></div><script type="math/tex; mode=display">O(n)</script>'
)
MATHJAX_3 = (
    '<mjx-container class="MathJax CtxtMenu_Attached_0" jax="SVG" tabindex="0" style="position: relative;"><svg '
    'xmlns="http://www.w3.org/2000/svg" width="4.844ex"><g data-mml-node="math"><path data-c="1D442" d="M740 435Q740 '
    '320Z"></path></g></svg><mjx-assistive-mml unselectable="on" display="inline">'
    f"{MATHML}</mjx-assistive-mml></mjx-container>"
)
COPIES = {
    "KaTeX": KATEX,
    "KaTeX, display": KATEX_DISPLAY,
    "KaTeX on lines": KATEX_DISPLAY.replace("><", ">\n<"),
    "MathJax 2": MATHJAX_2,
    "MathJax 2, display": MATHJAX_2_DISPLAY,
    "MathJax 2 without the source": MATHJAX_2.partition("<script")[0],
    "MathJax 2, the source alone": '<script type="math/tex">O(n)</script>',
    "MathJax 3": MATHJAX_3,
}


def parsed(text: str, path: str = "content/posts/a.md", options: ParseOptions = OPTIONS) -> Parsed:
    """Parse a text that has no problems."""
    result = parse(Source(path, f"---\ndate: 2026-01-01\n---\n{text}".encode(), "", "k"), options)
    assert result.value is not None
    assert result.problems == ()
    return result.value


class Text(HTMLParser):
    """Collects the text that a browser shows."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.hidden = 0
        self.pieces: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, _: object) -> None:
        self.hidden += tag == "script"

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag == "script" and self.hidden > 0

    def handle_data(self, data: str) -> None:
        self.pieces += [] if self.hidden else [data]


def words(html: str) -> str:
    """Return the text of HTML."""
    return " ".join("".join(Text(html).pieces).split())


def letters(html: str) -> set[str]:
    """Return the letters and digits of HTML, in one font and case."""
    return set(filter(str.isalnum, unicodedata.normalize("NFKC", words(html)).casefold()))


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES)
def test_a_copied_formula_is_shown_once(copy: str) -> None:
    """Each program's copies become one formula, on the page and in the summary, and the text around it is Markdown."""
    post = parsed(f"탐색은 {copy} 만에 **끝난다**.\n")
    html = html_of(post)

    assert words(html) == "탐색은 O(n) 만에 끝난다."
    assert post.document.meta.summary == "탐색은 O(n) 만에 끝난다."
    assert html.count("<math") == 1
    assert "<strong>끝난다</strong>" in html


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES)
def test_a_copied_formula_begins_no_block_of_html(copy: str) -> None:
    """Text behind a formula at the beginning of a line is Markdown."""
    html = html_of(parsed(f"{copy}은 **선형**이다.\n"))

    assert words(html) == "O(n)은 선형이다."


def test_a_displayed_formula_is_displayed() -> None:
    """What the other program showed on a line of its own is a display formula, and other formulas are not."""
    for name, copy in COPIES.items():
        is_display = name in {"KaTeX, display", "KaTeX on lines", "MathJax 2, display"}

        assert ('<math display="block">' in html_of(parsed(copy))) is is_display, name


def test_a_copied_formula_is_read_like_one_in_dollars() -> None:
    """The TeX of the copy is converted as that of a formula in dollars, also between lines and with Markdown in it."""
    copy = KATEX.replace("O(n)</annotation>", "a*b_1 &lt; c*\n\\\\{d\\\\}|x|</annotation>")
    copy = copy.replace(">O<", ">abcdx1<").replace(">n<", "><")

    html = html_of(parsed(f"> 가\n> {copy}\n"))

    assert html.count("<math>") == 1
    assert "<mo>&lt;</mo>" in html
    assert "<em>" not in html
    assert "xmlns" not in html


def test_the_copy_of_the_other_program_replaces_tex_that_is_not_ours() -> None:
    """TeX with a macro of the page is shown as the MathML of the copy, without its TeX."""
    html = html_of(parsed(KATEX.replace("O(n)</annotation>", "\\bigO{n}</annotation>")))

    assert words(html) == "O(n)"
    assert "annotation" not in html


def test_tex_that_nothing_can_show_is_reported() -> None:
    """The source alone with an unknown macro is code with a warning, and not nothing."""
    text = '가\n\n<script type="math/tex">\\bigO{n}</script>\n'

    result = parse(Source("content/posts/a.md", f"---\ndate: 2026-01-01\n---\n{text}".encode(), "", "k"), OPTIONS)

    assert result.value is not None
    assert [(one.code, one.location.line) for one in result.problems] == [("bad-formula", 6)]
    assert words(html_of(result.value)) == r"가 $\bigO{n}$"


def test_words_that_are_no_copy_stay() -> None:
    """An element that shows a letter or a digit that its formula lacks is left as it is."""
    for extra in ("가", "7"):
        text = KATEX.replace('aria-hidden="true">', f'aria-hidden="true">{extra}')

        assert show_once(text, ()) == text


def test_formulas_in_code_are_left() -> None:
    """HTML in a code span, a fence, indented code, `<pre>` and a script is shown as it is written."""
    for text in (
        f"`{KATEX}`",
        f"```html\n{KATEX}\n```",
        f"가\n\n    {KATEX}",
        f"<pre>{KATEX}</pre>",
        f"<script>a = '{KATEX}'</script>",
        f"<!-- {KATEX} -->",
    ):
        assert show_once(text, find_code(text)) == text


def test_a_formula_behind_code_is_found() -> None:
    """Tags in code before a formula are not taken for its own."""
    text = '`<span class="katex">` `<!--` `<pre>` ' + KATEX + " `</span>`"

    assert show_once(text, find_code(text)).count("<math>") == 1


def test_code_is_found_where_markdown_has_it() -> None:
    """An escaped backtick opens no code, and neither does one whose end is in a fence."""
    escaped = f"\\` {KATEX} ``"
    crossed = f"`a\n~~~\nb` {MATHJAX_3}\n~~~\n\n{KATEX}\n"

    assert show_once(escaped, find_code(escaped)).count("<math>") == 1
    assert show_once(crossed, find_code(crossed)) == crossed.replace(KATEX, show_once(KATEX, ()))


def test_regions_of_code_may_overlap() -> None:
    """Formulas are where they are, even if one region of code is within another."""
    assert show_once(f"`abc` {KATEX}", [(0, 5), (1, 3)]) == f"`abc` {show_once(KATEX, ())}"


def test_formulas_within_an_element_of_formulas_are_shown_each() -> None:
    """An element that contains several formulas is none, and each of them is shown."""
    html = html_of(parsed(f'가 <span class="katex">{KATEX}, {KATEX}</span> 나\n'))

    assert words(html) == "가 O(n), O(n) 나"


def test_tex_as_kramdown_writes_it_is_read() -> None:
    """The marks with which kramdown hides `<` and `&` from XML are not part of the formula."""
    html = html_of(parsed('<script type="math/tex; mode=display">% <![CDATA[\na < b %]]></script>\n'))

    assert words(html) == "a<b"


def test_capitals_that_only_the_copy_has_are_no_other_words() -> None:
    """KaTeX shows the name of LaTeX with another letter than its MathML has."""
    copy = KATEX.replace("O", "a").replace('aria-hidden="true">', 'aria-hidden="true">A')

    assert words(html_of(parsed(copy))) == "a(n)"


def test_a_page_in_html_is_read_too() -> None:
    """A page in HTML shows each formula once, also where Markdown would see indented code."""
    page = parsed(f"<div>\n\n    <p>가 {KATEX} 나</p>\n</div>\n", "content/pages/a.html")

    assert words(html_of(page)) == "가 O(n) 나"
    assert page.document.meta.summary == "가 O(n) 나"


def test_a_table_keeps_its_cells() -> None:
    """A vertical bar in a copied formula divides no cell."""
    copy = MATHJAX_3.replace("<mo>(</mo>", "<mo>|</mo>").replace("<mo>)</mo>", "<mo>|</mo>")

    html = html_of(parsed(f"|가|나|\n|-|-|\n|{copy}|다|\n"))

    assert html.count("<td>") == 2
    assert words(html) == "가 나 O|n| 다"


def test_braces_of_a_formula_are_no_tag_of_a_template() -> None:
    """`{{` in a copied formula is not read as Liquid."""
    html = html_of(parsed(MATHJAX_3.replace("<mo>(</mo>", "<mo>{{</mo>").replace("<mo>)</mo>", "<mo>}}</mo>")))

    assert words(html) == "O{{n}}"


def test_html_that_is_not_published_is_left() -> None:
    """Where settings forbid HTML, it is shown as it is written."""
    html = html_of(parsed(KATEX, options=replace(OPTIONS, dialect=Dialect(html=False))))

    assert "katex-mathml" in html


def test_reading_time_counts_a_formula_once() -> None:
    """Three hundred copied formulas take as long to read as three hundred in dollars."""
    copied = parsed(f"가 {KATEX} 나\n" * 300).document.meta.minutes
    written = parsed("가 $O(n)$ 나\n" * 300).document.meta.minutes

    assert copied == written


PIECES = [
    "`",
    "\n",
    "\n\n",
    "> ",
    "가",
    "a1",
    "</span>",
    '<span class="katex">',
    '<span class="b">',
    '<a b="c">',
    "<!--",
    "-->",
]
TEX = "O(n)</annotation>"  # which a browser does not show
HTML = re.findall(r"<[^<>]*>|[^<>]+", KATEX + MATHJAX_2)


@given(st.lists(st.sampled_from([*COPIES.values(), *PIECES, *HTML])).map("".join))
def test_no_damaged_copy_loses_a_letter_or_a_line(text: str) -> None:
    """Whatever is cut from a copy, every letter that was shown is shown, on as many lines, and nothing fails."""
    written = show_once(text, find_code(text))

    assert written.count("\n") == text.count("\n")
    assert letters(text.replace(TEX, "")) <= letters(written)
