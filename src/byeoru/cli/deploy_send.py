"""Publish what was prepared, and wait until it is live."""

from typing import NamedTuple

from byeoru.base.catalogue import say
from byeoru.base.diagnostic import Diagnostic
from byeoru.cli.deploy_words import PAUSE, Talk, short, time_of
from byeoru.cli.search_engines import announce
from byeoru.cli.sending import SendingLine
from byeoru.model.project import Project
from byeoru.model.settings import Settings
from byeoru.publish.changes import as_words, counts
from byeoru.publish.deployment import STAMP, Authorship, Deployment, Prepared
from byeoru.publish.git.provenance import Provenance, people_of
from byeoru.publish.live import wait_until_live
from byeoru.publish.target import Target


class Errand(NamedTuple):
    """What a deployment needs to know."""

    project: Project
    settings: Settings
    target: Target
    talk: Talk
    choices: dict[str, object]


def authorship_of(errand: Errand, prepared: Prepared, provenance: Provenance, again: Deployment | None) -> Authorship:
    """Return what the deployment says of itself: what it does, what that changes, and what it was made from."""
    source = provenance.commit + ("+" if provenance.commit and provenance.uncommitted else "")
    people = people_of(errand.project.root, errand.settings.author.name)
    changes = as_words(counts(prepared.changes))
    if again is None:
        return Authorship("Publish the site", changes, source, people)
    then = time_of(again.seconds)
    name = short(again.name)
    return Authorship(f"Publish the site of {then} again ({name})", changes, again.source, people, name)


def send(errand: Errand, prepared: Prepared, authorship: Authorship) -> int:
    """Publish what was *prepared*, and wait for it; somebody who stops that is told where things stand."""
    talk, line = errand.talk, SendingLine(errand.talk.language)
    try:
        published = errand.target.publish(prepared, authorship, line.tell)
    except KeyboardInterrupt:
        return talk.interrupted("deploy.interrupted")
    finally:
        line.close()
    if isinstance(published, Diagnostic):
        return talk.stop(published)
    talk.done(published)
    if errand.target.address and not prepared.has_old:
        print(say("deploy.choose-branch", talk.language))
    try:
        is_live = _wait(errand, published.stamp)
        announce(errand.settings, prepared.changes, talk.language, is_live=is_live)
    except KeyboardInterrupt:
        return talk.interrupted("live.stopped")
    if errand.settings.base_url:
        print(f"{errand.settings.base_url}/")
    return 0


def _wait(errand: Errand, stamp: str) -> bool:
    """Wait until the address shows the new site; tell whether it does."""
    base_url, talk = errand.settings.base_url, errand.talk
    if not base_url or errand.choices["no_wait"]:
        return False
    limit = float(str(errand.choices["wait"] or errand.target.patience))
    seen = wait_until_live(base_url, STAMP, stamp, limit=limit, pause=PAUSE, tell=talk.waiting)
    talk.end(seen, limit)
    return seen.is_live
