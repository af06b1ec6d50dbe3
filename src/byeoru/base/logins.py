"""Passwords in addresses, which are shown to nobody.

In:  text with addresses in it.
Out: the text without what stands before their hosts.
Must not: shorten an address that has no login.
"""

import re

# Up to the last `@`: a password with `/`, `:` or `@` in it, which no program can read, is one all the same.
_LOGIN = re.compile(r"(?<=://)[^\s\"'<>]*@")


def without_secrets(text: str) -> str:
    """Return *text* with the names and passwords taken out of its addresses.

    >>> without_secrets("fatal: https://me:token@github.com/me/blog.git and https://me:a/b@c@d.kr/x")
    'fatal: https://github.com/me/blog.git and https://d.kr/x'
    """
    return _LOGIN.sub("", text)
