"""The results of earlier builds: an accelerator, never a source of truth; without it the bytes are the same."""
