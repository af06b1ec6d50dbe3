"""The nouns: frozen values that travel between the stages."""
