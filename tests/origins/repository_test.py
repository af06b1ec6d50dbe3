"""Small repositories of ours, as other programs expect them, built as a whole: at which address each text is published."""

import re
from pathlib import Path

from byeoru.model.moves import Moves
from site_test import SiteTest

# Each text ends with a mark of its own, behind a paragraph that is long enough for any summary.
_LONG = "이 문단은 요약보다 길어서, 그 뒤에 놓인 표시는 글의 페이지에서만 나온다. 목록과 요약에는 앞부분만 나온다." * 2


class Repository:
    """A folder of another program, and the site that was built from it."""

    def __init__(self, root: Path, files: dict[str, str], settings: str = "") -> None:
        """Write *files* by path below *root*, and build them."""
        site = SiteTest(root)
        site.write("blog.yml", f"title: 시험\nbase_url: https://example.com\n{settings}")
        self._marks = {path: f"mark{number}end" for number, path in enumerate(files) if path.endswith((".md", ".mdx"))}
        for path, text in files.items():
            site.write(path, f"{text}\n\n{_LONG}\n\n{self._marks[path]}\n" if path in self._marks else text)
        report = site.build().must_succeed().report
        self.moves: Moves = report.moves
        self.problems = [f"{problem.location} {problem.code}" for problem in report.problems]
        self.pages = {_address(path): data.decode() for path, data in site.files().items() if path.endswith(".html")}

    def addresses(self) -> dict[str, str]:
        """Return the address of each text by its path; an unpublished text has none."""
        found = {
            path: [address for address, page in self.pages.items() if mark in page]
            for path, mark in self._marks.items()
        }
        assert all(len(addresses) <= 1 for addresses in found.values()), found
        return {path: address for path, addresses in found.items() for address in addresses}

    def main(self, address: str) -> str:
        """Return the main element of the page at *address*."""
        return self.pages[address].partition("<main")[2].partition("</main>")[0]

    def listed(self, address: str = "/") -> list[str]:
        """Return the addresses that the list at *address* links to, in order."""
        return list(dict.fromkeys(re.findall(r'href="(/[^"#]*)"', self.main(address))))

    def summary(self, address: str) -> str:
        """Return the description of the page at *address*."""
        match = re.search(r'<meta name="description" content="([^"]*)"', self.pages[address])
        return match[1] if match else ""


def _address(path: str) -> str:
    return "/" + path.removesuffix("index.html")
