"""The keys of front matter: which field each one means, in the spellings of other programs and of Korean authors.

In:  a key as written.
Out: ``Meaning``: the field, and which of several keys of that field counts.
Must not: read values.

Letter case and separators do not matter: `pubDate`, `pub_date` and `Pub Date` are one key.
"""

from functools import lru_cache
from typing import NamedTuple

from byeoru.base.fields import normal_form
from byeoru.parse.field_readers import READERS
from byeoru.parse.privacy import edit_distance

# Other names of our fields; of two such keys with different values, the first in the text counts, with a warning.
SPELLINGS = {
    "updated": """
        lastmod last_modified_at last_modified modified modified_at last_updated updated_at updated_date update
        mod_datetime mod_date date_updated date_modified modification_date last_update edited 수정일
    """,
    "expires": "expiry_date expiry unpublish_date",
    "tags": "tag 태그",
    "category": "categories 분류 카테고리",
    "aliases": "alias redirect_from redirects",
    "published": "publish",
    "unlisted": "hidden",
    "pin": "pinned sticky top",
    "lang": "language locale 언어",
    "authors": "author 글쓴이 작성자",
    "series": "시리즈",
    "series_order": "series_weight series_index series_number series_part part",
    "translation_of": "ref translation_key",
    "toc": "show_toc enable_toc",
    "comments": "comment enable_comments show_comments",
    "css_classes": "cssclasses cssclass css_class",
    "search": "searchable",
    "search_exclude": "search_hidden hidden_from_search no_search exclude_from_search",
    "stage": "growth growth_stage 단계",
    "title": "제목",
    "date": "날짜 작성일",
    "draft": "초안",
    "summary": "요약",
}
# Keys with a meaning of their own that stand in for a field without a value; the first of them counts. Many posts have
# several of them on purpose: a description for search engines and an excerpt, a cover and a thumbnail.
STAND_INS = {
    "date": """
        pub_date pub_datetime publish_date published_at published_date publish_time date_published release_date
        released_at post_date posted publish_at publish_on published_on publication_date
        created created_at created_date date_created creation_date 발행일 공개일 작성일시
    """,
    "tags": "keywords keyword labels hashtags",
    "summary": "description excerpt short_description desc meta_description seo_description subtitle 설명",
    "cover": """
        image cover_image cover_img featured_image feature_image hero_image hero_img og_image social_image share_img
        banner banner_img banner_image index_img thumbnail thumbnail_img thumbnail_image thumbnail_image_path thumb
        teaser images img
    """,
    "authors": "writer",
    "series": "series_name series_title",
}
# Valid keys that are not read here: those of planned features, and those that only tell other programs something.
ACCEPTED = frozenset({"draft", "status", "layout", "math", "mermaid"})


class Meaning(NamedTuple):
    """What a key means."""

    field: str  # a key of `field_readers.READERS`, or of ``ACCEPTED``
    rank: int  # 0 for a name of the field; of the keys that stand in for it, the one with the lowest rank counts


_MEANINGS = {
    **{
        normal_form(key): Meaning(field, rank)
        for field, keys in STAND_INS.items()
        for rank, key in enumerate(keys.split(), 1)
    },
    **{normal_form(key): Meaning(field, 0) for field, keys in SPELLINGS.items() for key in keys.split()},
    **{normal_form(field): Meaning(field, 0) for field in (*READERS, *ACCEPTED)},
}
_SHORTEST = 3  # letters: every word of three is one edit from some other
# What a misspelt key is compared with.
NAMES = frozenset((*READERS, *ACCEPTED, *" ".join((*SPELLINGS.values(), *STAND_INS.values())).split()))


def names_of(field: str) -> tuple[str, ...]:
    """Return all names of *field*, its own first.

    >>> names_of("aliases")
    ('aliases', 'alias', 'redirect_from', 'redirects')
    """
    return (field, *SPELLINGS.get(field, "").split())


def meaning_of(key: str) -> Meaning | None:
    """Return what *key* means; None if it is no key of ours.

    >>> meaning_of("Last_Modified"), meaning_of("excerpt"), meaning_of("titel")
    (Meaning(field='updated', rank=0), Meaning(field='summary', rank=2), None)
    """
    return _MEANINGS.get(normal_form(key))


@lru_cache(maxsize=1 << 10)  # the texts of a site share their keys
def is_misspelt(key: str) -> bool:
    """Tell whether *key* is one edit away from a key of ours.

    >>> is_misspelt("titel"), is_misspelt("Categores"), is_misspelt("rating")
    (True, True, False)
    """
    form = normal_form(key)
    return len(form) > _SHORTEST and any(edit_distance(form, name, 1) == 1 for name in _MEANINGS)
