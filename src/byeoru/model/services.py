"""The services that a site uses: comments and analytics.

Each value has the form that its service requires; others are rejected when the settings are read.
"""

from typing import NamedTuple


class Comments(NamedTuple):
    """The comment service of a site, which stores comments in a GitHub repository."""

    provider: str  # "giscus" or "utterances"
    repo: str  # "owner/name"
    options: tuple[tuple[str, str], ...]  # attributes of the provider's script, by its own names: "repo-id"

    @property
    def page(self) -> str:
        """Return the URL that lists all comments of the site."""
        return f"https://github.com/{self.repo}/" + ("discussions" if self.provider == "giscus" else "issues")


class Analytics(NamedTuple):
    """The analytics service of a site."""

    provider: str  # "goatcounter", "umami", "plausible", "cloudflare" or "google"
    code: str = ""  # of the site at GoatCounter
    host: str = ""  # of Umami or Plausible, "https://stats.example.kr"
    id: str = ""  # of the site at Umami or Google
    domain: str = ""  # of the site at Plausible
    token: str = ""  # of the site at Cloudflare
    show: bool = False  # posts show their number of views
