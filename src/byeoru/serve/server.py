"""Serve an application on this machine until somebody presses Ctrl-C.

In:  an application and where to listen.
Out: requests answered; within a second after the signal nothing is left.
"""

import asyncio
import errno
import socket
from collections.abc import Callable

import uvicorn
from starlette.types import ASGIApp

PORT = 4000  # what Hexo and Jekyll listen on, so a habit
_TRIES = 50


def bound(host: str, port: int, *, is_exact: bool) -> socket.socket:
    """Return a socket that listens on *port*, or on the next free one unless it has to be that; raises ``OSError``."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for number in range(port, port + 1 if is_exact else port + _TRIES):
        made = socket.socket(family, socket.SOCK_STREAM)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((host, number))
            made.listen(2048)
        except OSError as problem:
            made.close()
            if problem.errno != errno.EADDRINUSE or number + 1 == port + _TRIES or is_exact:
                raise
        else:
            return made
    raise OSError(errno.EADDRINUSE, "no free port")


def serve(application: ASGIApp, listening: socket.socket, begun: Callable[[asyncio.AbstractEventLoop], None]) -> None:
    """Answer requests until SIGINT or SIGTERM; *begun* is called in the loop once it runs."""
    config = uvicorn.Config(
        application,
        log_level="critical",
        access_log=False,
        lifespan="off",
        server_header=False,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)

    async def run() -> None:
        begun(asyncio.get_running_loop())
        await server.serve(sockets=[listening])

    asyncio.run(run())
