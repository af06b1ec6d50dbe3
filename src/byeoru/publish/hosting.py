"""What serves a published site, as far as the check of its domain needs to know."""

from typing import NamedTuple


class Hosting(NamedTuple):
    """Where the site goes; each target declares how its options say so."""

    host: str = ""  # of a server of one's own
    is_pages: bool = False  # GitHub serves the site
    claims_in_a_file: bool = False  # the published site names its domain in a file `CNAME`
    remote: str = ""  # the address of the repository, as git wants it
    branch: str = ""
    user: str = ""  # or organisation that the repository belongs to; "" if it is not at GitHub
