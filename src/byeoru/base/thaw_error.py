"""The error of bytes that are no frozen value (`base/frozen`), for modules that must not import pickles."""


class ThawError(ValueError):
    """The bytes are no value."""
