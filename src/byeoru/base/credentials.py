"""Remove or mask user names and passwords in URLs before they are displayed.

In:  text that contains URLs.
Out: the text without the part before each host.
Must not: change a URL that has no login.
"""

import re

# Up to the last `@`: a password that contains `/`, `:` or `@` makes the URL invalid, and is still a password.
_LOGIN = re.compile(r"(?<=://)[^\s\"'<>]*@")
_BARE = re.compile(r"(?<![^\s\"'])(?!\S*://)[^\s\"'<>:]*:[^\s\"'<>]*@")  # in a URL without its scheme


def without_credentials(text: str) -> str:
    """Return *text* without the user names and passwords in its URLs.

    >>> without_credentials("fatal: https://me:token@github.com/me/blog.git and https://me:a/b@c@d.kr/x")
    'fatal: https://github.com/me/blog.git and https://d.kr/x'
    """
    return _LOGIN.sub("", text)


def mask_credentials(text: str) -> str:
    """Return *text* with a star for each character of a login, so that columns do not change.

    >>> mask_credentials("base_url: https://me:token@blog.example.kr")
    'base_url: https://*********blog.example.kr'
    """
    return _BARE.sub(_stars, _LOGIN.sub(_stars, text))


def _stars(login: re.Match[str]) -> str:
    return "*" * len(login[0])
