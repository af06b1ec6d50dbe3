"""Read and write the committed queries.

In:  a file of `queries/`, or queries.
Out: queries, or such a file: the kind, what is typed, and what is meant (`meanings`), separated by tabs.
Must not: draw or grade queries.
"""

from collections.abc import Iterable
from pathlib import Path

from search.grades import Query

FOLDER = Path(__file__).with_name("queries")


def read(name: str) -> list[Query]:
    """Return the queries of a file; lines that begin with `# ` are notes."""
    lines = (FOLDER / f"{name}.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("# "))
    return [Query(kind, text, tuple(meanings)) for kind, text, *meanings in rows]


def write(name: str, note: str, queries: Iterable[Query]) -> None:
    """Write queries into a file."""
    lines = [f"# {note}", *("\t".join((query.kind, query.text, *query.meanings)) for query in queries)]
    (FOLDER / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
