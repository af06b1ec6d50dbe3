"""The rules of our Markdown beyond CommonMark, one a file; `markdown` puts them together."""
