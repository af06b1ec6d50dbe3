"""`blog` with a build that fails or takes its time as long as a file says so: what no input should bring about."""

import os

import byeoru.build
from byeoru.__main__ import main

build = byeoru.build.build


def faulty(*given: object, **named: object) -> object:
    """Build, unless a file in the working folder names a fault."""
    while os.path.exists("burn"):  # all that this process can do, without ever sleeping
        pass
    if os.path.exists("recursion"):

        def deeper() -> None:
            deeper()

        deeper()
    if os.path.exists("disk"):
        raise OSError(28, "No space left on device")
    return build(*given, **named)  # type: ignore[arg-type]


if __name__ == "__main__":
    byeoru.build.build = faulty  # type: ignore[assignment]
    main()
