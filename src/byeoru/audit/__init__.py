"""The leak audit: whether the files of a built site reveal what is hidden."""
