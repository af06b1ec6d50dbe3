"""`blog theme eject`: copy a template, a block or a static file of the theme into the site, to customize it."""

import os
import sys
from functools import partial

import click

from byeoru.base.catalogue import Language, localize
from byeoru.base.source_file import create_source
from byeoru.base.text import nearest
from byeoru.cli.localized import CommandError, localized_command, localized_option
from byeoru.cli.project import find_project, require_project
from byeoru.cli.site_settings import settings_of
from byeoru.discover.layers import DEFAULT, themes_of
from byeoru.discover.read import opened
from byeoru.discover.sources import Scan, find_themes
from byeoru.discover.themes import OWN, find_theme
from byeoru.model.project import Project
from byeoru.model.theme import Theme
from byeoru.render.blocks import blocks_below, blocks_of, one_higher


def command(language: Language) -> click.Command:
    """Return the command, with help in *language*."""
    option = partial(localized_option, language, "theme.eject")
    return localized_command(
        language,
        "theme.eject",
        lambda template, block, **options: run(language, template, block, options),
        click.Argument(["template"], nargs=-1, shell_complete=_complete),
        option("block", metavar="NAME", default="", shell_complete=_complete_block),
        option("list", is_flag=True),
        option("all", is_flag=True),
    )


class EjectableFiles:
    """The theme of a project, and the files in it that can be ejected."""

    def __init__(self, language: Language, project: Project) -> None:
        """Find the theme of the site; raise a CommandError if it does not exist."""
        self.language, self.project = language, project
        self.scan: Scan = find_themes(project)
        settings = settings_of(project)
        if settings.theme not in (known := themes_of(self.scan)):
            near = nearest(settings.theme, known) or DEFAULT
            raise CommandError(
                localize("problem.no-such-theme", language, name=settings.theme),
                localize("hint.did-you-mean", language, near=near),
            )
        digests = dict.fromkeys(self.scan.files, "")  # changes are not tracked here
        self.theme: Theme = find_theme(project, self.scan, settings, digests).value
        templates = {name: self.theme.template(name, 1).path for name in self.theme.names if self._is_of_theme(name)}
        statics = {f"static/{static.name}": static.path for static in self.theme.statics}
        self.sources: dict[str, str] = templates | statics  # path by ejectable name
        self.statics = frozenset(statics)

    def _is_of_theme(self, name: str) -> bool:
        """Tell whether the theme provides this template; a template of the site alone cannot be ejected."""
        return any(template.layer for template in self.theme.templates if template.name == name)

    def target(self, name: str) -> str:
        """Return the path in the project at which a file overrides that of the theme."""
        return f"themes/{self.theme.name}/{name}" if name in self.statics else f"{OWN}/{name}"

    def checked_name(self, name: str) -> str:
        """Return *name* without the folder of the site's templates; raise a CommandError if there is no such file."""
        bare = name.replace(os.sep, "/").removeprefix(f"{OWN}/")
        if bare not in self.sources:
            near = nearest(bare, self.sources)
            hint = (
                localize("hint.did-you-mean", self.language, near=near)
                if near
                else localize("eject.see-list", self.language)
            )
            raise CommandError(localize("eject.unknown", self.language, name=name, theme=self.theme.name), hint)
        return bare

    def bytes_of(self, name: str) -> bytes:
        """Return the contents of the theme's file."""
        with opened(self.project, self.scan, self.sources[name]) as file:
            return file.read()

    def with_block(self, name: str, block: str) -> bytes:
        """Return a template that extends the theme's and overrides one block with a copy of it."""
        blocks = blocks_below(self.theme, name, 1) if name not in self.statics else {}
        if block not in blocks:
            near = nearest(block, blocks)
            known = ", ".join(sorted(blocks)) or localize("list.none", self.language)
            hint = "hint.did-you-mean" if near else "hint.one-of"
            raise CommandError(
                localize("eject.no-block", self.language, name=name, block=block),
                localize(hint, self.language, near=near, choices=known),
            )
        comment = localize("eject.comment", self.language, name=name)
        text = f'{{# {comment} #}}\n{{% extends "theme:{name}" %}}\n\n'
        return f"{text}{{% block {block} %}}{one_higher(blocks[block])}{{% endblock %}}\n".encode()


def run(language: Language, names: tuple[str, ...], block: str, options: dict[str, bool]) -> None:
    """List the ejectable files, or write the requested ones; an existing file is never overwritten."""
    ejectable = EjectableFiles(language, require_project(language))
    if options["list"]:
        print("\n".join(_list_line(ejectable, name) for name in ejectable.sources))
        return
    if not names and not options["all"]:
        raise CommandError(localize("eject.nothing", language), localize("eject.see-list", language))
    if block and (options["all"] or len(names) > 1):
        raise CommandError(localize("eject.one-block", language), localize("eject.block-form", language, block=block))
    wanted = list(ejectable.sources) if options["all"] else [ejectable.checked_name(name) for name in names]
    contents = {name: ejectable.with_block(name, block) if block else ejectable.bytes_of(name) for name in wanted}
    existing = [name for name in contents if os.path.lexists(ejectable.project.file(ejectable.target(name)))]
    if existing and not options["all"]:
        raise CommandError(_exists(ejectable, existing[0]), localize("eject.move-away", language))
    for name in [name for name in contents if name not in existing]:
        path = ejectable.project.file(ejectable.target(name))
        create_source(ejectable.project.root, path, contents[name])
        print(os.path.relpath(path))
    for name in existing:
        print(_exists(ejectable, name), file=sys.stderr)


def _exists(ejectable: EjectableFiles, name: str) -> str:
    return localize(
        "eject.exists", ejectable.language, path=os.path.relpath(ejectable.project.file(ejectable.target(name)))
    )


def _list_line(ejectable: EjectableFiles, name: str) -> str:
    """Return a line of the list: the name, a star if the site overrides it, and its blocks."""
    is_own = os.path.lexists(ejectable.project.file(ejectable.target(name)))
    blocks = "" if name in ejectable.statics else ", ".join(blocks_of(ejectable.theme.template(name, 1).text))
    return f"{'*' if is_own else ' '} {name:<24}{blocks}".rstrip()


def _complete(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    project = find_project()
    return [name for name in EjectableFiles("en", project).sources if name.startswith(incomplete)] if project else []


def _complete_block(context: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    project, names = find_project(), context.params.get("template") or context.args or ("",)
    ejectable = EjectableFiles("en", project) if project else None
    if ejectable is None or names[0] not in ejectable.sources.keys() - ejectable.statics:
        return []
    return [block for block in blocks_below(ejectable.theme, names[0], 1) if block.startswith(incomplete)]
