"""Find the templates of tags in the folders of other programs: shortcodes of Hugo, and includes of Jekyll.

In:  the root of a project, or a path in it.
Out: the folders that contain templates, and whether a path is one.
Must not: open a file, or list more than the folder of themes.
"""

import os

from byeoru.base.patterns import lazy_pattern

SIZE_LIMIT = 16 * 1024  # bytes; a longer template does more than insert values
_FOLDERS = ("layouts/shortcodes", "layouts/_shortcodes", "_includes")
_TEMPLATE = lazy_pattern(
    r"(?:themes/[^/]+/)?(?:layouts/_?shortcodes|_includes)/(?:.+\.(?:html?|md|markdown|svg)|[^.]+)"
)


def template_folders(root: str) -> list[str]:
    """Return the folders of templates below *root*, those of themes first."""
    folders = [
        f"themes/{theme}/{folder}"
        for theme in _names(os.path.join(root, "themes"))
        for folder in _FOLDERS
        if not folder.startswith("_")
    ]
    return [path for path in (*folders, *_FOLDERS) if os.path.isdir(os.path.join(root, *path.split("/")))]


def is_tag_template(path: str) -> bool:
    """Tell whether *path* is the template of a tag, or a folder of such templates.

    >>> is_tag_template("layouts/shortcodes/wiki.html"), is_tag_template("_includes/a/b.css")
    (True, False)
    """
    return path.endswith("/") or _TEMPLATE.fullmatch(path) is not None


def _names(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []
