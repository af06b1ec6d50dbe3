"""Messages of the leak audit."""

MESSAGES = {
    "problem.leak-name": (
        "비공개 글 `{hidden}`의 파일 이름이 사이트에 있습니다",
        "contains the name of `{hidden}`, which is private",
    ),
    "problem.leak-title": (
        "비공개 글의 제목이 사이트에 있습니다: `{hidden}`",
        "contains the title of a private page: `{hidden}`",
    ),
    "problem.leak-alias": (
        "비공개 글의 별칭이 사이트에 있습니다: `{hidden}`",
        "contains an alias of a private page: `{hidden}`",
    ),
    "problem.leak-tag": (
        "비공개 글의 태그나 분류가 사이트에 있습니다: `{hidden}`",
        "contains a tag or category of a private page: `{hidden}`",
    ),
    "problem.leak-heading": (
        "비공개 글의 소제목이 사이트에 있습니다: `{hidden}`",
        "contains a heading of a private page: `{hidden}`",
    ),
    "problem.leak-text": (
        "비공개 글의 문장이 사이트에 있습니다: `{hidden}`",
        "contains a sentence of a private page: `{hidden}`",
    ),
    "problem.leak-address": (
        "비공개 글의 주소가 사이트에 있습니다: `{hidden}`",
        "contains the address of a private page: `{hidden}`",
    ),
    "problem.leak-attachment": (
        "공개하지 않은 첨부 파일의 이름이 사이트에 있습니다: `{hidden}`",
        "contains the name of an unpublished attachment: `{hidden}`",
    ),
    "problem.leak-bytes": (
        "공개하지 않은 첨부 파일과 내용이 같습니다: `{hidden}`",
        "has the bytes of an unpublished attachment: `{hidden}`",
    ),
    "problem.leak-file": (
        "비공개 글만 보여 주는 파일이 사이트에 있습니다: `{hidden}`",
        "is a file that only private pages show: `{hidden}`",
    ),
    "hint.hide-or-allow": (
        "사이트에서 지우거나, 공개해도 되는 내용이면 `--allow {allow}`로 배포하세요",
        "remove it from the site; if it may be public, deploy with `--allow {allow}`",
    ),
}
