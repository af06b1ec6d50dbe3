"""Template tags of Jekyll, Hexo and Hugo in Markdown text, as what they mean. Pure, line by line, before the parser."""
