"""Byeoru (벼루): turn a folder of Markdown notes, Korean first, into a static site."""

__version__ = "0.1.0"
