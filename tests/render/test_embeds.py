"""A page shows the texts that it embeds as parts of itself, and what they say leads to where they stand."""

import gc
import re
import weakref
from types import SimpleNamespace
from typing import Any

import pytest

from byeoru.render.embeds import Embeds
from site_test import SiteTest

NOTE = """# 나

글[^1] [다](c.md)

## 정의

정의다[^2]. ^def

### 아래

끝 [위](#정의)

## 다음

- 하나
- 둘[^1] ^item

[^1]: 첫째 [다](c.md)
[^2]: 둘째
"""


def shown(site: SiteTest, text: str, note: str = NOTE) -> str:
    """Return the body of a note of a *text*, beside the notes `b` and `c`."""
    site.write("content/notes/a.md", text)
    site.write("content/notes/b.md", note)
    site.write("content/notes/c.md", "# 다\n\n글\n")
    site.build().must_succeed()
    return body_of(site, "notes/a")


def body_of(site: SiteTest, path: str) -> str:
    found = re.search(r'<div class="prose">\s*(.*?)\s*</div>\s*</article>', site.page(f"{path}/index.html"), re.DOTALL)
    assert found
    return found[1]


def test_a_section_is_shown_with_its_footnotes_and_a_link_to_its_page(site: SiteTest) -> None:
    """A section ends where the next of its rank begins; its footnotes follow it with their numbers, and no others."""
    html = shown(site, "## 위\n\n![[b#정의]]\n")

    assert html.count("<section") == 2
    assert '<section class="embed" data-from="/notes/b/#%EC%A0%95%EC%9D%98">\n<h3>정의</h3>' in html
    assert '<p>끝 <a href="/notes/b/#%EC%A0%95%EC%9D%98">위</a></p>' in html
    assert '<a href="#e1-fn:2" id="e1-fnref:2">2</a>' in html
    assert '<li id="e1-fn:2" value="2"><p>둘째 <a href="#e1-fnref:2" ' in html
    assert "첫째" not in html
    assert "다음" not in html
    assert re.search(r'<p class="embed-source"><a href="/notes/b/#%EC%A0%95%EC%9D%98">[^<]+</a></p>\n</section>$', html)


def test_a_whole_text_is_shown_with_all_its_footnotes(site: SiteTest) -> None:
    """All footnotes of a text come with it, and its list of them stands once."""
    html = shown(site, "![[b]]\n")

    assert html.count('class="footnotes"') == 1
    assert [*re.findall(r'<li id="(e1-fn:\d)"', html)] == ["e1-fn:1", "e1-fn:2"]


def test_ids_of_an_embedded_text_are_not_on_the_page(site: SiteTest) -> None:
    """What links to a heading or a block leads to its own page; only footnotes have ids, and no two the same."""
    html = shown(site, "## 정의\n\n![[b]]\n\n![[b]]\n\n![[b#^def]]\n\n글[^1]\n\n[^1]: 여기\n")

    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert {one for one in ids if "fn" not in one} == {"정의"}
    assert {one.partition("-")[0] for one in ids if one.startswith("e")} == {"e1", "e2", "e3"}


def test_headings_sink_below_that_of_the_page(site: SiteTest) -> None:
    """The highest heading of an embedded text is one rank below the one that it stands under, at any depth."""
    site.write("content/notes/d.md", "## 라\n\n![[b#정의]]\n")
    html = shown(site, "## 위\n\n### 더 위\n\n![[b]]\n\n![[d]]\n")

    ranks = [int(rank) for rank in re.findall(r"<h(\d)>(?:정의|아래|다음|라)", html)]
    assert ranks == [4, 5, 4, 4, 5, 6]


def test_a_reference_to_a_footnote_of_an_earlier_part_leads_back_here(site: SiteTest) -> None:
    """Of a footnote with several references, only the way back to one that is shown is there."""
    html = shown(site, "![[b#^item]]\n")

    assert "<ul>\n<li>둘" in html
    assert re.findall(r'href="#(e1-fnref:[^"]+)"', html) == ["e1-fnref:1-2"]
    assert re.findall(r'id="(e1-fnref:[^"]+)"', html) == ["e1-fnref:1-2"]


@pytest.mark.parametrize(
    "block", ["정의다[^2]. ^def", "**정의**`다`. ^def", "> 정의다.\n\n^def", "정의다<!-- 말 -->. ^def"]
)
def test_in_a_cell_only_words_are_shown(site: SiteTest, block: str) -> None:
    """A cell shows the words of a block in one line, without its footnotes and its markup."""
    html = shown(site, "|칸|\n|-|\n|![[b#^def]]|\n", f"{block}\n\n[^2]: 둘째\n")

    assert '<td><span class="embed" data-from="/notes/b/#%5Edef">정의다.</span></td>' in html


def test_words_stay_text(site: SiteTest) -> None:
    """Words in a cell are escaped as in their text."""
    html = shown(site, "|칸|\n|-|\n|![[b#^def]]|\n", '`<script>` &amp; \\<b> ![그 "림"](x.png) ^def\n')

    assert "&lt;script&gt; &amp; &lt;b&gt; 그 &quot;림&quot;</span>" in html


def test_references_are_those_of_the_embedded_text(site: SiteTest) -> None:
    """A relative link and a picture of an embedded text lead where they lead on its own page."""
    site.write("content/notes/깊은/d.md", "[글](e.md) ![그림](p.png)\n")
    site.write("content/notes/깊은/e.md", "# 마\n")
    site.write("content/notes/깊은/p.png", b"png")
    html = shown(site, "![[d]]\n")

    assert '<a href="/notes/%EA%B9%8A%EC%9D%80/e/">글</a>' in html
    assert 'src="/notes/%EA%B9%8A%EC%9D%80/p.png"' in html


def test_notes_that_embed_each_other_end_in_a_link(site: SiteTest) -> None:
    """The second time a text would be shown within itself, there is a link, and a warning at its place."""
    site.write("content/notes/d.md", "라\n\n![[e]]\n")
    site.write("content/notes/e.md", "마\n\n![[d]]\n")

    built = site.build().must_succeed()

    html = body_of(site, "notes/d")
    assert (html.count("<p>라</p>"), html.count("<p>마</p>")) == (1, 1)
    assert '<p><a href="/notes/d/">' in html
    assert [problem for problem in built.problems if "embed" in problem] == [
        "content/notes/d.md:3:4 embed-cycle",
        "content/notes/e.md:3:4 embed-cycle",
    ]


def test_a_note_shows_its_own_section_elsewhere(site: SiteTest) -> None:
    """A note can embed its own section, and itself only as a link with a warning, whether others embed it or not."""
    html = shown(site, "## 절\n\n글이다\n\n## 둘\n\n![[#절]]\n")
    site.write("content/notes/d.md", "![[d]]\n")
    built = site.build()

    assert html.count("<p>글이다</p>") == 2
    assert '<section class="embed" data-from="/notes/a/#%EC%A0%88">' in html
    assert "content/notes/d.md:1:4 embed-cycle" in built.problems
    assert "backlinks" not in site.page("notes/a/index.html")


def test_hidden_and_missing_notes_show_nothing(site: SiteTest) -> None:
    """An embed of a draft shows nothing of it, and one of a missing note its name."""
    site.write("content/notes/비밀.md", "---\ndraft: true\n---\n아무도 모르는 말\n")
    html = shown(site, "![[비밀]]\n\n![[비밀#절]]\n\n![[없는 글]]\n")

    assert "아무도" not in html
    assert '<p><span class="missing">없는 글</span></p>' in html


def test_a_feed_shows_embedded_texts(site: SiteTest) -> None:
    """The text of a post in a feed includes what it embeds, without ids, with absolute addresses."""
    site.write("content/posts/p.md", "---\ndate: 2026-01-01\n---\n![[b#정의]]\n")
    shown(site, "글\n")

    feed = site.page("feed.xml")
    assert "정의다" in feed
    assert '&lt;section class="embed" data-from="https://example.com/notes/b/#' in feed
    assert '&lt;a href="https://example.com/notes/b/#fn:2"&gt;2&lt;/a&gt;' in feed
    assert "id=" not in feed.partition("&lt;section")[2].partition("</content>")[0]


def test_search_finds_a_text_where_it_stands(site: SiteTest) -> None:
    """The search index has the words of an embedded text for its own page alone."""
    site.write("content/notes/d.md", "유일한낱말\n")
    shown(site, "![[b]]\n", "특이한낱말\n")

    shards = "".join(data.decode() for path, data in site.files().items() if path.startswith("search/ko/"))
    alone, embedded = (re.findall(rf"^{word}\t(.*)$", shards, re.MULTILINE) for word in ("유일한낱말", "특이한낱말"))
    assert [len(postings) for postings in embedded] == [len(postings) for postings in alone] != []


def test_sounds_and_films_are_played_and_other_files_tell_their_size(site: SiteTest) -> None:
    """A file is a player where a browser has one, else a link with its size; without scripts, and with a way to it."""
    site.write("content/notes/소리.mp3", b"x" * 10)
    site.write("content/notes/표.pdf", b"x" * 2_512_345)
    site.write("content/notes/film.mp4", b"x")
    html = shown(site, "![[소리.mp3]] ![[표.pdf#page=3]] ![[film.mp4|영화]] ![[없다.pdf]]\n")

    sound = "/notes/%EC%86%8C%EB%A6%AC.mp3"
    assert f'<audio controls preload="metadata" src="{sound}"><a href="{sound}">소리.mp3</a></audio>' in html
    assert '<a href="/notes/%ED%91%9C.pdf#page=3">표.pdf</a> <small class="file-size">(2.5 MB)</small>' in html
    assert '<video controls preload="metadata" src="/notes/film.mp4"><a href="/notes/film.mp4">영화</a></video>' in html
    assert '<span class="missing">없다.pdf</span>' in html


def test_a_larger_file_changes_the_pages_that_tell_its_size(site: SiteTest) -> None:
    """The size beside a link is that of the file as it is published."""
    site.write("content/notes/표.pdf", b"x")
    assert "(1 B)" in shown(site, "![[표.pdf]]\n")
    site.write("content/notes/표.pdf", b"x" * 1234)

    assert "notes/a/index.html" in site.build().made
    assert "(1 KB)" in body_of(site, "notes/a")


def test_a_page_is_freed_as_soon_as_it_is_rendered() -> None:
    """The bodies of a page do not wait for the garbage collector, which a worker runs rarely."""
    page: Any = SimpleNamespace(document=SimpleNamespace(path="note.md"))
    trace: Any = None
    embeds = Embeds(page, lambda _: pytest.fail("nothing is shown"), trace)
    sources = embeds.sources
    freed = weakref.ref(embeds)

    gc.disable()
    del embeds, sources
    is_freed = freed() is None
    gc.enable()

    assert is_freed
