"""A deployment on one page: look at the target, compare, ask for consent, send, check, notify.

In:  an ``Order``: the project, the target, and what its author wants.
Out: an exit code; messages and prompts go to a ``Dialogue``.
Must not: print, read options, or depend on a particular target.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from typing import NamedTuple

from byeoru.base.diagnostic import Location, error, has_errors
from byeoru.base.rooted import Rooted
from byeoru.cache.lock import locked
from byeoru.dialogue import Dialogue
from byeoru.emit.manifest import manifest_digest, read_manifest
from byeoru.model.project import Job, Profile, Project, Report
from byeoru.model.settings import Settings
from byeoru.publish.changes import Changes, as_words, counts
from byeoru.publish.compare.plan import Plan, compare, compare_earlier
from byeoru.publish.compare.preflight import denied, reasons_of_build
from byeoru.publish.deployment import Authorship, Deployment, Published
from byeoru.publish.errors import PublishError
from byeoru.publish.git.provenance import Provenance, people_of, provenance_of
from byeoru.publish.live import wait_until_live
from byeoru.publish.notify.indexnow import announcement_of
from byeoru.publish.site import STAMP, BuiltSite
from byeoru.publish.staging import staged, staging_folder
from byeoru.publish.target import History, Target
from byeoru.publish.trust import TrustStore
from byeoru.session import Everything, session

DONE, STOPPED, INTERRUPTED = 0, 1, 130  # exit codes
PAUSE = 3.0  # seconds between two requests to the address


class Order(NamedTuple):
    """A deployment as the user has requested it."""

    project: Project
    settings: Settings
    target: Target
    target_name: str
    trust: TrustStore
    now: datetime
    allowed: tuple[str, ...] = ()  # reasons to stop that the author ignores with `--allow`
    is_dry_run: bool = False
    shows_diff: bool = False
    keeps_addresses: bool = False  # the old address of a page that has moved becomes an alias
    wait: float | None = None  # seconds to wait for the new site; None: the target's own limit, 0: do not wait


Action = Callable[[Order, Dialogue], int]


def carry_out(action: Action, order: Order, dialogue: Dialogue) -> int:
    """Run an action, only one at a time for each project; report what stops it."""
    with dialogue.building() as progress, locked(f"{order.project.state_directory}/deploy.lock", progress.waits_for):
        try:
            return action(order, dialogue)
        except PublishError as failed:
            dialogue.stop(*failed.problems)
            return STOPPED


def deploy(order: Order, dialogue: Dialogue) -> int:
    """Build the site, and publish it."""
    require_consent(order, dialogue)
    settings = with_address(order.settings, order.target.address, dialogue)
    order = order._replace(settings=settings)
    with staging_folder(order.project.root) as folder:
        plan = plan_deployment(order, folder, dialogue)
        if plan.moved and order.keeps_addresses:
            dialogue.keep_addresses(settings, plan.moved)
            plan = plan_deployment(order._replace(keeps_addresses=False), folder, dialogue)
        return publish(order, plan, None, dialogue)


def plan_deployment(order: Order, folder: str, dialogue: Dialogue) -> Plan:
    """Build, look at the target, compare; copy what is sent into *folder*, so that later builds cannot change it."""
    with built_site(order, dialogue) as site:
        plan = compare(order.target.look(site), order.target.address)
        if plan.moved and order.keeps_addresses:
            return plan
        dialogue.moved(plan.moved)
        return plan._replace(look=staged(plan.look, folder))


def publish(order: Order, plan: Plan, again: Deployment | None, dialogue: Dialogue) -> int:
    """Show the plan, and send the site unless there are reasons to stop; *again* is the deployment to restore."""
    dialogue.target(order.target)
    if plan.look.is_same:
        dialogue.report("deploy.same")
        dialogue.address(order.settings.base_url)
        return DONE
    provenance = provenance_of(order.project.root)
    dialogue.plan(plan, provenance)
    if order.shows_diff:
        dialogue.diff(plan.changes, plan.look.diff(plan.changes))
    if stops := denied(plan.problems, order.allowed):
        raise PublishError(*stops)
    if order.is_dry_run:
        dialogue.report("deploy.dry-run")
        return DONE
    return send(order, plan, authorship_of(order, plan, provenance, again), dialogue)


def send(order: Order, plan: Plan, authorship: Authorship, dialogue: Dialogue) -> int:
    """Send the site, check that it is live, and notify search engines; Ctrl-C reports what has been done until then."""
    try:
        with dialogue.sending() as on_progress:
            published = order.target.send(plan.look, authorship, on_progress)
    except KeyboardInterrupt:
        dialogue.interrupted("deploy.interrupted")
        return INTERRUPTED
    dialogue.published(published)
    if order.target.address and not plan.look.old:
        dialogue.report("deploy.choose-branch")
    try:
        is_live = check(order, published, dialogue)
        notify(order.settings, plan.changes, dialogue, is_live=is_live)
    except KeyboardInterrupt:
        dialogue.interrupted("live.stopped")
        return INTERRUPTED
    dialogue.address(order.settings.base_url)
    return DONE


def check(order: Order, published: Published, dialogue: Dialogue) -> bool:
    """Wait until the new site is live; tell whether it is."""
    limit = order.target.live_timeout if order.wait is None else order.wait
    base_url = order.settings.base_url
    if not base_url or not limit:
        return False
    response = wait_until_live(base_url, STAMP, published.stamp, limit=limit, pause=PAUSE, report=dialogue.waiting)
    dialogue.checked(response, limit)
    return response.is_live


def notify(settings: Settings, changes: Changes, dialogue: Dialogue, *, is_live: bool) -> None:
    """Notify search engines of *changes* if this is configured and the new site is live."""
    announcement = announcement_of(settings.deploy.indexnow, settings.base_url, changes)
    if announcement and is_live:
        dialogue.notified(announcement, announcement.send())
    elif announcement:
        dialogue.warn("indexnow.not-live")


def roll_back(order: Order, dialogue: Dialogue, steps: int) -> int:
    """Publish the site again that was live *steps* deployments ago."""
    require_consent(order, dialogue)
    history = history_of(order)
    past = history.past(steps + 1)
    if len(past) <= steps:
        raise PublishError(error("deploy-no-earlier", Location(""), "try-smaller-step", steps=steps, count=len(past)))
    return publish(order, compare_earlier(history.earlier(past, steps)), past[steps], dialogue)


def list_past(order: Order, dialogue: Dialogue, count: int) -> int:
    """Show the last deployments."""
    dialogue.past(history_of(order).past(count))
    return DONE


def history_of(order: Order) -> History:
    """Return the target if it keeps earlier deployments."""
    if isinstance(order.target, History):
        return order.target
    raise PublishError(error("deploy-keeps-no-past", Location(""), "deploy-earlier-sources", target=order.target_name))


def require_consent(order: Order, dialogue: Dialogue) -> None:
    """Prompt for consent before the first deployment to a target.

    The target is in the settings, which are part of a cloned folder. So the consent is stored outside of the project.
    """
    where = order.target.where
    name = f"{order.target_name} {where}"
    if order.is_dry_run or order.trust.trusts(name):
        return
    consent = dialogue.confirm("deploy.ask-target", where=where)
    if consent is None:
        raise PublishError(error("deploy-new-target", Location(""), "agree-with-yes", where=where))
    if not consent:
        raise PublishError
    if not order.trust.trust(name):
        dialogue.warn("deploy.not-remembered", folder=order.trust.folder or "-")


def with_address(settings: Settings, guess: str, dialogue: Dialogue) -> Settings:
    """If the settings have no address, offer the one that the target gives the site; return the current settings."""
    if settings.base_url or not guess or not dialogue.confirm("deploy.ask-address", default=True, url=guess):
        return settings
    settings = dialogue.settings_with_address(guess)
    dialogue.report("deploy.address-written", url=guess)
    return settings


@contextmanager
def built_report(project: Project, now: datetime, allowed: Iterable[str], dialogue: Dialogue) -> Iterator[Report]:
    """Build the site as `blog build` does; no other build can change it until the block ends.

    Raises ``PublishError`` if there are errors, or warnings that stop a deployment and are not *allowed*.
    """
    profile = Profile("site", project.file("site"))
    with ExitStack() as lock:
        with dialogue.building() as progress:
            builds = lock.enter_context(session(project, profile, progress))
            builds.run(Job(now), Everything())
            report = builds.flush()
            leaks = builds.leaks(Job(now)) if report.is_written and report.hides_anything else ()
        stops = denied((*reasons_of_build(report), *leaks), allowed)
        stopping = {(stop.code, stop.location) for stop in stops}
        others = tuple(problem for problem in report.problems if (problem.code, problem.location) not in stopping)
        dialogue.built(report._replace(problems=others))
        if not report.is_written or has_errors(report.problems) or stops:
            raise PublishError(*stops)
        yield report


@contextmanager
def built_site(order: Order, dialogue: Dialogue) -> Iterator[BuiltSite]:
    """Build the site, and yield exactly what this build wrote."""
    folder = order.project.file("site")
    with built_report(order.project, order.now, order.allowed, dialogue) as report:
        with Rooted(folder) as site:
            manifest = read_manifest(site)
        if manifest is None or manifest_digest(manifest) != report.manifest:
            raise PublishError(error("deploy-no-manifest", Location("site"), "build-again"))
        yield BuiltSite(folder, manifest, order.settings.base_url)


def authorship_of(order: Order, plan: Plan, provenance: Provenance, again: Deployment | None) -> Authorship:
    """Return what is recorded with the deployment: title, changes, source commit and author."""
    source = provenance.commit + ("+" if provenance.commit and provenance.uncommitted else "")
    people = people_of(order.project.root, order.settings.author.name)
    changes = as_words(counts(plan.changes))
    if again is None:
        return Authorship("Publish the site", changes, source, people)
    title = f"Publish the site of {again.time} again ({again.short_name})"
    return Authorship(title, changes, again.source, people, again.short_name)
