"""`blog` without a command: print where the user is, and the next steps."""

from byeoru.base.catalogue import Language, localize
from byeoru.cli.project import find_project
from byeoru.cli.site_settings import settings_of


def print_welcome(language: Language) -> None:
    """Print the first steps, inside or outside of a blog."""
    project = find_project()
    if project is None:
        print(localize("start.outside", language))
        return
    print(localize("start.inside", language, title=settings_of(project).title or "?", root=project.root))
