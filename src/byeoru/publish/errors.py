"""The one exception of publishing."""

from byeoru.base.diagnostic import Diagnostic


class PublishError(Exception):
    """A deployment cannot go on; `byeoru.deploy` reports why, and ends it."""

    def __init__(self, *problems: Diagnostic) -> None:
        """Take what is reported; none where the user knows. Other programs' own words are the argument ``detail``."""
        super().__init__(*(problem.code for problem in problems))
        self.problems = problems

    @property
    def problem(self) -> Diagnostic:
        """Return the only problem."""
        return self.problems[0]
