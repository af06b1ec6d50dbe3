r"""The terms of one document, as `parse.terms` writes them: of each impact its letter, a tab, and its terms.

In:  such a text.
Out: the terms by letter, or their number.
Must not: know another document.
"""

from collections.abc import Iterator


def by_letter(terms: str) -> Iterator[tuple[str, list[str]]]:
    r"""Yield the letter of each impact, with the terms that have it.

    >>> list(by_letter("a\tclosure 클로저\nc\t#자바"))
    [('a', ['closure', '클로저']), ('c', ['#자바'])]
    """
    for line in terms.split("\n") if terms else ():
        yield line[0], line[2:].split(" ")


def postings_of(terms: str) -> int:
    r"""Return the number of postings of a document.

    >>> postings_of(""), postings_of("a\tclosure 클로저\nc\t#자바")
    (0, 3)
    """
    return terms.count(" ") + terms.count("\n") + 1 if terms else 0
