"""Uploading an image to a preview never damages a text and never leaves a partial file."""

import os
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import pytest

from serve.preview import Preview, free_port, post, wait_for
from serve.test_pictures import Sender, png, stored
from site_test import SiteTest

pytestmark = pytest.mark.slow  # `.ci/run` runs it

Serve = Callable[..., Preview]


def sources(site: SiteTest) -> dict[str, bytes]:
    """Return every file of the project that is not the state directory's, hidden ones too."""
    found = [path for path in sorted(site.root.rglob("*")) if path.is_file() and ".blog" not in path.parts]
    return {path.relative_to(site.root).as_posix(): path.read_bytes() for path in found}


def drafts(site: SiteTest) -> list[str]:
    """Return what is left of uploads in the state directory."""
    return [name for name in os.listdir(site.root / ".blog") if name.startswith(("picture-", "tmp"))]


@pytest.mark.skipif(sys.platform != "linux", reason="needs prlimit")
@pytest.mark.parametrize("limit", [0, 40, 69, 70, 200])
def test_a_full_disk_changes_neither_text_nor_folder(serve: Serve, blog: SiteTest, limit: int) -> None:
    """Whichever of the files cannot be written, an error is returned and nothing has changed."""
    preview = serve("--write")
    sender, before = Sender(preview), sources(blog)

    resource.prlimit(preview.process.pid, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    status, answer = sender.send(png())

    assert (status, answer["written"], answer["markdown"]) == (507, False, "")
    assert "the post is unchanged" in str(answer["message"])
    assert sources(blog) == before
    assert drafts(blog) == []
    assert not preview.has_crashed()


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="mounts a small disk")
@pytest.mark.parametrize("left", [0, 4096, 8192, 12288, 16384])
def test_a_full_file_system_does_not_damage_the_text(tmp_path: Path, left: int) -> None:
    """With *left* free bytes on a real file system, the text is complete, with or without the new line."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk], check=False).returncode:
        pytest.skip("may not mount")
    try:
        root = disk / "blog"
        root.mkdir()
        site = SiteTest(root)
        site.write("content/posts/a.md", post("A", "First words. " * 900))
        preview = Preview(site, "--write")
        preview.log = tmp_path / "serve.log"
        try:
            sender, before = Sender(preview), sources(site)
            room = os.statvfs(disk).f_bavail * os.statvfs(disk).f_bsize
            with suppress(OSError), (disk / "ballast").open("wb", 0) as file:
                os.posix_fallocate(file.fileno(), 0, room - left)

            status, answer = sender.send(png())

            after = sources(site)
            text = after.pop("content/posts/a.md")
            old = before.pop("content/posts/a.md")
            if status == 201:
                assert answer["written"]
                assert (text, after.keys() - before.keys()) == (old + b"\n![](a.png)\n", {"content/posts/a.png"})
            else:
                assert (status, text, after) == (507, old, before)
            assert drafts(site) == []
        finally:
            preview.close()
    finally:
        subprocess.run(["umount", "-l", disk], check=False)
        shutil.rmtree(disk, ignore_errors=True)


@pytest.mark.parametrize("part", [0, 1, 10_000])
@pytest.mark.parametrize("way", ["length", "chunks"])
def test_an_aborted_upload_leaves_nothing(serve: Serve, blog: SiteTest, part: int, way: str) -> None:
    """If the browser is closed, nothing is reported and no file remains."""
    preview = serve("--write")
    sender, before = Sender(preview), sources(blog)
    said = preview.output()
    head = (
        f"POST /__byeoru__/pictures?path=posts/a/index.html&name=a.png HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n"
    )
    head += "".join(f"{name}: {value}\r\n" for name, value in sender.headers.items())
    framing = "Content-Length: 500000" if way == "length" else "Transfer-Encoding: chunked"
    body = (png() + bytes(10_000))[:part]
    if way == "chunks":
        body = b"7a120\r\n" + body

    with socket.create_connection(("127.0.0.1", preview.port), timeout=20) as wire:
        wire.sendall(f"{head}{framing}\r\n\r\n".encode() + body)
        wait_for(lambda: bool(drafts(blog)), "draft")
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")  # a reset

    wait_for(lambda: not drafts(blog), "end of the draft")
    assert sources(blog) == before
    assert preview.output() == said
    assert sender.send(png())[0] == 201


def test_an_image_can_be_added_to_a_post_with_a_decomposed_name(serve: Serve, blog: SiteTest) -> None:
    """Archives from macOS contain such names; image and line are stored with the post."""
    name = unicodedata.normalize("NFD", "한글 글")
    text = blog.write(f"content/posts/{name}/{unicodedata.normalize('NFD', '첫째')}.md", post("NFD", "words"))
    preview = serve("--write")
    sender = Sender(preview)
    page = quote("posts/첫째/index.html")

    status, answer = sender.send(png(), path=page)

    assert (status, answer["written"]) == (201, True), answer
    assert sorted(path.name for path in text.parent.iterdir()) == sorted([text.name, "a.png"])
    assert text.read_text().endswith("words\n\n![](a.png)\n")
    facts = preview.get(f"/__byeoru__/page?path={page}")[1]
    assert b'"title":"NFD"' in facts
    wait_for(lambda: b'/a.png" width="1"' in preview.get(f"/{page.removesuffix('index.html')}")[1], "picture")


def test_a_symlinked_text_is_written_at_its_target(serve: Serve, blog: SiteTest) -> None:
    """The symlink stays one; if it leads out of the project meanwhile, the upload is refused."""
    blog.write("drawer/x.md", post("X", "words"))
    link = blog.root / "content/posts/x.md"
    link.symlink_to("../../drawer/x.md")
    outside = blog.root.parent / "outside.md"
    outside.write_bytes((blog.root / "drawer/x.md").read_bytes())
    sender = Sender(serve("--write"))

    first, _ = sender.send(png(), path="posts/x/index.html")
    written = (blog.root / "drawer/x.md").read_text()
    link.unlink()
    link.symlink_to(outside)
    wait_for(lambda: sender.preview.get("/posts/x/")[0] == 404, "end of the page") if first == 201 else None
    before = sources(blog)
    second, _ = sender.send(png(), path="posts/x/index.html")

    assert (first, second in {403, 404}) == (201, True)
    assert written.endswith("![](a.png)\n")
    assert sources(blog) == before
    assert outside.read_text().endswith("words\n")


def test_a_text_that_has_changed_since_is_not_written(serve: Serve, blog: SiteTest) -> None:
    """While builds fail, its page is outdated; the text and the folder stay as they are."""
    preview = serve("--write")
    sender = Sender(preview)
    blog.write("templates/post.html", "{% if %}")
    wait_for(lambda: "template-error" in preview.output(), "error")
    preview.edit("content/posts/a.md", "First words.", "Other words.")
    before = sources(blog)

    status, answer = sender.send(png())

    assert (status, answer["written"]) == (409, False)
    assert "paste it again" in str(answer["message"])
    assert sources(blog) == before


def test_an_upload_does_not_interfere_with_a_save(serve: Serve, blog: SiteTest) -> None:
    """An editor has truncated the file: the line is not written into the empty file, which it would overwrite."""
    preview = serve("--write")
    sender, place = Sender(preview), blog.root / "content/posts/a.md"
    new = post("A", "Written after the truncation.").encode()
    with place.open("r+b", 0) as editor:
        inode = os.fstat(editor.fileno()).st_ino
        before = place.read_bytes()
        editor.seek(0)
        editor.write(before[:-5] + b"!!!!!")  # in the middle of a save
        status, _ = sender.send(png())
        editor.seek(0)
        editor.truncate()
        editor.write(new)

    assert status in {201, 409}
    if place.stat().st_ino == inode:
        assert place.read_bytes() == new
    else:  # the half was built in time and had its line; the editor wrote to a file without a name
        assert status == 201


NAMES = {  # the name that is sent, and what the picture may be called
    "../../blog.yml": r"blog\.png",
    "/etc/passwd": r"passwd\.png",
    "a\0b.png": r"a-b\.png",
    "a\r\nX-Evil: 1.png": r"a-X-Evil-1\.png",
    unicodedata.normalize("NFD", "그림.png"): r"그림\.png",
    "가" * 400 + ".png": r"가{40}\.png",
    "COM1.png": r"image-COM1\.png",
    "nul": r"image-nul\.png",
    "a.png:stream": r"a\.png",
    "a.md": r"a\.png",
    "\u202egnp.exe": r"gnp\.png",
    "-rf": r"rf\.png",
    "~": r"image-\d{8}-\d{6}\.png",
    "...": r"image-\d{8}-\d{6}\.png",
    "a\ud800.png": r"a.*\.png",
    "<img src=x onerror=alert(1)>.png": r"img-src-x-onerror-alert-1\.png",
    "😀.png": r"image-\d{8}-\d{6}\.png",
    "a b](javascript:x).png": r"a-b-javascript-x\.png",
}


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_no_file_name_leaves_the_folder(serve: Serve, blog: SiteTest, name: str) -> None:
    """The image is stored beside its text under a name that is valid everywhere, and its line is plain Markdown."""
    sender = Sender(serve("--write"))

    status, answer = sender.send(png(), quote(name, safe="", errors="surrogatepass"))

    assert status == 201
    [found] = stored(blog)
    assert re.fullmatch(NAMES[name], Path(found).name), found
    assert Path(found).parent == Path("content/posts")
    assert answer["markdown"] == f"![]({Path(found).name})"
    assert (blog.root / "content/posts/a.md").read_text().endswith(f"\n\n![]({Path(found).name})\n")


NO_PICTURES = [
    b"<!doctype html><script>alert(1)</script>",
    b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    b"<?xml version='1.0'?><svg/>",
    b"\xef\xbb\xbf<svg/>",
    b"GIF89",
    b"RIFF1234WAVE",
    b"%PDF-1.7",
    b"PK\x03\x04",
    b"#!/bin/sh\n",
    b"---\ntitle: x\n---\n",
]


@pytest.mark.parametrize("kind", ["image/png", "text/plain", "multipart/form-data; boundary=x", "image/svg+xml", ""])
def test_a_file_without_the_signature_of_an_image_is_refused(serve: Serve, blog: SiteTest, kind: str) -> None:
    """Its content type and its name do not matter."""
    sender, before = Sender(serve("--write")), sources(blog)

    statuses = [sender.send(data, "a.svg", Content_Type=kind)[0] for data in NO_PICTURES]

    assert statuses == [415] * len(NO_PICTURES)
    assert sources(blog) == before


FORMS = [
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/json",
    "image/png",
]


@pytest.mark.parametrize("kind", FORMS)
def test_another_site_cannot_upload(serve: Serve, blog: SiteTest, kind: str) -> None:
    """A page elsewhere can send a request without a preflight, but knows no token and cannot forge its origin."""
    preview = serve("--write")
    token, before = Sender(preview).headers["X-Byeoru-Token"], sources(blog)
    origins = ["https://evil.example", "null", f"http://localhost.evil.example:{preview.port}", "http://127.0.0.1:1"]
    attempts = [{"Origin": origin} for origin in origins]
    attempts += [{"Origin": origin, "X-Byeoru-Token": token} for origin in origins]
    attempts += [{"Referer": f"http://127.0.0.1:{preview.port}/"}, {"Origin": f"https://127.0.0.1:{preview.port}"}]
    address = "/__byeoru__/pictures?path=posts/a/index.html&name=a.png"

    answers = [preview.ask("POST", address, png(), {"Content-Type": kind, **headers})[0] for headers in attempts]

    assert answers == [403] * len(attempts)
    assert sources(blog) == before


def test_files_of_a_killed_server_are_removed(serve: Serve, blog: SiteTest) -> None:
    """The next server removes its temporary files and probes of builds, and nothing else."""
    preview = serve("--write")
    sender = Sender(preview)
    head = (
        f"POST /__byeoru__/pictures?path=posts/a/index.html&name=a.png HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n"
    )
    head += "".join(f"{name}: {value}\r\n" for name, value in sender.headers.items())
    with socket.create_connection(("127.0.0.1", preview.port), timeout=20) as wire:
        wire.sendall(f"{head}Content-Length: 500000\r\n\r\n".encode() + png())
        wait_for(lambda: bool(drafts(blog)), "draft")
        preview.process.send_signal(signal.SIGKILL)
        preview.process.wait(20)
    others = [blog.root / ".blog" / name for name in ("tmpabcdefgh", "tmpyoungone", "tmpfull_one", "mine")]
    for place in others:
        place.mkdir()
        os.utime(place, (1, 1))
    os.utime(others[1])
    (others[2] / "kept").write_text("kept")
    os.utime(others[2], (1, 1))
    assert drafts(blog)

    again = Preview(blog, port=free_port())
    again.close()

    assert [place.name for place in others if place.exists()] == ["tmpyoungone", "tmpfull_one", "mine"]
    assert [name for name in drafts(blog) if name.startswith("picture-")] == []
