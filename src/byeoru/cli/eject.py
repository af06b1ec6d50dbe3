"""`blog theme eject`: copy a template, a block or a static file of the theme into the site, to be changed there."""

import os
import sys
from functools import partial

import click

from byeoru.base.catalogue import Language, say
from byeoru.base.source_file import create_source
from byeoru.base.text import nearest
from byeoru.cli.place import find_project, need_project
from byeoru.cli.site_settings import settings_of
from byeoru.cli.worded import Mistake, worded, worded_option
from byeoru.discover.layers import DEFAULT, themes_of
from byeoru.discover.read import opened
from byeoru.discover.sources import Scan, find_themes
from byeoru.discover.themes import OWN, find_theme
from byeoru.model.project import Project
from byeoru.model.theme import Theme
from byeoru.render.blocks import blocks_below, blocks_of, one_higher


def command(language: Language) -> click.Command:
    """Return the command, worded in *language*."""
    option = partial(worded_option, language, "theme.eject")
    return worded(
        language,
        "theme.eject",
        lambda template, block, **flags: run(language, template, block, flags),
        click.Argument(["template"], nargs=-1, shell_complete=_complete),
        option("block", metavar="NAME", default="", shell_complete=_complete_block),
        option("list", is_flag=True),
        option("all", is_flag=True),
    )


class Chest:
    """The theme of a project, and what can be taken out of it."""

    def __init__(self, language: Language, project: Project) -> None:
        """Look at the theme that the site has; one that is not there is a mistake."""
        self.language, self.project = language, project
        self.scan: Scan = find_themes(project)
        settings = settings_of(project)
        if settings.theme not in (known := themes_of(self.scan)):
            near = nearest(settings.theme, known) or DEFAULT
            raise Mistake(
                say("problem.no-such-theme", language, name=settings.theme),
                say("hint.did-you-mean", language, near=near),
            )
        digests = dict.fromkeys(self.scan.files, "")  # nobody asks whether a file has changed
        self.theme: Theme = find_theme(project, self.scan, settings, digests).value
        templates = {name: self.theme.template(name, 1).path for name in self.theme.names if self._is_lent(name)}
        statics = {f"static/{static.name}": static.path for static in self.theme.statics}
        self.sources: dict[str, str] = templates | statics  # by what each is called here
        self.statics = frozenset(statics)

    def _is_lent(self, name: str) -> bool:
        """Tell whether a template is the theme's, and not the site's alone."""
        return any(template.layer for template in self.theme.templates if template.name == name)

    def target(self, name: str) -> str:
        """Return the path below the project at which a file takes the place of the theme's."""
        return f"themes/{self.theme.name}/{name}" if name in self.statics else f"{OWN}/{name}"

    def known(self, name: str) -> str:
        """Return *name*, if there is such a thing; the folder of our own templates may stand before it."""
        bare = name.replace(os.sep, "/").removeprefix(f"{OWN}/")
        if bare not in self.sources:
            near = nearest(bare, self.sources)
            hint = say("hint.did-you-mean", self.language, near=near) if near else say("eject.see-list", self.language)
            raise Mistake(say("eject.unknown", self.language, name=name, theme=self.theme.name), hint)
        return bare

    def bytes_of(self, name: str) -> bytes:
        """Return the theme's own file."""
        with opened(self.project, self.scan, self.sources[name]) as file:
            return file.read()

    def with_block(self, name: str, block: str) -> bytes:
        """Return a template that extends the theme's and holds one of its blocks, as the theme has it."""
        blocks = blocks_below(self.theme, name, 1) if name not in self.statics else {}
        if block not in blocks:
            near = nearest(block, blocks)
            known = ", ".join(sorted(blocks)) or say("list.none", self.language)
            hint = "hint.did-you-mean" if near else "hint.one-of"
            raise Mistake(
                say("eject.no-block", self.language, name=name, block=block),
                say(hint, self.language, near=near, choices=known),
            )
        comment = say("eject.comment", self.language, name=name)
        text = f'{{# {comment} #}}\n{{% extends "theme:{name}" %}}\n\n'
        return f"{text}{{% block {block} %}}{one_higher(blocks[block])}{{% endblock %}}\n".encode()


def run(language: Language, names: tuple[str, ...], block: str, flags: dict[str, bool]) -> None:
    """List what there is, or write what is asked for; a file that exists is never touched."""
    chest = Chest(language, need_project(language))
    if flags["list"]:
        print("\n".join(_line(chest, name) for name in chest.sources))
        return
    if not names and not flags["all"]:
        raise Mistake(say("eject.nothing", language), say("eject.see-list", language))
    if block and (flags["all"] or len(names) > 1):
        raise Mistake(say("eject.one-block", language), say("eject.block-form", language, block=block))
    wanted = list(chest.sources) if flags["all"] else [chest.known(name) for name in names]
    contents = {name: chest.with_block(name, block) if block else chest.bytes_of(name) for name in wanted}
    taken = [name for name in contents if os.path.lexists(chest.project.file(chest.target(name)))]
    if taken and not flags["all"]:
        raise Mistake(_exists(chest, taken[0]), say("eject.move-away", language))
    for name in [one for one in contents if one not in taken]:
        place = chest.project.file(chest.target(name))
        create_source(chest.project.root, place, contents[name])
        print(os.path.relpath(place))
    for name in taken:
        print(_exists(chest, name), file=sys.stderr)


def _exists(chest: Chest, name: str) -> str:
    return say("eject.exists", chest.language, path=os.path.relpath(chest.project.file(chest.target(name))))


def _line(chest: Chest, name: str) -> str:
    """Return what one can be: its name, whether the site has its own, and its blocks."""
    is_own = os.path.lexists(chest.project.file(chest.target(name)))
    blocks = "" if name in chest.statics else ", ".join(blocks_of(chest.theme.template(name, 1).text))
    return f"{'*' if is_own else ' '} {name:<24}{blocks}".rstrip()


def _complete(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    project = find_project()
    return [name for name in Chest("en", project).sources if name.startswith(begun)] if project else []


def _complete_block(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    project, names = find_project(), context.params.get("template") or context.args or ("",)
    chest = Chest("en", project) if project else None
    if chest is None or names[0] not in chest.sources.keys() - chest.statics:
        return []
    return [block for block in blocks_below(chest.theme, names[0], 1) if block.startswith(begun)]
