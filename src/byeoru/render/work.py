"""Make outputs: the part of stage 3 that runs in workers.

In:  a workshop and a batch of tasks.
Out: for each its bytes and what it read, or ``Failed`` with the problem.
Must not: read or write files, or know about other outputs; so it may run on another machine.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from byeoru.base.codec import from_plain, to_plain
from byeoru.base.crash import details_of, fault
from byeoru.model.content import Body
from byeoru.model.output import Failed, Made, Output
from byeoru.model.site import Site
from byeoru.model.theme import Theme
from byeoru.model.traced import Answers, Trace
from byeoru.render.mistakes import problem_of
from byeoru.render.pages import Renderer, Workshop


class Task(NamedTuple):
    """An output to make, with the bodies that it needs."""

    output: Output
    bodies: tuple[tuple[str, Body], ...]  # by the path of their document


def site_to_bytes(site: Site, theme: Theme) -> bytes:
    """Write a site and its theme for another process."""
    rows = [to_plain(Site)(site), to_plain(Theme)(theme)]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def workshop_from_bytes(data: bytes) -> Workshop:
    """Read what ``site_to_bytes`` wrote, and set up a workshop for it."""
    site, theme = json.loads(data)
    return Workshop(Answers(from_plain(Site)(site), from_plain(Theme)(theme)))


@dataclass(frozen=True, slots=True)
class Batch:
    """The work of a worker: make a few outputs, each by the renderer of its kind."""

    renderers: Mapping[str, Renderer]

    def __call__(self, shop: Workshop, tasks: Sequence[Task]) -> list[Made | Failed]:
        """Make the output of each task, up to one whose template does not end."""
        made: list[Made | Failed] = []
        for task in tasks:
            made.append(self._one(task, shop))
            if isinstance(made[-1], Failed) and made[-1].is_endless:
                break
        return made

    def _one(self, task: Task, shop: Workshop) -> Made | Failed:
        """Make one output; what a template does wrong is a problem with its place, our own fault one of its page."""
        trace = Trace(shop.answers)
        output = task.output
        try:
            text = self.renderers[output.kind](output, trace, shop, dict(task.bodies))
        except Exception as problem:  # noqa: BLE001  (templates raise what they like)
            found = problem_of(problem, output, shop.answers, shop.environment.named)
            if found is None:  # the border of this stage: no template is to blame, so the fault is ours
                place = output.subject if output.kind == "page" else "/" + output.path
                return Failed(output.path, (fault(place, problem),), details_of(problem))
            return Failed(output.path, (found,))
        return Made(output, text.encode("utf-8", "replace"), trace.reads)
