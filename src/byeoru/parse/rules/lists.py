"""Lists and thematic breaks, as CommonMark has them; a line of `***` is either."""

from byeoru.parse.markup.rule import Rule

RULE = Rule("lists", blocks={"hr": "*-_", "list": "*+-0123456789"})
