"""What the program knows of images and videos: how large one is, and what it reveals of where it was taken."""
