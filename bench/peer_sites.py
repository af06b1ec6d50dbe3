"""The sites on which Byeoru and other generators are compared: the same posts, for each in its format.

In:  `peers.py`, imported at run time, and the folder in which it has installed the others.
Out: sites, and the changes to them before each kind of build.
Must not: contain the peers. Their configurations and themes are those of `peers.py`; Byeoru is registered there in
three forms, so that all are measured by the same code.
"""

import json
import os
import re
import shutil
import sys
from collections.abc import Sequence
from compileall import compile_dir
from importlib import import_module
from pathlib import Path
from types import ModuleType

import shaped
from dice import Dice
from prose import Draft, topic
from report import ROOT

SEED = 1
_FREQUENT = 24  # tags of the corpus, of which an edit takes three
_SETTINGS = "title: 기록\nbase_url: https://example.com\ntimezone: Asia/Seoul\n"
_BARE = Path(__file__).with_name("bare")
# What Byeoru is measured as: all that it does by default; all but the search; and, with the templates of `bare/`, what
# the themes of the others do. Feeds of tags remain, which those do not write.
OURS = {
    "byeoru": {"blog.yml": _SETTINGS},
    "byeoru-nosearch": {"blog.yml": f"{_SETTINGS}search: false\n"},
    "byeoru-bare": {
        "blog.yml": f"{_SETTINGS}search: false\n",
        **{f"templates/{path.name}": path.read_text("utf-8") for path in sorted(_BARE.glob("*.html"))},
    },
}
# The template of each peer that every post uses.
_TEMPLATES = {"hugo": "layouts/page.html", "zola021": "templates/page.html", "byeoru": "templates/post.html"}
_THEME = ROOT / "themes" / "hanji" / "templates" / "post.html"


def load_peers(folder: Path, corpus: str) -> ModuleType:
    """Import `peers.py`, and register Byeoru there, with compiled bytecode as in an installation.

    The posts are those of its own corpus, or if *corpus* is "shaped", with bodies of `shaped.py`.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compile_dir(ROOT / "src", quiet=1)
    sys.path.insert(0, str(folder))
    peers = import_module("peers")
    # The form "plain" belongs to no peer: it has our front matter, but other folders.
    peers.make_corpus.LAYOUT["plain"] = ("content/posts", "content/images")
    build = [sys.executable, "-m", "byeoru", "build", "--quiet"]
    for name, files in OURS.items():
        peers.PEERS[name] = peers.Peer("plain", lambda files=files: files, build, "site", [".blog"])
    if corpus == "shaped":
        peers.make_corpus.make_post = _shaped_posts(peers.make_corpus, peers.make_corpus.make_post)
    return peers


def _shaped_posts(corpus: ModuleType, original):  # noqa: ANN001, ANN202  (functions of a module without types)
    """Return a function that makes a post of *corpus* with a body in the shape of real ones."""

    def make_post(seed: int, number: int) -> dict[str, object]:
        dice = Dice("post", "shaped", seed, number)

        def earlier() -> str:
            return f"/posts/{corpus.slug_of(seed, dice.below(number))}/" if number else ""

        draft = Draft(dice, earlier, lambda: "/images/sample.png", topic(dice))
        return original(seed, number) | {"body": shaped.body(draft, shaped.size(dice))}

    return make_post


def site_of(tools: Path, name: str, posts: int, corpus: str) -> Path:
    """Return the folder of the site of a peer."""
    return tools / "sites" / f"{name}-{corpus}-{posts}"


def prepare(peers: ModuleType, tools: Path, names: Sequence[str], posts: int, corpus: str, *, fresh: bool) -> None:
    """Write the missing sites."""
    for name in names:
        site = site_of(tools, name, posts, corpus)
        try:
            known = json.loads((site / ".bench.json").read_text("utf-8"))
        except (OSError, ValueError):
            known = {}
        if fresh or (known.get("posts"), known.get("seed")) != (posts, SEED):
            peers.make_site(name, site, posts, tools, SEED)


def change(peers: ModuleType, name: str, site: Path, kind: str, mark: str) -> None:
    """Do to a site what precedes a build of this *kind*; the page of one post shows the *mark* after it."""
    post, _ = peers.a_post(name, site)
    if kind == "cold":
        peers.clean(name, site)
    elif kind == "text":
        peers.edit(name, site, mark)
    elif kind == "title":
        _write(post, post.read_text("utf-8").replace('title: "', f'title: "{mark} ', 1))
    elif kind == "tag":  # three tags that many posts have; the text shows that the page was built
        peers.edit(name, site, mark)
        text = before = post.read_text("utf-8")
        first = 3 * int(mark.removeprefix("표식")) % _FREQUENT
        while text == before:  # an earlier run may have left these tags
            tags = ", ".join(f'"{tag}"' for tag in peers.make_corpus.TAGS[first : first + 3])
            text = re.sub("(?m)^( *tags: ).*$", rf"\1[{tags}]", before, count=1)
            first = (first + 3) % _FREQUENT
        _write(post, text)
    elif kind == "template":
        path = site / _TEMPLATES[name.partition("-")[0]]
        head, end, tail = (path if path.exists() else _THEME).read_text("utf-8").rpartition("</article>")
        path.parent.mkdir(exist_ok=True)
        _write(path, f"{head}<i>{mark}</i>{end}{tail}")


def shows(peers: ModuleType, name: str, site: Path, mark: str) -> bool:
    """Tell whether the page of the changed post shows the *mark*: a build that did nothing is always fast."""
    _, slug = peers.a_post(name, site)
    page = site / peers.PEERS[name].out / "posts" / slug / "index.html"
    return mark in page.read_text("utf-8")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def missing(peers: ModuleType, tools: Path, names: Sequence[str]) -> list[str]:
    """Return the peers that are unknown or not installed."""

    def installed(name: str) -> bool:
        if name in OURS:
            return True
        if name not in peers.PEERS:
            return False
        peer = peers.PEERS[name]
        return shutil.which(peer.build[0]) is not None if peer.apt else peers.tools_of(tools, name).exists()

    return [name for name in names if not installed(name)]
