"""The command line: the only part that prints, reads the clock and looks at the environment."""
