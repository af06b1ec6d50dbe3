"""The first files of a new blog, in Korean and English."""

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

from byeoru.base.catalogue import Language


class NewBlog(NamedTuple):
    """The values that `blog init` has collected."""

    title: str
    address: str  # "" for none yet
    author: str
    language: str  # of its texts
    timezone: str
    repository: str  # where the site is deployed, as in `blog.yml`; "" for none yet


_SETTINGS = {
    "ko": """# 벼루 설정. 필요 없는 줄은 지워도 됩니다.
title: {title}
{address}
language: {language}
timezone: {timezone}
author: {author}
{deploy}

# menu: {{글: /archive/, 태그: /tags/, 소개: /about/}}
# theme: {{name: hanji, accent: "#9a4a3c"}}
""",
    "en": """# Byeoru settings. Lines that you do not need can be removed.
title: {title}
{address}
language: {language}
timezone: {timezone}
author: {author}
{deploy}

# menu: {{Posts: /archive/, Tags: /tags/, About: /about/}}
# theme: {{name: hanji, accent: "#9a4a3c"}}
""",
}

_FIRST = {
    "ko": """---
title: 첫 글
date: {date}
tags: [시작]
---

반갑습니다. 이 글은 `content/posts/first-post.md`에 있습니다. 수정하거나 삭제하고 여러분의 글을 쓰세요.

## 글을 쓰는 법

글은 Markdown으로 씁니다. 다른 글은 파일 이름으로 링크합니다: [소개](../pages/about.md).

```python
def greet(name: str) -> str:
    return f"안녕하세요, {{name}}님"
```

| 명령 | 설명 |
|---|---|
| `blog new "제목"` | 초안을 만듭니다 |
| `blog build` | 사이트를 `site` 폴더에 빌드합니다 |
| `blog build --drafts` | 초안을 포함해 빌드합니다 |
""",
    "en": """---
title: First post
date: {date}
tags: [start]
---

Welcome. This post is in `content/posts/first-post.md`. Edit it, or delete it and write your own.

## How to write

Posts are written in Markdown. Link to other pages by file name: [about](../pages/about.md).

```python
def greet(name: str) -> str:
    return f"Hello, {{name}}"
```

| Command | Description |
|---|---|
| `blog new "Title"` | Create a draft |
| `blog build` | Build the site into the folder `site` |
| `blog build --drafts` | Build it including drafts |
""",
}

_DRAFT = {
    "ko": """---
title: 작성 중인 글
date: {date}
tags: [시작]
draft: true
---

`draft: true`가 있는 글은 공개되지 않습니다. 완성하면 그 줄을 지우세요.
""",
    "en": """---
title: Work in progress
date: {date}
tags: [start]
draft: true
---

A page with `draft: true` is not published. Remove the line when it is finished.
""",
}

_ABOUT = {
    "ko": "---\ntitle: 소개\n---\n\n이 블로그와 글쓴이를 소개하는 페이지입니다.\n",
    "en": "---\ntitle: About\n---\n\nAbout this blog and its author.\n",
}

_IGNORED = "/site/\n/.blog/\n"


def starter_files(answers: NewBlog, language: Language) -> dict[str, str]:
    """Return the contents of the files by path."""
    zone = timezone(timedelta(hours=9)) if language == "ko" else UTC
    date = f"{datetime.now(zone):%Y-%m-%d %H:%M:%S}"
    address = f"base_url: {_quoted(answers.address)}" if answers.address else "# base_url: https://blog.example.kr"
    deploy = f"deploy: {{repository: {_quoted(answers.repository)}}}" if answers.repository else ""
    settings = _SETTINGS[language].format(
        title=_quoted(answers.title),
        author=_quoted(answers.author),
        address=address,
        language=answers.language,
        timezone=answers.timezone,
        deploy=deploy or "# deploy: {repository: user/repository}",
    )
    return {
        "blog.yml": settings,
        ".gitignore": _IGNORED,
        "content/posts/first-post.md": _FIRST[language].format(date=date),
        "content/posts/work-in-progress.md": _DRAFT[language].format(date=date),
        "content/pages/about.md": _ABOUT[language],
    }


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
