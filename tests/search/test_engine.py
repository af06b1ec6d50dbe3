"""The 48 kinds of queries of the design, and the order of answers."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byeoru.search.engine import search
from search.memory_test import Memory

POST = "---\ntitle: {}\n---\n{}\n"
TEXTS = {
    "closure": POST.format(
        "클로저", "클로저는 함수다. 자바스크립트의 클로저(closure)를 본다.\n\n## 사용자들에게\n설명"
    ),
    "collector": POST.format("가비지 컬렉션", "메모리를 회수한다. 컬렉터가 돈다."),
    "collector-2": POST.format("메모리 관리", "가비지컬렉션(garbage collection)은 느리다. 컨텍스트 스위칭 비용."),
    "switching": POST.format("운영체제", "컨텍스트 스위칭이 잦다. 컨텍스트 스위칭을 줄인다."),
    "recursion": POST.format("재귀호출", "함수가 자신을 부른다."),
    "tensorflow": POST.format("텐서플로 시작하기", "텐서플로로 정확도를 잰다. 모델을 저장한다. 의존도가 높다."),
    "model": POST.format("모델 저장", "모델 저장 방법을 설치하는 경로, 차이."),
    "install": POST.format("설치하는 방법", "최적화한다. 점점 느려진다. 느려질 때도 있다."),
    "gpu": POST.format("GPU 메모리", "`useEffect`에서 snake_case의 값을 읽는다."),
    "languages": POST.format("C++과 C#", "c 언어도 있다. 2024년 8080 포트, v1.2 日本語"),
    "iterator": POST.format("이터레이터", "반복한다. python\n\n## React\n"),
    "component": POST.format("컴포넌트", "컴포넌트를 나눈다. 트랜잭션, 스레드"),
    "message": POST.format("메시지 큐", "메시지를 보낸다."),
    "softmax": POST.format("활성화 함수", "소프트맥스(softmax)를 쓴다."),
    "soft": POST.format("소프트맥스", "확률"),
    "transfer": POST.format("전이 학습", "전이 학습(transfer learning)을 한다."),
    "typo": "---\ntitle: 도커 이미지\ntags: [도커]\n---\n캐시를 쓴다. 메세지 하나.\n",
    "queue": POST.format("큐", "메시지가 온다."),
    "note": POST.format("캐시", "close closet"),
}
MEMORY = Memory({f"content/{'notes' if name == 'note' else 'posts'}/{name}.md": text for name, text in TEXTS.items()})


def found(query: str) -> list[str]:
    """Return the names of the texts that *query* finds."""
    return [row.url.split("/")[-2].removesuffix(".md") for row in search(MEMORY, query, 50).rows]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("클로저", ["closure"]),
        ("클로저에서는", ["closure"]),
        ("클로저란", ["closure"]),
        ("사용자들에게는", ["closure"]),
        ("의존도", ["tensorflow"]),
        ("텐서플로", ["tensorflow"]),
        ("경로", ["model"]),
        ("차이", ["model"]),
        ("가비지컬렉션", ["collector", "collector-2"]),
        ("가비지 컬렉션", ["collector", "collector-2"]),
        ("컨텍스트스위칭", ["switching", "collector-2"]),
        ("컨텍스트 스위칭", ["switching", "collector-2"]),
        ("호출", ["recursion"]),
        ("컬렉션", ["collector", "collector-2"]),
        ("모델 저장", ["model", "tensorflow"]),
        ("설치하는 방법", ["install", "model"]),
        ("느려지는", ["install", "collector-2"]),
        ("최적화하려면", ["install"]),
        ("GPU에서", ["gpu"]),
        ("useEffect에서", ["gpu"]),
        ("effect", ["gpu"]),
        ("snake_case의", ["gpu"]),
        ("C++", ["languages"]),
        ("C#", ["languages"]),
        ("c", ["languages"]),
        ("클로ㅈ", ["closure"]),
        ("이터레잍", ["iterator"]),
        ("클ㄹ", ["closure"]),
        ("ㅋ", []),
        ("ㅋㄹㅈ", ["closure"]),
        ("ㅋㄹ", ["closure", "collector", "collector-2"]),
        ("zmffhwj", ["closure"]),
        ("ㅔㅛ쇄ㅜ", ["iterator"]),
        ("걷ㅁㅊㅅ", ["iterator"]),
        ("react", ["iterator"]),
        ("컴퍼넌트", ["component"]),
        ("쓰레드", ["component"]),
        ("메세지", ["typo", "message", "queue"]),
        ("텐서플로우", ["tensorflow"]),
        ("트렌잭션", ["component"]),
        ("softmax", ["soft", "softmax"]),
        ("transfer learning", ["transfer"]),
        ("closuer", ["closure"]),
        ("2024", ["languages"]),
        ("8080", ["languages"]),
        ("v1.2", ["languages"]),
        ("日本語", ["languages"]),
        ("日本", ["languages"]),
        (normalize("NFD", "클로저"), ["closure"]),
        ("쀓뛞", []),
        ("#도커 이미지", ["typo"]),
        ("#도커", ["typo"]),
        ("@notes 캐시", ["note"]),
        ("캐시", ["note", "typo"]),
    ],
)
def test_a_query_finds_the_right_texts(query: str, names: list[str]) -> None:
    """Each kind of query finds what its author meant, the best first."""
    assert found(query) == names


@pytest.mark.parametrize(
    ("query", "widened"),
    [
        ("zmffhwj", (("zmffhwj", "클로저"),)),
        ("컴퍼넌트", (("컴퍼넌트", "컴포넌트"),)),
        ("closuer", (("closuer", "closure"),)),
        ("클로저퀀텀", (("클로저퀀텀", "클로저"),)),
        ("클로저", ()),
    ],
)
def test_what_was_taken_instead_is_told(query: str, widened: tuple[tuple[str, str], ...]) -> None:
    """A query that was widened says which word it took in place of which."""
    assert search(MEMORY, query, 8).widened == widened


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "😀",
        ".*+?[",
        "<script>",
        "__proto__",
        "\0\x07",
        "가" * 10_000,
        "ㄱ" * 10_000,
        "#",
        "@ #",
        "=",
        "\ud800",
    ],
)
def test_a_strange_query_is_answered_calmly(query: str) -> None:
    """Text that is no word finds nothing, and nothing fails."""
    assert search(MEMORY, query, 8).rows == ()


@given(st.text(max_size=30) | st.text("가클로저ㅋㄹab #@=~\t\n", max_size=12))
def test_any_text_is_a_query(query: str) -> None:
    """No text makes the search fail, and what it finds are documents of the index."""
    answer = search(MEMORY, query, 8)

    assert len(answer.rows) <= answer.total <= len(TEXTS)


def test_a_latin_word_outranks_longer_ones() -> None:
    """A text that mentions a word stands before one with a name that begins so, however often."""
    memory = Memory(
        {
            "content/posts/a.md": POST.format("하나", "We prevent it."),
            "content/posts/b.md": POST.format("둘", "prevented " * 9),
        }
    )

    assert [row.slot for row in search(memory, "prevent", 8).rows] == [0, 1]


def test_equal_documents_are_in_a_fixed_order() -> None:
    """Documents with the same score are sorted by slot, so that every reader shows the same."""
    memory = Memory({f"content/posts/{name}.md": POST.format("같은 제목", "글") for name in "abc"})

    assert [row.slot for row in search(memory, "제목", 8).rows] == [2, 1, 0]


def test_an_ordinary_query_reads_its_shards_once() -> None:
    """A word that the index has is found with the shards of its beginning and one chunk of titles."""
    memory = Memory({f"content/posts/{at}.md": POST.format("클로저", "글") for at in range(8)})

    search(memory, "클로저", 8)

    assert memory.read == ["0/3", "1/3", "titles/0"]
