"""Draw how far the sending of a site has come, on one line of a terminal; a log has no use for it."""

import sys
import time

from byeoru.base.catalogue import Language, localize
from byeoru.cli.progress import PATIENCE
from byeoru.publish.progress import Sent


class UploadProgress:
    """The line, from the first byte to the last."""

    def __init__(self, language: Language) -> None:
        """Draw in *language*."""
        self._language = language
        self._draws = sys.stderr.isatty()
        self._began = time.monotonic()
        self._is_drawn = False

    def tell(self, sent: Sent) -> None:
        """Draw what has been *sent*; a short deployment would only flicker."""
        seconds = time.monotonic() - self._began
        if self._draws and seconds > PATIENCE:
            self._is_drawn = True
            said = localize(
                "deploy.sending",
                self._language,
                percent=sent.done * 100 // max(sent.total, 1),
                done=f"{sent.done:,}",
                total=f"{sent.total:,}",
                size=f" · {sent.size}" if sent.size else "",
                seconds=round(seconds),
            )
            print(f"\r\033[K{said}", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        """Take the line away."""
        if self._is_drawn:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
