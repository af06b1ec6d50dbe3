"""What others do for a site: hold its comments, count its readers.

Each value has the form that its service gives it; what has another form never gets here.
"""

from typing import NamedTuple


class Comments(NamedTuple):
    """Where the comments of a site are kept: in a repository on GitHub, which its readers can see without a script."""

    provider: str  # "giscus" or "utterances"
    repo: str  # "owner/name"
    options: tuple[tuple[str, str], ...]  # attributes of the provider's script, by its own names: "repo-id"

    @property
    def page(self) -> str:
        """Return the address at which all comments of the site stand."""
        return f"https://github.com/{self.repo}/" + ("discussions" if self.provider == "giscus" else "issues")


class Analytics(NamedTuple):
    """Who counts the readers of a site."""

    provider: str  # "goatcounter", "umami", "plausible", "cloudflare" or "google"
    code: str = ""  # of the site at GoatCounter
    host: str = ""  # of Umami or Plausible, "https://stats.example.kr"
    id: str = ""  # of the site at Umami or Google
    domain: str = ""  # of the site at Plausible
    token: str = ""  # of the site at Cloudflare
    show: bool = False  # posts show how often they were read
