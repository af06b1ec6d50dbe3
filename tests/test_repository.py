"""What contributors meet before any code: environments, make targets, hooks and the CI workflow."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
DECISIONS = sorted(set((ROOT / "docs/decisions").glob("*.md")) - {ROOT / "docs/decisions/README.md"})
SECTIONS = ["Context", "Decision", "Price", "Measured", "What would change it"]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def pins(lock: str) -> dict[str, set[str]]:
    """Return each requirement's version and the hashes of its files."""
    found: dict[str, set[str]] = {}
    name = ""
    for line in (ROOT / lock).read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            name = line.split(" ")[0]
        found.setdefault(name, set()).update(re.findall(r"--hash=(sha256:[0-9a-f]{64})", line))
    return found


def test_the_users_lock_is_a_subset_of_the_developers() -> None:
    """Both lock files have the same versions and hashes of the packages that users install."""
    user, developer = (pins(lock) for lock in LOCKS)

    assert user.items() <= developer.items()
    assert all(user.values())


def test_a_user_gets_no_developers_tools() -> None:
    """`make site` and `make install` install no tools for tests, linting or type checking."""
    tools = {"hypothesis", "mypy", "playwright", "pre-commit", "pytest", "ruff"}

    assert not tools & {name.split("==")[0] for name in pins("requirements.lock")}
    assert tools <= {name.split("==")[0] for name in pins("requirements-dev.lock")}
    assert re.findall(r"^(?:site|install): (\S+)", MAKEFILE, re.MULTILINE) == [".venv/ready", ".venv/ready"]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host(lock: str) -> None:
    """A lock file contains no host name of the machine that created it."""
    assert "://" not in (ROOT / lock).read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="needs make")
def test_make_alone_lists_every_target_with_a_sentence() -> None:
    """`make` without arguments lists all targets, and installs or builds nothing."""
    targets = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert targets is not None

    listed = subprocess.run(["make", "-C", str(ROOT)], capture_output=True, encoding="utf-8", check=True).stdout

    lines = re.findall(r"^make ([a-z-]+) +([A-Z`].+\.)$", listed, re.MULTILINE)
    assert [name for name, _ in lines] == targets[1].split()


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_to_commits(path: Path) -> None:
    """Actions are pinned to commits, as a tag can be moved to other code."""
    used = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))

    assert used
    assert [action for action in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)] == []


@pytest.mark.parametrize(
    ("message", "is_accepted"),
    [
        ("Fix builds lost before the event stream opens\n\nA tab that…\n", True),
        ("Fix builds lost before the event stream opens\n", False),
        ("Fix builds lost before the event stream opens\n\n# Please enter the commit message\n", False),
        ("Fix builds lost before the event stream opens.\n\nA tab that…\n", False),
        ("fix builds\n\nA tab that…\n", False),
        (f"Fix {'x' * 80}\n\nA tab that…\n", False),
        ("Merge branch 'main'\n", True),
    ],
)
def test_the_hook_asks_for_a_subject_and_a_reason(message: str, *, is_accepted: bool) -> None:
    """A commit has a subject of at most 72 characters without a full stop, and a body."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    [pattern] = [hook["entry"] for hook in hooks if hook["id"] == "commit-message"]

    assert bool(re.search(pattern, message, re.MULTILINE)) == is_accepted


def test_the_hooks_are_a_valid_configuration() -> None:
    """The hook configuration is valid for pre-commit."""
    command = [sys.executable, "-m", "pre_commit", "validate-config", str(ROOT / ".pre-commit-config.yaml")]

    assert subprocess.run(command, capture_output=True, encoding="utf-8", check=False).returncode == 0


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_its_sections_and_names_what_exists(path: Path) -> None:
    """Each decision has all sections, and the files that it names exist."""
    text = path.read_text(encoding="utf-8")
    named = re.findall(r"`([\w./-]+\.(?:py|js|md)|(?:tests|media|parse|serve)/[\w./-]+)`", text)

    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == SECTIONS
    assert [name for name in named if not (ROOT / name).exists() and not (ROOT / "src/byeoru" / name).exists()] == []


def test_each_decision_is_listed() -> None:
    """Each decision is listed in ARCHITECTURE.md and in the index of the folder."""
    names = {path.name for path in DECISIONS}
    index = (ROOT / "docs/decisions/README.md").read_text(encoding="utf-8")
    architecture = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")

    assert set(re.findall(r"\]\(([\w-]+\.md)\)", index)) == names
    assert set(re.findall(r"\]\(docs/decisions/([\w-]+\.md)\)", architecture)) - {"README.md"} == names


def test_each_promise_of_security_names_a_test_that_exists() -> None:
    """Each promise of SECURITY.md names an existing test file."""
    promised = (
        (ROOT / "SECURITY.md").read_text(encoding="utf-8").partition("## What is promised")[2].partition("\n## ")[0]
    )
    promises = re.findall(r"^- (.*?)(?=\n- |\n\n)", promised, re.MULTILINE | re.DOTALL)
    named = [re.findall(r"`(tests/[\w/]+\.py)`", promise) for promise in promises]

    assert len(promises) > 10
    assert [promise for promise, tests in zip(promises, named, strict=True) if not tests] == []
    assert [test for tests in named for test in tests if not (ROOT / test).is_file()] == []
