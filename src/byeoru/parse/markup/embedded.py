"""What `![[target|label]]` embeds, by the ending of the target.

In:  the target and the label of an embed.
Out: the kind of the target; the label without the size of a picture.
Must not: know which files exist. A name such as `v1.2` has no ending.
"""

import re
from typing import Literal, NamedTuple

Kind = Literal["note", "picture", "audio", "video", "file", "query"]

# Of help.obsidian.md, «Accepted file formats», and the files that notes are accompanied by.
_ENDINGS: dict[Kind, str] = {
    "picture": "apng avif bmp excalidraw gif ico jfif jpeg jpg png svg webp",
    "audio": "3gp aac flac m4a mp3 oga ogg opus wav",
    "video": "m4v mkv mov mp4 ogv webm",
    "file": "7z bib c canvas cpp css csv doc docx epub gz hwp hwpx ipynb java js json key numbers odp ods odt pages pdf"
    " ppt pptx py rar rtf sql tar tex toml tsv txt xls xlsx xml yaml yml zip",
    "query": "base",  # a view of a table that Obsidian computes
}
_KINDS: dict[str, Kind] = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings.split()}
_ENDING = re.compile(r"\.([A-Za-z0-9]{1,10})$")
_SIZE = re.compile(r"(?P<width>[1-9]\d{0,3})(?:[x×](?P<height>[1-9]\d{0,3}))?")


class Sized(NamedTuple):
    """A label, and the size behind its last bar; "" for what is not given."""

    label: str
    width: str = ""
    height: str = ""


def kind_of(target: str) -> Kind:
    """Return what a target is.

    >>> kind_of("그림.PNG"), kind_of("표.pdf#page=3"), kind_of("v1.2"), kind_of("노트#절.png")
    ('picture', 'file', 'note', 'note')
    """
    ending = _ENDING.search(target.partition("#")[0].rstrip())
    return _KINDS.get(ending[1].lower(), "note") if ending else "note"


def label_and_size(label: str) -> Sized:
    """Return a label without the size in pixels at its end, and that size.

    >>> label_and_size("100x50")
    Sized(label='', width='100', height='50')
    >>> label_and_size("설명|100"), label_and_size("1쪽").label
    (Sized(label='설명', width='100', height=''), '1쪽')
    """
    before, _, last = label.rpartition("|")
    size = _SIZE.fullmatch(last.strip().strip("\\"))
    return Sized(before.strip().strip("\\"), size["width"], size["height"] or "") if size else Sized(label)
