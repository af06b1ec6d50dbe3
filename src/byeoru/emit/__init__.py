"""Stage 4: artifacts become the published folder, which is the old site or the new one and never a mixture."""
