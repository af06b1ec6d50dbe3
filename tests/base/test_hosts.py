"""Host names are encoded as browsers encode them."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byeoru.base.hosts import ascii_host, shown_host, wire_host
from byeoru.model.destination import destination_of

HANGUL = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=12)


@given(HANGUL, st.sampled_from(["kr", "한국", "com"]))
def test_a_hangul_name_has_one_encoding(name: str, top: str) -> None:
    """IDNA 2003 and 2008 agree for Hangul syllables, and decoding returns the same name."""
    host = f"{name}.{top}"

    assert wire_host(host) == host.encode("idna").decode()
    assert shown_host(wire_host(host)) == host


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("Faß.de", "xn--fa-hia.de"),  # a separate letter since 2008; IDNA 2003 maps it to fass.de
        ("βόλος.gr", "xn--nxasmm1c.gr"),
        ("한글。kr", "xn--bj0bj06e.kr"),
        ("ｅｘａｍｐｌｅ.kr", "example.kr"),
        ("i❤.ws", "xn--i-7iq.ws"),  # browsers and registries accept symbols
        ("한\u200d글.kr", ""),  # a joiner between syllables is invalid, also in browsers
        ("카․kr", ""),
        ("BLOG_1.Example.kr.", "blog_1.example.kr"),
        ("x" * 64 + ".kr", ""),
    ],
)
def test_a_name_is_mapped_as_browsers_map_it(written: str, sent: str) -> None:
    """The examples are names for which IDNA 2003 and 2008, or browsers and registries, differ."""
    assert wire_host(written) == sent
    assert ascii_host(written) == (sent if "_" not in sent else "")


def test_an_ssh_alias_keeps_its_case() -> None:
    """Aliases in the configuration of ssh are not DNS names."""
    assert [str(destination_of(text)) for text in ("Web:blog", "한글.kr:blog")] == ["Web:blog", "xn--bj0bj06e.kr:blog"]


def test_an_ascii_name_does_not_import_idna() -> None:
    """Nearly every site has such a name, and every build reads it."""
    program = (
        "import sys\nfrom byeoru.base.hosts import shown_host, wire_host\n"
        "for host in ('blog.example.kr', '::1', 'a_b.kr'):\n    wire_host(shown_host(host))\n"
        "print('idna' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)

    assert ran.stdout.strip() == "False"
