"""Front matter in the forms of other programs, and with the mistakes that other programs forgive."""

from pathlib import Path

import pytest

from cases.case import build_case


def test_what_locks_a_post_elsewhere_keeps_it_back_here(tmp_path: Path) -> None:
    """The sentence of a post with `password:` is in no file of the site."""
    case = build_case("reports/01-hexo-password", tmp_path)

    assert case.at("asks-for-privacy") == ["source/_posts/diary.md:4"]
    assert case.codes == ["asks-for-privacy"]
    assert "남이 보면 안 되는" not in case.everything()
    assert "hunter2" not in case.everything()


def test_every_key_that_asks_for_privacy_keeps_a_page_back(tmp_path: Path) -> None:
    """Seven spellings of seven programs; none of the pages is published."""
    case = build_case("reports/02-private-keys", tmp_path)

    assert "비밀-" not in case.everything()
    assert len({problem["path"] for problem in case.problems}) == 7


def test_an_expired_text_is_not_published(tmp_path: Path) -> None:
    """Hugo's `expiryDate` has passed."""
    case = build_case("reports/04-expiry", tmp_path)

    assert [page["path"] for page in case.report["expired"]] == ["content/posts/a.md"]
    assert "할인" not in case.everything()


def test_front_matter_that_only_ends_with_dashes_is_read(tmp_path: Path) -> None:
    """Hexo's own posts had no opening `---` until 2016."""
    case = build_case("reports/05-hexo-no-opening-dashes", tmp_path)

    assert case.problems == ()
    assert case.has("/tags/리눅스/")
    assert "헥소 첫 글" in case.main("/archive/2014/")
    assert "title:" not in case.everything()


def test_front_matter_in_json_is_read(tmp_path: Path) -> None:
    """Hugo and Hexo read it; its title, date and tags are those of the post."""
    case = build_case("reports/06-json-front-matter", tmp_path)

    assert case.problems == ()
    assert "<h1>제이슨</h1>" in case.main("/posts/j/")
    assert "<published>2026-01-02" in case.page("/feed.xml")
    assert case.has("/tags/a/")


def test_a_future_date_in_english_waits(tmp_path: Path) -> None:
    """The post is neither published nor of 1970."""
    case = build_case("reports/08-unreadable-future-date", tmp_path)

    assert case.problems == ()
    assert "내년 글" not in case.everything()
    assert "1970" not in case.page("/feed.xml")


def test_a_mapping_of_dates_is_read(tmp_path: Path) -> None:
    """Material for MkDocs has `date: {created, updated}`."""
    case = build_case("reports/09-material-blog-date", tmp_path)

    assert case.problems == ()
    assert "<published>2024-01-31" in case.page("/feed.xml")
    assert "2024-02-02" in case.page("/feed.xml")


def test_a_title_loses_no_word(tmp_path: Path) -> None:
    """`!important` and `#1` are no YAML to their author; ` #12` may be a remark, which is not published but reported."""
    case = build_case("reports/10-title-loses-words", tmp_path)

    assert "<h1>!important 정리</h1>" in case.main("/posts/a/")
    assert "<h1>#1 시작</h1>" in case.main("/posts/c/")
    hints = [problem["hint"] for problem in case.problems]
    assert ['"!important 정리"' in hints[0], '"이슈 #12 해결"' in hints[1], '"#1 시작"' in hints[2]] == [True] * 3


def test_a_title_is_what_it_looks_like(tmp_path: Path) -> None:
    """An asterisk, braces and brackets at its beginning are no alias, mapping or list."""
    case = build_case("reports/11-title-star-brace", tmp_path)

    assert case.codes == ["yaml-needs-quotes"] * 3
    assert "<h1>*args and **kwargs</h1>" in case.main("/posts/a/")
    assert "쓰는 법</h1>" in case.main("/posts/b/")
    assert "<h1>[번역]</h1>" in case.main("/posts/c/")
    assert 'title: "[번역]"' in case.problems[2]["hint"]


def test_tags_with_signs_are_tags(tmp_path: Path) -> None:
    """An item that begins with `@` or `#` costs neither the list nor a bracket in a tag."""
    case = build_case("reports/12-tags-at-and-hash", tmp_path)

    assert all(case.has(f"/tags/{tag}/") for tag in ("@nestjs/core", "typescript", "여행", "서울", "후기"))
    assert 'tags: ["@nestjs/core", typescript]' in case.problems[0]["hint"]
    assert not [path for path in (case.root / "site/tags").iterdir() if "[" in path.name or "]" in path.name]


def test_a_space_that_is_none_is_named(tmp_path: Path) -> None:
    """Both posts are read; the message has the number of the no-break space, and where a space is missing."""
    case = build_case("reports/15-nbsp-after-colon", tmp_path)

    assert case.at("yaml-strange-space") == ["content/posts/a.md:2", "content/posts/a.md:3"]
    assert case.at("yaml-no-space") == ["content/posts/b.md:2"]
    assert "U+00A0" in case.problems[0]["message"]
    assert all("<h1>제목</h1>" in case.main(f"/posts/{name}/") for name in "ab")


def test_a_country_is_not_a_language(tmp_path: Path) -> None:
    """`lang: kr` means `ko`, which is said; there is no edition below /kr/."""
    case = build_case("reports/14-lang-kr", tmp_path)

    assert case.at("country-as-language") == ["content/posts/b.md:4"]
    assert "ko" in case.problems[0]["hint"]
    assert not case.has("/kr/")
    assert '"kr"' not in case.everything()


def test_a_control_character_is_named(tmp_path: Path) -> None:
    """The message has the number of the character that was removed."""
    case = build_case("reports/44-control-character-message", tmp_path)

    assert "U+000B" in case.problems[0]["message"]


@pytest.mark.parametrize("name", ["reports/49-tags-in-a-list-in-a-list", "folders/tags-nested"])
def test_tags_in_lists_within_the_list_are_tags(name: str, tmp_path: Path) -> None:
    """Jekyll flattens them; Minimal Mistakes' users write `- [a, b]`."""
    case = build_case(name, tmp_path)

    wanted = {"reports": ("blog", "jekyll", "c++", "하나", "둘", "셋"), "folders": ("linux", "kernel")}
    assert case.codes == []
    assert all(case.has(f"/tags/{tag}/") for tag in wanted[name.partition("/")[0]])


def test_words_are_tags_and_levels_in_a_folder_of_jekyll(tmp_path: Path) -> None:
    """The post of `jekyll new` has the category jekyll/update, here with the tags foo and bar."""
    case = build_case("reports/13-jekyll-space-separated", tmp_path)

    assert case.codes == []
    assert case.has("/categories/jekyll/update/")
    assert case.has("/tags/foo/")
    assert case.has("/tags/bar/")


def test_a_list_of_categories_is_several_in_a_folder_of_hugo(tmp_path: Path) -> None:
    """`[dev, life]` are two categories; in Hexo they would be levels of one."""
    case = build_case("folders/categories-flat-hugo", tmp_path)

    assert case.codes == []
    assert case.has("/categories/dev/")
    assert case.has("/categories/life/")
    assert not case.has("/categories/dev/life/")


def test_tags_win_over_keywords(tmp_path: Path) -> None:
    """Keywords for search engines are tags only where there are none."""
    case = build_case("folders/keywords-beat-tags", tmp_path)

    assert case.problems == ()
    assert case.has("/tags/linux/")
    assert not case.has("/tags/linux-kernel/")


def test_the_date_of_astro_is_the_date(tmp_path: Path) -> None:
    """`pubDate` in English is a date."""
    case = build_case("folders/astro-date", tmp_path)

    assert case.problems == ()
    assert "<published>2022-07-08" in case.page("/feed.xml")


def test_the_hero_image_of_astro_is_the_cover(tmp_path: Path) -> None:
    """It is shown, and no unknown key."""
    case = build_case("folders/astro-hero", tmp_path)

    assert case.problems == ()
    assert "/h.png" in case.everything()
