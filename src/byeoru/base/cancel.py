"""A token with which one thread cancels the work of another.

It is passed down and checked between two steps; no step is interrupted.
"""


class Token:
    """A flag that tells whether the result is still needed."""

    def __init__(self) -> None:
        """Begin uncancelled."""
        self.is_cancelled = False

    def cancel(self) -> None:
        """Cancel the work; may be called from any thread."""
        self.is_cancelled = True


NEVER = Token()  # of a job that nobody cancels
