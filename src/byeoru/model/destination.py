"""A folder on a server, or on this machine, in the syntax of `scp` and `rsync`.

In:  the text of `deploy.destination`.
Out: ``Destination``; None for an invalid text. A text that a program could parse as an option is invalid.
Must not: check whether the folder exists.
"""

import re
from typing import NamedTuple
from urllib.parse import unquote

from byeoru.base.hosts import wire_host

# The host may be an alias in the configuration of ssh, so an underscore is valid.
_USER = r"(?:(?P<user>[^\s@:/\-\"'`$\\][^\s@:/\"'`$\\]*)@)?"
_HOST = r"(?:\[(?P<newer>[0-9A-Fa-f:.]+(?:%\w+)?)\]|(?P<host>[^\W_][\w.\-]*))"
_URL = re.compile(rf"ssh://{_USER}{_HOST}(?::(?P<port>\d{{1,5}}))?/(?P<path>.+)")
_SHORT = re.compile(rf"{_USER}{_HOST}:(?P<path>[^:].*)")
_LOCAL = re.compile(r"(?:/|\.{1,2}/|~/).*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_NOWHERE = {"", "/", ".", "..", "~", "~/"}


class Destination(NamedTuple):
    """The folder that a site is uploaded to."""

    path: str  # on the server: absolute, or below the user's home
    host: str = ""  # "" for this machine
    user: str = ""  # "" for the default of ssh
    port: int = 0  # 0 for the default of ssh

    def __str__(self) -> str:
        """Return it in the short form.

        >>> str(Destination("/srv/blog", "::1", "hong", 2222)), str(Destination("/srv/blog"))
        ('hong@[::1]:/srv/blog', '/srv/blog')
        """
        if not self.host:
            return self.path
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.user}@{host}:{self.path}" if self.user else f"{host}:{self.path}"


def destination_of(text: str, port: int = 0) -> Destination | None:
    """Read `user@host:/path`, `ssh://user@host:port/path`, or a path on this machine; *port* is the default.

    >>> destination_of("hong@web.example.kr:/srv/내 블로그", 2222)
    Destination(path='/srv/내 블로그', host='web.example.kr', user='hong', port=2222)
    >>> destination_of("ssh://[2001:db8::1]:22/srv/blog")
    Destination(path='/srv/blog', host='2001:db8::1', user='', port=22)
    >>> str(destination_of("web:~/blog"))
    'web:blog'
    >>> [destination_of(text) for text in ("-oProxyCommand=x:/srv", "hong@-x:/srv", "web:/", "blog", "")]
    [None, None, None, None, None]
    """
    if _CONTROL.search(text):
        return None
    if match := _URL.fullmatch(text):
        path = unquote(match["path"])
        path, port = path if path.startswith("~/") else f"/{path}", int(match["port"] or port)
    elif match := _SHORT.fullmatch(text):
        path = match["path"]
    elif _LOCAL.fullmatch(text) and text.rstrip("/") not in _NOWHERE:
        return Destination(text.rstrip("/"))
    else:
        return None
    path = path.removeprefix("~/").rstrip("/")
    if path in _NOWHERE or path.startswith(("~", "-")) or port > 65535 or _CONTROL.search(path):
        return None
    return Destination(path, match["newer"] or _encoded(match["host"]), match["user"] or "", port)


def _encoded(host: str) -> str:
    """Return a host name as in the DNS; an alias in the configuration of ssh keeps its case."""
    return host if host.isascii() else wire_host(host) or host
