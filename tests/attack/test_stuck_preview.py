"""In the preview, an endless template and a broken one are reported, and block neither the server nor Ctrl-C."""

import json
import time
from collections.abc import Iterator

import pytest

from serve.preview import Preview, wait_for
from site_test import SiteTest

pytestmark = pytest.mark.slow  # `.ci/run` runs it

ENDLESS = "{% for a in [1] * 9999 %}{% for b in [1] * 9999 %}{% if page.related and site.menu %}{% endif %}{% endfor %}{% endfor %}"


@pytest.fixture
def preview(site: SiteTest) -> Iterator[Preview]:
    """Return the preview of a site with two posts."""
    for name in "ab":
        site.write(f"content/posts/{name}.md", f"---\ntitle: {name}\ndate: 2026-01-01\n---\n글\n")
    begun = Preview(site)
    yield begun
    begun.close()


def codes(preview: Preview) -> list[str]:
    """Return the codes of the problems that the overlay shows."""
    status, body = preview.get("/__byeoru__/problems")
    assert status == 200
    return [one["code"] for one in json.loads(body)["problems"]]


def test_an_endless_template_does_not_block_the_server(preview: Preview) -> None:
    """The server responds during the build; then the problem is shown, and the old pages are still served."""
    preview.site.write("templates/post.html", ENDLESS)
    slowest = 0.0
    while "template-limit" not in codes(preview):
        began = time.monotonic()
        assert preview.get("/posts/a/")[0] == 200
        slowest = max(slowest, time.monotonic() - began)
    assert slowest < 10  # a guard against hanging: the template alone takes some seconds

    (preview.site.root / "templates/post.html").unlink()
    wait_for(lambda: not codes(preview), "mended page")


def test_ctrl_c_works_during_an_endless_template(preview: Preview) -> None:
    """The process does not wait for the template, and prints no traceback."""
    preview.site.write("templates/post.html", ENDLESS)
    time.sleep(0.5)
    preview.close()

    assert preview.process.returncode == 0
    assert not preview.has_crashed()


def test_a_typo_in_a_template_is_shown(preview: Preview) -> None:
    """The overlay shows the nearest name, and no class of Byeoru."""
    preview.site.write("templates/post.html", "{{ page.titel }}")
    wait_for(lambda: "unknown-in-template" in codes(preview), "problem")

    _, body = preview.get("/__byeoru__/problems")
    assert "page.title" in body.decode()
    assert "PageView" not in body.decode()
