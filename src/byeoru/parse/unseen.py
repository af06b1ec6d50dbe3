"""What is in a file for its author only: comments, commands of Templater, the drawings of Excalidraw.

In:  the text of a page, and its front matter.
Out: the text and the front matter without them; problems at the places where something was left out.
Must not: remove anything from code, or change the number of lines.
"""

from dataclasses import replace

from byeoru.base.diagnostic import Diagnostic, Location, warning
from byeoru.base.text import location_at
from byeoru.base.yaml_nodes import Mapping
from byeoru.parse.comments import MARK, strip_comments, strip_plain_comments
from byeoru.parse.fields import FrontMatter
from byeoru.parse.templater import without_commands


def is_drawing(mapping: Mapping) -> bool:
    """Tell whether a file is a drawing of Excalidraw: its text is data, and pages show the picture exported from it."""
    return any(key.text == "excalidraw-plugin" for key, _ in mapping.pairs)


def without_unseen(
    body: str, first_line: int, front: FrontMatter, path: str, problems: list[Diagnostic]
) -> tuple[str, FrontMatter]:
    """Remove comments and commands; a page with an unclear comment becomes a draft."""
    stripped, commands = without_commands(body)
    line, counted_to = first_line, 0
    for start in commands:
        line, counted_to = line + body.count("\n", counted_to, start), start
        place = Location(path, line, start - body.rfind("\n", 0, start), 2)
        problems.append(warning("computed-left-out", place, "show-as-text", name="Templater"))
    return _without_comments(stripped, first_line, front, path, problems)


def _without_comments(
    body: str, first_line: int, front: FrontMatter, path: str, problems: list[Diagnostic]
) -> tuple[str, FrontMatter]:
    """Remove comments from body, title and summary; a page with an unclear comment becomes a draft."""
    meta = front.meta
    if MARK in meta.title + meta.summary:
        title, summary = strip_plain_comments(meta.title), strip_plain_comments(meta.summary)
        if (title, summary) != (meta.title, meta.summary):
            problems.append(warning("hidden-words", Location(path, 1), "comment-as-code", count=1))
        meta = meta._replace(title=title, summary=summary)
        front = replace(front, meta=meta)
    if MARK not in body:
        return body, front
    result = strip_comments(body)

    def report(code: str, at: int, hint: str, **arguments: object) -> None:
        problems.append(warning(code, location_at(body, at, path, len(MARK), first_line), hint, **arguments))

    if result.comment_starts:
        report("hidden-words", result.comment_starts[0], "comment-as-code", count=len(result.comment_starts))
    if result.unclosed >= 0:
        report("unclosed-comment", result.unclosed, "close-comment")
    if result.unclear >= 0:
        report("unclear-comment", result.unclear, "comment-as-code")
    if result.not_a_mark >= 0:
        report("lone-percents", result.not_a_mark, "comment-as-code")
    return result.text, replace(front, meta=meta._replace(draft=meta.draft or result.unclear >= 0))
