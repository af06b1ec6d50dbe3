"""Where a site is published, as `blog.yml` says."""

from typing import NamedTuple

from byeoru.model.indexnow import IndexNow

TARGETS = ("github-pages", "github-actions", "rsync", "folder")
HISTORIES = ("keep", "squash")


class Actions(NamedTuple):
    """How GitHub Actions gets this program."""

    install: str = ""  # the address of an archive with its digest, `https://…#sha256=…`; "" for none


class Deploy(NamedTuple):
    """The part `deploy` of the settings."""

    target: str = "github-pages"
    repository: str = ""  # an address, a path or `user/repository`; "" for that which the project was cloned from
    branch: str = "gh-pages"
    history: str = "keep"  # or "squash": the branch has one commit, which has no parent
    destination: str = ""  # of rsync: `user@host:/path`, see `model.destination`
    port: int = 0  # of the server's ssh; 0 for that which ssh takes
    path: str = ""  # of a folder on this machine, relative to the project
    indexnow: IndexNow = IndexNow()
    actions: Actions = Actions()
