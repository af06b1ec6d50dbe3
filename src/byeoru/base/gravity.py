"""How grave a problem is: what a reader of a long report should see first.

In:  a ``Diagnostic``.
Out: its rank, 0 for the gravest.
Must not: decide what is an error.

A code that is not listed here stands between content that is lost and remarks, so a new one needs no entry.
"""

from byeoru.base.diagnostic import Diagnostic

# By rank from 1; 0 are errors.
_CODES = (
    # Published, but probably not meant to be.
    "secret-file secret-in-text gps-in-static",
    # A page is not published.
    "asks-for-privacy misspelt-draft unclear-draft unreadable-date unclear-comment unclosed-comment front-matter-open",
    # Words, pictures or files are missing on the site.
    """swallowing-tag vanishing-tag lost-cell eaten-asterisk missing-picture local-file not-copied name-too-long
    control-in-name undecodable-name unreadable-file folder-too-deep not-a-file link-outside dangling-link link-loop
    front-matter-fence toml-syntax json-syntax computed-left-out""",
    # Markup is shown as it is written.
    """unknown-tag unclosed-tag unclosed-fence unclosed-container unknown-container undefined-footnote diagram-as-code
    spaced-link underscore-emphasis bad-formula lone-percents nested-too-deep""",
)
_REMARKS = """
unknown-key unknown-language unknown-option bad-option not-yet tag-variants one-tag same-meaning-key reserved-name
unused-footnote unused-template unused-block large-post country-as-language one-series
"""
_RANKS = {code: rank for rank, codes in enumerate(_CODES, 1) for code in codes.split()}
_OTHER = len(_CODES) + 1
_RANKS |= dict.fromkeys(_REMARKS.split(), _OTHER + 1)


def gravity(problem: Diagnostic) -> int:
    """Return the rank of *problem*; errors come first.

    >>> from byeoru.base.diagnostic import Location, error, warning
    >>> [gravity(warning(code, Location(""))) for code in ("lost-cell", "broken-link", "unknown-key")]
    [3, 5, 6]
    >>> gravity(error("lost-cell", Location("")))
    0
    """
    return 0 if problem.severity == "error" else _RANKS.get(problem.code, _OTHER)


def ranked_codes() -> list[str]:
    """Return the codes that have a rank of their own."""
    return list(_RANKS)
