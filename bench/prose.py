"""Generate meaningless Korean technical prose in Markdown, with the structure of real notes.

In:  a `Draft`, which holds the random generator, the link targets, and the footnotes so far.
Out: titles, and bodies of about the requested number of bytes.
Must not: know where files lie or what front matter is (`corpus` does).

A pattern holds slots: `<은>` is a noun with that particle, `<>` a bare noun, `<@>` an action noun,
`<=>` how the sentence ends, `<#>` a number.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from dice import Dice
from snippets import NAMES, code_block, identifier
from vocabulary import Word, final_sound, frequencies, particle, vocabulary


@dataclass(slots=True)
class Draft:
    """A post while it is generated."""

    dice: Dice
    earlier: Callable[[], str]  # the address of some earlier post, empty for the first
    picture: Callable[[], str]  # the address of some picture
    topic: tuple[Word, ...]  # the words that this post repeats
    notes: list[str] = field(default_factory=list)  # footnotes, in order


ACTIONS = str.split("""
    가공 감시 갱신 검증 격리 공유 교체 구독 구현 기록 누적 대체 동기화 등록 모의실험 반환 발행 배치 변환
    복구 복제 분리 분석 비교 삭제 생성 선언 설명 설정 수집 실행 압축 예약 요약 이전 재사용 저장 전달 점검
    정리 제한 조회 차단 초기화 최적화 추적 측정 탐색 통합 할당 해제 호출 확인
""")
ENDINGS = str.split("""
    달라진다 드러난다 사라진다 늘어난다 줄어든다 뒤바뀐다 단순해진다 복잡해진다 느려진다 빨라진다 필요하다
    충분하다 부족하다 중요하다 불안정하다 거의·그대로다 눈에·띄게·좋아진다 생각보다·오래·걸린다
    항상·같지는·않다 문서와·다르다
""")
SENTENCES = """
    <은> <을> <@>하는 과정에서 <=>.
    <을> <@>할 때마다 <이> <=>.
    <에서> <을> <@>하면 <은> <=>.
    처음에는 <을> <으로> <@>했지만 <이> 문제였다.
    <과> <은> 비슷해 보여도 <@> 시점이 다르다.
    그래서 <을> 먼저 <@>하고, <은> 나중에 <@>했다.
    <이> <을> <@>하기 전에 <을> <@>해야 한다.
    <#>번 되풀이해 보니 <은> 평균 <#>ms, <은> <#>ms였다.
    만약 <이> 없다면 <에> 기대는 수밖에 없다.
    <의> <을> <@>하는 일은 1~<#>주쯤 걸렸다.
    반대로 <은> <까지> <@>하지 않아도 <=>.
    이 값이 <#>%를 넘으면 <이> <@>하기를 멈춘다.
    실제로는 <만> <@>해도 <이> <=>.
    <이라> 부르는 <은> 사실 <의> 한 갈래다.
    <을> <@>하려면 <부터> 살펴보자.
    흔히 <이> <보다> 낫다고 하지만, <에서는> 그렇지 않다.
    왜 <이> <@>되지 않는지 <으로> <@>해 보았다.
    <도> <도> 아닌 <의> 탓이었다.
    결국 <을> <@>하지 않으면 <은> <=>.
    다음 글에서는 <을> <으로> <@>하는 방법을 다룬다.
    <은> https://docs.example.com/<:>/<#>에서 볼 수 있다.
    <의> <이> 곧 <의> <이다>.
""".strip().split("\n")
TITLES = """
    <을> <으로> <@>하기
    <과> <>: 무엇이 다른가
    <의> <@> 과정 들여다보기
    <에서> <을> <@>하며 배운 것
    <이> <=>
    [<>] <> <@> 기록
    <은> 왜 <을> <@>하는가
    <#>분 만에 보는 <>
""".strip().split("\n")
SECTIONS = """
    들어가며
    <의> 구조
    <> <@>하기
    <을> <@>하는 이유
    <과> <의> 관계
    겪은 문제
    <#>일 동안의 측정
    `<:>`의 동작
    남은 일
    정리
""".strip().split("\n")
MATHS = (r"O(n \log n)", r"\sum_{i=1}^{n} x_i^2", r"\frac{a}{b + 1}", r"\sigma(Wx + b)", r"\nabla_\theta L",
         r"P(A \mid B)", r"e^{i\pi} + 1 = 0", r"\sqrt{d_k}")  # fmt: skip


def _cut(patterns: list[str]) -> tuple[tuple[str, ...], ...]:
    """Split patterns at their slots: text, slot, text, slot, ... text."""
    return tuple(tuple(re.split("<([^>]*)>", pattern.strip())) for pattern in patterns)


_SENTENCES, _TITLES, _SECTIONS = _cut(SENTENCES), _cut(TITLES), _cut(SECTIONS)


def topic(dice: Dice) -> tuple[Word, ...]:
    """Choose the topic of a post: real posts repeat their words, which matters for an index."""
    return tuple(_any_word(dice) for _ in range(dice.between(8, 40)))


def _any_word(dice: Dice) -> Word:
    """Draw a word by its overall frequency."""
    return vocabulary()[dice.rank(frequencies())]


def noun(draft: Draft) -> Word:
    """Draw a word, half of the time one of the post's own."""
    return draft.dice.pick(draft.topic) if draft.dice.chance(0.5) else _any_word(draft.dice)


def _marked(draft: Draft, word: Word) -> tuple[str, int]:
    """Sometimes add inline markup to a noun; return it with its final sound."""
    roll = draft.dice.share()
    if roll > 0.15:
        return word.text, word.final
    if roll < 0.045:  # a particle after `)**`, which CommonMark does not accept as bold
        inside = f"{word.text}({draft.dice.pick(NAMES)})" if draft.dice.chance(0.15) else word.text
        return f"**{inside}**", word.final
    if roll < 0.06:
        return f"*{word.text}*", word.final
    if roll < 0.12:
        code = word.text if word.english else identifier(draft.dice)
        return f"`{code}`", final_sound(code)
    address = draft.earlier() if roll < 0.14 else f"https://example.org/{draft.dice.pick(NAMES)}"
    return (f"[{word.text}]({address})" if address else word.text), word.final


def _filled(draft: Draft, pattern: tuple[str, ...], *, plain: bool = False) -> str:
    """Fill the slots of a pattern."""
    out = [pattern[0]]
    for slot, text in zip(pattern[1::2], pattern[2::2], strict=True):
        match slot:
            case "@":
                out.append(draft.dice.pick(ACTIONS))
            case "=":
                out.append(draft.dice.pick(ENDINGS).replace("·", " "))
            case "#":
                out.append(str(draft.dice.between(1, 99)))
            case ":":
                out.append(identifier(draft.dice))
            case _:
                word = noun(draft)
                shown, final = (word.text, word.final) if plain else _marked(draft, word)
                out.append(shown + particle(slot, final))
        out.append(text)
    return "".join(out)


def title(draft: Draft) -> str:
    """Generate a title without markup."""
    return _filled(draft, draft.dice.pick(_TITLES), plain=True)


def heading(draft: Draft) -> str:
    """Generate the words of a heading, without markup."""
    return _filled(draft, draft.dice.pick(_SECTIONS), plain=True)


def plain_sentence(draft: Draft) -> str:
    """Generate a sentence without markup."""
    return _filled(draft, draft.dice.pick(_SENTENCES), plain=True)


def _sentence(draft: Draft) -> str:
    text = _filled(draft, draft.dice.pick(_SENTENCES))
    roll = draft.dice.share()
    if roll < 0.015:
        return f"{text} 식으로는 ${draft.dice.pick(MATHS)}$이다."
    if roll < 0.025 and len(draft.notes) < 5:
        draft.notes.append(plain_sentence(draft))
        return f"{text}[^{len(draft.notes)}]"
    return text


def _paragraph(draft: Draft) -> str:
    return " ".join(_sentence(draft) for _ in range(draft.dice.between(2, 6)))


def _list(draft: Draft) -> str:
    """Generate a list: ordered or not, sometimes nested, sometimes with task checkboxes."""
    dice, lines = draft.dice, list[str]()
    kind = dice.pick(("- ", "- ", "- ", "1. ", "1. ", "- [ ] ", "- [x] "))
    indent = " " * (3 if kind[0] == "1" else 2)
    for _ in range(dice.between(2, 6)):
        lines.append(kind + _sentence(draft))
        if dice.chance(0.25):
            lines.extend(f"{indent}- {_sentence(draft)}" for _ in range(dice.between(1, 3)))
    return "\n".join(lines)


def _table(draft: Draft) -> str:
    dice, columns = draft.dice, draft.dice.between(2, 4)
    head = [*(noun(draft).text for _ in range(columns)), "시간"]
    rows = ["| " + " | ".join(head) + " |", "| " + "--- | " * columns + "---: |"]
    for _ in range(dice.between(3, 9)):
        cells = [_marked(draft, noun(draft))[0] for _ in range(columns)]
        rows.append("| " + " | ".join([*cells, f"{dice.between(1, 9999) / 10} ms"]) + " |")
    return "\n".join(rows)


def _quote(draft: Draft) -> str:
    lines = [f"> {_sentence(draft)}" for _ in range(draft.dice.between(1, 3))]
    source = f"\n>\n> — {noun(draft).text} 문서" if draft.dice.chance(0.4) else ""
    return "\n".join(lines) + source


def _picture(draft: Draft) -> str:
    return f"![{noun(draft).text}의 흐름]({draft.picture()})"


def _code(draft: Draft) -> str:
    return code_block(draft.dice, noun(draft).text)


_BLOCKS = (_paragraph,) * 9 + (_list,) * 4 + (_table,) * 2 + (_quote,) * 2 + (_picture,)


def body(draft: Draft, size: int) -> str:
    """Generate sections until the text has about *size* bytes."""
    dice = draft.dice
    blocks = [_paragraph(draft)]
    written, codes = len(blocks[0].encode()), dice.between(0, min(8, 2 + size // 2400))
    while written < size:
        level = "###" if len(blocks) > 1 and dice.chance(0.3) else "##"
        section = [f"{level} {heading(draft)}", _paragraph(draft)]
        for _ in range(dice.between(1, 4)):
            if codes and dice.chance(0.4):
                codes -= 1
                section.append(_code(draft))
            elif written + sum(len(block) * 2 for block in section) < size:
                section.append(dice.pick(_BLOCKS)(draft))
        written += sum(len(block.encode()) + 2 for block in section)
        blocks.extend(section)
    blocks.extend(f"[^{number}]: {note}" for number, note in enumerate(draft.notes, 1))
    return "\n\n".join(blocks) + "\n"
