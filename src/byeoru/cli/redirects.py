"""Keep the addresses of moved posts working: add the old address to `aliases` in the front matter."""

from functools import partial

from byeoru.base.catalogue import Language, localize
from byeoru.base.source_file import edit_source
from byeoru.cli.progress import Listener
from byeoru.model.project import Profile, Project
from byeoru.model.settings import Settings
from byeoru.renaming.alias import with_alias


def keep_addresses(
    project: Project, settings: Settings, pairs: tuple[tuple[str, str], ...], language: Language
) -> None:
    """For each pair (old, new), add the old address to the source of the page that is now at the new one."""
    from byeoru.discover.disk_path import disk_path
    from byeoru.graph.permalinks import addresses
    from byeoru.render.kinds import RESERVED
    from byeoru.session import session

    listener = Listener(language, draws=False)
    with session(project, Profile("site", project.file("site")), listener) as builds:
        documents = builds.documents()
    sources = {address: path for path, address in addresses(documents, settings, RESERVED).value.items()}
    for old, new in pairs:
        if path := sources.get(new):
            source = disk_path(project, path)
            is_written = edit_source(project.root, source, partial(with_alias, address=old)) is not None
            code = "deploy.redirected" if is_written else "deploy.no-aliases"
            print(localize(code, language, path=path, address=old))
