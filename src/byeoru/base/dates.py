"""Parse dates in every format that blogs use.

In:  the text of a date, and the time zone for dates without one.
Out: an aware ``datetime``, or None if the text is not a date.
Must not: read the clock or the machine's time zone.

The formats are those in exports of Jekyll, Hexo, Hugo, Tistory and velog: ``2017-03-12 21:08:16 +0900``,
``2016-1-8``, ``2020/12/21``, ``2016.11.28``, ``2020. 4. 27. 오후 3:04``, ``2026-11-22T15:04:05.123Z``, ``Jul 8, 2022``.
"""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_NUMERIC = re.compile(
    r"""(?P<year>\d{4}) \s* [-/.년] \s* (?P<month>\d{1,2}) \s* [-/.월] \s* (?P<day>\d{1,2}) \s* [.일]?
        (?: [Tt\s–-]+ (?P<half>오전|오후|AM|PM|am|pm)? \s*
            (?P<hour>\d{1,2}) : (?P<minute>\d{2}) (?: : (?P<second>\d{2}) (?: [.,] (?P<fraction>\d{1,9}) )? )?
            (?: \s* (?P<after>오전|오후|AM|PM|am|pm) )?
            \s* (?:GMT(?=[+-]))? (?P<zone> [Zz] | UTC | GMT | KST | [+-]\d{1,2} (?: :? \d{2} )? )?
        )?""",
    re.VERBOSE,
)
# English dates, as in Astro's starter and in mails: `Jul 08 2022`, `July 8, 2022`, `Fri, 8 Jul 2022 10:00 +0900`.
_ENGLISH = re.compile(
    r"""(?: [A-Za-z]{3,9} ,? \s+ (?=[A-Za-z\d]) )??
        (?: (?P<month>[A-Za-z]{3,9}) \.? \s+ (?P<day>\d{1,2}) (?:st|nd|rd|th)? ,?
          | (?P<day_first>\d{1,2}) (?:st|nd|rd|th)? \s+ (?P<month_next>[A-Za-z]{3,9}) \.? ,? )
        \s+ (?P<year>\d{4}) ,? (?P<rest>(?: [T\s]+ \d .{0,40} )?)""",
    re.VERBOSE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)")
_NAMED_ZONES = {"Z": 0, "UTC": 0, "GMT": 0, "KST": 9 * 60}


@lru_cache(maxsize=16)
def time_zone(name: str) -> ZoneInfo | None:
    """Return the time zone *name* of the IANA database; None if it does not exist."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # a name with "..", a folder, a file of another kind
        return None


def parse_date(text: str, local: tzinfo) -> datetime | None:
    """Parse a date and time; one without a time zone is in *local*.

    >>> str(parse_date("2017-03-12 21:08:16 +0900", ZoneInfo("UTC")))
    '2017-03-12 21:08:16+09:00'
    >>> str(parse_date("2016-1-8", ZoneInfo("Asia/Seoul")))
    '2016-01-08 00:00:00+09:00'
    >>> parse_date("2024-02-30", ZoneInfo("UTC"))
    """
    bare = text.strip().rstrip(",")
    match = _NUMERIC.fullmatch(bare) or _NUMERIC.fullmatch(_in_numbers(bare))
    if not match:
        return None
    part = match.groupdict()
    hour = int(part["hour"] or 0)
    if half := part["half"] or part["after"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half in {"오후", "PM", "pm"} else 0)
    try:
        return datetime(
            int(part["year"]),
            int(part["month"]),
            int(part["day"]),
            hour,
            int(part["minute"] or 0),
            int(part["second"] or 0),
            int((part["fraction"] or "0").ljust(6, "0")[:6]),
            tzinfo=_offset(part["zone"]) if part["zone"] else local,
        )
    except ValueError:
        return None


def _in_numbers(text: str) -> str:
    """Return an English date, or one of eight digits, with numbers and hyphens; any other text unchanged.

    >>> _in_numbers("July 8, 2022"), _in_numbers("20220708")
    ('2022-7-8', '2022-07-08')
    """
    if match := _ENGLISH.fullmatch(text):
        name = (match["month"] or match["month_next"]).lower()
        if name[:3] in _MONTHS:
            month, day = _MONTHS.index(name[:3]) + 1, match["day"] or match["day_first"]
            return f"{match['year']}-{month}-{day}{match['rest']}"
    return _DIGITS.sub(r"\1-\2-\3", text) if _DIGITS.fullmatch(text) else text


def _offset(text: str) -> timezone:
    named = _NAMED_ZONES.get(text.upper())
    if named is not None:
        return timezone(timedelta(minutes=named))
    digits = text[1:].replace(":", "")
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    return timezone((1 if text[0] == "+" else -1) * timedelta(hours=hours, minutes=minutes))


def rfc3339(moment: datetime) -> str:
    """Format a date and time as RFC 3339; its offsets have no seconds, which local times before 1908 can have.

    >>> rfc3339(datetime(1900, 1, 1, tzinfo=ZoneInfo("Asia/Seoul")))
    '1899-12-31T15:32:08+00:00'
    """
    offset = moment.utcoffset()
    whole = offset is None or offset.seconds % 60 == 0
    return (moment if whole else moment.astimezone(UTC)).isoformat()
