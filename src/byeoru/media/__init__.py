"""Images and videos: the size of an image, and removal of GPS metadata."""
