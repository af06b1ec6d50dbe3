"""Parse dates in every format that blogs use.

In:  the text of a date, and the time zone for dates without one.
Out: an aware ``datetime``, or None if the text is not a date.
Must not: read the clock or the machine's time zone, or guess: `07/08/2022` is no date, as it may be in July or August.

The formats are those in exports of Jekyll, Hexo, Hugo, Tistory and velog: ``2017-03-12 21:08:16 +0900``,
``2016-1-8``, ``2020/12/21``, ``2016.11.28``, ``2020. 4. 27. 오후 3:04``, ``2026-11-22T15:04:05.123Z``, ``Jul 8, 2022``.
"""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from byeoru.base.patterns import lazy_pattern

_ZONE = r"[Zz] | UTC | [A-Z]{1,3}[SD]?T | [+-]\d{1,2} (?: :? \d{2} )? | [A-Z][A-Za-z]{1,20}/[A-Z][A-Za-z_]{1,20}"
_DAY = r"[월화수목금토일]요일 | (?<=\()[월화수목금토일] | (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}"
_NUMERIC = re.compile(
    rf"""(?P<year>\d{{4}}) \s* [-/.년] \s* (?P<month>\d{{1,2}}) \s* [-/.월] \s* (?P<day>\d{{1,2}}) \s* [.일]?
        (?: \s* \(? (?:{_DAY}) [,)]? )?
        (?: [Tt,\s–-]+ (?P<half>오전|오후|AM|PM|am|pm)? \s* (?P<hour>\d{{1,2}})
            (?: : (?P<minute>\d{{2}}) (?: : (?P<second>\d{{2}}) (?: [.,] (?P<fraction>\d{{1,9}}) )? )?
              | \s* 시 (?: \s* (?P<minutes>\d{{1,2}}) \s* 분 (?: \s* (?P<seconds>\d{{1,2}}) \s* 초 )? )?
              | (?= \s*[AaPp][Mm]) )
            (?: \s* (?P<after>오전|오후|AM|PM|am|pm) )?
            \s* (?:GMT(?=[+-]))? (?P<zone> {_ZONE} )?
            (?: \s* [(\[] [\w/ ]{{1,40}} [)\]] )?
        )?""",
    re.VERBOSE,
)
# English dates, as in Astro's starter, in mails and as `date` prints them: `Jul 08 2022`, `July 8, 2022`,
# `Fri, 8 Jul 2022 10:00 +0900`, `Fri Jul 8 10:00:00 KST 2022`.
_ENGLISH = lazy_pattern(
    r"""(?: [A-Za-z]{3,9} ,? \s+ (?=[A-Za-z\d]) )??
        (?: (?P<month>[A-Za-z]{3,9}) \.? \s+ (?P<day>\d{1,2}) (?:st|nd|rd|th)? ,?
          | (?P<day_first>\d{1,2}) (?:st|nd|rd|th)? [\s/-]+ (?:of\s+)? (?P<month_next>[A-Za-z]{3,9}) [.,/-]? )
        (?: \s+ (?P<clock>\d{1,2}:\d{2}:\d{2}) \s+ (?P<clock_zone>[A-Z]{3,4}) )?
        \s* (?P<year>\d{4}) ,? (?: \s+ at )? (?P<rest>(?: [T\s]+ \d .{0,60} )?)""",
    re.VERBOSE,
)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_DIGITS = lazy_pattern(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?([Zz]|[+-]\d{4})?)?")
# Seconds or milliseconds since 1970, from 2001 to 2030; later ones look like dates: `2022070812`.
_EPOCH = re.compile(r"(1[0-8]\d{8})(\d{3})?")
_LONGEST = 100  # characters of a date: the patterns are not linear
_NAMED_ZONES = {
    "Z": 0,
    "UTC": 0,
    "GMT": 0,
    "KST": 9,
    "JST": 9,
    "CET": 1,
    "CEST": 2,
    "EET": 2,
    "EEST": 3,
    "EST": -5,
    "EDT": -4,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
}


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
    >>> str(parse_date("2022년 7월 8일 오후 3시", ZoneInfo("Asia/Seoul")))
    '2022-07-08 15:00:00+09:00'
    >>> parse_date("2024-02-30", ZoneInfo("UTC"))
    """
    if len(text) > _LONGEST:
        return None
    bare = " ".join(text.split()).rstrip(",")
    if epoch := _EPOCH.fullmatch(bare):
        return datetime.fromtimestamp(int(epoch[1]), UTC) + timedelta(milliseconds=int(epoch[2] or 0))
    match = _NUMERIC.fullmatch(bare) or _NUMERIC.fullmatch(_in_numbers(bare))
    try:
        return _moment(match.groupdict(), local) if match else None
    except ValueError:
        return None


def _moment(part: dict[str, str | None], local: tzinfo) -> datetime:
    """Return the date of a match; raises ``ValueError`` if there is no such day, hour or time zone."""
    hour = int(part["hour"] or 0)
    if half := part["half"] or part["after"]:
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + (12 if half in {"오후", "PM", "pm"} else 0)
    return datetime(
        int(part["year"] or 0),
        int(part["month"] or 0),
        int(part["day"] or 0),
        hour,
        int(part["minute"] or part["minutes"] or 0),
        int(part["second"] or part["seconds"] or 0),
        int((part["fraction"] or "0").ljust(6, "0")[:6]),
        tzinfo=_zone(part["zone"]) if part["zone"] else local,
    )


def _in_numbers(text: str) -> str:
    """Return an English date, or one of digits alone, with numbers and hyphens; any other text unchanged.

    >>> _in_numbers("July 8, 2022"), _in_numbers("20220708"), _in_numbers("Fri Jul 8 10:00:00 KST 2022")
    ('2022-7-8', '2022-07-08', '2022-7-8 10:00:00 KST')
    """
    if match := _ENGLISH.fullmatch(text):
        name = (match["month"] or match["month_next"]).lower()
        number = next((at for at, month in enumerate(_MONTHS, 1) if month.startswith(name)), 0)
        clock = f" {match['clock']} {match['clock_zone']}" if match["clock"] else ""
        return f"{match['year']}-{number}-{match['day'] or match['day_first']}{clock}{match['rest']}"
    if match := _DIGITS.fullmatch(text):
        year, month, day, hour, minute, second, zone = match.groups("")
        return f"{year}-{month}-{day}" + (f" {hour}:{minute}:{second or '00'}{zone}" if hour else "")
    return text


def _zone(text: str) -> tzinfo:
    """Return the time zone of an offset, an abbreviation or a name; raises ``ValueError`` if it is none."""
    if (hours := _NAMED_ZONES.get(text.upper())) is not None:
        return timezone(timedelta(hours=hours))
    if text[0] not in "+-":
        if (zone := time_zone(text)) is None:
            raise ValueError(text)
        return zone
    digits = text[1:].replace(":", "")
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    return timezone((1 if text[0] == "+" else -1) * timedelta(hours=hours, minutes=minutes))


def rfc3339(moment: datetime) -> str:
    """Format a date and time as RFC 3339; its offsets have no seconds, which local times before 1908 can have.

    >>> rfc3339(datetime(1900, 1, 1, tzinfo=ZoneInfo("Asia/Seoul")))
    '1899-12-31T15:32:08+00:00'
    """
    text = moment.isoformat()
    if text[-6] in "+-" or moment.tzinfo is None:  # an offset of hours and minutes
        return text
    return moment.astimezone(UTC).isoformat()
