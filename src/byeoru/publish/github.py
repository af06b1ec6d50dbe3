"""Parse the URL of a repository at GitHub.

In:  the URL, in any form that git accepts.
Out: user and repository, and the base URL that GitHub Pages gives them.
Must not: run git, or access the network.
"""

import re

_GITHUB = re.compile(
    r"(?:(?:https?|ssh|git)://)?(?:[^@/\s]+@)?(?:www\.)?github\.com(?::443|:22)?[:/]+"
    r"(?P<user>[A-Za-z0-9-]+)/(?P<name>[A-Za-z0-9._-]+?)(?:\.git)?/?"
)


def github_name(url: str) -> tuple[str, str] | None:
    """Return user and repository of a URL at GitHub, None for any other.

    >>> github_name("git@github.com:Kim/blog.git"), github_name("/srv/blog.git")
    (('Kim', 'blog'), None)
    """
    match = _GITHUB.fullmatch(url)
    return (match["user"], match["name"]) if match else None


def pages_address(url: str) -> str:
    """Return the URL that GitHub Pages gives a repository, "" if it is not at GitHub.

    >>> pages_address("git@github.com:Kim/Kim.github.io.git"), pages_address("https://github.com/kim/notes")
    ('https://kim.github.io', 'https://kim.github.io/notes')
    """
    name = github_name(url)
    if name is None:
        return ""
    user, repository = name[0].lower(), name[1]
    return f"https://{user}.github.io" + ("" if repository.lower() == f"{user}.github.io" else f"/{repository}")
