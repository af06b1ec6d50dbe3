"""The workflow by which GitHub Actions builds and publishes a site.

In:  where the project lies in its clone, the version of the program and where it is had, when posts are due, and
what is allowed.
Out: the text of the workflow, the same for the same site; and the times that such a text names.
Must not: read or write files, or know the clock.
"""

import json
import re
import shlex
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from byeoru.publish.git.checkout import Checkout

PATH = ".github/workflows/blog.yml"
# A scheduled run begins late or not at all when many begin, as they do on the hour: each post has two chances.
_CHANCES = (timedelta(minutes=3), timedelta(minutes=63))
_POSTS = 10  # that are waiting, the nearest; publishing one of them is the time to write the file anew

# Whole commits, as a tag can be moved; each is the commit of the release behind it.
_CHECKOUT = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1"
_PYTHON = "actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0"
_CACHE = "actions/cache@27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5"
_UPLOAD = "actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0"
_DEPLOY = "actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0"

_CRON = re.compile(r'^\s*- cron: "([^"]+)"', re.MULTILINE)
_PATTERN_SIGN = re.compile(r"([\\*?+\[\]!])")

_TEXT = """\
# Written by `blog deploy --setup actions` of Byeoru {version}. Run that again to renew it.
name: blog
on:
  push:
    branches: [{branch}]
{paths}  workflow_dispatch:
{schedule}permissions: {{}}
concurrency:
  group: pages
  cancel-in-progress: false
jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    permissions:
      contents: read
    # What an attempt has left stays for the next one, and two of one name are refused.
    outputs:
      artifact: github-pages-${{{{ github.run_attempt }}}}
{defaults}    steps:
      - uses: {checkout}
        with:
          persist-credentials: false
      - uses: {python}
        with:
          python-version: "3.13"
      # The newest cache comes back; a build that has it makes only what has changed, and the same bytes as one without.
      - uses: {cache}
        with:
          path: {workroom}
          key: blog-{version}-${{{{ github.run_id }}}}-${{{{ github.run_attempt }}}}
          restore-keys: blog-{version}-
      # One archive whose digest is known: whoever else publishes under this name is not asked.
      - run: {install}
      - run: blog build --format github
      # Stops for private pages and secrets, and warns of posts that this schedule does not know of.
      - run: blog deploy --target github-actions --dry-run{allowed}
      - run: rm -f site/.byeoru-manifest
      - uses: {upload}
        with:
          name: github-pages-${{{{ github.run_attempt }}}}
          path: {site}
          include-hidden-files: true
  deploy:
    needs: build
    runs-on: ubuntu-latest
    timeout-minutes: 20
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: ${{{{ steps.deployment.outputs.page_url }}}}
    steps:
      - id: deployment
        uses: {deploy}
        with:
          artifact_name: ${{{{ needs.build.outputs.artifact }}}}
"""


class Due(NamedTuple):
    """When a scheduled run begins, and the date of the post that it is for."""

    cron: str
    date: str


def due_times(dates: Iterable[str]) -> tuple[Due, ...]:
    """Return when runs must begin for posts of these *dates* (ISO 8601, with their zones), the nearest first.

    >>> due_times(["2026-12-03T09:00:00+09:00"])
    (Due(cron='3 0 3 12 *', date='2026-12-03T09:00+09:00'), Due(cron='3 1 3 12 *', date='2026-12-03T09:00+09:00'))
    """
    moments = sorted({datetime.fromisoformat(date).replace(second=0, microsecond=0) for date in dates})
    return tuple(
        Due(_cron(moment + chance), moment.isoformat(timespec="minutes"))
        for moment in moments[:_POSTS]
        for chance in _CHANCES
    )


def _cron(moment: datetime) -> str:
    """Return the minute, hour, day and month of *moment* in UTC, which is the zone of schedules."""
    utc = moment.astimezone(UTC)
    return f"{utc.minute} {utc.hour} {utc.day} {utc.month} *"


def crons_of(text: str) -> frozenset[str]:
    """Return the times in a workflow."""
    return frozenset(_CRON.findall(text))


def workflow(checkout: Checkout, version: str, archive: str, due: tuple[Due, ...], allowed: Iterable[str] = ()) -> str:
    """Return the text of the workflow, which installs this program from an *archive*: an address with its digest.

    *allowed* are the reasons to stop that its runs let pass.
    """
    folder = checkout.folder
    paths = f"    paths: [{_pattern(f'{folder}/**')}, {json.dumps(PATH)}]\n" if folder else ""
    # Without this, `run` would begin at the top of the clone.
    defaults = f"    defaults:\n      run:\n        working-directory: {_quoted(folder)}\n" if folder else ""
    rows = "".join(f'    - cron: "{one.cron}"  # {one.date}\n' for one in due)
    return _TEXT.format(
        version=version,
        install=_quoted(install_command(archive)),
        branch=_pattern(checkout.branch),
        paths=paths,
        allowed="".join(f" --allow {name}" for name in allowed),
        schedule=f"  # For posts that wait for their dates; in UTC.\n  schedule:\n{rows}" if rows else "",
        defaults=defaults,
        workroom=_quoted(f"{folder}/.blog".lstrip("/")),
        site=_quoted(f"{folder}/site".lstrip("/")),
        checkout=_CHECKOUT,
        python=_PYTHON,
        cache=_CACHE,
        upload=_UPLOAD,
        deploy=_DEPLOY,
    )


def install_command(archive: str) -> str:
    """Return the command that installs this program; pip compares the digest (pip, "Hash-checking mode").

    >>> install_command("https://example.kr/byeoru.tar.gz#sha256=00")
    "python -m pip install --disable-pip-version-check 'byeoru @ https://example.kr/byeoru.tar.gz#sha256=00'"
    """
    return f"python -m pip install --disable-pip-version-check {shlex.quote(f'byeoru @ {archive}')}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _pattern(name: str) -> str:
    r"""Return a pattern that only *name* fits; the stars of a folder's own stay.

    >>> print(_pattern("c++"))
    "c\\+\\+"
    """
    stars = "/**" if name.endswith("/**") else ""
    return _quoted(_PATTERN_SIGN.sub(r"\\\1", name.removesuffix("/**")) + stars)
