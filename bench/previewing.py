"""Time the preview: from saving a file until a real browser has painted the new page.

    previewing.py [NAME …] [--tools TOOLS] [--peers DIR] [--posts 1000] [--edits 40] [--work DIR] [--record]

In:  the number of posts. NAMEs are those of `peers.py`, such as `hugo-memory` and `zola021-fast`, installed by
     `peers.py setup TOOLS hugo zola021`; without one, only our own preview is measured, on the posts of `corpus.py`.
Out: a Markdown table of medians, 95th percentiles and extremes in milliseconds: for a sentence in a post of up to 10 KB
     and in one of 40 KB, and for the title of the small one, which is shown by every list that contains it.
Must not: assert figures. If an edit never appears on the page, the run stops.

A page counts as painted in the frame after the one in which the text was inserted: the callback of an animation frame,
and the task after it. A frame of Chromium takes 16.7 ms, so half of that is waiting time on average.
"""

import argparse
import contextlib
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

from peer_sites import load_peers, prepare, site_of
from report import ROOT, heading, load, record, table

CORPUS_OF_PEERS = "regular"
CORPUS = Path(__file__).with_name("corpus.py")
OURS = [sys.executable, "-m", "byeoru", "serve", "--port", "PORT"]
SMALL, LARGE = 10_000, (36_000, 60_000)  # bytes
PAUSE = 0.5  # seconds between two edits, so that servers become idle
PATIENCE = 30_000  # milliseconds
# Notes the time at which a text that begins with a mark was first painted, whether the page was changed or loaded anew.
WATCH = """
(() => {
  const found = () => {
    const mark = document.body && document.body.textContent.match(/갱신된문장(\\d+)끝/g);
    if (!mark) return;
    const last = mark[mark.length - 1];
    if (window.seenMark === last) return;
    window.seenMark = last;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => { window.painted = [last, performance.timeOrigin + performance.now()]; };
      channel.port2.postMessage(0);
    });
  };
  new MutationObserver(found).observe(document, { childList: true, subtree: true, characterData: true });
  addEventListener("DOMContentLoaded", found);
})();
"""
_numbers = count(int(time.time()))

Change = Callable[[str, str], str]  # of the text of a post and a mark to the changed text


class RunningPreview(NamedTuple):
    """A running preview, and the posts that are edited, each with its source and address."""

    name: str
    url: str
    small: tuple[Path, str]
    large: tuple[Path, str]


def free_port() -> int:
    """Return an unused port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def running(command: list[str], folder: Path, url: str) -> Iterator[None]:
    """Run a server until the end of the block."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 300
        while True:
            with contextlib.suppress(OSError):
                urlopen(url, timeout=10).close()
                break
            if process.poll() is not None or time.monotonic() > end:
                sys.exit(f"{command[0]} does not serve {url}")
            time.sleep(0.1)
        yield
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def posts_of(site: Path) -> tuple[tuple[Path, str], tuple[Path, str]]:
    """Return a post of up to 10 KB and one of about 40 KB, each with its address."""
    posts = (path for path in (site / "content" / "posts").rglob("*.md") if path.name[0] != "_")
    sizes = sorted((path.stat().st_size, path) for path in posts)
    small = [path for size, path in sizes if size <= SMALL]
    large = [path for size, path in sizes if LARGE[0] <= size <= LARGE[1]] or [sizes[-1][1]]
    typical = small[len(small) * 3 // 4]
    return (typical, f"/posts/{typical.stem}/"), (large[0], f"/posts/{large[0].stem}/")


def change_title(text: str, mark: str) -> str:
    """Return a post with the *mark* in its title."""
    head, _, rest = re.sub(r"갱신된문장[0-9]+끝\s*", "", text).partition('title: "')
    return f'{head}title: "{mark} {rest}'


def change_sentence(text: str, mark: str) -> str:
    """Return a post with the *mark* as a paragraph."""
    head, _, rest = text.partition("\n갱신된문장")
    if rest:
        text = head + rest.partition("\n")[2]
    begin = text.index("\n---\n", 4) + 5 if text.startswith("---") else text.index("\n+++\n", 4) + 5
    first = text.index("\n\n", begin + 1)  # after the first paragraph, which is also the summary
    return f"{text[:first]}\n\n{mark}{text[first:]}"


def edit(path: Path, change: Change) -> tuple[str, float]:
    """Change a post, saved in place like an editor; return the text that its page must show, and the time."""
    mark = f"갱신된문장{next(_numbers)}끝"
    path.write_text(change(path.read_text(encoding="utf-8"), mark), encoding="utf-8")
    return mark, time.time() * 1000


def measure(page: Page, preview: RunningPreview, post: tuple[Path, str], change: Change, edits: int) -> list[float]:
    """Return the milliseconds of each edit."""
    path, address = post
    page.goto(preview.url + address)
    page.wait_for_timeout(1500)
    found = []
    for turn in range(edits + 1):
        mark, saved = edit(path, change)
        page.wait_for_function("mark => window.painted && window.painted[0] === mark", arg=mark, timeout=PATIENCE)
        if turn:  # the first edit is a warm-up
            found.append(page.evaluate("window.painted[1]") - saved)
        page.wait_for_timeout(PAUSE * 1000)
    return found


def start_all(args: argparse.Namespace, work: Path, stack: contextlib.ExitStack) -> list[RunningPreview]:
    """Start all previews."""
    if not args.names:
        site = work / f"preview-{args.posts}"
        if not site.exists():
            command = [sys.executable, str(CORPUS), str(site), "--posts", str(args.posts), "--seed", "1"]
            subprocess.run(command, check=True, stdout=sys.stderr)
        return [start("byeoru", OURS, site, stack)]
    peers = load_peers(args.peers, CORPUS_OF_PEERS)
    prepare(peers, args.tools, ["byeoru", *args.names], args.posts, CORPUS_OF_PEERS, fresh=False)
    found = [start("byeoru", OURS, site_of(args.tools, "byeoru", args.posts, CORPUS_OF_PEERS), stack)]
    for name in args.names:
        command = peers.command_of(name, peers.PEERS[name].serve, args.tools, "PORT")
        found.append(start(name, command, site_of(args.tools, name, args.posts, CORPUS_OF_PEERS), stack))
    return found


def start(name: str, command: list[str], site: Path, stack: contextlib.ExitStack) -> RunningPreview:
    """Start one preview."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    words = [word.replace("PORT", str(port)) for word in command]
    stack.enter_context(running(words, site, f"{url}/"))
    return RunningPreview(name, url, *posts_of(site))


def figures(rows: dict[tuple[str, str], list[float]]) -> str:
    """Return the table of results."""
    lines = [
        [name, kind, str(len(times)), *(f"{one:.0f}" for one in percentiles(sorted(times)))]
        for (name, kind), times in rows.items()
    ]
    return table(["preview", "edit of", "edits", "median ms", "95th percentile", "lowest", "highest"], lines)


def percentiles(times: list[float]) -> tuple[float, float, float, float]:
    """Return median, 95th percentile, lowest and highest."""
    return statistics.median(times), times[min(len(times) - 1, round(0.95 * len(times)))], times[0], times[-1]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--edits", type=int, default=40)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--tools", type=Path, help="where the others are installed")
    parser.add_argument("--peers", type=Path, default=ROOT.parent / "shared" / "bench", help="the folder of peers.py")
    parser.add_argument("--work", type=Path)
    parser.add_argument("--record", action="store_true")
    args = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    rows: dict[tuple[str, str], list[float]] = {}
    load_before = load()
    with contextlib.ExitStack() as stack:
        work = args.work or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        found = start_all(args, work, stack)
        browser = stack.enter_context(sync_playwright()).chromium.launch(
            executable_path=chromium, args=["--no-sandbox"] if os.getuid() == 0 else []
        )
        context = browser.new_context()
        context.add_init_script(WATCH)
        rounds = max(1, args.edits // 10)
        for _ in range(rounds):  # in turn, so that load on the machine affects all of them
            for preview in found:
                page = context.new_page()
                for kind, post, change in (
                    ("text ≤ 10 KB", preview.small, change_sentence),
                    ("text of 40 KB", preview.large, change_sentence),
                    ("title", preview.small, change_title),
                ):
                    rows.setdefault((preview.name, kind), []).extend(measure(page, preview, post, change, 10))
                page.close()
        browser.close()
    text = f"{heading(f'Preview, {args.posts:,} posts', load_before=load_before)}\n\n{figures(rows)}"
    print(text)
    if args.record:
        record(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
