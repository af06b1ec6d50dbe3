"""`blog` alone: say where one is, and what to do next."""

from byeoru.base.messages import Language, say
from byeoru.cli.place import find_project


def start(language: Language) -> None:
    """Print the first steps, inside or outside of a blog."""
    project = find_project()
    if project is None:
        print(say("start.outside", language))
        return
    from byeoru.settings import read_settings

    with open(project.file("blog.yml"), encoding="utf-8-sig", errors="replace") as file:
        settings = read_settings(file.read()).value
    print(say("start.inside", language, title=settings.title or "?", root=project.root))
