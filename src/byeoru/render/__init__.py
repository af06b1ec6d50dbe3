"""Stage 3: the site becomes files. Pure, per output, and therefore parallel and cached by what each one read."""
