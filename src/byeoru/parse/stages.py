"""Read how far a note has grown: the stages of a digital garden.

In:  a node of the front matter.
Out: a stage, by the name that the texts of a theme have for it (`stage_seed`).
"""

from byeoru.base.diagnostic import warning
from byeoru.base.fields import Reader, normal_form
from byeoru.base.yaml_nodes import Node
from byeoru.parse.field_reading import Reading

_SPELLINGS = {
    "seed": "seed seedling seeds planted 씨앗 🌱",
    "budding": "budding bud sprout sapling growing 새싹 🌿 🪴",
    "evergreen": "evergreen evergreens tree mature 상록 상록수 나무 🌲 🌳",
}
_STAGES = {normal_form(word): stage for stage, words in _SPELLINGS.items() for word in words.split()}


def stage(reader: Reader, name: str, node: Node, reading: Reading) -> dict[str, object]:
    """Read a stage, in Korean, in English or as a plant; in folders of other programs it may be anything."""
    text = (reader.text(name, node) or "").strip()
    known = _STAGES.get(normal_form(text), "")
    if text and not known and not reading.conventions.program:
        reader.problems.append(warning("unknown-stage", reader.location(node), "stage-form", text=text))
    return {name: known}
