"""What people type instead of a word: initials, half syllables, the wrong keyboard, slips.

In:  a word, and a random generator for slips.
Out: what is typed.
Must not: import Byeoru. These rules are written a second time, so that an error in one is found by the other.
"""

from random import Random

FIRST = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
MIDDLE = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
LAST = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")

# The keys of the Korean standard keyboard (KS X 5002); compound jamo are typed as two.
_KEYS = dict(zip("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", "qwertyuiopasdfghjklzxcvbnm", strict=True))
_KEYS |= dict(zip("ㅃㅉㄸㄲㅆㅒㅖ", "QWERTOP", strict=True))
_PAIRS = dict(
    zip(
        "ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄㅘㅙㅚㅝㅞㅟㅢ",
        str.split("ㄱㅅ ㄴㅈ ㄴㅎ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅂㅅ ㅗㅏ ㅗㅐ ㅗㅣ ㅜㅓ ㅜㅔ ㅜㅣ ㅡㅣ"),
        strict=True,
    )
)
_LIKE = ("ㅐㅔ", "ㅒㅖ", "ㅚㅙ", "ㅓㅗ", "ㅡㅜ", "ㄱㅋ", "ㄷㅌ", "ㅂㅍ", "ㅈㅊ", "ㅅㅆ", "ㄱㄲ", "ㄷㄸ", "ㅂㅃ", "ㅈㅉ")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def parts(syllable: str) -> tuple[int, int, int]:
    """Return the numbers of the three letters of a syllable."""
    code = ord(syllable) - 0xAC00
    return code // 588, code // 28 % 21, code % 28


def syllable(first: int, middle: int, last: int) -> str:
    """Return the syllable of three letters."""
    return chr(0xAC00 + first * 588 + middle * 28 + last)


def closed(word: str) -> bool:
    """Tell whether a word ends in a consonant, which decides about its particle."""
    return word[-1] >= "가" and parts(word[-1])[2] > 0


def initials(word: str) -> str:
    """Return the first consonant of each syllable.

    >>> initials("클로저")
    'ㅋㄹㅈ'
    """
    return "".join(FIRST[parts(each)[0]] for each in word)


def half_typed(word: str, dice: Random) -> str:
    """Return what the screen shows while the last syllable is typed.

    >>> sorted({half_typed("클로저", Random(n)) for n in range(9)})
    ['클로ㅈ', '클롲']
    """
    *_, before, last = word
    first, middle, final = parts(last)
    stages = [FIRST[first]] if not final else [FIRST[first], syllable(first, middle, 0)]
    choice = dice.choice(stages)
    kept = parts(before)
    if (
        choice == FIRST[first] and not kept[2] and choice in LAST and dice.random() < 0.5
    ):  # the input method joins it on
        return word[:-2] + syllable(kept[0], kept[1], LAST.index(choice))
    return word[:-1] + choice


def stages(text: str) -> list[str]:
    """Return what the box of the search holds after each key that types *text*.

    >>> stages("값 a")
    ['ㄱ', '가', '갑', '값', '값 ', '값 a']
    """
    found = []
    for at, letter in enumerate(text):
        steps = [letter]
        if "가" <= letter <= "힣":
            first, middle, last = parts(letter)
            halves = [LAST.index(_PAIRS[LAST[last]][0])] if LAST[last] in _PAIRS else []
            numbers = [0, *halves, last] if last else [0]
            steps = [FIRST[first], *(syllable(first, middle, number) for number in numbers)]
        found += [text[:at] + step for step in steps]
    return found


def on_qwerty(word: str) -> str:
    """Return a Korean word as the keys of a Latin keyboard.

    >>> on_qwerty("클로저"), on_qwerty("값")
    ('zmffhwj', 'rkqt')
    """
    letters = []
    for each in word:
        first, middle, last = parts(each)
        letters += [FIRST[first], MIDDLE[middle], LAST[last]]
    return "".join(_KEYS[key] for letter in letters for key in _PAIRS.get(letter, letter))


def on_hangul(word: str) -> str:
    """Return a Latin word as the Korean input method composes it.

    >>> on_hangul("python"), on_hangul("closure"), on_hangul("react")
    ('ㅔㅛ쇄ㅜ', '치ㅐ녁ㄷ', 'ㄱㄷㅁㅊㅅ')
    """
    jamo = {key: letter for letter, key in _KEYS.items()}
    joined = {pair: letter for letter, pair in _PAIRS.items()}
    out: list[str] = []
    state: tuple[str, str, str] = ("", "", "")  # of the open syllable
    for key in word.lower():
        first, middle, last = state
        letter = jamo[key]
        if letter in MIDDLE:
            if middle and not last and middle + letter in joined:
                state = (first, joined[middle + letter], "")
            elif last:  # the final moves on
                stays, moves = _PAIRS.get(last, last)[:-1], _PAIRS.get(last, last)[-1]
                out.append(_shown(first, middle, stays))
                state = (moves, letter, "")
            elif middle or not first:
                out.append(_shown(*state))
                state = ("", letter, "")
            else:
                state = (first, letter, "")
        elif first and middle and not last and letter in LAST:
            state = (first, middle, letter)
        elif last and last + letter in joined:
            state = (first, middle, joined[last + letter])
        else:
            out.append(_shown(*state))
            state = (letter, "", "")
    return "".join([*out, _shown(*state)])


def _shown(first: str, middle: str, last: str) -> str:
    if first and middle:
        return syllable(FIRST.index(first), MIDDLE.index(middle), LAST.index(last))
    return first + middle


def slip(word: str, dice: Random) -> str:
    """Return a Korean word with one letter that sounds alike, or a Latin word with a slip of the fingers.

    >>> slip("컴포넌트", Random(1)) != "컴포넌트", len(slip("closure", Random(3))) in (6, 7, 8)
    (True, True)
    """
    for _ in range(50):
        wrong = _sounds_alike(word, dice) if word[0] >= "가" else _slipped(word, dice)
        if wrong != word:
            return wrong
    return word


def _sounds_alike(word: str, dice: Random) -> str:
    at = dice.randrange(len(word))
    first, middle, last = parts(word[at])
    letters, place = dice.choice(((FIRST, first), (MIDDLE, middle)))
    others = [other for pair in _LIKE if letters[place] in pair for other in pair if other != letters[place]]
    if not others:
        return word
    changed = letters.index(dice.choice(others))
    new = syllable(changed, middle, last) if letters is FIRST else syllable(first, changed, last)
    return word[:at] + new + word[at + 1 :]


def _slipped(word: str, dice: Random) -> str:
    at = dice.randrange(1, len(word) - 1)
    match dice.randrange(4):
        case 0:  # two letters swapped
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case 1:
            return word[:at] + word[at + 1 :]
        case 2:
            return word[: at + 1] + word[at:]
        case _:
            row = next((row for row in _ROWS if word[at] in row), "")
            near = [row[place] for place in (row.find(word[at]) - 1, row.find(word[at]) + 1) if 0 <= place < len(row)]
            return word[:at] + (dice.choice(near) if near else "") + word[at + 1 :]
