"""Put the preview's script into a page as it is sent; the file in the folder stays what would be published."""

import html
import re

ROOM = "/__byeoru__"  # the addresses of the preview itself; no published page has them
_END = re.compile(rb"</body\s*>", re.IGNORECASE)


def with_client(page: bytes, run: str, number: int, token: str) -> bytes:
    """Return *page* with the script before the end of its body, told from which build of which run it is.

    >>> with_client(b"<p>a</p></body></html>", "r", 3, "t")
    b'<p>a</p><script type="module" src="/__byeoru__/client.js" data-run="r" data-build="3" data-token="t"></script></body></html>'
    """
    values = {"run": run, "build": number, "token": token}
    data = " ".join(f'data-{name}="{html.escape(str(value))}"' for name, value in values.items())
    script = f'<script type="module" src="{ROOM}/client.js" {data}></script>'.encode()
    ends = list(_END.finditer(page))
    at = ends[-1].start() if ends else len(page)
    return page[:at] + script + page[at:]
