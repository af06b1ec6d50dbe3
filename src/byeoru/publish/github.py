"""What the address of a repository at GitHub means.

In:  the address, in any form that git takes.
Out: user and repository, and the base address that GitHub Pages gives them.
Must not: ask git or the network.
"""

import re

_GITHUB = re.compile(
    r"(?:(?:https?|ssh|git)://)?(?:[^@/\s]+@)?(?:www\.)?github\.com(?::443|:22)?[:/]+"
    r"(?P<user>[A-Za-z0-9-]+)/(?P<name>[A-Za-z0-9._-]+?)(?:\.git)?/?"
)


def github_name(url: str) -> tuple[str, str] | None:
    """Return user and repository of an address at GitHub, None for any other.

    >>> github_name("git@github.com:Kim/blog.git"), github_name("/srv/blog.git")
    (('Kim', 'blog'), None)
    """
    found = _GITHUB.fullmatch(url)
    return (found["user"], found["name"]) if found else None


def pages_address(url: str) -> str:
    """Return the address that GitHub Pages gives a repository, "" for one that is elsewhere.

    >>> pages_address("git@github.com:Kim/Kim.github.io.git"), pages_address("https://github.com/kim/notes")
    ('https://kim.github.io', 'https://kim.github.io/notes')
    """
    name = github_name(url)
    if name is None:
        return ""
    user, repository = name[0].lower(), name[1]
    return f"https://{user}.github.io" + ("" if repository.lower() == f"{user}.github.io" else f"/{repository}")
