"""What search knows about written Korean: letters, keyboards, and the endings of words; pure tables and functions."""
