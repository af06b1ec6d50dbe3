"""Compare the parsing of posts with unmodified markdown-it-py and Pygments, in this process.

    parsing.py [--posts 500] [--rounds 7] [--record]

In:  the number of posts, and the number of rounds.
Out: CPU milliseconds per post, medians of interleaved rounds: for the posts of `corpus.py`, for those of its median
     size (5.5 to 6.5 KB with two code blocks), and for those of `shaped.py`; and the peak memory of this process.
Must not: assert figures. Ours is everything that a build does for one file (front matter, template tags, Markdown with
all our rules, highlighting, references with locations, warnings); theirs is only the rendering of the body.
"""

import argparse
import gc
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from markdown_it import MarkdownIt
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import ExtendedRegexLexer, Lexer, RegexLexer
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from byeoru.base.digest import digest
from byeoru.model.content import Dialect, ParseOptions, Source
from byeoru.parse.code_blocks.fast_lexer import LIBRARY_LOOP, LIBRARY_LOOP_IN_CONTEXT, speed_up
from byeoru.parse.code_blocks.highlight import highlight as highlighted
from byeoru.parse.document import parse
from byeoru.parse.frontmatter import split
from report import heading, load, record, table

CORPORA = ("corpus.py", "shaped.py")
OPTIONS = ParseOptions(("posts", "notes", "pages"), "Asia/Seoul", "ko", Dialect())
MEDIAN_SIZE = range(5500, 6500)  # bytes


def sources(corpus: str, posts: int) -> list[Source]:
    """Write a corpus and read it."""
    script = Path(__file__).with_name(corpus)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, str(script), folder, "--posts", str(posts)], check=True, stdout=subprocess.DEVNULL
        )
        files = sorted(Path(folder, "content").rglob("*.md"))
        found = [(f"content/posts/{file.name}", file.read_bytes()) for file in files]
    return [Source(path, data, digest(data), "") for path, data in found]


def is_median(source: Source) -> bool:
    """Tell whether a post has the median size of the corpus, and two code blocks."""
    return len(source.data) in MEDIAN_SIZE and source.data.count(b"\n```") == 4


def library() -> Callable[[str], object]:
    """Return a function that renders with the libraries alone, with cached lexers and formatter."""
    formatter = HtmlFormatter[str](nowrap=True)

    @lru_cache
    def lexer(name: str) -> Lexer | None:
        try:
            return get_lexer_by_name(name)
        except ClassNotFound:
            return None

    def coloured(code: str, language: str, _: str) -> str:
        found = lexer(language) if language else None
        return highlight(code, found, formatter) if found else ""

    parser = MarkdownIt("commonmark", {"maxNesting": 300, "highlight": coloured}).enable(["table", "strikethrough"])
    return parser.render


def milliseconds(work: Callable[[], object], count: int) -> float:
    """Return the CPU milliseconds that *work* takes for each of *count* posts."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000 / count


def measure(chosen: Sequence[Source], rounds: int) -> tuple[float, float]:
    """Return the medians of ours and theirs."""
    render = library()
    texts = [split(source.data.decode()).body for source in chosen]
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(rounds + 1):
        speed_up()
        highlighted.cache_clear()
        ours.append(milliseconds(lambda: [bool(parse(source, OPTIONS)) for source in chosen], len(chosen)))
        RegexLexer.get_tokens_unprocessed = LIBRARY_LOOP  # type: ignore[method-assign]
        ExtendedRegexLexer.get_tokens_unprocessed = LIBRARY_LOOP_IN_CONTEXT  # type: ignore[method-assign]
        theirs.append(milliseconds(lambda: [bool(render(text)) for text in texts], len(texts)))
    return statistics.median(ours[1:]), statistics.median(theirs[1:])  # the first round loads lexers


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--posts", type=int, default=500)
    arguments.add_argument("--rounds", type=int, default=7)
    arguments.add_argument("--record", action="store_true")
    chosen = arguments.parse_args()
    before = load()
    regular, shaped = (sources(corpus, chosen.posts) for corpus in CORPORA)
    median = [source for source in regular if is_median(source)]
    gc.disable()
    rows = []
    for name, some in ((CORPORA[0], regular), ("of median size", median), (CORPORA[1], shaped)):
        ours, theirs = measure(some, chosen.rounds)
        rows.append([f"{name} ({len(some)})", f"{ours:.2f}", f"{theirs:.2f}", f"{ours / theirs:.2f}"])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    head = ("posts", "ours, CPU ms a post", "markdown-it-py and Pygments", "ratio")
    text = f"{heading('parsing', load_before=before)}\n\n{table(head, rows)}\n\nPeak memory {peak:.0f} MiB."
    print(text)
    if chosen.record:
        record(text)


if __name__ == "__main__":
    main()
