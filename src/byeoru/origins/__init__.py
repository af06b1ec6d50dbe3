"""The programs that folders of others were written for, one module each: adding a module adds a program.

Each module defines ``PROGRAM``. A folder belongs to the first program that recognizes it, in the order of ``rank`` and
then of names.
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from byeoru.base.diagnostic import Outcome
from byeoru.model.content import Document
from byeoru.model.origin import Origin
from byeoru.origins.program import Program, Tree


@cache
def programs() -> tuple[Program, ...]:
    """Return all programs in the order in which they are asked whether a folder is theirs."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    known = (module.PROGRAM for module in modules if hasattr(module, "PROGRAM"))
    return tuple(sorted(known, key=lambda program: (program.rank, program.name)))


def read_origin(tree: Tree) -> Outcome[Origin]:
    """Return the program that the folder was written for, and what its configuration says; an empty one for ours."""
    for program in programs():
        if program.recognizes(tree):
            return program.read(tree)
    return Outcome(Origin())


def old_addresses(document: Document, origin: Origin) -> tuple[str, ...]:
    """Return the site paths at which the program of the folder publishes a document; none if it has no rule for it.

    The page stands at the first, the others have to redirect there.
    """
    if not origin.program:
        return ()
    return tuple(dict.fromkeys(filter(None, _by_name()[origin.program].addresses(document, origin))))


def title_of(origin: Origin) -> str:
    """Return the name of the program in messages."""
    return _by_name()[origin.program].title


@cache
def _by_name() -> dict[str, Program]:
    return {program.name: program for program in programs()}
