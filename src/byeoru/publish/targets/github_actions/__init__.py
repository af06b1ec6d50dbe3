"""Let GitHub Actions build and publish what is pushed."""
