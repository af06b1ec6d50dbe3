"""Where a picture was taken, found and blanked in the files that are published; nothing else of them is touched."""
