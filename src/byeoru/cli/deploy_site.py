"""Build what is deployed, and hold it still until all of it was read."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from byeoru.base.diagnostic import Place, error, has_errors
from byeoru.base.rooted import Rooted
from byeoru.cli.build import now
from byeoru.cli.deploy_words import Talk
from byeoru.cli.progress import Listener
from byeoru.emit.manifest import manifest_digest, read_manifest
from byeoru.model.project import Job, Profile, Project, Report
from byeoru.publish.compare.preflight import denied, reasons_of_build
from byeoru.publish.deployment import Site
from byeoru.session import Everything, session


@contextmanager
def built_report(project: Project, talk: Talk, allowed: Iterable[str]) -> Iterator[Report | None]:
    """Build the site as `blog build` does, and yield the report under the lock of builds.

    None if it has errors, or warnings that stop a deployment and are not among the *allowed*.
    """
    listener = Listener(talk.language, draws=True)
    try:
        profile = Profile("site", project.file("site"))
        with session(project, profile, listener) as builds:
            builds.run(Job(now()), Everything())
            report = builds.flush()
            listener.close()
            stops = denied(reasons_of_build(report), allowed)
            stopping = {(one.code, one.place) for one in stops}
            told = tuple(one for one in report.problems if (one.code, one.place) not in stopping)
            talk.built(report._replace(problems=told))
            if report.is_written and not has_errors(report.problems) and not stops:
                yield report
            else:
                talk.stop(*stops)
                yield None
    finally:
        listener.close()


@contextmanager
def built_site(project: Project, base_url: str, talk: Talk, allowed: Iterable[str]) -> Iterator[Site | None]:
    """Build the site, and yield what this very build says is in its folder; None if that cannot be published."""
    folder = project.file("site")
    with built_report(project, talk, allowed) as report:
        if report is None:
            yield None
            return
        with Rooted(folder) as site:
            manifest = read_manifest(site)
        if manifest is None or manifest_digest(manifest) != report.manifest:
            talk.stop(error("deploy-no-manifest", Place("site"), "build-again"))
            yield None
        else:
            yield Site(folder, manifest, base_url)
