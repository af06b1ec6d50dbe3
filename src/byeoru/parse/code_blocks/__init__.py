"""Blocks of code: what stands behind a fence, highlighting, and the HTML of a block."""
