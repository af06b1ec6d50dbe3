"""Which files of a folder are read: texts, and what may be published with them, but no program code.

In:  the path of a file or folder below the root of a project; that of a folder ends with a slash.
Out: whether it is read, for each layout of projects.
Must not: open a file, or list a folder.
"""

import os
import re
from collections.abc import Callable

MARKDOWN = (".md", ".markdown", ".mdx", ".mkd", ".mkdn", ".mkdown", ".mdown")
HTML = (".html", ".htm")  # pages if they begin with front matter

Keeps = Callable[[str], bool]  # tells whether a path is read; the path of a folder ends with a slash

# Folders at the top that contain templates, settings or a built site.
_NO_TEXTS = {
    *("site", "_site", "themes", "templates", "layouts", "_layouts", "_includes", "_sass", "_data", "_plugins"),
    *("archetypes", "scaffolds"),
}
# Folders of programs, at the top, whose texts are about the program or for other programs.
_ABOUT_PROGRAM = {"scripts", "prompts", "test", "tests", "spec", "e2e", "bin", "tools"}
# Folders at any depth that contain downloads or application bundles.
_DOWNLOADED = {
    *("node_modules", "bower_components", "vendor", "venv", "site-packages", "__pycache__"),
    *("carthage", "pods", "deriveddata"),
}
_PACKAGED = (".xcassets", ".xcodeproj", ".xcworkspace", ".framework", ".app")
_GENERATED = {"public", "dist", "build", "out", "_book"}  # built sites, if they contain `index.html`

# Texts at the top that are about the repository: in any letter case, and in capitals only.
_ABOUT_CODE = {"changelog", "license", "licence", "contributing", "code_of_conduct"}
_ABOUT_CODE_IN_CAPITALS = {"SECURITY", "NOTICE", "AUTHORS", "CONTRIBUTORS", "SUPPORT"}
_FOR_AGENTS = {"AGENTS", "CLAUDE", "GEMINI", "SKILL"}  # at any depth
_FOLDERS_FOR_AGENTS = {"_agent", "_agents"}  # likewise

# Files that may be published from a folder with texts and program code: no sources, settings or lock files.
_PICTURES = (
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".bmp", ".ico", ".apng", ".tif", ".tiff", ".heic"),
)
_CODE_FOLDERS = {"lib", "js", "css", "fonts", "webfonts", "vendor"}  # of themes
_READABLE = (
    *_PICTURES,
    *(".mp4", ".webm", ".mov", ".m4v", ".ogv", ".mp3", ".m4a", ".ogg", ".wav", ".flac"),
    *(".pdf", ".ppt", ".pptx", ".doc", ".docx", ".xls", ".xlsx", ".xlsm", ".hwp", ".hwpx", ".odt", ".epub"),
    *(".zip", ".gz", ".tgz", ".7z"),
)
_READABLE_BELOW = (".txt", ".csv", ".tsv")  # at the top they are `requirements.txt` and the like
# Files at the top that prove to other sites who owns this one, and the folder for further ones.
_PROOF = (  # compiled late, as a build without changes seldom needs it
    r"(google|naver|yandex_|pinterest-|baidu_verify_)[\w-]*\.html"
    r"|(app-)?ads\.txt|security\.txt|keybase\.txt|BingSiteAuth\.xml"
)
PROOFS = ".well-known"
# Files that Hexo translates and does not copy.
_TRANSLATED = (".styl", ".scss", ".sass", ".less", ".ejs", ".njk", ".swig", ".pug", ".jade", ".haml", ".yml", ".yaml")
_TEMPLATE = (".html", ".xml", ".txt", ".jinja", ".j2", ".css", ".js", ".json", ".svg")


def keeper_of_whole(root: str, *, is_public: bool, has_posts: bool) -> Keeps:
    """Return what is read of a project without a folder for its texts; *has_posts* if it has one for posts."""
    skipped = {name for name in _GENERATED if os.path.exists(os.path.join(root, name, "index.html"))}
    skipped |= set() if is_public else {"public"}
    is_program = any(os.path.exists(os.path.join(root, name)) for name in ("_config.yml", "package.json"))
    skipped |= _ABOUT_PROGRAM if is_program else set()
    has_readme = not (is_program and has_posts)
    is_jekyll = _is_jekyll(root)

    def keeps(path: str) -> bool:
        top, _, below = path.partition("/")
        if path.endswith("/"):
            return _may_contain_texts(path) and bool(below or (top.lower() not in _NO_TEXTS and top not in skipped))
        if below and top in {"static", "public"}:
            return True
        stem, ending = os.path.splitext(path.rpartition("/")[2])
        if ending.lower() in MARKDOWN:
            return _is_text(stem, has_readme=has_readme) if not below else stem not in _FOR_AGENTS
        if ending.lower() in HTML and is_jekyll:
            return True
        return path.lower().endswith((*_READABLE, *_READABLE_BELOW)) if below else _is_readable_at_top(path)

    return keeps


def _may_contain_texts(folder: str) -> bool:
    name = folder.rstrip("/").rpartition("/")[2]
    return name.lower() not in _DOWNLOADED | _FOLDERS_FOR_AGENTS and not name.endswith(_PACKAGED)


def _is_text(stem: str, *, has_readme: bool) -> bool:
    """Tell whether Markdown at the top of a project is a text, and not about the repository."""
    if stem.lower().partition(".")[0] == "readme":
        return has_readme
    return stem.lower() not in _ABOUT_CODE and stem not in _ABOUT_CODE_IN_CAPITALS and stem not in _FOR_AGENTS


def _is_readable_at_top(path: str) -> bool:
    return is_readable(path) or re.fullmatch(_PROOF, path) is not None


def _is_jekyll(root: str) -> bool:
    return any(os.path.exists(os.path.join(root, name)) for name in ("_config.yml", "_config.yaml", "_posts"))


def keeps_in_source(path: str) -> bool:
    """Tell whether *path* is read: all that Hexo copies; below `_posts` only texts, and files that belong to them."""
    if path.endswith("/"):
        return _may_contain_texts(path) and path != "source/_data/"
    if path.startswith("source/_"):
        return path.lower().endswith((*MARKDOWN, *HTML, *_READABLE, *_READABLE_BELOW))
    return not path.lower().endswith(_TRANSLATED)


def is_readable(path: str) -> bool:
    """Tell whether *path* is a folder, or a file that people read or look at."""
    return path.endswith("/") or path.lower().endswith(_READABLE)


def is_theme_picture(path: str) -> bool:
    """Tell whether *path*, below a theme of Hexo or Hugo, is a picture that texts can show, or a folder of such."""
    top, _, below = path.partition("/")
    if not top:
        return True  # the theme itself
    is_code = any(part in _CODE_FOLDERS for part in below.split("/")[:-1])
    return top in {"source", "static"} and not is_code and path.lower().endswith(("/", *_PICTURES))


def is_template(path: str) -> bool:
    """Tell whether *path* is a folder, or a file that templates consist of."""
    return path.endswith("/") or path.lower().endswith(_TEMPLATE)
