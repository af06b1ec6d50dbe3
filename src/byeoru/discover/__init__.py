"""Stage 0: files on disk become values. The only stage that reads the site's files."""
