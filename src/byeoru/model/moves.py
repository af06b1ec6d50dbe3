"""What became of the addresses of pages in a folder that was written for another program."""

from typing import NamedTuple


class Moves(NamedTuple):
    """How many pages stand at their old addresses in the program that the folder was written for."""

    program: str = ""  # its title; "" for a folder of ours
    configuration: tuple[str, ...] = ()  # files that were read
    kept: int = 0  # pages at an old address
    redirected: int = 0  # pages elsewhere, to which their old addresses redirect
    lost: int = 0  # pages of which no old address leads anywhere
