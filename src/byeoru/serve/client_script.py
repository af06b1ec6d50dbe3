"""Insert the client script into a page when it is sent; the file on disk stays as it would be published."""

import html
import re

PREFIX = "/__byeoru__"  # of the preview's own routes; no published page has such an address
_INSERT_AFTER = [re.compile(rb"<%s(?:\s[^>]*)?>" % name, re.IGNORECASE) for name in (b"head", b"html", b"!doctype")]


def insert_client(page: bytes, **values: object) -> bytes:
    """Return *page* with the script at the start of its head, and *values* as its data attributes.

    At this position it runs before the scripts of the theme, and sees the page as it was sent.

    >>> insert_client(b"<head><title>", run="r", build=3)
    b'<head><script type="module" src="/__byeoru__/client.js" data-run="r" data-build="3"></script><title>'
    """
    data = " ".join(f'data-{name}="{html.escape(str(value))}"' for name, value in values.items())
    script = f'<script type="module" src="{PREFIX}/client.js" {data}></script>'.encode()
    position = next((match.end() for pattern in _INSERT_AFTER if (match := pattern.search(page))), 0)
    return page[:position] + script + page[position:]
