"""Serve an application until Ctrl-C.

In:  an application and a listening socket.
Out: responses to requests; the server stops within a second after the signal.
"""

import asyncio
import errno
import logging
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

PORT = 4000  # the default of Hexo and Jekyll
_MAX_PORTS = 50
_REQUEST_SECONDS = 10.0  # seconds in which a connection has to send a complete request
_KEEP_ALIVE = 30  # seconds between two requests on one connection
_BACKLOG = 2048
_DESCRIPTORS = 8192  # open at once, if the system allows it
# In every response, also errors: no content sniffing, and no other site can frame or load a draft.
HEADERS = [
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "SAMEORIGIN"),
    ("Content-Security-Policy", "frame-ancestors 'self'"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
]


def listening_socket(host: str, port: int, *, is_exact: bool) -> socket.socket:
    """Return a socket that listens on *port*, or on the next free one unless *is_exact*; raises ``OSError``."""
    [(family, _, _, _, address), *_] = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    for number in range(port, min(port + (1 if is_exact else _MAX_PORTS), 65536)):
        listening = socket.socket(family, socket.SOCK_STREAM)
        if sys.platform != "win32":  # there it would let two servers listen on one port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((address[0], number, *address[2:]))
            listening.listen(_BACKLOG)
        except OSError as problem:
            listening.close()
            if is_exact or problem.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
        else:
            return listening
    raise OSError(errno.EADDRINUSE, "no free port")


class _TimeoutProtocol(H11Protocol):
    """A connection that is closed if no complete request arrives in time; thousands of idle ones must cost nothing."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._deadline = self.loop.call_later(_REQUEST_SECONDS, self._time_out)

    def connection_lost(self, exc: Exception | None) -> None:
        self._deadline.cancel()
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """Reject an invalid request; in the middle of a response the connection can only be closed."""
        if self.conn.our_state in {h11.IDLE, h11.SEND_RESPONSE}:
            headers = [("Content-Type", "text/plain; charset=utf-8"), ("Connection", "close"), *HEADERS]
            for event in (
                h11.Response(status_code=400, headers=headers),
                h11.Data(data=msg.encode()),
                h11.EndOfMessage(),
            ):
                self.transport.write(self.conn.send(event) or b"")
        self.transport.close()

    def _time_out(self) -> None:
        if self.cycle is None and not self.transport.is_closing():
            self.transport.close()


class _ErrorHandler(logging.Handler):
    """Pass exceptions in uvicorn's log to *failed*, except those of clients that disconnect."""

    def __init__(self, failed: Callable[[BaseException], None]) -> None:
        super().__init__(logging.ERROR)
        self._failed = failed

    def emit(self, record: logging.LogRecord) -> None:
        problem = record.exc_info[1] if record.exc_info else None
        if problem is not None and not isinstance(problem, h11.LocalProtocolError | ConnectionError):
            self._failed(problem)


class _Server(uvicorn.Server):
    """A server without signal handlers: those of uvicorn would wait for event streams, which never end."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class Service:
    """A server that can be stopped."""

    def __init__(self, application: ASGIApp, end: Callable[[], None], failed: Callable[[BaseException], None]) -> None:
        """Configure the server; *end* is called in the loop before it stops, to end the event streams.

        *failed* is called with each exception of the application.
        """
        logger = logging.getLogger("uvicorn.error")
        logger.handlers, logger.propagate = [_ErrorHandler(failed)], False
        config = uvicorn.Config(
            application,
            http=_TimeoutProtocol,
            ws="none",
            loop="asyncio",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=True,
            headers=HEADERS,
            timeout_keep_alive=_KEEP_ALIVE,
            timeout_graceful_shutdown=1,
        )
        self._server, self._end = _Server(config), end
        self._loop: asyncio.AbstractEventLoop | None = None

    def run(self, listening: socket.socket, on_started: Callable[[asyncio.AbstractEventLoop], None]) -> None:
        """Serve until SIGINT, SIGTERM or ``stop``; *on_started* is called in the loop when it has started."""
        _allow_many_connections()
        asyncio.run(self._run(listening, on_started))

    async def _run(self, listening: socket.socket, on_started: Callable[[asyncio.AbstractEventLoop], None]) -> None:
        loop = self._loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            try:
                loop.add_signal_handler(number, self._stop)
            except NotImplementedError:  # Windows
                signal.signal(number, lambda *_: loop.call_soon_threadsafe(self._stop))
        on_started(loop)
        await self._server.serve(sockets=[listening])

    def stop(self) -> None:
        """Stop the server; in any thread."""
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop has ended already
                self._loop.call_soon_threadsafe(self._stop)

    def _stop(self) -> None:
        self._end()
        self._server.should_exit = True
        # Responses that are still running after that are aborted.
        if self._loop is not None:
            self._loop.call_later(0.3, self._force)

    def _force(self) -> None:
        self._server.force_exit = True


def _allow_many_connections() -> None:
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _DESCRIPTORS if hard == resource.RLIM_INFINITY else min(_DESCRIPTORS, hard)
    if soft < wanted:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
