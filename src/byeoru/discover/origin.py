"""Find the program that a project was written for, and what its configuration says."""

from collections.abc import Mapping

from byeoru.base.diagnostic import Outcome
from byeoru.base.text import decode_utf8
from byeoru.discover.configuration import CONFIGURATION
from byeoru.discover.layout import content_of
from byeoru.discover.read import read_markdown
from byeoru.discover.sources import BUILTIN, Scan
from byeoru.discover.tag_templates import SIZE_LIMIT, template_folders
from byeoru.model.origin import Origin
from byeoru.model.project import Project


def find_origin(project: Project, scan: Scan) -> Outcome[Origin]:
    """Return the origin of the project, an empty one for a folder of ours; an unreadable file counts as empty."""
    texts, content = _texts(project, scan), content_of(project.root)
    if not texts and content == "content":
        return Outcome(Origin())  # all programs with such a folder have a configuration

    from byeoru.origins import read_origin  # imported late: most folders are ours
    from byeoru.origins.program import Tree

    paths = tuple(path for path in scan.files if not path.startswith(BUILTIN))
    return read_origin(Tree(paths, texts, content))


def _texts(project: Project, scan: Scan) -> Mapping[str, str]:
    """Return the texts of all configuration files and of the templates of tags, by path."""
    texts = {}
    for path in sorted({*(CONFIGURATION & scan.files.keys()), *_tag_templates(project, scan)}):
        data = read_markdown(project, scan, path)
        text, _ = decode_utf8(data, path) if isinstance(data, bytes) else (None, ())
        texts[path] = text or ""
    return texts


def _tag_templates(project: Project, scan: Scan) -> list[str]:
    """Return the paths of the templates of tags that are small enough to be read."""
    folders = tuple(f"{folder}/" for folder in template_folders(project.root))
    if not folders:
        return []
    return [path for path, stat in scan.files.items() if path.startswith(folders) and stat.size <= SIZE_LIMIT]
