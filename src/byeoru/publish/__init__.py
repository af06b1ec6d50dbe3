"""Stage 6: the emitted folder goes into the world."""
