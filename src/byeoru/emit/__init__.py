"""Stage 4: write artifacts to the output folder, which contains the old site or the new one and never a mixture."""
