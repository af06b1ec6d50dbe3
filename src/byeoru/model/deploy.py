"""The deployment target of a site, as configured in `blog.yml`."""

from typing import NamedTuple

from byeoru.model.indexnow import IndexNow


class Deploy(NamedTuple):
    """The part `deploy` of the settings."""

    target: str = "github-pages"
    options: tuple[tuple[str, str], ...] = ()  # by name; which there are, and how each is read, the targets declare
    indexnow: IndexNow = IndexNow()

    def option(self, name: str, default: str = "") -> str:
        """Return an option of the target, *default* where it is not set.

        >>> Deploy("rsync", (("port", "2222"),)).option("port"), Deploy().option("branch", "gh-pages")
        ('2222', 'gh-pages')
        """
        return dict(self.options).get(name, default)
