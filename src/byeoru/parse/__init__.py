"""Stage 1: one source becomes one document. Per file, pure, and therefore parallel and cached."""
