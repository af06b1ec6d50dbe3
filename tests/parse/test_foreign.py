"""Template tags of other programs: how each is translated, what is unchanged, and that lines keep their numbers."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from byeoru.base.diagnostic import Location
from byeoru.parse.foreign.code import Margin, next_margin
from byeoru.parse.foreign.tags import DEEPEST, translate

JEKYLL = {
    "a block of code": ("{% highlight ruby %}\nputs 1\n{% endhighlight %}\n", "```ruby\nputs 1\n```\n"),
    "its options": (
        '{% highlight js linenos hl_lines="1 2" %}\nx\n{%- endhighlight -%}',
        '```js linenos hl_lines="1 2"\nx\n```',
    ),
    "code with fences": ("{% highlight md %}\n````\n{% endhighlight %}", "`````md\n````\n`````"),
    "code on the lines of the tags": (
        "a\n\n{% highlight js %}x;\ny;{% endhighlight %}\n\nb",
        "a\n```js\nx;\ny;\n```\nb",
    ),
    "code in a line": ("say {% highlight js %}a`b{% endhighlight %} so", "say ``a`b`` so"),
    "code without room": ("{% highlight js %}x{% endhighlight %}", "`x`"),
    "code before a text": ("{% highlight js %}\nx\n{% endhighlight %} then", "`\nx\n` then"),
    "code in an item": (
        "1. a\n\n   {% highlight sh %}\nls\n   {% endhighlight %}\n",
        "1. a\n\n   ```sh\n   ls\n   ```\n",
    ),
    "code in a quote": ("> {% highlight sh %}\n> ls\n> {% endhighlight %}\n", "> ```sh\n> ls\n> ```\n"),
    "code that has tags": (
        "{% highlight x %}\n{% foo %}{{ page.a }}\n{% endhighlight %}",
        "```x\n{% foo %}{{ page.a }}\n```",
    ),
    "the target of a post": ("[t]({% post_url os/2016-01-08-name %})", "[t](@name:2016-01-08-name)"),
    "behind the address": ("[t]({{ site.baseurl }}{% post_url 2016-01-08-a %}#b)", "[t](@name:2016-01-08-a#b)"),
    "a post": ("see {% post_url 2016-01-08-name %}", "see [name](@name:2016-01-08-name)"),
    "a post in HTML": ('<a href="{% post_url 2016-01-08-name %}">', '<a href="@name:2016-01-08-name">'),
    "a definition": ("[a]: {% post_url 2016-01-08-name %}", "[a]: @name:2016-01-08-name"),
    "a source": ("[t]({% link _posts/2016-01-08-name.md %})", "[t](@name:2016-01-08-name)"),
    "a file": ("[t]({% link assets/x.pdf %})", "[t](/assets/x.pdf)"),
    "a file with blanks": ("a {% link assets/a b.pdf %}", "a "),
    "a figure": ('{% include figure.html src=\'/a.png\' alt="b" caption="c" %}', '![b](/a.png "c")'),
    "a figure of two lines": ('{% include figure\n  image_path="/a.png" %}\nb', "![](/a.png)\n\nb"),
    "an image": ('{% include image.html url="/a b.png" description="d" %}', '![d](</a b.png> "d")'),
    "a video": ("{% include embed/youtube.html id='X_-1' %}", "https://www.youtube.com/watch?v=X_-1"),
    "a provider": ('{% include video id="1" provider="vimeo" %}', "https://vimeo.com/1"),
    "a video in a text": ("see {% youtube X %}", "see <https://www.youtube.com/watch?v=X>"),
    "a gist": ("{% gist user/a1 %}", "https://gist.github.com/user/a1"),
    "a gist in an item": ("- {% gist a1 b.rb %}", "- https://gist.github.com/a1"),
    "a comment": ("a\n{% comment %}\nb {% foo %}\n{% endcomment %}\nc", "a\n\n\n\nc"),
    "the address": (
        '![]({{ site.url }}{{site.baseurl}}/a.png) <img src="{{ site.baseurl }}/b.png">',
        '![](/a.png) <img src="/b.png">',
    ),
    "the address alone": ("[h]({{ site.url }})", "[h](/)"),
    "this page": ("[h]({{ page.url }}#a) [i]({{ page.url }})", "[h](#a) [i](#)"),
    "a path": ('![]({{ "/a b.png" | relative_url }})', "![](/a%20b.png)"),
    "a path without a slash": ("![]({{ 'a.png' | absolute_url }})", "![](/a.png)"),
    "an old path": ('<img src="{{ "/a.png" | prepend: site.baseurl | prepend: site.url }}">', '<img src="/a.png">'),
    "kramdown": ("* toc\n{:toc}\n{: .a}", "* toc\n{:toc}\n{: .a}"),
}

HEXO = {
    "a block of code": (
        "{% codeblock 제목 lang:js http://a.kr 글 mark:1 %}\nx\n{% endcodeblock %}",
        '```js title="제목 글" url="http://a.kr" mark:1\nx\n```',
    ),
    "a title alone": ("{% code _config.yml %}\nx\n{% endcode %}", '```text title="_config.yml"\nx\n```'),
    "no arguments": ("{% codeblock %}\nx\n{% endcodeblock %}", "```\nx\n```"),
    "a picture": ("{% asset_img a.png %}", "![](a.png)"),
    "a picture with a title": ("{% asset_img 그림.PNG 낮 잠 %}", '![낮 잠](그림.PNG "낮 잠")'),
    "a picture with everything": ('{% asset_img left a.png 300 20% "t" "d" %}', '![d](a.png "t"){width=300}'),
    "a picture with double quotes": ("""{% img /a.png '"t" "d"' %}""", '![d](/a.png "t")'),
    "a picture without blanks": ("{% asset_img a.png 끝%}", '![끝](a.png "끝")'),
    "a path": ('<img src="{% asset_path a b.png %}">', '<img src="a%20b.png">'),
    "a file": ("{% asset_link a.pdf 읽기 a=b %}", "[읽기 a=b](a.pdf)"),
    "a post": ('{% post_link dir/name "제목 [1]" true %}', "[제목 \\[1\\]](@name:name)"),
    "a post without a title": ("{% post_link name#a %}", "[name](@name:name#a)"),
    "an address of a post": ("[a]({% post_path name %})", "[a](@name:name)"),
    "a link": ("{% link 벼루 공방 https://a.kr true %}", "[벼루 공방](https://a.kr)"),
    "a quote": ("{% blockquote %}\n글\n\n둘\n{% endblockquote %}\n", ">\n> 글\n>\n> 둘\n\n"),
    "a quote of somebody": (
        "{% quote 김, 책 http://a.kr 쪽 %}\n글\n{% endquote %}\n",
        ">\n> 글\n> — 김, 책, [쪽](http://a.kr)\n",
    ),
    "a quote before a text": ("{% quote 김 %}\n글\n{% endquote %}\n다음", ">\n> 글 — 김\n\n다음"),
    "a quote of one line": ("{% quote 김 %}글{% endquote %}", "> 글 — 김"),
    "a quote in a line": ("가 {% cq %}글{% endcq %} 나", "가 글 나"),
    "a note": ("{% note warning 제목 %}\n글\n{% endnote %}\n다음", "> [!WARNING] 제목\n> 글\n\n다음"),
    "a note of one line": ("a\n\n{% note %}글{% endnote %}\n", "a\n> [!NOTE]\n> 글\n"),
    "a note without room": ("{% note %}글{% endnote %}\n", "> [!NOTE] 글\n"),
    "a note of Butterfly": ("{% note red 'fas fa-bell' flat %}\n글\n{% endnote %}", "> [!CAUTION]\n> 글\n"),
    "a note in an item": ("- a\n\n  {% note %}\n  b\n  {% endnote %}\n", "- a\n\n  > [!NOTE]\n  > b\n\n"),
    "notes in a note": (
        "{% note %}\n{% note tip %}\na\n{% endnote %}\n{% endnote %}\n",
        "> [!NOTE]\n> > [!TIP]\n> > a\n>\n\n",
    ),
    "code in a note": ("{% note %}\n```\n{% foo %}\n```\n{% endnote %}", "> [!NOTE]\n> ```\n> {% foo %}\n> ```\n"),
    "a frame": ("{% iframe https://a.kr/b %}", "<https://a.kr/b>"),
    "a video": ("{% youtube X %}\n{% vimeo 1 %}", "https://www.youtube.com/watch?v=X\nhttps://vimeo.com/1"),
    "the end of a summary": ("a\n<!-- more -->\nb", "a\n<!-- more -->\nb"),
}

HUGO = {
    "a figure": ('{{< figure src="a.png" alt="b" caption="c" width=3 >}}', '![b](a.png "c"){width=3}'),
    "a figure with a link": (
        '{{< figure src="a.png" title="t" caption="c" link="/x" />}}',
        '[![t — c](a.png "t — c")](/x)',
    ),
    "a source": ('[t]({{< ref "x.md#f" >}}) {{< relref "p/x.md" >}}', "[t](x.md#f) [x](p/x.md)"),
    "a name": ("[t]({{% ref name %}})", "[t](@name:name)"),
    "a path": (
        '[t]({{< ref path="/p/x.md" >}}) [u]({{< ref "/p/y#f" >}}) [v]({{< ref "#g" >}})',
        "[t](/p/x) [u](/p/y#f) [v](#g)",
    ),
    "a block of code": (
        '{{< highlight go "linenos=table" >}}\nx\n{{< / highlight >}}',
        "```go {linenos=table}\nx\n```",
    ),
    "code without options": ("{{< highlight go >}}\nx\n{{< /highlight >}}", "```go\nx\n```"),
    "a video": (
        '{{< youtube X >}}\n{{< youtube id="Y" >}}\n{{< vimeo 1 >}}',
        "https://www.youtube.com/watch?v=X\nhttps://www.youtube.com/watch?v=Y\nhttps://vimeo.com/1",
    ),
    "a gist": ("{{< gist u a1 >}}", "https://gist.github.com/u/a1"),
    "a post on X": ('{{< tweet user="u" id="1" >}}\n{{< x 2 >}}', "https://x.com/u/status/1\nhttps://x.com/i/status/2"),
    "a notice": ("{{% notice info %}}\n글\n{{% /notice %}}", "> [!NOTE]\n> 글\n"),
    "a callout": ('{{< callout type="warning" title="제목" >}}\n글\n{{< /callout >}}', "> [!WARNING] 제목\n> 글\n"),
    "an alert": ('{{< alert "circle-info" >}}\n글\n{{< /alert >}}', "> [!NOTE]\n> 글\n"),
    "an admonition": ('{{< admonition tip "제목" true >}}\n글\n{{< /admonition >}}', "> [!TIP] 제목\n> 글\n"),
    "details": ('{{% details "Note" %}}\n글\n{{% /details %}}', "> [!NOTE] Note\n> 글\n"),
    "a box without a text": ('{{< alert text="글" />}}', "> [!NOTE] 글"),
    "a commented shortcode": ("`{{</* figure */>}}` {{%/* ref a */%}}", "`{{< figure >}}` {{% ref a %}}"),
    "one in a fence": ("```\n{{</* ref a */>}}\n```", "```\n{{< ref a >}}\n```"),
}

STAYS = [
    "```\n{% foo %} {{ page.a }}\n```\n",
    "   ~~~\n{% asset_img a.png %}\n   ~~~\n",
    "- a\n\n  ```\n  {% foo %}\n  ```\n",
    "> ```\n> {% foo %}\n> ```\n",
    "a\n\n    {% asset_img a.png %}\n",
    "`{% foo %}` and ``{{ page.a }} ` {% note %}``",
    "`two\n{% foo %} lines`",
    "`{% raw %}` and `{% endraw %}`",
    "{{ message }} {{ a + b }} {{ .Title }} {{}} {{ x",
    "{% %} {%= ejs %} {% a",
    "50{%, {{< , {{% ",
]


def translated(text: str) -> str:
    """Translate a text of a post."""
    return translate(text, 1, "a.md")[0]


def problems_of(text: str) -> list[tuple[str, str, str]]:
    """Return the location, code and name of each problem of a text that begins on the fifth line of its file."""
    return [
        (str(problem.location), problem.code, problem.argument("name")) for problem in translate(text, 5, "a.md")[1]
    ]


def html(text: str) -> str:
    """Return the HTML of a text."""
    return str(MarkdownIt("commonmark", {"html": True}).render(translated(text)))


@pytest.mark.parametrize(("text", "expected"), JEKYLL.values(), ids=JEKYLL.keys())
def test_tags_of_jekyll(text: str, expected: str) -> None:
    """Tags of Jekyll are translated to Markdown with the same meaning."""
    assert translated(text) == expected


@pytest.mark.parametrize(("text", "expected"), HEXO.values(), ids=HEXO.keys())
def test_tags_of_hexo(text: str, expected: str) -> None:
    """Tags of Hexo are translated to Markdown with the same meaning."""
    assert translated(text) == expected


@pytest.mark.parametrize(("text", "expected"), HUGO.values(), ids=HUGO.keys())
def test_shortcodes_of_hugo(text: str, expected: str) -> None:
    """Shortcodes of Hugo are translated to Markdown with the same meaning."""
    assert translated(text) == expected


@pytest.mark.parametrize("text", STAYS)
def test_code_and_lone_braces_stay(text: str) -> None:
    """Tags in code, and braces that are not tags, are unchanged and cause no warning."""
    assert translate(text, 1, "a.md") == (text, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% raw %}{{ page.a }}{% endraw %}", "{{ page.a }}"),
        ("`{% raw %}{{ page.a }}{% endraw %}`", "`{{ page.a }}`"),
        ("```\n{% raw %}\n{{ a }}{% foo %}\n{% endraw %}\n```", "```\n\n{{ a }}{% foo %}\n\n```"),
        (
            "{% raw %}\n```\n{% foo %}\n```\n{% endraw %}\n{% youtube X %}",
            "\n```\n{% foo %}\n```\n\nhttps://www.youtube.com/watch?v=X",
        ),
        ("{%- raw -%}{{</* a */>}}{%- endraw -%}{{</* b */>}}", "{{</* a */>}}{{< b >}}"),
    ],
)
def test_raw_is_read_before_markdown(text: str, expected: str) -> None:
    """`raw` marks are removed, also in code, and nothing between them is a tag."""
    assert translate(text, 1, "a.md") == (expected, ())


def test_an_unknown_tag_is_dropped_and_reported_once_per_name() -> None:
    """No unknown tag is shown; each name is reported once, and an end tag not in addition to its start tag."""
    text = "{% raw %}가{% endraw %} {% foo a,\nb %}\n{% endfoo %} {% foo %}\n나 {{< param x >}} {{% param x %}} {{ page.title }}\n"

    assert problems_of(text) == [
        ("a.md:5:24", "unknown-tag", "{% foo %}"),
        ("a.md:8:3", "unknown-tag", "{{< param >}}"),
        ("a.md:8:35", "unknown-tag", "{{ page.title }}"),
    ]
    assert translated(text) == "가 \n\n \n나   \n"
    assert [problem.argument("count") for problem in translate(text, 1, "a.md")[1]] == ["2", "2", "1"]
    assert translate("a {% nobody x %}", 1, "a.md")[1][0].location == Location("a.md", 1, 3, 14)


def test_a_block_that_never_ends_is_dropped() -> None:
    """The tag of an unclosed block is dropped and reported, and the tags inside it are translated."""
    text = "{% note %}\n{% quote %}\n{% asset_img a.png %}\n{% endnote %}\n{% highlight js %}\n{% raw %}\n{{< alert >}}"

    assert translated(text) == "> [!NOTE]\n>\n> ![](a.png)\n\n\n\n"
    assert problems_of(text) == [
        ("a.md:6:1", "unclosed-tag", "{% quote %}"),
        ("a.md:9:1", "unclosed-tag", "{% highlight %}"),
        ("a.md:10:1", "unclosed-tag", "{% raw %}"),
        ("a.md:11:1", "unclosed-tag", "{{< alert >}}"),
    ]


def test_an_end_without_a_beginning_is_dropped() -> None:
    """An end tag without a start tag is dropped and reported."""
    assert translated("{% endnote %} {{< /alert >}}").strip() == ""
    assert problems_of("{% endnote %} {{< /alert >}}") == [
        ("a.md:5:1", "unknown-tag", "{% endnote %}"),
        ("a.md:5:15", "unknown-tag", "{{< /alert >}}"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '{% img x.png "<script>alert(1)</script>" %}',
        '{% img "x.png>)<script>" "](y)<script>" %}',
        "{% img x.png '\" onerror=x> <script>' %}",
        '{% post_link a "](b) <script>" %}',
        '<a href="{% post_link \'x"><script>\' %}">',
        "[a]({{ '/)<script>' | relative_url }})",
        '{% youtube "X><script>" %} {% iframe "https://a.kr/><script>" %}',
        "{% note info <script> %}\na\n{% endnote %}",
        "{% quote <script> http://a.kr <script> %}\na\n{% endquote %}",
        "{% codeblock ```<script> %}\na\n{% endcodeblock %}",
        '{{< figure src="a" link="b)<script>" caption="`<script>" >}}',
    ],
)
def test_no_argument_becomes_html(text: str) -> None:
    """No argument of a tag becomes an HTML element."""
    shown = html(text)

    assert "<script" not in shown
    assert "onerror=x>" not in shown
    assert translated(text) != text


def test_values_stay_what_they_are() -> None:
    """Brackets, quotes, spaces and parentheses in arguments are literal."""
    shown = html('{% include figure src="/a (1) [b].png" alt="x] *y* _z_ `c`" caption="say \\"hi\\" <b>" %}')

    assert 'alt="x] *y* _z_ `c`"' in shown
    assert 'title="say &quot;hi&quot; &lt;b&gt;"' in shown


def test_deep_quotes_end_somewhere() -> None:
    """A block nested beyond the depth limit is none, as each level would rewrite all its lines; its text stays."""
    text = "{% note %}\n" * (DEEPEST + 2) + "글\n" + "{% endnote %}\n" * (DEEPEST + 2)

    assert "> " * DEEPEST + "글" in translated(text)
    assert "{%" not in translated(text)
    assert text.count("\n") == translated(text).count("\n")


def test_headings_and_lists_tell_code_from_text() -> None:
    """Four spaces begin code after a heading, but a paragraph inside a list item."""
    assert next_margin(next_margin(Margin(), "# a"), "    b").is_code
    assert not next_margin(next_margin(next_margin(Margin(), "1. a"), ""), "    b").is_code
    assert translated("   + a\n\n     {% asset_img b.png %}\n") == "   + a\n\n     ![](b.png)\n"


SCRAPS = st.sampled_from(
    [
        "{% note info T %}", "{% endnote %}", "{% quote A http://x.kr t %}", "{% endquote\n%}", "{% highlight js %}",
        "{% endhighlight %}", "{% codeblock a lang:js %}", "{% endcodeblock %}", "{% raw %}", "{% endraw %}",
        "{% comment %}", "{% endcomment %}", "{% include figure\n src='x'\n %}", "{% post_url 2016-01-01-x %}",
        "{% foo\n a %}", "{{ site.url }}", '{{ "/x" | relative_url }}', '{{< figure src="a b" >}}', "{{</* x */>}}",
        "{{% notice tip %}}", "{{% /notice %}}", "{{< highlight go >}}", "{{< /highlight >}}", "{{< callout />}}",
        "{%", "%}", "{{", "}}", ">}}", "`", "```", "\n```\n", "~~~\n", "> ", "- ", "1. ", "# ", "    ", "\n", "\n\n",
        " ", "/", "[a](", ")", "\\", '"', "'", "글",
    ]
)  # fmt: skip


@given(st.lists(SCRAPS, max_size=30).map("".join) | st.text())
def test_every_line_stays_where_it_is(text: str) -> None:
    """Translation never changes the number of lines, even for malformed tags."""
    assert translated(text).count("\n") == text.count("\n")


@given(st.lists(SCRAPS, max_size=30).map("".join))
def test_no_word_is_lost(text: str) -> None:
    """Words outside of tags are kept, except those of comments."""
    if "comment" not in text:
        assert translated(text).count("글") == text.count("글")


@given(st.text(st.characters(exclude_characters="{")))
def test_a_text_without_braces_is_returned_itself(text: str) -> None:
    """A text without braces is returned without being scanned."""
    assert translate(text, 1, "a.md")[0] is text


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "{% " * (10 * n),
        lambda n: "{{< " * (10 * n),
        lambda n: "{{ '" * (10 * n),
        lambda n: "{{</* " * (10 * n),
        lambda n: "{%" + " " * (10 * n),
        lambda n: "{% note %}\n" * n,
        lambda n: "{% note %}" * (n // 2) + "{% endnote %}" * (n // 2),
        lambda n: "{% note %}{% quote %}" * (n // 2) + "{% endnote %}" * (n // 2),
        lambda n: "{% highlight x %}" * n,
        lambda n: "{% raw %}" * (10 * n),
        lambda n: "{% endnote %}" * (3 * n),
        lambda n: "{{ site.url }}/" * (3 * n),
        lambda n: "[a](" * (3 * n) + "{% post_url x %}" * (3 * n),
        lambda n: "{% x" + "\n a" * (5 * n),
        lambda n: "> " * (5 * n) + "- " * (5 * n) + "{% x %}",
        lambda n: "{% img " + "\"'" * (5 * n) + "%}",
        lambda n: '{{ "x" |' + " " * (10 * n) + " x }}",
        lambda n: "".join(f"{{% x{number} %}}\n" for number in range(3 * n)),
        lambda n: "".join("`" * (number % 300) + " " for number in range(n // 3)) + "{%",
    ],
    ids=lambda make: make(1000)[:20],
)
@pytest.mark.parametrize("size", [1000, pytest.param(10_000, marks=pytest.mark.slow)])
def test_hostile_texts_end_with_all_their_lines(make: Callable[[int], str], size: int) -> None:
    """A malicious text of several hundred thousand characters is processed and keeps its number of lines."""
    text = make(size)

    assert translated(text).count("\n") == text.count("\n")
