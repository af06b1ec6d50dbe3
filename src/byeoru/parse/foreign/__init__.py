"""Translate template tags of Jekyll, Hexo and Hugo into Markdown. Pure, line by line, before the parser."""
