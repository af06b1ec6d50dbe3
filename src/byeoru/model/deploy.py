"""Where a site is published, as `blog.yml` says."""

from typing import NamedTuple

TARGETS = ("github-pages",)
HISTORIES = ("keep", "squash")


class Deploy(NamedTuple):
    """The part `deploy` of the settings."""

    target: str = "github-pages"
    repository: str = ""  # an address, a path or `user/repository`; "" for that which the project was cloned from
    branch: str = "gh-pages"
    history: str = "keep"  # or "squash": the branch has one commit, which has no parent
