"""Publish to a server by rsync over ssh: each release in a folder of its own, and one link to the current one."""
