"""What rules of Markdown are made with: the record of a rule, the environment of a document, parsers, pieces, words."""
