"""Move a file of a project, and keep every reference to it: `blog mv`."""
