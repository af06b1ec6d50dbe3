"""Make outputs: the part of stage 3 that runs in workers.

In:  a workshop and a batch of tasks.
Out: for each its bytes and what it read, or ``Failed`` with the problem.
Must not: read or write files, or know about other outputs; so it may run on another machine.
"""

import json
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import jinja2

from byeoru.base.codec import from_plain, to_plain
from byeoru.base.diagnostic import Diagnostic, Place, error
from byeoru.model.content import Body
from byeoru.model.output import Failed, Made, Output
from byeoru.model.site import Site
from byeoru.model.theme import Theme
from byeoru.model.traced import Answers, Trace
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
        """Make the output of each task."""
        return [self._one(task, shop) for task in tasks]

    def _one(self, task: Task, shop: Workshop) -> Made | Failed:
        """Make one output; what a template does wrong is a problem with its place, and no crash."""
        trace = Trace(shop.answers)
        output = task.output
        try:
            text = self.renderers[output.kind](output, trace, shop, dict(task.bodies))
        except Exception as problem:
            found = _template_problem(problem, output, shop.answers)
            if found is None:
                raise
            return Failed(output.path, (found,))
        return Made(output, text.encode("utf-8", "replace"), trace.reads)


def _template_problem(problem: Exception, output: Output, answers: Answers) -> Diagnostic | None:
    """Return the problem with the template's file and line, None where no template is to blame."""
    shown = output.subject if output.kind == "page" else "/" + output.path
    detail = f"{type(problem).__name__}: {problem}".partition("\n")[0]
    if isinstance(problem, jinja2.TemplateSyntaxError):
        path = problem.filename or problem.name or ""
        return error("template-error", Place(path, problem.lineno, 0), page=shown, detail=problem.message or detail)
    steps = _steps(problem, answers)
    if isinstance(problem, jinja2.TemplateNotFound):
        place = Place(*steps[-1]) if steps else Place(shown)
        return error("no-such-template", place, name=problem.name or "", page=shown)
    if isinstance(problem, RecursionError) and (step := _taken_again(steps)):
        name = next(template.name for template in answers.theme.templates if template.path == step[0])
        return error("template-loop", Place(*step), "extend-the-theme", name=name, page=shown)
    return error("template-error", Place(*steps[-1]), page=shown, detail=detail) if steps else None


def _steps(problem: Exception, answers: Answers) -> list[tuple[str, int]]:
    """Return the templates and lines that rendering went through, the outermost first."""
    paths = {template.path for template in answers.theme.templates}
    frames = ((frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(problem.__traceback__))
    return [(path, line) for path, line in frames if path in paths]


def _taken_again(steps: list[tuple[str, int]]) -> tuple[str, int] | None:
    """Return where a loop begins: which step is the last one depends on how deep the stack was before the first."""
    seen = set()
    for step in steps:
        if step in seen:
            return step
        seen.add(step)
    return None
