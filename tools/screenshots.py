"""Take the screenshots in the README from the example site, with the system's Chromium: `make screenshots`.

In:  the repository's `blog.yml` and `content/`.
Out: `docs/screenshots/*.webp`: home page, a post and the map, in light and dark mode, on desktop and phone.
Must not: access the network.
"""

import io
import sys
import tempfile
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

CHECKOUT = Path(__file__).parents[1]
sys.path.insert(0, str(CHECKOUT / "tests"))  # for the builder and the host of the tests of the example site

from judges.example import build  # noqa: E402 (see above)
from judges.host import hosted  # noqa: E402
from programs import found  # noqa: E402

FOLDER = CHECKOUT / "docs" / "screenshots"
PAGES = {"home": "/", "post": "/posts/zombie-process/", "map": "/graph/"}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SCREENS = {"desk": (1280, 800), "phone": (390, 844)}
LIMIT = 120_000  # bytes per picture


def take(browser: Browser, address: str, scheme: Literal["light", "dark"], screen: tuple[int, int]) -> bytes:
    """Return a screenshot of the top of a page, at two device pixels per CSS pixel."""
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
    """Convert a picture to WebP, with the best quality that the limit allows."""
    for quality in range(90, 20, -10):
        file = io.BytesIO()
        Image.open(io.BytesIO(picture)).convert("RGB").save(file, "WEBP", quality=quality, method=6)
        if file.tell() <= LIMIT:
            return file.getvalue()
    raise ValueError(f"no quality makes the picture smaller than {LIMIT} bytes")


def main() -> None:
    """Build and serve the site, and write the screenshots."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, hosted(build(Path(folder))) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found("chromium"), args=["--no-sandbox"])
        for name, path in PAGES.items():
            for screen, size in SCREENS.items():
                for scheme in SCHEMES:
                    file = FOLDER / f"{name}-{screen}-{scheme}.webp"
                    file.write_bytes(pack(take(browser, host + path, scheme, size)))
                    print(f"{file.relative_to(CHECKOUT)} {file.stat().st_size / 1000:.0f} KB")
        browser.close()


if __name__ == "__main__":
    main()
