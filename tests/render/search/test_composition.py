"""Typing Hangul: an input method composes each syllable in the field, and owns the keys meanwhile."""

import pytest
from playwright.sync_api import CDPSession, expect

from render.search.box import Box

pytestmark = pytest.mark.slow

PROCESS_KEY = 229  # what browsers report for a key that an input method handles


def composing(box: Box) -> CDPSession:
    """Return the connection by which Chromium is told what an input method does."""
    return box.context.new_cdp_session(box.page)


def compose(typist: CDPSession, text: str) -> None:
    """Show *text* as the syllables that are being composed."""
    typist.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})


def press_inside(typist: CDPSession, code: str) -> None:
    """Press a key that belongs to the input method."""
    key = {"key": "Process", "code": code, "windowsVirtualKeyCode": PROCESS_KEY}
    typist.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
    typist.send("Input.dispatchKeyEvent", {"type": "keyUp", **key})


def test_half_typed_syllables_are_searched(box: Box) -> None:
    """Each change of the composed syllable is a query, and the syllable is left alone."""
    typist = composing(box.open())
    box.answered()  # from here on the script of the box listens
    for text in ("ㅋ", "크", "클", "클ㄹ", "클로", "클롲"):
        compose(typist, text)
    typist.send("Input.insertText", {"text": "클로저"})
    box.answered()

    assert box.asked == ["ㅋ", "크", "클", "클ㄹ", "클로", "클롲", "클로저"]
    assert box.input.input_value() == "클로저"
    assert box.rows.count() == 8


def test_enter_of_an_input_method_opens_nothing(box: Box) -> None:
    """Enter and arrows complete a syllable or choose a Hanja; only after that do they open and move."""
    typist = composing(box.open())
    compose(typist, "클로저")
    box.answered()
    for code in ("Enter", "ArrowDown", "End"):
        press_inside(typist, code)
    box.page.wait_for_timeout(300)

    assert box.active == -1
    assert box.page.url.endswith("/notes/")
    expect(box.input).to_be_focused()

    typist.send("Input.insertText", {"text": "클로저"})
    box.answered()
    box.press("ArrowDown")
    assert box.active == 0
    box.press("Enter")
    box.page.wait_for_url("**/notes/posts/closure/")


@pytest.mark.parametrize("mark", [{"isComposing": True}, {"keyCode": PROCESS_KEY}], ids=["said", "numbered"])
def test_keys_during_a_composition_are_not_ours(box: Box, mark: dict[str, object]) -> None:
    """Some browsers report the real key and say `isComposing`, Safari ends the composition first and gives the number."""
    box.open().type("클로저")
    taken = box.input.evaluate(
        """(input, mark) => !input.dispatchEvent(
            new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true, ...mark }))""",
        mark,
    )

    assert not taken
    assert box.active == -1
