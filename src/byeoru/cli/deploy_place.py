"""Ask once before a site is published to a place for the first time."""

import os
import sys

from byeoru.base.catalogue import say
from byeoru.base.diagnostic import Place, error
from byeoru.base.visible import visible
from byeoru.cli.confirm import confirmed
from byeoru.cli.deploy_words import Talk
from byeoru.publish.trust import TrustStore


def is_agreed(trust: TrustStore, target: str, where: str, talk: Talk, *, is_sure: bool) -> bool:
    """Tell whether the author wants the site *where* it would go; *is_sure* takes that for said.

    The settings say where, and they come with a cloned folder. So this machine remembers what was agreed to.
    """
    place = f"{target} {where}"
    if trust.trusts(place):
        return True
    if not is_sure and not os.isatty(0):
        talk.stop(error("deploy-first-place", Place(""), "agree-with-yes", where=where))
        return False
    question = say("deploy.ask-place", talk.language, where=visible(where))
    if not is_sure and not confirmed(question, talk.language, default=False):
        talk.stop()
        return False
    if not trust.trust(place):
        print(say("deploy.not-remembered", talk.language, folder=trust.folder or "-"), file=sys.stderr)
    return True
