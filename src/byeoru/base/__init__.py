"""General modules that every package may use; they are independent of blogs."""
