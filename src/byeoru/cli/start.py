"""`blog` alone: say where one is, and what to do next."""

from byeoru.base.catalogue import Language, say
from byeoru.cli.place import find_project
from byeoru.cli.site_settings import settings_of


def start(language: Language) -> None:
    """Print the first steps, inside or outside of a blog."""
    project = find_project()
    if project is None:
        print(say("start.outside", language))
        return
    print(say("start.inside", language, title=settings_of(project).title or "?", root=project.root))
