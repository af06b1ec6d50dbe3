"""A pasted or dropped picture is stored next to its source; other files, senders and folders are rejected."""

import json
import os
import re
import socket
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from serve.preview import Preview, post
from serve.test_live_update import open_page
from site_test import SiteTest

Serve = Callable[..., Preview]


def png(color: int = 0) -> bytes:
    """Return a PNG of one grey pixel."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4)

    header = (1).to_bytes(4) * 2 + b"\x08\x00\x00\x00\x00"
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes([0, color])))
        + chunk(b"IEND", b"")
    )


class Sender:
    """Uploads pictures without a browser; the requests are valid unless headers are overridden."""

    def __init__(self, preview: Preview) -> None:
        self.preview = preview
        page = preview.get("/posts/a/")[1].decode()
        found = re.search(r'data-token="([^"]+)"', page)
        assert found
        self.headers = {"Origin": f"http://127.0.0.1:{preview.port}", "X-Byeoru-Token": found[1]}

    def send(
        self, data: bytes, name: str = "a.png", path: str = "posts/a/index.html", **headers: str
    ) -> tuple[int, dict[str, object]]:
        given = self.headers | {key.replace("_", "-"): value for key, value in headers.items()}
        address = f"/__byeoru__/pictures?path={path}&name={name}"
        status, body = self.preview.ask("POST", address, data, {key: value for key, value in given.items() if value})
        return status, json.loads(body)


def stored(site: SiteTest) -> list[str]:
    """Return the pictures in the project."""
    paths = [path.relative_to(site.root) for path in site.root.rglob("*") if path.suffix not in {"", ".md", ".yml"}]
    return sorted(path.as_posix() for path in paths if path.parts[0] != ".blog")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Return a preview of a post and a page bundle, which the tests share that only upload."""
    site = SiteTest(tmp_path_factory.mktemp("shared") / "blog")
    site.write("content/posts/a.md", post("A", "First words."))
    site.write("content/posts/bundle/index.md", post("Bundle", "words"))
    preview = Preview(site)
    yield preview
    preview.close()


@contextmanager
def stores_nothing(site: SiteTest) -> Iterator[None]:
    """Fail if a picture is stored meanwhile."""
    before = stored(site)
    yield
    assert stored(site) == before


def gesture(page: Page, kind: str, data: bytes, name: str) -> None:
    """Dispatch the event of pasting or dropping a picture."""
    page.evaluate(
        """([kind, bytes, name]) => {
            const files = new DataTransfer();
            files.items.add(new File([new Uint8Array(bytes)], name, { type: "image/png" }));
            const made = kind === "paste" ? new ClipboardEvent("paste", { clipboardData: files, bubbles: true, cancelable: true })
                : new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true });
            document.body.dispatchEvent(made);
        }""",
        [kind, list(data), name],
    )


@pytest.mark.slow
def test_a_pasted_picture_lies_beside_its_text(serve: Serve, context: BrowserContext, blog: SiteTest) -> None:
    """It is named by the time, its Markdown is in the clipboard, and the source is unchanged."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = open_page(context, serve())
    before = (blog.root / "content/posts/a.md").read_bytes()
    expect(page.locator("byeoru-preview section").first).to_contain_text(re.compile("words?"))

    gesture(page, "paste", png(), "image.png")
    note = page.locator("byeoru-preview section[role=status]")
    expect(note).to_contain_text("clipboard")
    [name] = stored(blog)

    assert re.fullmatch(r"content/posts/image-\d{8}-\d{6}\.png", name)
    assert page.evaluate("navigator.clipboard.readText()") == f"![]({Path(name).name})"
    assert f"Saved {name}" in note.inner_text()
    assert (blog.root / "content/posts/a.md").read_bytes() == before


@pytest.mark.slow
def test_a_dropped_picture_is_mentioned_and_shown(serve: Serve, context: BrowserContext, blog: SiteTest) -> None:
    """With `--write` it is appended to the source, and appears on the page."""
    blog.write("content/posts/bundle/index.md", post("Bundle", "words").replace("\n", "\r\n"))
    page = open_page(context, serve("--write"), "/posts/bundle/")
    expect(page.locator("byeoru-preview section").first).to_contain_text(re.compile("words?"))

    gesture(page, "drop", png(), "내 그림.png")
    expect(page.locator(".prose img")).to_have_attribute("src", "/posts/bundle/%EB%82%B4-%EA%B7%B8%EB%A6%BC.png")

    assert stored(blog) == ["content/posts/bundle/내-그림.png"]
    text = (blog.root / "content/posts/bundle/index.md").read_bytes()
    assert text.endswith("words\r\n\r\n![](내-그림.png)\r\n".encode())


@pytest.mark.slow
def test_only_a_changed_picture_is_reloaded(serve: Serve, context: BrowserContext, blog: SiteTest) -> None:
    """Other pictures of the page are not requested again."""
    blog.write("content/posts/dot.png", png(0))
    blog.write("content/posts/other.png", png(1))
    blog.write("content/posts/p.md", post("P", "![one](dot.png) ![two](other.png)"))
    page = open_page(context, serve(), "/posts/p/")
    page.wait_for_timeout(800)
    requested: list[str] = []
    page.on("request", lambda one: requested.append(one.url))

    blog.write("content/posts/dot.png", png(200))
    page.wait_for_function(
        """() => { const one = document.querySelector(".prose img"), paper = document.createElement("canvas").getContext("2d");
        paper.drawImage(one, 0, 0); return paper.getImageData(0, 0, 1, 1).data[0] === 200 }"""
    )

    assert not [url for url in requested if "other.png" in url]
    assert page.evaluate("window.isTheSame")


@pytest.mark.slow
def test_a_picture_of_a_stylesheet_is_reloaded(serve: Serve, context: BrowserContext, blog: SiteTest) -> None:
    """The rule gets a new address for it; the stylesheet itself is not reloaded."""
    blog.write("static/dot.png", png(0))
    blog.write("themes/hanji/static/hanji.css", 'body { background: url("../dot.png") }')
    page = open_page(context, serve())
    page.wait_for_timeout(800)
    requested: list[str] = []
    page.on("request", lambda one: requested.append(one.url.rpartition("/")[2].partition("?")[0]))

    blog.write("static/dot.png", png(200))
    page.wait_for_function("getComputedStyle(document.body).backgroundImage.includes('byeoru')")
    page.wait_for_timeout(300)

    assert [name for name in requested if name in {"dot.png", "hanji.css"}] == ["dot.png"]
    assert page.evaluate("window.isTheSame")


def test_names_become_safe_and_nothing_is_replaced(shared: Preview) -> None:
    """Whatever the file name, the picture is stored next to its source, and no file is overwritten."""
    before, sender = set(stored(shared.site)), Sender(shared)
    names = [
        "../../../blog.yml",
        "..%2F..%2Fx.html",
        "C:%5Ca%5Cx.html",
        "%00.png",
        "aux.png",
        "a.png",
        "a.png",
        ".htaccess",
    ]

    answers = [sender.send(png(), name) for name in names]

    assert [status for status, _ in answers] == [201] * len(names)
    found = [path.removeprefix("content/posts/") for path in stored(shared.site) if path not in before]
    assert [name for name in found if not name.startswith("image-2")] == sorted(
        ["blog.png", "x.png", "x-2.png", "image-aux.png", "a.png", "a-2.png", "htaccess.png"]
    )
    assert len(found) == len(names)
    assert (shared.site.root / "blog.yml").read_text().startswith("title:")


STRANGERS = (
    {"X_Byeoru_Token": ""},
    {"X_Byeoru_Token": "guessed"},
    {"Origin": ""},
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Sec_Fetch_Site": "cross-site"},
    {"Sec_Fetch_Site": "same-site"},
)


def test_strangers_are_refused(shared: Preview) -> None:
    """Without the token of the page, or from a page of another site, nothing is stored."""
    sender = Sender(shared)

    with stores_nothing(shared.site):
        statuses = [sender.send(png(), **headers)[0] for headers in STRANGERS]

    assert statuses == [403] * len(STRANGERS)


def test_only_pictures_are_stored(shared: Preview) -> None:
    """The format is detected by content, not by file name or content type."""
    sender = Sender(shared)
    others = (
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
        b"<html>",
        b"MZ\x90\x00",
        b"\x89PN",
    )

    with stores_nothing(shared.site):
        answers = [sender.send(data, "a.png", Content_Type="image/png") for data in others]

    assert [(status, answer["markdown"]) for status, answer in answers] == [(415, "")] * len(others)


def test_what_is_too_large_is_cut_off(shared: Preview) -> None:
    """An upload is rejected by its Content-Length, or as soon as the body is too large; no temporary file is left."""
    before, sender = stored(shared.site), Sender(shared)
    claimed, _ = sender.send(png(), Content_Length=str(26 * 1024 * 1024))
    head = f"POST /__byeoru__/pictures?path=posts/a/index.html&name=a.png HTTP/1.1\r\nHost: 127.0.0.1:{shared.port}\r\n"
    head += "".join(f"{name}: {value}\r\n" for name, value in sender.headers.items())
    sent, answer = 0, b""
    with socket.create_connection(("127.0.0.1", shared.port), timeout=20) as wire:
        wire.sendall(f"{head}Transfer-Encoding: chunked\r\n\r\n".encode())
        with suppress(OSError):  # the server closes the connection
            while sent < 60 * 1024 * 1024:
                wire.sendall(b"100000\r\n" + bytes(0x100000) + b"\r\n")
                sent += 0x100000
        with suppress(OSError):
            answer = wire.recv(100)

    assert claimed == 413
    assert b"413" in answer or sent < 60 * 1024 * 1024
    assert stored(shared.site) == before
    assert not [name for name in os.listdir(shared.site.root / ".blog") if name.startswith("picture-")]


def test_a_page_without_a_source_accepts_none(shared: Preview) -> None:
    """Uploads to a list page or to a missing page get 404."""
    sender = Sender(shared)

    with stores_nothing(shared.site):
        statuses = [sender.send(png(), path=path)[0] for path in ("index.html", "none.html", "../a", "")]

    assert statuses == [404] * 4


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_folder_outside_the_project_accepts_none(shared: Preview, tmp_path: Path) -> None:
    """A page bundle that was replaced by a symlink out of the project after the build is refused."""
    sender, bundle = Sender(shared), shared.site.root / "content/posts/bundle"
    sender.send(png(), path="posts/bundle/index.html")  # its page is known by now
    outside = tmp_path / "outside"
    bundle.rename(outside)
    bundle.symlink_to(outside)

    status, _ = sender.send(png(), "b.png", path="posts/bundle/index.html")

    assert status in {403, 404}
    assert not (outside / "b.png").exists()


def test_a_picture_of_a_vault_goes_to_its_attachment_folder(tmp_path: Path) -> None:
    """In a vault of Obsidian, a picture is stored where its settings say, and the line leads there."""
    site = SiteTest(tmp_path / "vault")
    site.write(".obsidian/app.json", '{"attachmentFolderPath": "첨부 파일"}')
    site.write("첨부 파일/글.md", "# 글\n")
    site.write("노트/a.md", "# 가\n")
    preview = Preview(site)
    try:
        token = re.search(r'data-token="([^"]+)"', preview.get("/notes/%EB%85%B8%ED%8A%B8/a/")[1].decode())
        assert token, preview.get("/")[1].decode()
        headers = {"Origin": f"http://127.0.0.1:{preview.port}", "X-Byeoru-Token": token[1]}
        address = f"/__byeoru__/pictures?path={quote('notes/노트/a/index.html')}&name=b.png"
        status, body = preview.ask("POST", address, png(), headers)
    finally:
        preview.close()

    assert (status, json.loads(body)["markdown"]) == (201, "![](../첨부%20파일/b.png)")
    assert (site.root / "첨부 파일/b.png").read_bytes() == png()
