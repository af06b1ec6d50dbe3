"""The commands of both READMEs, typed one after another in a fresh checkout."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.ko.md")
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# What a reader types into `blog init`: title, repository, address, author, and Enter for git.
ANSWERS = "내 노트\n./remote.git\nblog.example.kr\n홍길동\n\n"
# What cannot be run here as it stands: it waits for a reader, or for the address of the site.
INSTEAD = {"blog serve --open": "blog serve --help", "blog deploy": "blog deploy --yes --no-wait"}
# Those of the repository itself, which CI runs as they stand.
REPOSITORY = {"make site", "make test"}


def steps_of(readme: str) -> list[tuple[str, list[str]]]:
    """Return the commands of a README in their order, each with what it is said to print."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    found: list[tuple[str, list[str]]] = []
    for block in BLOCK.findall(text):
        for line in block.splitlines():
            if line.startswith("$ "):
                found += [(command, []) for command in line[2:].split(" && ")]
            elif found and line not in REPOSITORY:
                found[-1][1].append(line)
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="needs make and a POSIX shell")
@pytest.mark.parametrize("readme", [READMES[0], pytest.param(READMES[1], marks=pytest.mark.slow)])
def test_the_commands_of_the_readme_lead_to_a_published_blog(readme: str, tmp_path: Path) -> None:
    """From a fresh home to a site on a branch: every command is found, ends well, and prints what is promised."""
    if not (ROOT / ".venv/ready").exists():
        pytest.skip("this checkout has no environment of its own, and installing one needs the network")
    subprocess.run(["git", "init", "--quiet", "--bare", tmp_path / "remote.git"], check=True)
    home = tmp_path / "home"
    home.mkdir()
    environment = {"HOME": str(home), "PATH": f"{home}/.local/bin:/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    folder = tmp_path
    for command, promised in steps_of(readme):
        if command.startswith("cd "):
            folder /= command.removeprefix("cd ")
            continue
        done = subprocess.run(
            ["/bin/sh", "-c", INSTEAD.get(command, command)],
            cwd=ROOT if command.startswith("make ") else folder,
            env=environment,
            input=ANSWERS if command.startswith("blog init") else "",
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, (command, done.stdout + done.stderr)
        for line in promised:
            assert line in done.stdout, command

    shown = subprocess.run(
        ["git", "-C", tmp_path / "remote.git", "show", "gh-pages:index.html"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    assert "<title>내 노트</title>" in shown
    assert "https://blog.example.kr/" in shown
    assert os.readlink(home / ".local/bin/blog") == str(ROOT / ".venv/bin/blog")


@pytest.mark.parametrize("readme", READMES)
def test_three_commands_are_enough(readme: str) -> None:
    """Between nothing and a published site stand `make install`, `blog init` and `blog deploy`."""
    commands = [command for command, _ in steps_of(readme) if not command.startswith("cd ")]

    assert commands[:3] == ["make install", "blog init my-blog", "blog deploy"]


def test_both_readmes_have_the_same_commands() -> None:
    """Neither language knows more than the other."""
    english, korean = (steps_of(readme) for readme in READMES)

    assert english == korean


@pytest.mark.skipif(sys.platform == "win32", reason="needs make")
def test_install_leaves_what_another_program_has_put_there(tmp_path: Path) -> None:
    """A command of the same name is not replaced, and the folder that is missing from PATH is named."""
    if not (ROOT / ".venv/ready").exists():
        pytest.skip("this checkout has no environment of its own, and installing one needs the network")
    (tmp_path / "bin").mkdir()
    other = tmp_path / "bin/blog"
    other.write_text("mine")
    install = ["make", "-C", str(ROOT), "install", f"PREFIX={tmp_path}"]

    refused = subprocess.run(install, capture_output=True, encoding="utf-8", check=False)
    content = other.read_text()
    other.unlink()
    done = subprocess.run(install, capture_output=True, encoding="utf-8", check=True)

    assert refused.returncode != 0
    assert "belongs to another program" in refused.stdout
    assert content == "mine"
    assert f'export PATH="{tmp_path}/bin:$PATH"' in done.stdout
