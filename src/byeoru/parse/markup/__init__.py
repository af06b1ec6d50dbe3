"""The foundation of Markdown rules: the record of a rule, the environment of a document, parsers, pieces, words."""
