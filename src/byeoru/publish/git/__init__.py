"""Git, as far as publishing needs it: one way to run it, a private repository, and questions to the author's clone."""
