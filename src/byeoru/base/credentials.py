"""Passwords in addresses, which are shown to nobody.

In:  text with addresses in it.
Out: the text without what stands before their hosts.
Must not: shorten an address that has no login.
"""

import re

# Up to the last `@`: a password with `/`, `:` or `@` in it, which no program can read, is one all the same.
_LOGIN = re.compile(r"(?<=://)[^\s\"'<>]*@")
_BARE = re.compile(r"(?<![^\s\"'])(?!\S*://)[^\s\"'<>:]*:[^\s\"'<>]*@")  # of an address whose scheme was forgotten


def without_credentials(text: str) -> str:
    """Return *text* with the names and passwords taken out of its addresses.

    >>> without_credentials("fatal: https://me:token@github.com/me/blog.git and https://me:a/b@c@d.kr/x")
    'fatal: https://github.com/me/blog.git and https://d.kr/x'
    """
    return _LOGIN.sub("", text)


def mask_credentials(text: str) -> str:
    """Return *text* with a star for each character of a login, so that columns stay what they are.

    >>> mask_credentials("base_url: https://me:token@blog.example.kr")
    'base_url: https://*********blog.example.kr'
    """
    return _BARE.sub(_stars, _LOGIN.sub(_stars, text))


def _stars(found: re.Match[str]) -> str:
    return "*" * len(found[0])
