"""The base class of all exceptions in `publish`."""

from byeoru.base.diagnostic import Diagnostic


class PublishError(Exception):
    """A deployment cannot continue; `byeoru.deploy` reports the problems and stops."""

    def __init__(self, *problems: Diagnostic) -> None:
        """Take the problems to report, none if the user knows; ``detail`` is the output of another program."""
        super().__init__(*(problem.code for problem in problems))
        self.problems = problems

    @property
    def problem(self) -> Diagnostic:
        """Return the only problem."""
        return self.problems[0]
