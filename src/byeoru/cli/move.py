"""`blog mv`: move a text, a file or a folder, and rewrite what refers to it."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from byeoru.base.catalogue import Language, localize
from byeoru.base.paths import decode, nfc
from byeoru.cli.localized import CommandError, localized_command, localized_option
from byeoru.cli.progress import Listener
from byeoru.cli.project import require_project
from byeoru.model.content import Slot
from byeoru.model.project import Profile, Project

if TYPE_CHECKING:
    from byeoru.renaming.move import Move

_SHOWN = 20  # rewritten references, and those in the way


def command(language: Language) -> click.Command:
    """Return the command, with help in *language*."""
    return localized_command(
        language,
        "mv",
        lambda old, new, dry_run: run(language, old, new, is_rehearsal=dry_run),
        click.Argument(["old"], metavar=localize("metavar.old", language)),
        click.Argument(["new"], metavar=localize("metavar.new", language)),
        localized_option(language, "mv", "dry-run", is_flag=True),
    )


def run(language: Language, old: str, new: str, *, is_rehearsal: bool) -> None:
    """Move *old* to *new*, or only show what would be done."""
    from byeoru.renaming.journal import carry_out
    from byeoru.renaming.move import RefusedError, prepared
    from byeoru.session import session

    project = require_project(language)
    _finish(project, language)
    source, target = _paths(project, old, new, language)
    listener = Listener(language, draws=False)
    with session(project, Profile("site", project.file("site")), listener) as builds:
        try:
            move = builds.inspect(datetime.now(UTC), lambda found: prepared(found, source, target))
        except RefusedError as problem:
            text = localize(problem.code, language, **problem.arguments)
            raise CommandError(text, localize(problem.hint, language)) from None
        _stop_for_unwritable(move, language)
        if not is_rehearsal:
            carry_out(project, move)
    print("\n".join(_report(move, language)))
    links, files = len(move.plan.rewritten), len({path for path, *_ in move.plan.rewritten})
    print(localize("mv.would" if is_rehearsal else "mv.done", language, links=links, files=files))


def _finish(project: Project, language: Language) -> None:
    """Finish a move that was interrupted."""
    from byeoru.renaming.journal import finish

    changed = finish(project)
    if changed is not None:
        print(localize("mv.finished", language))
        for path in changed:
            print(localize("mv.changed", language, path=path))


def _paths(project: Project, old: str, new: str, language: Language) -> tuple[str, str]:
    """Return both paths in the project; into a folder that exists, the name stays."""
    source, target = _inside(project, old, language), _inside(project, new, language)
    is_into = os.path.isdir(project.file(target)) and not os.path.isdir(project.file(source))
    if is_into or new.endswith(("/", os.sep)):
        target = f"{target}/{source.rpartition('/')[2]}"
    if source == target:
        raise CommandError(localize("mv.exists", language, path=target), localize("mv.exists.hint", language))
    return source, target


def _stop_for_unwritable(move: "Move", language: Language) -> None:
    """Stop if a reference cannot be rewritten."""
    unwritable = move.plan.unwritable
    if unwritable:
        for path, slot in unwritable[:_SHOWN]:
            print(f"  {path}:{slot.line}:{slot.column}  {_written(slot, slot.target)}")
        text = localize("mv.unwritable", language, count=len(unwritable))
        raise CommandError(text, localize("mv.unwritable.hint", language))


def _report(move: "Move", language: Language) -> Iterator[str]:
    """Yield a line for each file that moves, each reference that is rewritten, and each address that is kept."""
    for before, after in move.renames:
        yield f"{before} → {after}"
    for path, slot, after in move.plan.rewritten[:_SHOWN]:
        yield f"  {path}:{slot.line}  {_written(slot, slot.target)} → {_written(slot, after)}"
    if len(move.plan.rewritten) > _SHOWN:
        yield "  " + localize("mv.more", language, count=len(move.plan.rewritten) - _SHOWN)
    for before, after in move.redirects:
        yield "  " + localize("mv.redirect", language, old=before, new=after)
    for path, before in move.lost:
        yield "  " + localize("deploy.no-aliases", language, path=path, address=before)


def _inside(project: Project, path: str, language: Language) -> str:
    """Return a path of the command line as a path in the project."""
    relative = os.path.relpath(os.path.realpath(os.path.dirname(os.path.abspath(path))), os.path.realpath(project.root))
    full = nfc(os.path.normpath(os.path.join(relative, os.path.basename(os.path.abspath(path)))).replace(os.sep, "/"))
    if full == ".." or full.startswith("../") or full == ".":
        raise CommandError(localize("mv.bad-place", language, path=path), localize("mv.bad-place.hint", language))
    return full


def _written(slot: Slot, target: str) -> str:
    """Return a reference as it is written, without its label."""
    match slot.kind:
        case "wiki":
            return f"[[{target}]]"
        case "embed":
            return f"![[{target}]]"
    return f"({decode(target)})"
