"""`blog serve`: the preview."""

import secrets
import sys
import time
import webbrowser
from asyncio import AbstractEventLoop
from datetime import UTC, datetime

import click

from byeoru.base.messages import Language, say
from byeoru.cache.lock import locked
from byeoru.cli.place import need_project
from byeoru.cli.progress import Listener
from byeoru.cli.report import print_problems, summary
from byeoru.cli.site_settings import settings_of
from byeoru.cli.worded import Mistake, WordedCommand
from byeoru.discover.layout import layout_of
from byeoru.model.project import Profile, Project
from byeoru.serve.app import Room, application
from byeoru.serve.desk import Desk
from byeoru.serve.follow import address_of_changed
from byeoru.serve.guard import HostGuard
from byeoru.serve.hub import Hub
from byeoru.serve.pages import Pages
from byeoru.serve.rebuild import Rebuilder
from byeoru.serve.server import PORT, bound, serve
from byeoru.serve.shown import Shown, message
from byeoru.serve.watch import Watch


def command(language: Language) -> click.Command:
    """Return the command, worded in *language*."""

    def option(*names: str, **kind: object) -> click.Option:
        name = names[-1].partition("/")[0].removeprefix("--")
        return click.Option(list(names), help=say(f"help.serve.{name}", language), **kind)  # type: ignore[arg-type]

    made = WordedCommand(
        "serve",
        help=say("help.serve", language),
        options_metavar=say("option.metavar", language),
        params=[
            option("-p", "--port", type=click.IntRange(1, 65535), metavar="N"),
            option("--host", default="127.0.0.1", metavar="ADDRESS"),
            option("-o", "--open", is_flag=True),
            option("--drafts/--no-drafts", default=True),
            option("-F", "--future", is_flag=True),
            option("--follow", is_flag=True),
            option("--write", is_flag=True),
            click.Option(["--lang"], type=click.Choice(["ko", "en"]), help=say("help.lang", language)),
        ],
        callback=lambda **choices: run(language, need_project(language), choices),
    )
    made.language = language
    return made


def run(language: Language, project: Project, choices: dict[str, object]) -> None:
    """Build, serve, and follow every save until Ctrl-C."""
    host, asked = str(choices["host"]), choices["port"]
    try:
        listening = bound(host, int(str(asked or PORT)), is_exact=asked is not None)
    except OSError as problem:
        raise Mistake(say("serve.port-busy", language, port=asked or PORT), str(problem)) from problem
    port = listening.getsockname()[1]
    if asked is None and port != PORT:
        print(say("serve.port-taken", language, port=PORT, other=port), file=sys.stderr)
    profile = Profile(
        "preview", project.file(".blog/preview"), drafts=bool(choices["drafts"]), future=bool(choices["future"])
    )
    hub = Hub()
    pages = Pages(project, profile)
    began = [time.perf_counter()]

    def tell(shown: Shown, changed: tuple[str, ...]) -> None:
        follow = address_of_changed(shown.report, pages.of(shown.number), shown.base) if choices["follow"] else ""
        hub.publish(message(shown, changed, follow))
        print_problems(shown.report, project, language, verbose=False)
        print(summary(shown.report, ".blog/preview", language, time.perf_counter() - began[0]))

    base = settings_of(project).base_path
    listener = Listener(language, draws=True)
    shown = Shown(secrets.token_hex(4), base=base)
    rebuilder = Rebuilder(project, profile, shown, lambda: datetime.now(UTC), listener, tell)
    with locked(f"{project.workroom}/serve.lock", listener.waits_for):
        rebuilder.build()
        listener.close()
        folders = tuple(project.file(folder) for folder, _ in layout_of(project.root).folders if folder)
        watch = Watch((project.root,), rebuilder.wake)
        rebuilder.start()
        desk = Desk(project, pages, language, lambda: datetime.now(UTC).astimezone(), bool(choices["write"]))
        room = Room(profile.output, lambda: rebuilder.shown, hub, secrets.token_urlsafe(16), desk)
        url = f"http://{host}:{port}{base}/"
        print(say("serve.at", language, url=url))

        def begun(loop: AbstractEventLoop) -> None:
            hub.attach(loop)
            if choices["open"]:
                webbrowser.open(url)

        try:
            serve(HostGuard(application(room), [host]), listening, begun)
        finally:
            watch.close()
            rebuilder.close()
