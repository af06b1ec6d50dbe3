"""Strip GPS metadata from the images and videos that are published; every other byte stays."""
