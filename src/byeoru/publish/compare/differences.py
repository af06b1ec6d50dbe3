"""The text diff of two sites, for targets without git.

In:  the changes, and the bytes of files before and after.
Out: a unified diff.
Must not: show the bytes of binary files.
"""

from collections.abc import Iterator, Mapping
from difflib import unified_diff

from byeoru.publish.changes import Changes


def differences(changes: Changes, old: Mapping[str, bytes], new: Mapping[str, bytes]) -> str:
    r"""Return the diff of all changed files; a file that is missing in *old* or *new* is treated as empty.

    >>> print(differences(Changes(changed=("a",)), {"a": b"1\n2\n"}, {"a": b"1\n3\n"}))
    --- a/a
    +++ b/a
    @@ -1,2 +1,2 @@
     1
    -2
    +3
    """
    paths = sorted(path for group in changes for path in group)
    return "\n".join(line for path in paths for line in _of_file(path, old.get(path, b""), new.get(path, b"")))


def _of_file(path: str, old: bytes, new: bytes) -> Iterator[str]:
    try:
        before, after = old.decode().splitlines(), new.decode().splitlines()
    except UnicodeDecodeError:
        yield f"Binary files a/{path} and b/{path} differ"
        return
    yield from unified_diff(before, after, f"a/{path}", f"b/{path}", lineterm="")
