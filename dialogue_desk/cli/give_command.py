"""The command that puts the app onto a stick for another facilitator."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_desk.cli.commands import CANNOT_BE, DONE, SOME_REFUSED
from dialogue_desk.cli.output import complain, progress_in_megabytes, say
from dialogue_desk.desk.leaving.given_content import given_content
from dialogue_desk.desk.leaving.giving import give
from dialogue_desk.desk.leaving.giving_plan import CannotGive, GivingPlan, plan_giving
from dialogue_desk.desk.leaving.giving_text import (
    app_sentence,
    cannot_give,
    given_sentences,
    replacing_sentences,
)
from dialogue_desk.installation import Installation
from dialogue_desk.words import Words


def give_app(options: argparse.Namespace, words: Words) -> int:
    """Give the app that runs; no desk is opened."""
    return give_from(Installation.here(), options.folder, words, replace=options.replace)


def give_from(installation: Installation, folder: Path, words: Words, *, replace: bool) -> int:
    """Give the app that lies there, and say what is on the stick and what could not be given."""
    shown = progress_in_megabytes(words.tr("{done} of {total} MB"))
    try:
        content = given_content(installation)
        plan = plan_giving(content, folder, installation)
        if plan.changed and not replace:
            _complain_about_changes(plan, words)
            return CANNOT_BE
        stayed = give(plan, replace_older=replace, progress=shown)
    except (CannotGive, OSError) as why:
        complain(cannot_give(why, folder, words))
        return CANNOT_BE
    for sentence in given_sentences(plan, stayed, words):
        say(sentence)
    if plan.older and not replace:
        for sentence in replacing_sentences(plan, words):
            say(sentence)
        say(words.tr("To remove what is older, add --replace."))
    if content.apps:
        return DONE
    complain(app_sentence(content, installation, words))
    return SOME_REFUSED


def _complain_about_changes(plan: GivingPlan, words: Words) -> None:
    for sentence in replacing_sentences(plan, words):
        complain(sentence)
    complain(words.tr("Nothing was copied. To replace what was changed, add --replace."))
