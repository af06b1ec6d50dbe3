"""Take the pictures of README from the example site, with the system's Chromium: `make screenshots`.

In:  the repository's `blog.yml` and `content/`.
Out: `docs/screenshots/*.webp`: home and a post, by day and by night, on a desk and on a phone.
Must not: ask a network, or show a page that the site does not have.
"""

import io
import sys
import tempfile
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

CHECKOUT = Path(__file__).parents[1]
sys.path.insert(0, str(CHECKOUT / "tests"))  # builder and host are those that the tests of the example site use

from judges.example import build  # noqa: E402 (see above)
from judges.host import hosted  # noqa: E402
from judges.judges_here import BROWSERS, program  # noqa: E402

PLACE = CHECKOUT / "docs" / "screenshots"
PAGES = {"home": "/", "post": "/posts/zombie-process/"}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SCREENS = {"desk": (1280, 800), "phone": (390, 844)}
LIMIT = 120_000  # bytes a picture


def take(browser: Browser, address: str, scheme: Literal["light", "dark"], screen: tuple[int, int]) -> bytes:
    """Return a picture of what a reader sees first, with two dots a pixel."""
    width, height = screen
    context = browser.new_context(
        viewport={"width": width, "height": height}, device_scale_factor=2, color_scheme=scheme, locale="ko-KR"
    )
    with context:
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        page.evaluate("() => document.fonts.ready")
        return page.screenshot()


def pack(picture: bytes) -> bytes:
    """Make a picture WebP, as good as its limit allows."""
    for quality in range(90, 20, -10):
        file = io.BytesIO()
        Image.open(io.BytesIO(picture)).convert("RGB").save(file, "WEBP", quality=quality, method=6)
        if file.tell() <= LIMIT:
            return file.getvalue()
    raise ValueError(f"no quality makes the picture smaller than {LIMIT} bytes")


def main() -> None:
    """Build, serve, take and write."""
    PLACE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, hosted(build(Path(folder))) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(*BROWSERS), args=["--no-sandbox"])
        for name, path in PAGES.items():
            for screen, size in SCREENS.items():
                for scheme in SCHEMES:
                    file = PLACE / f"{name}-{screen}-{scheme}.webp"
                    file.write_bytes(pack(take(browser, host + path, scheme, size)))
                    print(f"{file.relative_to(CHECKOUT)} {file.stat().st_size / 1000:.0f} KB")
        browser.close()


if __name__ == "__main__":
    main()
