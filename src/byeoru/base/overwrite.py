"""Write over a file of the author's."""

import os
import tempfile


def overwrite(path: str, data: bytes) -> None:
    """Give the file at *path* other bytes, so that nobody ever reads half of them; a link stays a link."""
    real = os.path.realpath(path)
    folder, name = os.path.split(real)
    handle, beside = tempfile.mkstemp(dir=folder, prefix=f".{name}-")
    try:
        with open(handle, "wb") as file:
            file.write(data)
        os.chmod(beside, os.stat(real).st_mode & 0o7777)
        os.replace(beside, real)
    except OSError:
        os.unlink(beside)
        raise
