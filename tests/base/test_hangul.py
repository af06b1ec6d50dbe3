"""Particles match the sound of the word before them, in any script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byeoru.base.hangul import final, josa, syllable_final
from byeoru.base.readings import READINGS, by_rule, reading

PAIRS = ("이/가", "은/는", "을/를", "과/와", "으로/로", "이라/라", "아/야")

# Common technical words that are not in the dictionary, with their usual Korean spelling.
OTHERS = """
access:액세스 action:액션 address:어드레스 agent:에이전트 airflow:에어플로 algorithm:알고리즘 apple:애플 archive:아카이브 array:어레이
asset:애셋 audio:오디오 backend:백엔드 backup:백업 batch:배치 benchmark:벤치마크 binary:바이너리 block:블록 board:보드 boolean:불리언 boot:부트
bot:봇 branch:브랜치 browser:브라우저 buffer:버퍼 build:빌드 byte:바이트 cache:캐시 callback:콜백 canvas:캔버스 chart:차트 chat:챗 class:클래스
click:클릭 client:클라이언트 closure:클로저 cloud:클라우드 cluster:클러스터 code:코드 column:칼럼 commit:커밋 compiler:컴파일러 component:컴포넌트 config:컨피그
console:콘솔 container:컨테이너 context:콘텍스트 cookie:쿠키 copilot:코파일럿 core:코어 cursor:커서 dart:다트 dashboard:대시보드 data:데이터
database:데이터베이스 debian:데비안 debug:디버그 default:디폴트 deploy:디플로이 design:디자인 desktop:데스크톱 device:디바이스 discord:디스코드 disk:디스크
domain:도메인 driver:드라이버 element:엘리먼트 email:이메일 engine:엔진 error:에러 event:이벤트 facebook:페이스북 fedora:페도라 feed:피드
field:필드 figma:피그마 file:파일 filter:필터 firebase:파이어베이스 font:폰트 form:폼 format:포맷 frame:프레임 framework:프레임워크 frontend:프런트엔드
function:펑션 gateway:게이트웨이 google:구글 graph:그래프 group:그룹 hash:해시 header:헤더 heap:힙 helm:헬름 hook:훅 host:호스트 image:이미지
index:인덱스 input:인풋 instance:인스턴스 integer:인티저 interface:인터페이스 internet:인터넷 ios:아이오에스 jetbrains:젯브레인즈 job:잡 kernel:커널 key:키
label:레이블 lambda:람다 laravel:라라벨 layout:레이아웃 library:라이브러리 link:링크 list:리스트 log:로그 loop:루프 lua:루아 mac:맥 map:맵
memory:메모리 message:메시지 method:메서드 migration:마이그레이션 mobile:모바일 model:모델 module:모듈 monitor:모니터 music:뮤직 name:네임 network:네트워크 notebook:노트북
object:오브젝트 option:옵션 output:아웃풋 package:패키지 packet:패킷 page:페이지 path:패스 pipeline:파이프라인 pixel:픽셀 platform:플랫폼 plugin:플러그인
pod:파드 pointer:포인터 port:포트 process:프로세스 prompt:프롬프트 protocol:프로토콜 proxy:프록시 query:쿼리 queue:큐 register:레지스터 release:릴리스
repository:리포지터리 request:리퀘스트 resource:리소스 root:루트 router:라우터 runtime:런타임 schema:스키마 script:스크립트 server:서버 service:서비스
session:세션 shell:셸 signal:시그널 site:사이트 snapshot:스냅샷 socket:소켓 spring:스프링 stack:스택 storage:스토리지 string:스트링 struct:스트럭트
style:스타일 symbol:심벌 table:테이블 tag:태그 target:타깃 task:태스크 template:템플릿 test:테스트 thread:스레드 token:토큰 tool:툴 trait:트레이트
transformer:트랜스포머 tree:트리 tutorial:튜토리얼 update:업데이트 user:유저 value:밸류 vector:벡터 version:버전 video:비디오 view:뷰 volume:볼륨
webhook:웹훅 webpack:웹팩 widget:위젯 wiki:위키 window:윈도 worker:워커 workflow:워크플로 zig:지그 zoom:줌
"""


@pytest.mark.parametrize(
    ("word", "pair", "particle"),
    [
        ("색인", "이/가", "이"),
        ("도커", "이/가", "가"),
        ("서울", "으로/로", "로"),
        ("부산", "으로/로", "으로"),
        ("제주", "으로/로", "로"),
        ("벼루", "과/와", "와"),
        ("먹", "과/와", "과"),
        ("글", "이라/라", "이라"),
        ("길동", "아/야", "아"),
        ("글", "으로부터/로부터", "로부터"),
        ("각", "은/는", "은"),
        ("ㄱ", "은/는", "은"),
        ("ㄹ", "으로/로", "로"),
        ("ㅏ", "은/는", "는"),
    ],
)
def test_a_particle_matches_a_hangul_word(word: str, pair: str, particle: str) -> None:
    """The final consonant decides, and ㄹ takes 로; single letters are read by their names, and NFD like NFC."""
    assert josa(word, pair) == particle


@pytest.mark.parametrize(
    ("number", "reading"),
    [
        *(("0", "영"), ("1", "일"), ("2", "이"), ("3", "삼"), ("4", "사"), ("5", "오")),
        *(("6", "육"), ("7", "칠"), ("8", "팔"), ("9", "구")),
        *(("10", "십"), ("20", "이십"), ("21", "이십일"), ("100", "백"), ("150", "백오십"), ("2000", "이천")),
        *(("1,000", "천"), ("10,000", "만"), ("100000", "십만"), ("12,000,000", "천이백만"), ("100,000,000", "일억")),
        *(("10" + "0" * 11, "조"), ("1" + "0" * 16, "경"), ("1" + "0" * 20, "해"), ("1" + "0" * 48, "극")),
        *(("3.14", "사"), ("1.10", "영"), ("2.0000000000000", "영"), ("007", "칠"), ("0000", "영"), ("1,004", "사")),
        *(("제 3", "삼"), ("2024년", "년"), ("50%", "퍼센트"), ("-5", "오"), ("10:30", "삼십"), ("UTF-8", "팔")),
        *(
            ("S3", "쓰리"),
            ("IPv6", "식스"),
            ("M1", "원"),
            ("i9", "나인"),
            ("sha256", "육"),
            ("3km", "킬로미터"),
            ("5kg", "킬로그램"),
        ),
    ],
)
def test_a_particle_matches_a_number_as_it_is_read(number: str, reading: str) -> None:
    """Trailing zeros are 십, 백, 천, 만, 억, 조; decimals are read digit by digit, a digit after a Latin letter in English."""
    assert final(number) == syllable_final(reading)


def test_a_number_without_a_name_gets_both_particles() -> None:
    """There is no usual reading of 10⁵², so both particles are written."""
    assert josa("1" + "0" * 52, "이/가") == "이(가)"


@pytest.mark.parametrize(
    ("word", "particle"),
    [
        *(
            ("Linux", "는"),
            ("Python", "은"),
            ("Java", "는"),
            ("Docker", "는"),
            ("Git", "은"),
            ("GitHub", "는"),
            ("Go", "는"),
        ),
        *(
            ("CPU", "는"),
            ("URL", "은"),
            ("HTML", "은"),
            ("API", "는"),
            ("DNS", "는"),
            ("SQL", "은"),
            ("PR", "은"),
            ("VM", "은"),
        ),
        *(("npm", "은"), ("yml", "은"), ("URLs", "는"), ("VSCode", "는"), ("PostgreSQL", "은"), ("GraphQL", "은")),
        *(("Node.js", "는"), ("README.md", "는"), ("index.html", "은"), ("C#", "은"), ("C++", "는"), ("café", "는")),
        *(("MyLinux", "는"), ("LICENSE", "는"), ("a", "는"), ("R", "은")),
    ],
)
def test_a_particle_matches_the_korean_reading_of_a_latin_word(word: str, particle: str) -> None:
    """Known words have their Korean sound, capitals are spelt out, and the last part of a camel-case name decides."""
    assert josa(word, "은/는") == particle


def test_the_rules_for_unknown_latin_words_are_rarely_wrong() -> None:
    """The figures in the docstring of `base/readings.py` are those of the two word lists."""
    others = dict(pair.split(":") for pair in OTHERS.split())

    wrong = [
        {word for word, sound in words.items() if syllable_final(by_rule(word)) != syllable_final(sound)}
        for words in (READINGS, others)
    ]

    assert not READINGS.keys() & others.keys()
    assert (len(wrong[0]), len(READINGS)) == (14, 106)
    assert (wrong[1], len(others)) == ({"loop", "template"}, 206)


def test_the_dictionary_takes_precedence_over_the_rules() -> None:
    """Each word in the dictionary has the sound given there, in upper and lower case."""
    wrong = [
        word
        for word, sound in READINGS.items()
        if {reading(word), reading(word.upper()), reading(word.title())} != {sound}
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("word", "particle"),
    [
        *(
            ("파일(file)", "은"),
            ("도커 (Docker)", "는"),
            ("색인[1]", "은"),
            ("함수(f(x))", "는"),
            ("(공지)", "는"),
            ("「책」", "은"),
        ),
        *(("`색인`", "은"), ("‘벼루’", "는"), ("왜 그럴까?", "는"), ("도커 🐳", "는"), ("책)", "은"), ("[글]", "은")),
        *(("main()", "은"), ("“글(文)”", "은")),
    ],
)
def test_characters_without_a_sound_are_ignored(word: str, particle: str) -> None:
    """Quotes, full stops and emoji have no sound, and a part in brackets only explains the word before it."""
    assert josa(word, "은/는") == particle


@pytest.mark.parametrize("word", ["", "?!", "()", "漢字", "→", "“(”", "Привет"])
def test_a_word_in_an_unknown_script_gets_both_particles(word: str) -> None:
    """The program does not guess the sound of a script that it does not know."""
    both = ["이(가)", "은(는)", "을(를)", "과(와)", "으로(로)", "이라(라)", "아(야)"]

    assert [josa(word, pair) for pair in PAIRS] == both


@pytest.mark.parametrize(("pair", "particles"), [("와/과", "와과"), ("가/이", "가이"), ("로/으로", ("로", "으로"))])
def test_the_order_of_a_pair_does_not_matter(pair: str, particles: tuple[str, str]) -> None:
    """Grammars write 와/과 but 이/가; the program knows which one follows a consonant."""
    assert (josa("도커", pair), josa("색인", pair)) == tuple(particles)


@given(st.text(), st.sampled_from(PAIRS))
def test_any_word_gets_one_of_the_particles_or_both(word: str, pair: str) -> None:
    """No word raises an exception."""
    first, second = pair.split("/")

    assert josa(word, pair) in {first, second, f"{first}({second})"}


@given(st.text(alphabet="()[]{}（） a0ㄱ.,\"'", max_size=40))
def test_unbalanced_brackets_are_harmless(word: str) -> None:
    """Brackets that do not match are ignored like other punctuation."""
    assert josa(word, "은/는") in {"은", "는", "은(는)"}
