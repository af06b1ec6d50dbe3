"""Stage 0: turn files on disk into values. The only stage that reads the site's files."""
