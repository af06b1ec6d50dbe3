"""The order in which the preview builds: what is looked at first, the rest before anyone can see that it is old."""

from collections.abc import Callable

from serve.preview import Preview, wait_for

Serve = Callable[..., Preview]


def test_a_request_for_a_list_waits_for_the_titles_that_pages_show(serve: Serve) -> None:
    """As soon as a page has a new title, every list has it, however soon the request comes."""
    preview = serve()
    for number in range(5):
        preview.edit("content/posts/a.md", "title: ", f"title: {number}")
        wait_for(lambda: f"<h1>{number}" in preview.get("/posts/a/")[1].decode(), "new title")

        assert f">{number}" in preview.get("/archive/")[1].decode()
    assert not preview.has_crashed()
