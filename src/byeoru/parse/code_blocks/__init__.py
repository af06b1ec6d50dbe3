"""Code blocks: parsing the info string of a fence, syntax highlighting, and the HTML of a block."""
