"""Render a template for an output, with the variables that all templates have.

In:  a task, a context, the name of a template, and its own variables.
Out: the bytes of the page.
"""

from functools import partial
from typing import Any

from byeoru.base.paths import encode, is_external
from byeoru.model.queries import settings, theme
from byeoru.model.site import Page, in_edition
from byeoru.model.trace import Trace
from byeoru.render.kind import RenderContext, Task
from byeoru.render.mistakes import unknown_word
from byeoru.render.recorder import Recorder
from byeoru.render.shell import Shell
from byeoru.render.site_view import SiteView, ThemeView
from byeoru.render.templates import Environment
from byeoru.render.versions import versions
from byeoru.render.views import absolute, absolute_of


def show(
    task: Task,
    context: RenderContext,
    template: str,
    shown: Page | None = None,
    **more: Any,  # noqa: ANN401
) -> bytes:
    """Render a template with the variables of all templates and *more*; *shown* is the page that it shows, if any."""
    output, trace, base = task.output, context.trace, base_path(context.trace)
    edition = shown.summary.edition if shown else output.edition
    lang = shown.summary.meta.language if shown else trace.query(settings.edition, edition)
    site = trace.query(settings.base_url)
    address = "/" + output.path.removesuffix("index.html")
    reserves = context.kinds[output.kind].reserves
    variables = {
        "canonical": absolute(site, address) if site else "",
        "versions": versions(trace, output, shown, base, (*reserves.common, *reserves.common_unlisted)),
    }
    shell = _shell(context, edition, lang)
    return context.environment.rendered(template, shell, trace, variables | more).encode("utf-8", "replace")


def _shell(context: RenderContext, edition: str, lang: str) -> Shell:
    """Return what all pages of an edition in a language share."""
    environment = context.environment

    def made(trace: Trace) -> Shell:
        return Shell(trace, edition, lang, environment.budget, partial(shared_variables, environment, edition, lang))

    return context.once(("shell", edition, lang), made)


def shared_variables(environment: Environment, edition: str, lang: str, recorder: Recorder) -> dict[str, Any]:
    """Return the variables that mean the same on all pages of an edition in a language."""
    words: dict[str, str] = recorder.derived(dict, theme.texts, lang)
    site, base = recorder.query(settings.base_url), base_path(recorder)

    def translate(key: str, **values: object) -> str:
        word = words[key] if key in words else unknown_word(key, words)
        return environment.formatted(word, (), values) if values else word

    variables: dict[str, Any] = {
        "site": SiteView(recorder, base, edition, lang),
        "theme": ThemeView(recorder),
        "_": translate,
        "asset": lambda name: f"{base}/theme/{name}",
        "absolute": lambda url: url if is_external(url) else absolute_of(site, base, url),
        "lang": lang,
    }
    return variables


def base_path(trace: Trace | Recorder) -> str:
    """Return the percent-encoded path that all addresses of the site begin with."""
    return encode(trace.query(settings.base_path))


def list_url(base: str, edition: str, address: str) -> str:
    """Return the URL path of a list of an edition."""
    return base + in_edition(edition, address)


def word(trace: Trace, edition: str, key: str) -> str:
    """Return a text of the theme in the language of an edition, the *key* if there is none."""
    language = trace.query(settings.edition, edition)
    return str(trace.derived(dict, theme.texts, language).get(key, key))
