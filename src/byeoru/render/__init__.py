"""Stage 3: render the site to files. Pure, per output, and therefore parallel and cached by dependencies."""
