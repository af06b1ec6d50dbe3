"""What serves a published site: the information that the check of its domain needs."""

from typing import NamedTuple


class Hosting(NamedTuple):
    """The server of the site; each target derives it from its options."""

    host: str = ""  # of the author's own server
    is_pages: bool = False  # GitHub Pages serves the site
    claims_in_a_file: bool = False  # the published site contains its domain in a file `CNAME`
    remote: str = ""  # the URL of the repository, for git
    branch: str = ""
    user: str = ""  # the user or organisation that owns the repository; "" if it is not at GitHub
