"""`blog serve`: the preview."""

import secrets
import socket
import webbrowser
from asyncio import AbstractEventLoop
from datetime import UTC, datetime
from functools import partial

import click

from byeoru.base.catalogue import Language, say
from byeoru.cache.lock import locked
from byeoru.cli.build import now
from byeoru.cli.place import need_project
from byeoru.cli.progress import Listener
from byeoru.cli.serve_words import ServeReporter
from byeoru.cli.site_settings import settings_of
from byeoru.cli.worded import Mistake, worded, worded_option
from byeoru.model.project import Profile, Project
from byeoru.serve.address import names_of, own_address
from byeoru.serve.api import ApiContext
from byeoru.serve.app import AppContext, application
from byeoru.serve.draft import sweep
from byeoru.serve.follow import address_of_changed
from byeoru.serve.guard import HostGuard
from byeoru.serve.hub import Hub
from byeoru.serve.rebuild import Observer, Rebuilder
from byeoru.serve.server import PORT, Service, bound
from byeoru.serve.state import PreviewState, message
from byeoru.serve.watch import Event, Watch


def command(language: Language) -> click.Command:
    """Return the command, worded in *language*."""
    option = partial(worded_option, language, "serve")
    return worded(
        language,
        "serve",
        lambda **choices: run(language, need_project(language), choices),
        option("port", "-p", type=click.IntRange(1, 65535), metavar="N"),
        option("host", default="127.0.0.1", metavar="ADDRESS"),
        option("open", "-o", is_flag=True),
        option("drafts/--no-drafts", default=True),
        option("future/--no-future", "-F", default=True),
        option("follow", is_flag=True),
        option("write", is_flag=True),
    )


def run(language: Language, project: Project, choices: dict[str, object]) -> None:
    """Build, serve, and follow every save until Ctrl-C."""

    def is_taken(process: str) -> None:
        raise Mistake(say("serve.already", language, process=process), say("serve.already-hint", language))

    with locked(f"{project.state_directory}/serve.lock", is_taken) as clock_ns:
        sweep(project, clock_ns)
        talk = ServeReporter(language, project)
        host, port = str(choices["host"]), choices["port"]
        try:
            listening = bound(host, int(str(port or PORT)), is_exact=port is not None)
        except OSError as problem:
            raise talk.cannot_listen(host, int(str(port or PORT)), problem) from problem
        with listening:
            number = int(listening.getsockname()[1])
            if port is None and number != PORT:
                talk.other_port(PORT, number)
            _serve(project, talk, choices, listening)
    talk.ended()


def _serve(project: Project, talk: ServeReporter, choices: dict[str, object], listening: socket.socket) -> None:
    host, port, base = str(choices["host"]), int(listening.getsockname()[1]), settings_of(project).base_path
    drafts, future, follows = bool(choices["drafts"]), bool(choices["future"]), bool(choices["follow"])
    profile = Profile("preview", project.file(".blog/preview"), drafts=drafts, future=future)
    hub = Hub()

    def tell(before: PreviewState, state: PreviewState, changed: tuple[str, ...], seconds: float) -> None:
        hub.publish(message(state, changed, address_of_changed(state) if follows else ""))
        talk.built(before.report, state, changed, seconds)

    observer = Observer(
        tell,
        lambda: hub.began(lambda: message(rebuilder.state, (), is_building=True)),
        lambda: hub.ended(lambda: message(rebuilder.state, ())),
    )
    listener = Listener(talk.language, draws=True)
    begin = PreviewState(secrets.token_hex(4), base=base)
    rebuilder = Rebuilder(project, profile, begin, now, listener, observer)
    watch = Watch(project, rebuilder.wake)
    try:
        rebuilder.start()
        listener.close()
        talk.opened(host, port, base, is_polling=watch.is_polling)
        api = ApiContext(project, talk.language, lambda: datetime.now(UTC).astimezone(), bool(choices["write"]))
        token = secrets.token_urlsafe(16)
        context = AppContext(
            profile.output, lambda: rebuilder.state, hub, token, api, lambda: rebuilder.wake(Event(""))
        )

        def begun(loop: AbstractEventLoop) -> None:
            hub.attach(loop)
            if choices["open"]:
                webbrowser.open(own_address(host, port, base))

        Service(HostGuard(application(context), names_of(host)), hub.close, talk.failed).run(listening, begun)
    finally:
        watch.close()
        rebuilder.close()
