"""Put the preview's script into a page as it is sent; the file in the folder stays what would be published."""

import html
import re

PREFIX = "/__byeoru__"  # the addresses of the preview itself; no published page has them
_PLACES = [re.compile(rb"<%s(?:\s[^>]*)?>" % name, re.IGNORECASE) for name in (b"head", b"html", b"!doctype")]


def insert_client(page: bytes, **values: object) -> bytes:
    """Return *page* with the script at the beginning of its head, told *values*: run, build, base, path and token.

    There it runs before the scripts of the theme, and sees the page as it was sent.

    >>> insert_client(b"<head><title>", run="r", build=3)
    b'<head><script type="module" src="/__byeoru__/client.js" data-run="r" data-build="3"></script><title>'
    """
    data = " ".join(f'data-{name}="{html.escape(str(value))}"' for name, value in values.items())
    script = f'<script type="module" src="{PREFIX}/client.js" {data}></script>'.encode()
    at = next((found.end() for place in _PLACES if (found := place.search(page))), 0)
    return page[:at] + script + page[at:]
