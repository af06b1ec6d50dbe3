"""Generate a blog of random Korean technical posts, for measurements.

    corpus.py OUT --posts N [--seed S]

In:  the number of posts, and a seed.
Out: a complete site in OUT: `blog.yml`, `content/posts/YEAR/SLUG.md`, `content/images/`.
Must not: depend on anything else. Post i depends only on the seed and on i, so the corpus of 100 posts
is the beginning of the corpus of 10,000, and the bytes are the same on every machine.
"""

import argparse
import hashlib
import json
import struct
import sys
import zlib
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from dice import Dice, zipf
from prose import Draft, body, title, topic
from snippets import NAMES, VERBS
from vocabulary import KNOWN

SETTINGS = "title: 벼루 측정 노트\nbase_url: https://example.com\ntimezone: Asia/Seoul\n"
PICTURES = 12

_FIRST_DAY = datetime(2015, 1, 1)
_MINUTES = 10 * 365 * 24 * 60
_SIZE = (Decimal(5800), Decimal("0.8"), 800, 37_000)  # bytes: median, spread, shortest, longest

_TAGS = tuple(
    root + tail
    for tail in ("", "-입문", "-운영", "-메모")
    for root in str.split("""
        python linux docker 성능 검색 kubernetes database git network 디버깅 테스트 javascript 보안 rust go
        react pytorch 한글 markdown 자동화 ci 로그 캐시 알고리즘 자료구조 운영체제 http css 접근성 글꼴 배포
        회고 독서 논문 통계 시각화 redis kafka postgresql sqlite 모니터링 비동기 동시성 메모리 컴파일러
        정규식 유니코드 형태소 추천 llm
    """)
)
_TAG_LADDER = zipf(len(_TAGS), offset=2)
_CATEGORIES = tuple(
    f"{parent}/{child}"
    for parent, children in {
        "개발": "파이썬 자바스크립트 러스트 고 데이터베이스 테스트",
        "인프라": "컨테이너 네트워크 관측 배포 보안",
        "study": "cs231n algorithm os network database",
        "인공지능": "자연어 시각 추천 논문",
        "기록": "회고 독서 강연 일상",
        "도구": "git linux 편집기 블로그",
    }.items()
    for child in children.split()
)
_CATEGORY_LADDER = zipf(len(_CATEGORIES), offset=3)


class Address(NamedTuple):
    """The path of a post and its date."""

    slug: str
    written: datetime

    @property
    def path(self) -> str:
        """Return the path of the file below `content/posts`."""
        return f"{self.written.year}/{self.slug}.md"


def address_of(seed: int, number: int) -> Address:
    """Return the address of a post without generating it, so that others can link to it."""
    chance = hashlib.sha256(f"address/{seed}/{number}".encode()).digest()
    name = NAMES[chance[0] % len(NAMES)]
    lead = KNOWN[chance[1] % len(KNOWN)] if chance[2] < 51 else VERBS[chance[1] % len(VERBS)]
    minutes = int.from_bytes(chance[3:11], "big") % _MINUTES
    return Address(f"{lead}-{name}-{number:05d}", _FIRST_DAY + timedelta(minutes=minutes))


def _tags(dice: Dice) -> list[str]:
    wanted, tags = dice.between(2, 5), dict[str, None]()
    while len(tags) < wanted:
        tags[_TAGS[dice.rank(_TAG_LADDER)]] = None
    return list(tags)


def post(seed: int, number: int) -> str:
    """Generate one post with its front matter."""
    draft, head = begun(seed, number)
    return f"{head}\n{body(draft, draft.dice.length(*_SIZE))}"


def begun(seed: int, number: int, *key: object) -> tuple[Draft, str]:
    """Begin a post: return its draft, and its front matter with the empty line behind it."""
    dice = Dice("post", *key, seed, number)
    here = address_of(seed, number)

    def earlier() -> str:
        if number == 0:
            return ""
        there = address_of(seed, dice.below(number))
        if dice.chance(0.5):
            return f"/posts/{there.slug}/"
        return f"{there.slug}.md" if there.written.year == here.written.year else f"../{there.path}"

    def picture() -> str:
        return dice.pick(("../../images", "/images")) + f"/figure-{dice.below(PICTURES)}.png"

    draft = Draft(dice, earlier, picture, topic(dice))
    head = [
        f"title: {json.dumps(title(draft), ensure_ascii=False)}",
        f"date: {here.written:%Y-%m-%d %H:%M:%S}",
        f"tags: [{', '.join(_tags(dice))}]",
        f"category: {_CATEGORIES[dice.rank(_CATEGORY_LADDER)]}",
    ]
    return draft, "\n".join(["---", *head, "---", ""])


def picture(number: int) -> bytes:
    """Return a small grey PNG, uncompressed because versions of zlib compress differently."""
    width, height = 64, 48
    rows = b"".join(b"\0" + bytes((x * (number + 1) + y * 3) % 256 for x in range(width)) for y in range(height))
    stored = struct.pack("<BHH", 1, len(rows), len(rows) ^ 0xFFFF) + rows
    data = b"\x78\x01" + stored + struct.pack(">I", zlib.adler32(rows))

    def chunk(kind: bytes, content: bytes) -> bytes:
        ending = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + ending

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def write(out: Path, posts: int, seed: int, generate: Callable[[int, int], str]) -> int:
    """Write the whole site, each post by *generate*; return the size of its Markdown in bytes."""
    images = out / "content" / "images"
    images.mkdir(parents=True, exist_ok=True)
    (out / "blog.yml").write_bytes(SETTINGS.encode())
    for number in range(PICTURES):
        (images / f"figure-{number}.png").write_bytes(picture(number))
    total, folders = 0, set[Path]()
    for number in range(posts):
        path = out / "content" / "posts" / address_of(seed, number).path
        if path.parent not in folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            folders.add(path.parent)
        total += path.write_bytes(generate(seed, number).encode())
    return total


def main(description: str, generate: Callable[[int, int], str]) -> int:
    """Read the command line, and write the site."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("out", metavar="OUT", type=Path, help="folder of the site (made if missing)")
    parser.add_argument("--posts", type=int, required=True, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    args = parser.parse_args()
    total = write(args.out, args.posts, args.seed, generate)
    sys.stdout.write(f"{args.posts:,} posts, {total / 1e6:.1f} MB of Markdown in {args.out}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main("Write a blog of invented Korean technical posts.", post))
