"""Template filters for words, dates and addresses."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from byeoru.base.paths import decode, encode
from byeoru.model.theme import Theme
from byeoru.render.filters import decoded, josa
from byeoru.render.templates import Environment

SATURDAY = datetime(2026, 3, 14, 9, 5, tzinfo=ZoneInfo("Asia/Seoul"))


@pytest.fixture(scope="module")
def environment() -> Environment:
    """Return the environment of a theme without templates."""
    return Environment(Theme("none", (), (), (), ()))


def show(environment: Environment, template: str, **values: Any) -> str:  # noqa: ANN401
    return environment.from_string("{% autoescape true %}" + template + "{% endautoescape %}").render(values)


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{{ '도커'|josa('이/가') }}", "도커가"),
        ("{{ '서울'|josa('으로/로') }}", "서울로"),
        ("{{ tag|josa('을/를') }}", "R&amp;D를"),
        ("{{ tag|escape|josa('을/를') }}", "R&amp;D를"),
        ("{{ bold|josa('은/는') }}", "<b>색인</b>은"),
        ("{{ '<i>'|josa('은/는') }}", "&lt;i&gt;는"),
        ("{{ 3|josa('은/는') }}", "3은"),
        ("{{ '?!'|josa('이/가') }}", "?!이(가)"),
    ],
)
def test_a_word_has_its_particle(environment: Environment, template: str, shown: str) -> None:
    """The word is escaped once, and the particle follows the sound of its text without tags."""
    assert show(environment, template, tag="R&D", bold=Markup("<b>색인</b>")) == shown


@pytest.mark.parametrize("pair", ["이", "", "/", "이/", "/가"])
def test_an_incomplete_pair_is_an_error_of_the_template(environment: Environment, pair: str) -> None:
    """An incomplete pair of particles is an error of the template."""
    with pytest.raises(jinja2.TemplateRuntimeError, match="two particles"):
        show(environment, "{{ word|josa(pair) }}", word="글", pair=pair)


@pytest.mark.parametrize(
    ("form", "korean", "english"),
    [
        ("", "2026년 3월 14일", "March 14, 2026"),
        ("'weekday'", "2026년 3월 14일 토요일", "Saturday, March 14, 2026"),
        ("'month'", "2026년 3월", "March 2026"),
        ("'short'", "2026. 3. 14.", "Mar 14, 2026"),
    ],
)
def test_a_date_has_four_forms_in_two_languages(environment: Environment, form: str, korean: str, english: str) -> None:
    """A date is formatted in the language of the page."""
    template = f"{{{{ at|date({form}) }}}}"

    assert show(environment, template, at=SATURDAY) == korean
    assert show(environment, template, at=SATURDAY, lang="ko-KR") == korean
    assert show(environment, template, at=SATURDAY, lang="en") == english


def test_a_date_has_no_other_form(environment: Environment) -> None:
    """An unknown date form is an error of the template that lists the forms."""
    with pytest.raises(jinja2.TemplateRuntimeError, match="day, weekday, month, short"):
        show(environment, "{{ at|date('long') }}", at=SATURDAY)


def test_machines_get_the_exact_moment_and_indexes_their_letter(environment: Environment) -> None:
    """The filters for RFC 3339 dates and index letters are available to templates."""
    assert show(environment, "{{ at|isodate }} {{ '까치'|initial }}", at=SATURDAY) == "2026-03-14T09:05:00+09:00 ㄱ"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("/posts/%ED%95%9C%EA%B8%80/", "/posts/한글/"),
        ("https://a.kr/%eb%85%b8%ED%8A%B8/?q=%EA%B0%80#%EB%81%9D", "https://a.kr/노트/?q=가#끝"),
        ("/%E6%97%A5%E3%81%B2%C3%A9%7E%61/", "/日ひé~a/"),
        ("/한글/a+b", "/한글/a+b"),
        *((same, same) for same in ("/a%2Fb%2f", "/a%3Fb", "/a%23b", "/%25ED", "/%2E%2E/", "/a%20b", "/a%26b%3Cc%22")),
        *((same, same) for same in ("/%00%0A%7F", "/%C2%A0", "/%E3%80%80", "/%E2%80%8B%E2%80%AE%E2%81%A6%EF%BB%BF")),
        *((same, same) for same in ("/%E2%88%95%EF%BC%8F", "/%E3%85%A4%E1%85%9F", "/%CC%B8", "/%EE%80%80")),
        *((same, same) for same in ("/%FF%FE", "/%ED%A0%80", "/%C0%AF", "/%E", "/%", "/%zz")),
        ("/%ED%95%9C%FF%ea", "/한%FF%ea"),
        ("/e%CC%81", "/é".replace("é", "e\u0301")),
        ("/%EF%BC%8F%CC%81", "/%EF%BC%8F%CC%81"),
    ],
)
def test_an_address_is_shown_as_a_reader_reads_it(address: str, shown: str) -> None:
    """Letters are decoded; delimiters, invisible, direction and lookalike characters and invalid UTF-8 are not."""
    assert decoded(address) == shown


def test_a_decoded_address_is_escaped_once(environment: Environment) -> None:
    """A decoded address is escaped like any text, and not twice."""
    assert show(environment, "{{ a|decoded }} {{ b|decoded }}", a="/가?a&b", b=Markup("/%EA%B0%80?a&amp;b")) == (
        "/가?a&amp;b /가?a&amp;b"
    )


@given(st.text())
def test_a_decoded_address_has_the_same_target(path: str) -> None:
    """Decoding an address for display never changes what it refers to."""
    address = encode("/" + path.encode("utf-8", "replace").decode())

    assert decode(decoded(address)) == decode(address)
    assert encode(decoded(address)).replace("%25", "%") == address


@given(st.text(), st.sampled_from(["이/가", "으로/로", "와/과"]))
def test_josa_takes_any_word(word: str, pair: str) -> None:
    """`josa` never changes the word itself."""
    assert josa(word, pair).startswith(word)
    assert isinstance(josa(Markup.escape(word), pair), Markup)
