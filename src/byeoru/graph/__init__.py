"""Stage 2: all documents become one site. Pure, and cheap enough to be done for every build."""
