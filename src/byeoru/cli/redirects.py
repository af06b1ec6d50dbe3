"""Keep the addresses of posts that have moved: write the old ones into their front matter."""

import os

from byeoru.base.messages import Language, say
from byeoru.cli.progress import Listener
from byeoru.model.project import Profile, Project
from byeoru.model.settings import Settings
from byeoru.publish.splice import with_alias


def keep_addresses(
    project: Project, settings: Settings, pairs: tuple[tuple[str, str], ...], language: Language
) -> None:
    """Write the old address of each of *pairs* into the source of the page that is now at the new one."""
    from byeoru.build import read_documents
    from byeoru.front_door import looked_at
    from byeoru.graph.permalinks import addresses

    listener = Listener(language, draws=False)
    with looked_at(project, Profile("site", project.file("site")), listener) as (scan, cache):
        documents = read_documents(project, scan, cache, listener)
        sources = {address: path for path, address in addresses(documents, settings).value.items()}
        places = {path: scan.spelled.get(path) or project.file(path) for path in sources.values()}
    for old, new in pairs:
        if path := sources.get(new):
            code = "deploy.redirected" if _write(places[path], old) else "deploy.no-aliases"
            print(say(code, language, path=path, address=old))


def _write(place: str, address: str) -> bool:
    """Splice *address* into the file at *place*, whose other bytes stay as they are."""
    from byeoru.parse.frontmatter import split

    with open(place, "rb") as file:
        text = file.read().decode("utf-8")
    plain = text.replace("\r\n", "\n")
    parts = split(plain.lstrip("\ufeff"))
    if parts.fence != "---":
        return False
    header = with_alias(parts.header, address)
    if header is None:
        return False
    start = plain.index(parts.header, plain.index("---"))
    done = plain[:start] + header + plain[start + len(parts.header) :]
    with open(place + ".new", "wb") as file:
        file.write((done.replace("\n", "\r\n") if "\r\n" in text else done).encode())
    os.replace(place + ".new", place)
    return True
