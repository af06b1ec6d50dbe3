"""Dates: every format that blogs use, and nothing that could be another day."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byeoru.base.dates import parse_date

SEOUL = ZoneInfo("Asia/Seoul")
MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


KST = timezone(timedelta(hours=9))


def moments(first: int, last: int, zone: timezone) -> st.SearchStrategy[datetime]:
    """Return the moments from the beginning of one year to that of another, to the millisecond."""
    seconds = (datetime(year, 1, 2, tzinfo=UTC).timestamp() for year in (first, last))
    milliseconds = st.integers(*(int(1000 * second) for second in seconds))
    return milliseconds.map(lambda at: datetime.fromtimestamp(at // 1000, zone) + timedelta(milliseconds=at % 1000))


def half_of(moment: datetime, names: tuple[str, str]) -> str:
    """Return the name of the half of the day."""
    return names[moment.hour >= 12]


def twelve(moment: datetime) -> int:
    """Return the hour on a clock face."""
    return (moment.hour - 1) % 12 + 1


def month(moment: datetime, length: int = 9) -> str:
    """Return the English name of the month."""
    return MONTHS[moment.month - 1][:length]


def day(moment: datetime, length: int = 9) -> str:
    """Return the English name of the day of the week."""
    return DAYS[moment.weekday()][:length]


# By the size of what each spelling leaves out: a day, an hour, a minute or a second.
SPELLINGS: dict[timedelta, list[Callable[[datetime], str]]] = {
    timedelta(days=1): [
        lambda at: f"{at:%Y-%m-%d}",
        lambda at: f"{at.year}.{at.month}.{at.day}",
        lambda at: f"{at.year}. {at.month}. {at.day}.",
        lambda at: f"{at:%Y/%m/%d}",
        lambda at: f"{at:%Y%m%d}",
        lambda at: f"{at.year}년 {at.month}월 {at.day}일",
        lambda at: f"{at.year}년 {at.month}월 {at.day}일 ({'월화수목금토일'[at.weekday()]})",
        lambda at: f"{at.year}년 {at.month}월 {at.day}일 {'월화수목금토일'[at.weekday()]}요일",
        lambda at: f"{at:%Y-%m-%d}({'월화수목금토일'[at.weekday()]})",
        lambda at: f"{at:%Y-%m-%d} {day(at, 3)}",
        lambda at: f"{month(at, 3)} {at:%d} {at.year}",
        lambda at: f"{month(at)} {at.day}, {at.year}",
        lambda at: f"{day(at)}, {month(at)} {at.day}, {at.year}",
        lambda at: f"{at.day} {month(at)} {at.year}",
        lambda at: f"{at.day}th of {month(at)}, {at.year}",
        lambda at: f"{at.day}-{month(at, 3)}-{at.year}",
    ],
    timedelta(hours=1): [
        lambda at: f"{at.year}년 {at.month}월 {at.day}일 {half_of(at, ('오전', '오후'))} {twelve(at)}시",
        lambda at: f"{at.year}년 {at.month}월 {at.day}일 {at.hour}시",
        lambda at: f"{month(at)} {at.day}, {at.year} {twelve(at)} {half_of(at, ('AM', 'PM'))}",
    ],
    timedelta(minutes=1): [
        lambda at: f"{at:%Y-%m-%d %H:%M}",
        lambda at: f"{at:%Y-%m-%d} {twelve(at)}:{at:%M} {half_of(at, ('AM', 'PM'))}",
        lambda at: f"{at.year}. {at.month}. {at.day}. {half_of(at, ('오전', '오후'))} {twelve(at)}:{at:%M}",
        lambda at: f"{at.year}년 {at.month}월 {at.day}일 {at.hour}시 {at.minute}분",
        lambda at: f"{at:%Y.%m.%d} ({'월화수목금토일'[at.weekday()]}) {at:%H:%M}",
        lambda at: f"{month(at)} {at.day}, {at.year} at {twelve(at)}:{at:%M}{half_of(at, ('am', 'pm'))}",
        lambda at: f"{at:%Y%m%d%H%M}",
    ],
    timedelta(seconds=1): [
        lambda at: f"{at:%Y-%m-%d %H:%M:%S} +0900",
        lambda at: f"{at:%Y-%m-%dT%H:%M:%S}+09:00",
        lambda at: f"{at:%Y-%m-%dT%H:%M:%S}+09:00[Asia/Seoul]",
        lambda at: f"{at:%Y-%m-%d %H:%M:%S} Asia/Seoul",
        lambda at: f"{at:%Y-%m-%d %H:%M:%S} KST",
        lambda at: f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.000Z",
        lambda at: f"{at.astimezone(UTC):%Y%m%dT%H%M%S}Z",
        lambda at: f"{at:%Y%m%d%H%M%S}",
        lambda at: f"{day(at, 3)}, {at:%d} {month(at, 3)} {at.year} {at:%H:%M:%S} +0900",
        lambda at: f"{day(at, 3)}, {at:%d} {month(at, 3)} {at.year} {at:%H:%M:%S} +0900 (KST)",
        lambda at: f"{day(at, 3)} {month(at, 3)} {at:%d} {at.year} {at:%H:%M:%S} GMT+0900 (Korean Standard Time)",
        lambda at: f"{day(at, 3)} {month(at, 3)} {at.day} {at:%H:%M:%S} KST {at.year}",
        lambda at: f"{at.year}년 {at.month}월 {at.day}일 {at.hour}시 {at.minute}분 {at.second}초",
    ],
}


@pytest.mark.parametrize("unit", SPELLINGS)
@given(moments(1990, 2099, KST))
def test_a_date_is_read_as_it_was_written(unit: timedelta, at: datetime) -> None:
    """Every spelling of a moment is that moment, without what the spelling leaves out."""
    midnight = at.replace(hour=0, minute=0, second=0, microsecond=0)
    moment = midnight + (at - midnight) // unit * unit

    for spell in SPELLINGS[unit]:
        assert parse_date(spell(moment), SEOUL) == moment, spell(moment)


@given(moments(2002, 2029, UTC))
def test_seconds_since_1970_are_a_date(at: datetime) -> None:
    """Ten digits that are no year, month, day and hour are seconds, thirteen are milliseconds."""
    assert parse_date(str(int(at.timestamp())), SEOUL) == at.replace(microsecond=0)
    assert parse_date(str(round(at.timestamp() * 1000)), SEOUL) == at


@pytest.mark.parametrize(
    "text",
    [
        *("07/08/2022", "8/7/22", "2022-07", "2022", "22-07-08", "2022070812", "2022-07-08 10", "2022-07-08 13:00 PM"),
        *("Juxy 8 2022", "July 32, 2022", "2022-13-01", "2022-07-08 10:00 +9900", "2022-07-08 10:00 Mars/Phobos"),
        *("{{ date }}", "", "soon", "2022-07-08" + " " * 90 + "10:00", "1" * 12, "2022년 7월 8일 시"),
    ],
)
def test_what_may_be_another_day_is_no_date(text: str) -> None:
    """A date is never guessed: a post could be published too early."""
    assert parse_date(text, SEOUL) is None


@given(st.text(st.sampled_from("2022-07/08.T 시년월일오후PM():+Z[]JulGMTKST"), max_size=40))
def test_no_text_is_a_crash(text: str) -> None:
    """Every text is a date or none."""
    parsed = parse_date(text, SEOUL)

    assert parsed is None or parsed.tzinfo is not None
