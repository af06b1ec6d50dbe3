"""The Nu Html Checker reads every page, style sheet and picture of the example site, and has nothing to say."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from judges.judges_here import module
from programs import program

# What the checker says of what is right: its whole message, a part of the source that it shows, and why we differ.
DIFFER = (
    # MathML Core has `scriptlevel` and `displaystyle` on every element; the checker's grammar is that of MathML 3.
    (r"Attribute “scriptlevel” not allowed on element “\w+” at this point\.", "displaystyle="),
    # Its CSS parser does not know `max()` inside of a relative colour (CSS Color 5, §4.1), and stumbles.
    (r'CSS: “--\w+”: Cannot invoke "org\.w3c\.css\.values\.CssValue\.getType\(\)" because "val" is null\.', " h)"),
    # A warning: footnotes stand below a line at the end of a text, and are reached from their marks and not by a heading.
    (r"Section lacks heading\. .*", '<section class="footnotes"'),
    # Likewise: an embedded block may have none, and ends in a link to the note that it comes from.
    (r"Section lacks heading\. .*", '<section class="embed"'),
)


def verdicts(site: Path) -> list[str]:
    """Return what the checker says of a folder, without that in which we differ."""
    jar = module("vnu-jar/build/dist/vnu.jar")
    kinds = ("--also-check-css", "--also-check-svg", "--skip-non-html")
    # A deep stack, because the checker's grammar recurses on long lists.
    command = [program("java"), "-Xss8m", "-jar", str(jar), "--format", "json", *kinds, str(site)]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=250, check=False)
    return [
        f"{one['url'].rpartition(f'/{site.name}/')[2]}:{one.get('lastLine', 0)} {one['message']} {one.get('extract', '')}"
        for one in json.loads(done.stderr)["messages"]
        if not any(re.fullmatch(said, one["message"]) and shown in one.get("extract", "") for said, shown in DIFFER)
    ]


@pytest.mark.slow
def test_the_checker_has_nothing_to_say(example: Path) -> None:
    """Neither an error nor a warning, in any file."""
    assert verdicts(example) == []


@pytest.mark.slow
def test_the_checker_does_see(tmp_path: Path) -> None:
    """It reads pages and style sheets of folders within folders, and what it finds reaches us."""
    (tmp_path / "site/가").mkdir(parents=True)
    (tmp_path / "site/가/index.html").write_text("<!doctype html><html lang=ko><title>a</title><p id=a><p id=a>")
    (tmp_path / "site/a.css").write_text("p { colour: red }")

    found = "\n".join(verdicts(tmp_path / "site"))

    assert "Duplicate ID" in found
    assert "colour" in found
