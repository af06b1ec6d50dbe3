"""What follows a noun in one written word: particles, the copula, and the verbs that are made of nouns.

In:  a word of Hangul.
Out: its stem.
Must not: know a dictionary; a word keeps its stem of two syllables.

The particles and endings are those of the 표준국어대사전. Which of them follow nouns, and which are weak, was counted
with the analyser Kiwi in 1,261 public Korean technical texts: of 211,000 words with a suffix, 98.9 % have one of these.
A suffix is weak if many nouns end in the same syllables, as 텐서플로 in 로.
"""

from functools import lru_cache

# Particles. Those of CASES may be followed by one of TOPICS, as 에서 by 는.
CASES = """
에 에서 에게 에게서 께서 한테 에서부터 으로 으로서 으로써 으로부터 로 로서 로써 로부터 와 과 랑 이랑 처럼 보다
만큼 대로 마다 부터 까지 밖에 조차 마저 뿐 만 만으로 하고 들 들에 들에게 들로 들과 들에서 끼리 같은
""".split()  # noqa: SIM905  (a table to read)
TOPICS = "은 는 도 만 의 나 이나 라도 이라도".split()  # noqa: SIM905
ALONE = """
이 가 을 를 은 는 의 도 만 나 이나 라도 이라도 란 이란 엔 에선 으론 론 께 야 라 이라 든 이든 씩 들이 들을 들끼리
만이 만을 까지만 까지가 까지를 부터가 뿐만 에서만 에게만 에만 에까지 으로만 로만 으로까지
""".split()  # noqa: SIM905

# Endings by the form of the stem that they follow; a first jamo is the final consonant of the syllable before.
PLAIN = """
다 다가 다고 다는 다면 다면서 다시피 고 고는 고도 고서 고자 며 면 면서 면서도 면은 니 니까 지 지만 지는 지도
지를 지가 지요 죠 기 기는 기도 기만 기가 기를 기에 기에는 기로 기까지 기보다 기보다는 기위해 기때문에 긴 길 기엔
는 는데 는데도 는지 는지를 는지는 는가 는게 는것 는다 는다면 는다고 는다는 던 던데 더라도 더니 도록 게 게끔 게도
게만 거나 거든 건 려 려고 려면 려는 려던 므로 므로써 세요 시오 십시오 시면 실 신 자 자면 자마자 자고 나 네 네요
느라 든 든지 라 라고 라고도 라는 라면 라도 라서
ㄴ ㄴ다 ㄴ다면 ㄴ다는 ㄴ다고 ㄴ다고도 ㄴ다거나 ㄴ데 ㄴ데도 ㄴ지 ㄴ지를 ㄴ지는 ㄴ가 ㄴ가요 ㄴ채 ㄴ후 ㄴ것 ㄴ게
ㄹ ㄹ때 ㄹ때는 ㄹ때마다 ㄹ지 ㄹ지를 ㄹ지는 ㄹ지도 ㄹ까 ㄹ까요 ㄹ수 ㄹ수록 ㄹ만한 ㄹ것 ㄹ게요 ㄹ래 ㄹ텐데
ㅁ ㅁ을 ㅁ이 ㅁ은 ㅁ에 ㅁ에도 ㅁ으로 ㅁ으로써 ㅁ과 ㅁ의 ㅁ에따라
ㅂ니다 ㅂ니다만 ㅂ니까 ㅂ시다
""".split()  # noqa: SIM905
OPEN = """
서 서는 서도 서야 선 야 야만 야지 야한다 야하는 야할 야합니다 야하고 야함 야겠다 도 요 라 주다 주는 주면 주고
주기 주지 주며 주어 주어야 준 준다 줄 줌 줍니다 줘 줘야 줘서 주세요 주자 주도록 주려면 주었다 줬다 보다 보는
보면 보고 보기 보자 보며 보세요 보니 보았다 봤다 봤습니다 봐 봐야 봐도 본 본다 볼 봅시다 봅니다 보겠습니다
보도록 보려고 두고 두는 두면 두었다 둔 둘 놓고 놓는 놓은 놓으면 놓을 나가는 나갈 가며 가면서 온 오던 오는 왔다
왔습니다 지다 지는 지고 지면 지며 지지 지기 지도록 진 진다 질 짐 집니다 져 져서 져야 졌다 졌습니다 버린 버리는
버린다
""".split()  # noqa: SIM905
PAST = """
다 다가 다고 다는 다면 다며 습니다 습니다만 고 지만 지 기 기에 기때문에 으며 으면 으나 으니 으므로 을 을때 을까
을지 을것 음 음을 음에도 는데 는지 는지를 는가 는다 던 더니 더라도 더라면 어요 거나 네요 죠
""".split()  # noqa: SIM905
# Verbs made of nouns: the stem, its open form, its past.
VERBS = (
    ("하", ("해", "하여"), ("했", "하였", "하겠")),
    ("되", ("되어", "돼"), ("되었", "됐", "되겠")),
    ("시키", ("시켜",), ("시켰",)),
    ("당하", ("당해",), ("당했",)),
    ("스럽", ("스러워",), ("스러웠",)),
    ("받", ("받아",), ("받았",)),
    ("이", ("이어",), ("이었", "였")),
)
OTHERS = "라는 라고 라면 라서 라며 스러운 롭게 로운 받은 받을 받음 이에요 예요 여야 한테는 하자마자".split()  # noqa: SIM905

# Weak: many a noun ends so.
WEAK = frozenset(
    """
이 가 의 는 로 과 도 만 나 인 일 임 라 란 랑 들 뿐 야 께 든 론 씩 엔 대로 보다 부터 하고 로는 로도 로만 로의
로서 로써 라는 라고 라면 라도 라서 이는 이지 이고 이자 였다 여야 인가 인지 만도 만이 만의 만은 이나
""".split()  # noqa: SIM905
)
_FINAL_OF = {"ㄴ": 4, "ㄹ": 8, "ㅁ": 16, "ㅂ": 17}


def conjugated(stem: str, ending: str) -> str:
    """Return *stem* with an ending, whose first jamo goes into the last syllable.

    >>> conjugated("하", "ㅂ니다"), conjugated("하", "고")
    ('합니다', '하고')
    """
    final = _FINAL_OF.get(ending[0])
    return stem + ending if final is None else stem[:-1] + chr(ord(stem[-1]) + final) + ending[1:]


@lru_cache(maxsize=1)
def suffixes() -> frozenset[str]:
    """Return every suffix."""
    particles = {*CASES, *ALONE, *(case + topic for case in CASES for topic in TOPICS)}
    verbs = {
        form
        for stem, opens, pasts in VERBS
        for form in (
            *(conjugated(stem, ending) for ending in PLAIN if stem != "스럽" or ending[0] not in _FINAL_OF),
            *(form + ending for form in opens for ending in ("", *OPEN)),
            *(form + ending for form in pasts for ending in PAST),
        )
    }
    return frozenset(particles | verbs | set(OTHERS))
