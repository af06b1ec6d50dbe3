"""The fast path for inline text: most text needs no parser.

In:  the content of one block.
Out: its HTML with marks for pieces, or None if it is not simple: then the parser parses it.
Must not: differ from the parser in a byte; `tests/parse/test_fast_paths.py` compares both for each rule.

Simple are words and whatever the quick forms of rules read (`Rule.quick_texts`): code spans, emphasis with properly
nested runs, links and images with plain text and a plain target, formulas, references to footnotes, escapes, line
breaks. That is nine in ten blocks, and tokens for them cost five times as much.
"""

import re
from collections.abc import Iterable

from byeoru.parse.markup.environment import MarkdownEnv
from byeoru.parse.markup.rule import Rule
from byeoru.parse.markup.simple import Simple, words_alone
from byeoru.parse.markup.text_reader import Hard, TextReader, Triggers


class PlainInline:
    """Renders simple text, given the triggers of a set of rules."""

    def __init__(self, rules: Iterable[Rule], *, has_html: bool = True) -> None:
        """Take the rules, which declare their triggers, and whether HTML is published."""
        declared = tuple(rules)
        starts = {start for rule in declared for start in rule.starts}
        wanted = {text for rule in declared for text in (*rule.needs_tokens, *rule.block_triggers)}
        # A search for what begins with a space stops at each space, which more than doubles its time.
        wanted = {text.lstrip() for text in wanted}
        self.find = _any_of(starts | wanted).search
        # In the text of a link a URL is not linked, and no rule needs the tokens.
        in_link = _any_of(starts - {"://"}).search
        forms = {start: form for rule in declared for start, form in rule.quick_texts.items()}
        self.triggers = Triggers(self.find, in_link, forms, has_html)

    def read(self, text: str, env: MarkdownEnv, *, breaks: bool, has_definitions: bool) -> Simple | None:
        """Return *text* rendered, None if it is not simple; *has_definitions* if the document defines links."""
        if self.find(text) is None:
            return words_alone(text)
        return self.read_marked(text, env, breaks=breaks, has_definitions=has_definitions)

    def read_marked(
        self, text: str, env: MarkdownEnv | None = None, *, breaks: bool, has_definitions: bool
    ) -> Simple | None:
        """Do the same for a text with a trigger; without *env*, for a text in a block that is being read."""
        try:
            return TextReader(text, self.triggers, env, breaks=breaks, has_definitions=has_definitions).read()
        except Hard:
            return None


def _any_of(texts: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of strings, the longest first; `re` skips to their first characters if there is nothing else."""
    return re.compile("|".join(map(re.escape, sorted(texts, key=lambda text: (-len(text), text)))))
