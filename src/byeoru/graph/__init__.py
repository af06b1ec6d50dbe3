"""Stage 2: connect all documents into one site. Pure, and cheap enough to run in every build."""
