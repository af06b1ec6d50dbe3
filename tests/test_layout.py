"""Where a test stands: `tests/` has a folder for each package of `src/byeoru`, so that nobody searches."""

from pathlib import Path

TESTS = Path(__file__).parent
PACKAGES = TESTS.parent / "src/byeoru"
# Stories of the whole program, by what they are about: attacks, small sites of others, and judges from outside.
STORIES = {"attack", "cases", "judges", "golden"}


def folders(root: Path) -> set[str]:
    """Return the folders directly below *root* that hold Python, however deep."""
    return {path.relative_to(root).parts[0] for path in root.rglob("*.py") if path.parent != root}


def misplaced(tests: Path, packages: Path) -> tuple[set[str], set[str]]:
    """Return the packages without a folder of tests, and the folders of tests without a package."""
    return folders(packages) - folders(tests), folders(tests) - folders(packages) - STORIES


def test_each_package_has_its_folder_of_tests() -> None:
    """A newcomer finds the tests of `graph` in `tests/graph`, and nothing stands in a folder that is no package."""
    assert misplaced(TESTS, PACKAGES) == (set(), set())


def test_a_package_without_tests_is_found(tmp_path: Path) -> None:
    """The rule can fail, in either direction."""
    for path in ("src/graph/site.py", "src/parse/text.py", "tests/parse/test_text.py", "tests/strange/test_x.py"):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).touch()

    assert misplaced(tmp_path / "tests", tmp_path / "src") == ({"graph"}, {"strange"})
