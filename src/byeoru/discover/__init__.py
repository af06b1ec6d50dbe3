"""Stage 0: what lies on the disk becomes values. The only stage that reads the site's files."""
