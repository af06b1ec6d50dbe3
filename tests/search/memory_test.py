"""An index in memory: what a reader finds in a built site, made from texts."""

from collections.abc import Mapping

from byeoru.index.partials import shards_of
from byeoru.index.root import Root
from byeoru.index.titles import TitleRow
from byeoru.model.content import Dialect, ParseOptions, Source
from byeoru.parse.document import parse

CHUNK = 3
BOUNDARIES = ("m", "ㄷ", "ㅅ")
OPTIONS = ParseOptions(("posts", "notes"), "UTC", "ko", Dialect())


class Memory:
    """The index of a few texts, in two segments of four shards each."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Read *texts* by path, the oldest first; the slot of each is its place."""
        self.rows: list[TitleRow] = []
        self.read: list[str] = []  # what was asked for
        segments: tuple[list[tuple[int, str]], ...] = ([], [])
        for slot, (path, text) in enumerate(texts.items()):
            parsed, _ = parse(Source(path, text.encode(), "", ""), OPTIONS)
            assert parsed is not None
            segments[slot * 2 // len(texts)].append((slot, parsed.terms))
            meta = parsed.document.meta
            self.rows.append(TitleRow(slot, f"/{path}/", meta.title, "", meta.section, ""))
        self.shards = [shards_of(segment, BOUNDARIES) for segment in segments]
        self.root = Root(len(texts), 10, CHUNK, (("p0", 4), ("p1", 4)), BOUNDARIES)

    def shard(self, segment: int, number: int) -> str:
        """Return the text of a shard."""
        self.read.append(f"{segment}/{number}")
        return self.shards[segment][number]

    def titles(self, chunk: int) -> list[TitleRow]:
        """Return the rows of a chunk."""
        self.read.append(f"titles/{chunk}")
        return [row for row in self.rows if row.slot >> CHUNK == chunk]
