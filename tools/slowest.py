"""Run tests sequentially and print the CPU seconds of each, including its child processes.

    .venv/bin/python tools/slowest.py -m "not slow" tests/serve

CPU time is meaningful also on a busy machine, unlike wall time. All options are passed to pytest.
"""

import resource
import sys
from collections import defaultdict
from collections.abc import Iterator

import pytest

SHOWN = 40  # tests and files that are listed


def cpu_seconds() -> float:
    """Return the CPU time of this process and of all its children that have ended."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


class Costs:
    """A pytest plugin: the cost of each test with its fixtures."""

    def __init__(self) -> None:
        self.of: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Measure one test with the fixtures that it sets up and tears down."""
        before = cpu_seconds()
        result = yield
        self.of[item.nodeid] = cpu_seconds() - before
        return result

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """List the most expensive tests, test functions with all their parameters, and files."""
        functions: dict[str, float] = defaultdict(float)
        files: dict[str, float] = defaultdict(float)
        for name, seconds in self.of.items():
            functions[name.partition("[")[0]] += seconds
            files[name.partition("::")[0]] += seconds
        terminalreporter.section(f"CPU seconds: {sum(self.of.values()):.1f} in {len(self.of)} tests")
        for table in (self.of, functions, files):
            for name, seconds in sorted(table.items(), key=lambda row: -row[1])[:SHOWN]:
                terminalreporter.line(f"{seconds:8.2f}  {name}")
            terminalreporter.line("")


if __name__ == "__main__":
    raise SystemExit(pytest.main([*sys.argv[1:], "-n0", "-p", "no:randomly"], plugins=[Costs()]))
