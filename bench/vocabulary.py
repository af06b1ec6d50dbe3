"""Make a Korean technical vocabulary with a long tail.

In:  nothing; the vocabulary is a constant, whatever the seed of a corpus.
Out: 60,000 distinct nouns, the frequent ones real (Korean and English), the rest put together from
syllables as Sino-Korean words and loanwords are, each with the final sound that its particle needs.
Must not: hold sentences or Markdown (`prose` does).
"""

from functools import lru_cache
from typing import NamedTuple

from dice import Dice, zipf

SIZE = 60_000

KNOWN = str.split("""
    서버 요청 응답 캐시 색인 질의 배포 설정 모델 데이터 함수 변수 객체 배열 문자열 정수 자료형 예외 로그
    지표 메모리 버퍼 힙 스택 포인터 스레드 프로세스 코루틴 잠금 교착 세마포어 신호 인터럽트 커널 시스템 호출
    가상화 컨테이너 이미지 볼륨 네트워크 소켓 포트 패킷 프로토콜 헤더 세션 쿠키 토큰 인증 인가 권한 암호화
    해시 서명 인증서 방화벽 프록시 게이트웨이 라우터 로드밸런서 클러스터 노드 복제본 파티션 샤드 합의 리더
    선출 장애 복구 백업 스냅숏 트랜잭션 격리 수준 정규화 스키마 마이그레이션 조인 뷰 커서 실행계획 통계
    카디널리티 컴파일러 인터프리터 구문 분석기 어휘 토크나이저 문법 추상화 상속 다형성 인터페이스 제네릭
    클로저 람다 반복자 생성기 데코레이터 모듈 패키지 의존성 버전 저장소 커밋 브랜치 병합 충돌 리뷰 테스트
    픽스처 단언 커버리지 회귀 성능 병목 지연시간 처리량 프로파일러 벤치마크 최적화 컴포넌트 상태 이벤트
    렌더링 가상돔 라우팅 스타일시트 접근성 폼 검증 번들러 트리셰이킹 학습률 손실 가중치 기울기 역전파 합성곱
    임베딩 어텐션 정규식 인코딩 유니코드 조합형 자모 형태소 검색 순위 점수 추천 군집 분류 회귀선 표본 분포
    분산 편향 과적합 파이프라인 스케줄러 작업자 대기열 재시도 멱등성 웹훅 알림 대시보드 경보 추적 관측 예산
    비용 일정 회고 문서 목차 각주 본문 제목 태그 글꼴 여백 색상 팔레트 미리보기 초안 발행 주소 도메인
    서브도메인 호스팅
""")

ENGLISH = str.split("""
    Docker Kubernetes Helm Terraform Ansible Linux systemd cgroup namespace eBPF nginx Envoy HTTP QUIC TCP
    UDP TLS DNS CDN gRPC REST GraphQL WebSocket JSON YAML TOML XML CSV Parquet Arrow PostgreSQL MySQL SQLite
    Redis Kafka RabbitMQ Elasticsearch MongoDB ClickHouse WAL MVCC LSM B-tree Raft Paxos vacuum replica
    shard Python asyncio dataclass decorator generator pytest mypy ruff uvicorn Starlette FastAPI Django
    Jinja Pygments NumPy pandas PyTorch TensorFlow CUDA GPU TPU softmax dropout optimizer checkpoint
    tokenizer Transformer BERT LoRA RAG JavaScript TypeScript Node Deno React Svelte Vite webpack hook
    promise closure prototype event-loop service-worker Rust borrow-checker lifetime trait cargo tokio Go
    goroutine channel interface slice Java JVM Gradle Kotlin Swift C++ template RAII allocator mutex
    semaphore spinlock futex epoll io_uring page-cache swap inode ext4 tmpfs OOM Git rebase cherry-pick
    bisect submodule GitHub Actions runner artifact workflow canary rollback SLA SLO Prometheus Grafana
    OpenTelemetry trace span OAuth JWT SAML CORS CSRF XSS cache-control ETag Brotli gzip AVIF WebP SVG CSS
    flexbox grid media-query viewport ARIA Unicode UTF-8 NFC NFD regex Markdown CommonMark front-matter RSS
    Atom
""")

_SINO = "".join(
    str.split("""
    가각간감강개거건검격견결경계고곡공과관광교구국군굴권귀규균극근금급기길난남납내년노농뇌능단달담답당대덕도독동두등
    락란람랑래략량려력련렬령례로록론료루류률리림립마막만말망매맥면명모목묘무문물미민밀박반발방배백번범법벽변별병보복본봉부북
    분불비빈사산살삼상색생서석선설섭성세소속손송쇄수숙순술습승시식신실심쌍아악안암압애액야약양어억언엄업여역연열염영예오옥온
    완왕외요욕용우운원월위유육윤음응의이익인일임입자작잔잠장재쟁저적전절점접정제조족존종좌주준중증지직진질집징차착찬찰참창채
    책처척천철첨청체초촉촌총최추축출충취측층치친침칭쾌타탁탄탈탐탑태택토통퇴투특파판패편평폐포폭표품풍피필하학한할함합항해핵
    행향허험혁현혈협형혜호혹혼홍화확환활황회획횡효후훈휘휴흑흡흥희
""")
)
_SUFFIX = "성화기자률량식법론점면형체계도선력부층군망값"
_LOAN = str.split("""
    가 그 나 네 노 니 다 데 도 드 디 라 러 레 로 루 리 마 머 메 모 미 바 버 베 보 부 브 비 사 서 세 셔 소 스
    시 아 어 에 오 우 이 자 저 제 조 지 처 체 카 커 케 코 쿠 크 키 타 터 테 토 투 트 티 파 퍼 페 포 푸 프 피
    하 허 헤 호 히
""")
_LOAN_END = str.split("""
    널 닝 덤 덱 던 런 링 럼 맵 먼 밍 벤 블 싱 션 셀 셋 숍 슨 악 얼 엔 엣 온 웍 웹 인 일 잭 젝 존 줌 징 챗 캔
    컬 콜 큐 클 킷 킹 탭 턴 텀 텍 톤 튼 팅 팩 팬 펀 폼 핑 핀 필 허브 터 드 스 트 크 프 버 서 커 너 더 러 머
    저
""")

_SOUND_AFTER_VOWEL, _SOUND_AFTER_CONSONANT, _SOUND_AFTER_RIEUL = range(3)
_PARTICLES = {
    "은": ("는", "은", "은"),
    "이": ("가", "이", "이"),
    "을": ("를", "을", "을"),
    "과": ("와", "과", "과"),
    "으로": ("로", "으로", "로"),
    "이라": ("라", "이라", "이라"),
}


class Word(NamedTuple):
    """One noun."""

    text: str
    final: int  # how it ends when read aloud: 0 a vowel, 1 a consonant, 2 the consonant ㄹ (로, not 으로)
    english: bool


def final_sound(text: str) -> int:
    """Say how a word ends when a Korean reads it aloud; English ones by a rule that is mostly right.

    >>> [final_sound(text) for text in ("캐시", "색인", "모델", "DNS", "URL", "commit", "Rust")]
    [0, 1, 2, 0, 2, 1, 0]
    """
    last = text[-1]
    if "가" <= last <= "힣":
        coda = (ord(last) - ord("가")) % 28
        return {0: _SOUND_AFTER_VOWEL, 8: _SOUND_AFTER_RIEUL}.get(coda, _SOUND_AFTER_CONSONANT)
    if last in "lLR178":
        return _SOUND_AFTER_RIEUL
    if last in "mnMN036":
        return _SOUND_AFTER_CONSONANT
    # 커밋, 훅, 맵, but 러스트, 태스크: a stop is a final consonant only after a vowel.
    stop_after_vowel = last in "gkpt" and text[-2:-1].lower() in "aeiou"
    return _SOUND_AFTER_CONSONANT if stop_after_vowel else _SOUND_AFTER_VOWEL


def particle(name: str, final: int) -> str:
    """Choose the form of a particle; one that has a single form (`에서`, nothing at all) stays as it is.

    >>> particle("으로", final_sound("모델")), particle("을", final_sound("색인")), particle("에서", 0)
    ('로', '을', '에서')
    """
    forms = _PARTICLES.get(name)
    return forms[final] if forms else name


def _invented(dice: Dice) -> str:
    """Put a word together that looks Korean."""

    def sino(count: int) -> str:
        return "".join(dice.pick(_SINO) for _ in range(count))

    def loan() -> str:
        return "".join(dice.pick(_LOAN) for _ in range(dice.between(1, 3))) + dice.pick(_LOAN_END)

    kind = dice.share()
    if kind < 0.45:
        return sino(2)
    if kind < 0.65:
        return sino(2) + dice.pick(_SUFFIX)
    if kind < 0.85:
        return loan()
    return sino(4) if kind < 0.95 else loan() + sino(2)


@lru_cache(maxsize=1)
def vocabulary() -> tuple[Word, ...]:
    """List all words, the most frequent first."""
    dice = Dice("vocabulary", 1)
    texts: dict[str, None] = {}
    for place in range(max(len(KNOWN), len(ENGLISH))):  # two real Korean words, then an English one
        texts.update(dict.fromkeys(KNOWN[2 * place : 2 * place + 2] + ENGLISH[place : place + 1]))
    while len(texts) < SIZE:
        texts[_invented(dice)] = None
    return tuple(Word(text, final_sound(text), english=text.isascii()) for text in texts)


@lru_cache(maxsize=1)
def frequencies() -> tuple[int, ...]:
    """Weigh the words of `vocabulary`, for `Dice.rank`."""
    return zipf(SIZE, offset=8)
