"""Publish to a branch that GitHub Pages, or another host, serves."""
