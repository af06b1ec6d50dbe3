"""Stage 1: parse one source into one document. Per file, pure, and therefore parallel and cached."""
