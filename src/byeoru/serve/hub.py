"""Broadcast messages to any number of event streams.

In:  messages, from any thread.
Out: a queue for each listener, in the event loop of the server.
Must not: wait for a slow listener. A message that it has not fetched yet is merged with the next.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

SLOW_SECONDS = 1.0  # a build that takes longer is announced as running
PING_SECONDS = 15.0  # a comment line that detects closed connections
Message = dict[str, Any]
_CLOSED: Message = {}


class Hub:
    """The listeners of a server."""

    def __init__(self) -> None:
        """Start without listeners."""
        self._queues: set[asyncio.Queue[Message]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._is_closed = False
        self._timer: asyncio.TimerHandle | None = None  # of the running build
        self.is_building = False  # for longer than SLOW_SECONDS

    def attach(self, loop: asyncio.AbstractEventLoop) -> None:
        """Set the event loop in which listeners wait."""
        self._loop = loop

    def publish(self, message: Message) -> None:
        """Send *message* to every listener; may be called from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._broadcast, message)

    def build_started(self, slow: Callable[[], Message]) -> None:
        """Note that a build has started; *slow* creates the message to send if it takes long. In any thread."""
        self._call_in_loop(self._start_timer, slow)

    def build_ended(self, done: Callable[[], Message]) -> None:
        """Note that the build has ended; *done* creates the message to send if the build was announced as running."""
        self._call_in_loop(self._stop_timer, done)

    def _call_in_loop(self, function: Callable[[Callable[[], Message]], None], create: Callable[[], Message]) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(function, create)

    def _start_timer(self, slow: Callable[[], Message]) -> None:
        assert self._loop is not None

        def announce() -> None:
            self.is_building = True
            self._broadcast(slow())

        self._timer = self._loop.call_later(SLOW_SECONDS, announce)

    def _stop_timer(self, done: Callable[[], Message]) -> None:
        if self._timer is not None:
            self._timer.cancel()
        if self.is_building:
            self.is_building = False
            self._broadcast(done())

    def close(self) -> None:
        """End all streams; must be called in the loop."""
        self._is_closed = True
        self._broadcast(_CLOSED)

    def _broadcast(self, message: Message) -> None:
        for queue in self._queues:
            pending = message
            while message is not _CLOSED and not queue.empty():
                pending = _merge(queue.get_nowait(), pending)
            queue.put_nowait(pending)

    async def listen(self, hello: Callable[[], Message]) -> AsyncIterator[bytes]:
        """Yield the events of one listener, until it disconnects or the hub is closed.

        *hello* creates the first message. It is called after the queue is registered, so that no build is missed.
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


def _merge(old: Message, new: Message) -> Message:
    """Return one message for two builds."""
    both = old["changed"], new["changed"]
    changed = None if None in both else sorted({*both[0], *both[1]})
    return {**new, "changed": changed, "follow": new.get("follow") or old.get("follow", "")}


def _event(kind: str, message: Message) -> bytes:
    data = json.dumps(message, ensure_ascii=False)  # a page in Hangul is half as long without escapes
    return f"event: {kind}\nid: {message['run']}.{message['build']}\ndata: {data}\n\n".encode()
