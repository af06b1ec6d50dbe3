"""The format of the search index: which files it has, what they contain, and how an edit changes them."""
