"""A body can be placed on any page: several on one page, with separate ids and any level of headings."""

import json
import re
from urllib.parse import unquote

import pytest

from byeoru.base.codec import from_plain, to_plain
from byeoru.model.body import Body, Image
from byeoru.model.site import NO_TARGET, PRIVATE, Resolved
from byeoru.parse.markdown import Rendered
from byeoru.render.bodies import BodySources, Placement, body_html
from markdown_test import rendered

TEXT = """[TOC]

## 소개

글[^1]과 [위](#소개), [이름](#이름), [댓글](#comments), [다른 글](b.md#소개) ^[제자리]

### 둘 {.x}

![그림](a.png){#사진} [밖](https://a.kr/#소개){#밖} 문단
{: #문단}

<p id='이름'><a name="옛" href="#옛">옛</a> <label for=칸>칸</label><input id=칸><img src="b.png" id="b&amp;c"></p>

[^1]: 주석
"""


def written(result: Rendered, placement: Placement) -> str:
    """Return the HTML of a body, with references resolved as in a site."""
    own, other = placement.address, "/posts/b/#%EC%86%8C%EA%B0%9C"
    targets = [
        other if slot.target.startswith("b.md") else (own if slot.target[0] == "#" else "/") + slot.target
        for slot in result.slots
    ]
    return body_html(
        result.body,
        Resolved(tuple(targets)),
        placement,
        BodySources(lambda path: (4, 3) if path == "/a.png" else (0, 0)),
    )


def on(address: str, prefix: str = "") -> Placement:
    """Return the placement on the page at an address of a site below a path."""
    return Placement("/base", address, prefix=prefix)


def ids(html: str) -> list[str]:
    return re.findall(r' (?:id|name)="([^"]*)"', html)


def fragments(html: str) -> set[str]:
    return {unquote(one) for one in re.findall(r' (?:href="#|for=")([^"]*)"', html)}


def test_two_bodies_on_one_page_share_no_id() -> None:
    """Two bodies with the same footnotes, headings and ids can be on one page if their prefixes differ."""
    result = rendered(TEXT)
    first, second = written(result, on("/posts/a/", "p1-")), written(result, on("/posts/c/", "p2-"))
    all_ids = [*ids(first), *ids(second)]

    assert {"p1-fn:1", "p1-fnref:1", "p1-fn:2", "p1-소개", "p1-둘", "p1-이름", "p1-옛", "p1-칸"} <= set(ids(first))
    assert {"p1-사진", "p1-밖", "p1-문단", "p1-b&amp;c"} <= set(ids(first))
    assert len(all_ids) == len(set(all_ids))
    assert {"p1-소개", "p1-이름", "p1-옛", "p1-칸", "p1-fn:1", "p1-fnref:2"} <= fragments(first) <= set(ids(first))
    assert second == first.replace("p1-", "p2-").replace("/posts/a/", "/posts/c/")


def test_a_fragment_without_an_anchor_links_to_the_document() -> None:
    """On a page of several bodies, a fragment that is not an anchor of the body links to the document's page."""
    result = rendered(TEXT)

    assert 'href="#comments"' in written(result, on("/posts/a/"))
    assert 'href="/base/posts/a/#comments"' in written(result, on("/posts/a/", "p1-"))
    assert 'href="/base/posts/b/#%EC%86%8C%EA%B0%9C"' in written(result, on("/posts/a/", "p1-"))
    assert 'href="https://a.kr/#%EC%86%8C%EA%B0%9C"' in written(result, on("/posts/a/", "p1-"))


def test_without_a_prefix_a_body_is_as_its_author_wrote_it() -> None:
    """On its own page, ids have no prefix and links to them are fragments."""
    html = written(rendered(TEXT), on("/posts/a/"))

    assert '<li id="fn:1">' in html
    assert '<a href="#fn:1" id="fnref:1">1</a>' in html
    assert '<h3 id="둘" class="x">' in html
    assert '<img src="/base/a.png" width="4" height="3" alt="그림" id="사진">' in html
    assert '<img loading="lazy" decoding="async" src="/base/b.png" id="b&amp;c">' in html


def test_in_a_feed_every_anchor_is_on_the_page_of_the_post() -> None:
    """In a feed, links to footnotes lead to the site, as a feed reader shows many posts at once."""
    html = written(rendered(TEXT), Placement("https://a.kr", "/posts/a/", are_anchors_here=False))

    assert 'href="https://a.kr/posts/a/#fn:1"' in html
    assert 'href="https://a.kr/posts/a/#comments"' in html
    assert 'href="#' not in html


def test_headings_begin_where_the_page_wants_them() -> None:
    """An offset lowers every heading, down to the last level."""
    html = written(rendered("# a\n\n## b\n\n###### c\n"), Placement("", "/", heading_offset=2))

    assert re.findall(r"<(/?h\d)", html) == ["h3", "/h3", "h4", "/h4", "h6", "/h6"]


@pytest.mark.parametrize("size", [' width="3"', " height=3", ' style="max-width: 3em"', " WIDTH=3"])
def test_an_image_with_a_size_keeps_it(size: str) -> None:
    """The size of an image is added only if the author gave none."""
    html = written(rendered(f'<img src="a.png"{size}>'), on("/"))

    assert html == f'<img src="/base/a.png"{size}>'


def kinds_of_attributes(body: Body) -> list[type]:
    return [type(one) for piece in body.pieces if isinstance(piece, Image) for one in piece.attributes]


def test_a_body_survives_the_cache() -> None:
    """Pieces read from JSON are equal to the original ones, including their types."""
    body = rendered(TEXT).body
    again: Body = from_plain(Body)(json.loads(json.dumps(to_plain(Body)(body))))

    assert again == body
    assert [type(piece) for piece in again.pieces] == [type(piece) for piece in body.pieces]
    assert kinds_of_attributes(again) == kinds_of_attributes(body)


def test_an_image_that_does_not_exist_is_its_name() -> None:
    """An embedded image without a file shows its name, one of a hidden page nothing: never an empty address."""
    result = rendered("![[없는.png]] ![[숨은.png]]\n")
    resolved = Resolved((NO_TARGET, PRIVATE), ((0, "없는.png"), (1, "숨은.png")))

    page = body_html(result.body, resolved, Placement("", "/"), BodySources(lambda _: (0, 0)))

    assert page == '<p><span class="missing">없는.png</span> </p>\n'
