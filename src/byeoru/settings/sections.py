"""Read `sections` of `blog.yml`: folders of `content` whose pages share an address pattern."""

from dataclasses import replace

from byeoru.base.diagnostic import error
from byeoru.base.fields import Reader
from byeoru.base.paths import leaves_folder, nfc
from byeoru.base.yaml_nodes import Mapping, Node
from byeoru.model.settings import Section, Settings
from byeoru.settings.publish import read_publish

PLACEHOLDERS = (":slug", ":path", ":category", ":year", ":month", ":day")


def read_sections(reader: Reader, name: str, node: Node) -> tuple[Section, ...] | None:
    """Read sections by name; those that are not named keep their defaults."""
    mapping = reader.mapping(name, node)
    if mapping is None:
        return None
    known = {section.name: section for section in Settings().sections}
    for key, value in mapping.pairs:
        base = known.get(key.text, Section(nfc(key.text), f"/{nfc(key.text)}/:slug/", is_dated=True))
        fields = reader.mapping(key.text, value)
        if leaves_folder(key.text) or "/" in key.text:
            reader.problems.append(error("bad-section", reader.location(key), name=key.text))
        elif fields is not None:
            known[base.name] = _section(reader, base, fields)
    return tuple(known.values())


def _section(reader: Reader, base: Section, fields: Mapping) -> Section:
    section = replace(base, is_chosen=False)
    for field, (_, value) in reader.pairs(fields, ("url", "dated", "search", "publish")).items():
        if field == "url":
            pattern = _pattern(reader, field, value)
            section = replace(section, url=pattern or base.url, is_chosen=pattern is not None)
        elif field == "publish":
            section = replace(section, publish=read_publish(reader, field, value))
        elif (flag := reader.flag(field, value)) is not None:
            section = replace(section, is_dated=flag) if field == "dated" else replace(section, in_search=flag)
    return section


def _pattern(reader: Reader, name: str, node: Node) -> str | None:
    """Read an address pattern: it begins with a slash, ends with one or `.html`, and contains `:slug` or `:path`."""
    text = nfc(reader.text(name, node) or "")
    bare = text
    for placeholder in PLACEHOLDERS:
        bare = bare.replace(placeholder, "x")
    unique = ":slug" in text or ":path" in text
    if not (text.startswith("/") and text.endswith(("/", ".html")) and unique) or ":" in bare or leaves_folder(bare):
        reader.problems.append(error("bad-pattern", reader.location(node), "pattern-form", pattern=text))
        return None
    return text
