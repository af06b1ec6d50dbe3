"""What earlier builds have found out. An accelerator, never a source of truth: without it the bytes are the same."""
