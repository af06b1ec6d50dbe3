"""A token by which one thread asks another to give up what it does.

It is passed down and looked at between two steps; nothing is interrupted in the middle of one.
"""


class Token:
    """Whether somebody still waits for a result."""

    def __init__(self) -> None:
        """Begin uncancelled."""
        self.is_cancelled = False

    def cancel(self) -> None:
        """Give the result up; in any thread."""
        self.is_cancelled = True


NEVER = Token()  # of a job that nobody cancels
