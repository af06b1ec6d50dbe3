"""Stage 4: artifacts become the output folder, which shows the old site or the new one and never a mixture."""
