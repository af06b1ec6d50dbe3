"""Select word forms in messages: the particle after a Korean word, singular or plural of an English noun.

In:  a word, and its format in a message or in a text of a theme.
Out: the word with the selected form, or only that form.
Must not: read the catalogue; templates use this too, and a template reads no file.
"""

from byeoru.base.hangul import josa


def select_form(word: str, spec: str) -> str:
    """Return *word* with the form that the format *spec* selects for it.

    >>> select_form("글", "을/를"), select_form("글", "-을/를")
    ('글을', '을')
    >>> select_form("1", "+post/posts"), select_form("2", "+-it/them")
    ('1 post', 'them')
    """
    is_alone = spec.lstrip("+").startswith("-")
    pair = spec.lstrip("+-")
    if spec.startswith("+"):
        singular, _, plural = pair.partition("/")
        noun = singular if word == "1" else plural
        return noun if is_alone else f"{word} {noun}"
    particle = josa(word, pair)
    return particle if is_alone else word + particle
