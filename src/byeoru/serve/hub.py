"""One stream of messages for any number of listeners.

In:  messages, from whatever thread.
Out: each listener's own queue of them, in the loop that serves.
Must not: wait for a slow listener. What one has not fetched yet becomes one message with the next.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

SLOW_SECONDS = 1.0  # after which a build is one that takes its time
PING_SECONDS = 15.0  # a line that shows whether the other side is still there
Message = dict[str, Any]
_CLOSED: Message = {}


class Hub:
    """The listeners of one server."""

    def __init__(self) -> None:
        """Begin with nobody listening."""
        self._queues: set[asyncio.Queue[Message]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._is_closed = False
        self._timer: asyncio.TimerHandle | None = None  # of the build that is under way
        self.is_building = False  # for so long that it is told

    def attach(self, loop: asyncio.AbstractEventLoop) -> None:
        """Take the loop in which listeners wait."""
        self._loop = loop

    def publish(self, message: Message) -> None:
        """Tell every listener; may be called from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._tell, message)

    def began(self, slow: Callable[[], Message]) -> None:
        """Take notice of a build; *slow* makes the message that is told if it takes its time. In any thread."""
        self._call(self._wait, slow)

    def ended(self, done: Callable[[], Message]) -> None:
        """Take notice of its end; *done* makes the message for those who were told that it takes its time."""
        self._call(self._stop_waiting, done)

    def _call(self, function: Callable[[Callable[[], Message]], None], words: Callable[[], Message]) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(function, words)

    def _wait(self, slow: Callable[[], Message]) -> None:
        assert self._loop is not None

        def tell() -> None:
            self.is_building = True
            self._tell(slow())

        self._timer = self._loop.call_later(SLOW_SECONDS, tell)

    def _stop_waiting(self, done: Callable[[], Message]) -> None:
        if self._timer is not None:
            self._timer.cancel()
        if self.is_building:
            self.is_building = False
            self._tell(done())

    def close(self) -> None:
        """End all streams; called in the loop."""
        self._is_closed = True
        self._tell(_CLOSED)

    def _tell(self, message: Message) -> None:
        for queue in self._queues:
            waiting = message
            while message is not _CLOSED and not queue.empty():
                waiting = _merged(queue.get_nowait(), waiting)
            queue.put_nowait(waiting)

    async def listen(self, hello: Callable[[], Message]) -> AsyncIterator[bytes]:
        """Yield the stream of one listener, until it goes or the hub is closed.

        *hello* returns what it is told first; it is asked once nothing can be missed any more.
        """
        queue: asyncio.Queue[Message] = asyncio.Queue()
        self._queues.add(queue)
        try:
            yield _event("hello", hello())
            while not self._is_closed:
                try:
                    message = await asyncio.wait_for(queue.get(), PING_SECONDS)
                except TimeoutError:
                    yield b": ping\n\n"
                    continue
                if message is _CLOSED:
                    return
                yield _event("build", message)
        finally:
            self._queues.discard(queue)


def _merged(old: Message, new: Message) -> Message:
    """Return one message for two builds."""
    both = old["changed"], new["changed"]
    changed = None if None in both else sorted({*both[0], *both[1]})
    return {**new, "changed": changed, "follow": new.get("follow") or old.get("follow", "")}


def _event(kind: str, message: Message) -> bytes:
    return f"event: {kind}\nid: {message['run']}.{message['build']}\ndata: {json.dumps(message)}\n\n".encode()
