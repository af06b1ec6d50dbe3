"""`blog serve`: the preview."""

import secrets
import socket
import webbrowser
from asyncio import AbstractEventLoop
from datetime import UTC, datetime
from functools import partial

import click

from byeoru.base.catalogue import Language, localize
from byeoru.cache.lock import locked
from byeoru.cli.build import now
from byeoru.cli.localized import CommandError, localized_command, localized_option
from byeoru.cli.progress import Listener
from byeoru.cli.project import require_project
from byeoru.cli.serve_reporter import ServeReporter
from byeoru.cli.site_settings import settings_of
from byeoru.model.project import Profile, Project
from byeoru.serve.address import host_names, local_url
from byeoru.serve.api import ApiContext
from byeoru.serve.app import AppContext, application
from byeoru.serve.follow import address_of_changed
from byeoru.serve.host_guard import HostGuard
from byeoru.serve.hub import Hub
from byeoru.serve.pushed_page import pushed_page
from byeoru.serve.rebuild import RebuildCallbacks, Rebuilder
from byeoru.serve.server import PORT, Service, listening_socket
from byeoru.serve.state import PreviewState, build_message
from byeoru.serve.temporary_upload import remove_leftovers
from byeoru.serve.watch import Event, Watcher


def command(language: Language) -> click.Command:
    """Return the command, with help in *language*."""
    option = partial(localized_option, language, "serve")
    return localized_command(
        language,
        "serve",
        lambda **choices: run(language, require_project(language), choices),
        option("port", "-p", type=click.IntRange(1, 65535), metavar="N"),
        option("host", default="127.0.0.1", metavar="ADDRESS"),
        option("open", "-o", is_flag=True),
        option("drafts/--no-drafts", default=True),
        option("future/--no-future", "-F", default=True),
        option("follow", is_flag=True),
        option("write", is_flag=True),
    )


def run(language: Language, project: Project, choices: dict[str, object]) -> None:
    """Build and serve; rebuild on every save until Ctrl-C."""

    def refuse(process: str) -> None:
        raise CommandError(
            localize("serve.already", language, process=process), localize("serve.already-hint", language)
        )

    with locked(f"{project.state_directory}/serve.lock", refuse) as clock_ns:
        remove_leftovers(project, clock_ns)
        reporter = ServeReporter(language, project)
        host, port = str(choices["host"]), choices["port"]
        try:
            listening = listening_socket(host, int(str(port or PORT)), is_exact=port is not None)
        except OSError as problem:
            raise reporter.listen_error(host, int(str(port or PORT)), problem) from problem
        with listening:
            number = int(listening.getsockname()[1])
            if port is None and number != PORT:
                reporter.print_other_port(PORT, number)
            _serve(project, reporter, choices, listening)
    reporter.print_stopped()


def _serve(project: Project, reporter: ServeReporter, choices: dict[str, object], listening: socket.socket) -> None:
    host, port, base = str(choices["host"]), int(listening.getsockname()[1]), settings_of(project).base_path
    drafts, future, follows = bool(choices["drafts"]), bool(choices["future"]), bool(choices["follow"])
    profile = Profile("preview", project.file(".blog/preview"), drafts=drafts, future=future)
    hub, token = Hub(), secrets.token_urlsafe(16)

    def on_build(before: PreviewState, state: PreviewState, changed: tuple[str, ...], seconds: float) -> None:
        follow = address_of_changed(state) if follows else ""
        page = pushed_page(profile.output, state, rebuilder.looked_at, changed, token)
        hub.publish(build_message(state, changed, follow, page))
        reporter.print_build(before.report, state, changed, seconds)

    callbacks = RebuildCallbacks(
        on_build,
        lambda state, changed: hub.publish(build_message(state, changed)),
        lambda: hub.build_started(lambda: build_message(rebuilder.state, (), is_building=True)),
        lambda: hub.build_ended(lambda: build_message(rebuilder.state, ())),
    )
    listener = Listener(reporter.language, draws=True)
    initial_state = PreviewState(secrets.token_hex(4), base=base)
    rebuilder = Rebuilder(project, profile, initial_state, now, listener, callbacks)
    watcher = Watcher(project, rebuilder.wake)
    try:
        rebuilder.start()
        listener.close()
        reporter.print_addresses(host, port, base, is_polling=watcher.is_polling)
        api = ApiContext(project, reporter.language, lambda: datetime.now(UTC).astimezone(), bool(choices["write"]))
        context = AppContext(
            profile.output,
            lambda: rebuilder.state,
            hub,
            token,
            api,
            lambda: rebuilder.wake(Event("")),
            rebuilder.is_current,
            rebuilder.wait_for_rest,
            partial(setattr, rebuilder, "looked_at"),
        )

        def on_started(loop: AbstractEventLoop) -> None:
            hub.attach(loop)
            if choices["open"]:
                webbrowser.open(local_url(host, port, base))

        Service(HostGuard(application(context), host_names(host)), hub.close, reporter.print_server_error).run(
            listening, on_started
        )
    finally:
        watcher.close()
        rebuilder.close()
