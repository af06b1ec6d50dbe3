"""Format records and findings about a domain: tables and lines for people, JSON for programs."""

import json
import sys

from byeoru.base.catalogue import Language, localize
from byeoru.base.control_characters import escape_controls
from byeoru.base.hosts import shown_host
from byeoru.cli.console import styled, width
from byeoru.publish.domain.records import Domain, Finding, Record, SiteServer

_MARKS = {"ok": ("✓", "good"), "warn": ("!", "warning"), "fail": ("✗", "error")}


def record_lines(domain: Domain, server: SiteServer, records: tuple[Record, ...], language: Language) -> list[str]:
    """Return the table of records to enter, with the labels of registrars' forms, and notes."""
    head = [localize(f"domain.column.{name}", language) for name in ("kind", "host", "value", "need")]
    rows = [_row(domain, record, language) for record in records]
    lines = [localize("domain.enter", language, apex=shown_host(domain.apex)), "", *table([head, *rows]), ""]
    return lines + [f"- {note}" for note in _notes(domain, server, language)]


def _row(domain: Domain, record: Record, language: Language) -> list[str]:
    need = localize("domain.needed" if record.is_needed else "domain.optional", language)
    absent = {"TXT": "domain.value.challenge", "CNAME": "domain.value.user"}.get(record.kind, "domain.value.server")
    value = record.value or localize(absent, language)
    return [localize(f"domain.kind.{record.kind}", language), domain.label(record.host), value, need]


def _notes(domain: Domain, server: SiteServer, language: Language) -> list[str]:
    notes = []
    if server.is_pages:
        notes.append(localize("domain.note.first", language, host=domain.host))
    if domain.host == domain.apex or domain.alternate:
        notes.append(localize("domain.note.apex", language))
    if server.name:
        notes.append(localize("domain.note.dot", language, name=server.name))
    notes.append(localize("domain.note.old", language))
    if (shown := shown_host(domain.host)) != domain.host:
        notes.append(localize("domain.note.punycode", language, shown=shown, host=domain.host))
    return [*notes, localize("domain.note.check", language)]


def table(rows: list[list[str]]) -> list[str]:
    """Return *rows* with aligned columns, also with letters that are two columns wide.

    >>> table([["가", "b"], ["abc", "d"]])
    ['  가   b', '  abc  d']
    """
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return [
        "  " + "  ".join(cell + " " * (size - width(cell)) for cell, size in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def finding_lines(domain: Domain, findings: tuple[Finding, ...], language: Language) -> list[str]:
    """Return a line for each finding, followed by a hint if there is a problem."""
    lines = [localize("domain.checking", language, host=shown_host(domain.host))]
    for finding in findings:
        mark, style = _MARKS[finding.level]
        lines.append(f"{styled(mark, style, sys.stdout)} {sentence(finding, language)}")
        if finding.hint:
            lines.append(f"    = {advice(finding, language)}")
    counts = {level: sum(finding.level == level for finding in findings) for level in _MARKS}
    total = localize("domain.summary", language, right=counts["ok"], warned=counts["warn"], failed=counts["fail"])
    return [*lines, "", total]


def sentence(finding: Finding, language: Language) -> str:
    """Return the message of a finding."""
    return localize(f"finding.{finding.code}", language, **_render(finding))


def advice(finding: Finding, language: Language) -> str:
    """Return the hint of a finding, "" if there is none."""
    return localize(f"fix.{finding.hint}", language, **_render(finding)) if finding.hint else ""


def _render(finding: Finding) -> dict[str, object]:
    return {
        name: escape_controls(", ".join(map(str, value)) if isinstance(value, tuple) else str(value))
        for name, value in finding.arguments
    }


def as_json(domain: Domain, findings: tuple[Finding, ...]) -> str:
    """Return the findings as JSON: codes are stable, messages are in both languages."""
    rows = [
        {
            "code": finding.code,
            "level": finding.level,
            "arguments": dict(finding.arguments),
            "message": {"ko": sentence(finding, "ko"), "en": sentence(finding, "en")},
            "hint": {"ko": advice(finding, "ko"), "en": advice(finding, "en")},
        }
        for finding in findings
    ]
    is_ok = all(finding.level != "fail" for finding in findings)
    return json.dumps({"host": domain.host, "apex": domain.apex, "well": is_ok, "findings": rows}, ensure_ascii=False)
