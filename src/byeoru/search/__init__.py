"""The query side of search: finds documents in the index of a built site, as the script of the theme does."""
