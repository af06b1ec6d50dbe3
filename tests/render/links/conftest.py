"""Fixtures for tests of popovers and maps: a site of notes below a path, its host, and a reader on a desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from judges.host import hosted
from render.search.box import Box
from site_test import SiteTest

CLOSURE = """---
title: 클로저
updated: 2026-03-14
---
함수가 자기를 둘러싼 변수를 기억하는 것.[^1] 다음은 [프로세스](../os/process.md#fork)다.

## 정의

함수와 그 환경을 묶은 값이다. #언어

### 예: 하나

세는 함수.

## 쓰임

상태를 숨길 때 쓴다.

<div id="deep">표시가 있는 문단</div>

[^1]: 각주의 말.
"""
HOME = """---
title: 링크가 많은 글
date: 2026-03-14
---
- [첫머리](../notes/js/closure.md)
- [정의](../notes/js/closure.md#정의) 다음은 [쓰임](../notes/js/closure.md#쓰임)
- [블록](../notes/js/closure.md#deep)과 [파일](../notes/js/data.txt), [밖](https://other.example/)
- [없는 절](../notes/js/closure.md#zzz)[^2]

[^2]: 여기 각주.
"""


@pytest.fixture(scope="session")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site of notes that link to each other."""
    site = SiteTest(tmp_path_factory.mktemp("links"))
    site.write("blog.yml", "title: 시험 노트\nbase_url: https://example.com/notes\n")
    site.write("content/posts/home.md", HOME)
    site.write("content/notes/js/closure.md", CLOSURE)
    site.write("content/notes/js/data.txt", "data\n")
    site.write("content/notes/os/process.md", "---\ntitle: 프로세스\n---\n시작\n\n## fork\n\n" + "갈라진다. " * 800)
    site.write("content/notes/os/idle.md", "---\ntitle: 혼자 있는 노트\n---\n글\n")
    site.build().must_succeed()
    return site.output


@pytest.fixture(scope="session")
def host(linked: Path) -> Iterator[str]:
    """Serve that site; give its address without a slash at its end."""
    with hosted(linked, "/notes") as address:
        yield address


@pytest.fixture
def reader(browser: Browser, host: str) -> Iterator[Box]:
    """Return a reader on a desk; at the end of the test, nothing has gone wrong in the console."""
    one = Box(browser, host, viewport={"width": 1280, "height": 800})
    yield one
    one.context.close()
    assert one.errors == []
