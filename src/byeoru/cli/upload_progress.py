"""Show the progress of an upload on one line of a terminal; nothing is printed to a log."""

import sys
import time

from byeoru.base.catalogue import Language, localize
from byeoru.cli.progress import BAR_DELAY
from byeoru.publish.progress import Sent


class UploadProgress:
    """The progress line of one upload."""

    def __init__(self, language: Language) -> None:
        """Label the line in *language*."""
        self._language = language
        self._draws = sys.stderr.isatty()
        self._started_at = time.monotonic()
        self._is_drawn = False

    def update(self, sent: Sent) -> None:
        """Draw what has been *sent*, after a delay: in a short deployment the line would only flicker."""
        seconds = time.monotonic() - self._started_at
        if self._draws and seconds > BAR_DELAY:
            self._is_drawn = True
            text = localize(
                "deploy.sending",
                self._language,
                percent=sent.done * 100 // max(sent.total, 1),
                done=f"{sent.done:,}",
                total=f"{sent.total:,}",
                size=f" · {sent.size}" if sent.size else "",
                seconds=round(seconds),
            )
            print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        """Remove the line."""
        if self._is_drawn:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
