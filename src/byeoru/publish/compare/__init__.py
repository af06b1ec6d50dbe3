"""What a deployment would do: how texts differ, which pages have moved, and what would be regretted."""
