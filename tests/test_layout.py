"""`tests/` mirrors `src/byeoru`: one folder for each package."""

from pathlib import Path

TESTS = Path(__file__).parent
PACKAGES = TESTS.parent / "src/byeoru"
# Stories of the whole program, by what they are about: attacks, small sites of others, and judges from outside.
STORIES = {"attack", "cases", "judges", "golden"}


def folders(root: Path) -> set[str]:
    """Return the folders directly in *root* that contain Python files at any depth."""
    return {path.relative_to(root).parts[0] for path in root.rglob("*.py") if path.parent != root}


def misplaced(tests: Path, packages: Path) -> tuple[set[str], set[str]]:
    """Return the packages without a test folder, and the test folders without a package."""
    return folders(packages) - folders(tests), folders(tests) - folders(packages) - STORIES


def test_each_package_has_its_folder_of_tests() -> None:
    """The tests of a package are in the folder of the same name, and no other folder exists."""
    assert misplaced(TESTS, PACKAGES) == (set(), set())


def test_a_package_without_tests_is_found(tmp_path: Path) -> None:
    """The check finds a package without tests and a folder without a package."""
    for path in ("src/graph/site.py", "src/parse/text.py", "tests/parse/test_text.py", "tests/strange/test_x.py"):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).touch()

    assert misplaced(tmp_path / "tests", tmp_path / "src") == ({"graph"}, {"strange"})
