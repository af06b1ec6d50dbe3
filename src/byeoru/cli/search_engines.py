"""Tell search engines of a deployment, and the author what they answered."""

import sys

from byeoru.base.catalogue import Language, say
from byeoru.base.visible import visible
from byeoru.model.settings import Settings
from byeoru.publish.changes import Changes
from byeoru.publish.notify.indexnow import changed_pages, tell


def announce(settings: Settings, changes: Changes, language: Language, *, is_live: bool) -> None:
    """Tell of *changes* if the settings want it; an engine that looks before the site is live would see the old one."""
    wish = settings.deploy.indexnow
    key = wish.key_of(settings.base_url)
    addresses = changed_pages(settings.base_url, changes) if key else ()
    if not addresses:
        return
    if not is_live:
        print(say("indexnow.not-live", language), file=sys.stderr)
        return
    for told in tell(wish.endpoints, settings.base_url, key, addresses):
        detail, count = visible(told.detail), f"{len(addresses):,}"
        said = say(f"indexnow.{told.code}", language, host=told.host, detail=detail, key=key, count=count)
        print(said, file=sys.stdout if told.is_good else sys.stderr)
