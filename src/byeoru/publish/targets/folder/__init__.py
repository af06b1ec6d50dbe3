"""Publish to a folder on this machine, beside files of others."""
