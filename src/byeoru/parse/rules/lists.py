"""Lists and thematic breaks, as in CommonMark; a line of `***` may be either."""

from byeoru.parse.markup.rule import Rule

RULE = Rule("lists", blocks={"hr": "*-_", "list": "*+-0123456789"})
