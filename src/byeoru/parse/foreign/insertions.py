"""Find what the tags of one text insert: values of the site and the page, and templates of the folder.

In:  a tag or an expression, and the ``Insertable`` of the text.
Out: ``Inserted``, or Markdown for an expression; None if that is unknown.
Must not: insert more than ``MOST`` characters into one text, or know which lines a tag takes.
"""

from byeoru.model.content import Conventions
from byeoru.model.metadata import Metadata
from byeoru.parse.foreign.arguments import read_arguments
from byeoru.parse.foreign.jekyll import is_expression
from byeoru.parse.foreign.own_tags import Insertable, Inserted, include, shortcode, value_of, wants_content
from byeoru.parse.foreign.tag import Spot, Tag
from byeoru.parse.foreign.template_values import CannotRead, text_of
from byeoru.parse.foreign.writing import bare

MOST = 1024 * 1024  # characters that templates insert into one text
NOTHING = Insertable("", {}, {})
_ALL_EXPRESSIONS = {"jekyll", "hexo"}  # in whose texts each `{{ … }}` is one
_INCLUDES = {"include", "include_cached"}


def values_of(conventions: Conventions, meta: Metadata) -> Insertable:
    """Return what the tags of a text with this front matter can insert."""
    page = {"page.title": meta.title, "page.description": meta.summary}
    if meta.date:
        page["page.date"] = format(meta.date, "%Y-%m-%d")
    known = {name: text for name, text in page.items() if text}
    return Insertable(conventions.program, dict(conventions.variables) | known, dict(conventions.templates))


class Insertions:
    """What is inserted into one text."""

    def __init__(self, values: Insertable) -> None:
        """Take the values that its tags can insert."""
        self._values, self._length = values, 0

    def of(self, tag: Tag) -> Inserted | None:
        """Return what *tag* inserts, by a template of the folder."""
        arguments = read_arguments(tag.arguments)
        if tag.family == "hugo" and tag.name == "param":
            value = self._values.variables.get(f"site.params.{arguments.word(0)}")
            return None if value is None else Inserted(" ".join(value.split()), "", has_content=False)
        is_include = tag.family == "liquid" and tag.name in _INCLUDES
        template = self._template(arguments.word(0) if is_include else tag.name, tag, is_include=is_include)
        if template is None or self._length > MOST:
            return None
        try:
            inserted = (
                include(template, arguments, self._values)
                if is_include
                else shortcode(template, arguments, self._values, is_markdown=tag.source.startswith("{{%"))
            )
        except CannotRead:
            return None
        self._length += len(inserted.before) + len(inserted.after)
        return inserted

    def _template(self, name: str, tag: Tag, *, is_include: bool) -> str | None:
        is_known = is_include if self._values.program == "jekyll" else tag.family == "hugo"
        return self._values.templates.get(name) if is_known else None

    def opens(self, tag: Tag) -> bool:
        """Tell whether *tag*, which has a template, is closed by an end tag."""
        template = self._values.templates.get(tag.name, "")
        return tag.family == "hugo" and not tag.is_void and wants_content(template)

    def expression(self, tag: Tag, spot: Spot) -> str | None:
        """Return the value of ``{{ … }}`` from the configuration or the front matter, None if it is unknown."""
        if not self._values.variables or not tag.name.startswith(("site.", "page.")):
            return None
        try:
            value = value_of(tag.name, self._values.variables)
        except CannotRead:
            return None
        text = " ".join(text_of(value).split())
        return None if value is None else bare(text) if spot.is_inside else text

    def is_expression(self, tag: Tag, spot: Spot) -> bool:
        """Tell whether ``{{ … }}`` belongs to a program, and is not text: `${{ github.ref }}`."""
        if spot.before.endswith("$"):
            return False
        return self._values.program in _ALL_EXPRESSIONS or is_expression(tag.name)
