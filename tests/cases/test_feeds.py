"""Feeds that readers accept."""

from pathlib import Path

from cases.case import build_case

COMMAFEED = 5_000_000  # bytes; the strictest of the readers


def test_no_feed_is_larger_than_readers_accept(tmp_path: Path) -> None:
    """A post with a pasted picture of 1 MB is a link in feeds, and is reported where the picture begins."""
    case = build_case("reports/40-feed-size", tmp_path)

    assert case.at("large-post") == [f"content/posts/p{number:02}.md:5" for number in range(16)]
    for name in ("feed.xml", "atom.xml", "rss.xml", "index.xml", "feed.json"):
        assert (case.root / "site" / name).stat().st_size < COMMAFEED
        assert case.page(f"/{name}").count("https://blog.example.kr/posts/p07/") >= 2
    assert "data:image/png" in case.page("/posts/p07/")
