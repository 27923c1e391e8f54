"""What people are told when they give the app to another facilitator: what goes along, and how it went."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

from dialogue_desk.desk.leaving.given_content import OWN_GUIDES, GivenContent
from dialogue_desk.desk.leaving.giving_plan import CannotGive, GivingPlan, GivingTrouble
from dialogue_desk.desk.leaving.giving_readme import README
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.exchange.file_trouble import unwritten_because
from dialogue_desk.installation import Form, Installation
from dialogue_desk.words import Words

_MEGABYTE = 1_000_000


def app_sentence(content: GivenContent, installation: Installation, words: Words) -> str:
    """Say whether the app itself goes along, and what to do when it cannot."""
    if installation.form is not Form.SOURCE and content.apps:
        return words.tr("Dialogue Desk {version} itself, to start from the stick", version=content.version)
    if content.apps:
        return words.ntr(
            "Dialogue Desk, to install without internet: {count} folder",
            "Dialogue Desk, to install without internet: {count} folders",
            len(content.apps),
        )
    if installation.form is Form.SOURCE:
        return words.tr(
            "The app itself is not copied: here it runs from its source, which another laptop cannot "
            "start. Guides, help and practice are copied. To give the app, too, start Dialogue Desk from "
            "a folder that “dev.py build” made."
        )
    return words.tr(
        "The app itself is not copied: the list of its files is missing, so it is not known what else is "
        "in its folder. Guides, help and practice are copied. To give the app, too, get Dialogue Desk "
        "again."
    )


def size_text(size: int, words: Words) -> str:
    """Return a size in whole megabytes, rounded up."""
    return words.tr("{count} MB", count=math.ceil(size / _MEGABYTE))


def given_sentences(plan: GivingPlan, stayed: Sequence[str], words: Words) -> tuple[str, ...]:
    """Say what is on the stick now, and that it can be removed."""
    folder = plan.target.name
    if plan.is_there:
        first = words.tr("Everything is on the stick already, in the folder “{folder}”.", folder=folder)
    else:
        first = words.tr("It is on the stick, in the folder “{folder}”.", folder=folder)
    said = [
        first,
        words.tr("Every file was read back and compared. The stick is safe to remove."),
        words.tr(
            "Whoever gets it opens “{file}” first. Your notes, names and keys are not on it.",
            file=README,
        ),
    ]
    if plan.own_guides:
        said.append(
            words.tr("Guides of your own are there too, in the folder “{folder}”.", folder=OWN_GUIDES)
        )
    said += [
        words.tr(
            "The folder “{folder}” of an older version stays: there are other files in it.",
            folder=safe_in_sentence(name),
        )
        for name in stayed
    ]
    if plan.newer:
        said.append(
            words.tr("A newer version, {version}, is next to it. It was not changed.", version=plan.newer)
        )
    return tuple(said)


def replacing_sentences(plan: GivingPlan, words: Words) -> tuple[str, ...]:
    """Say what an earlier giving left that would be replaced; none where nobody has to be asked."""
    said = [
        words.tr(
            "An older version, {version}, is in the folder “{folder}”. Other files in it stay in any case.",
            version=one.version,
            folder=one.folder.name,
        )
        for one in plan.older
    ]
    if plan.changed:
        said.append(
            words.ntr(
                "{count} file on the stick was changed or damaged after it was copied: “{file}”.",
                "{count} files on the stick were changed or damaged after they were copied: “{file}” and "
                "others.",
                len(plan.changed),
                file=safe_in_sentence(plan.changed[0]),
            )
        )
    return tuple(said)


def cannot_give(why: CannotGive | OSError, place: Path, words: Words) -> str:
    """Say why nothing was given, what was kept, and what to do."""
    if isinstance(why, OSError):
        happened = words.tr(
            "Nothing was copied: “{place}” could not be written. What was there before is still there.",
            place=safe_in_sentence(place.name or str(place)),
        )
        return f"{happened} {unwritten_because(why, words)}"
    file = safe_in_sentence(why.file)
    said = {
        GivingTrouble.INSIDE_APP: words.tr(
            "Nothing was copied: that folder is inside the app’s own folder. Choose the stick, or a "
            "folder on it."
        ),
        GivingTrouble.NO_ROOM: words.tr(
            "Nothing was copied: it takes {needed}, and {free} are free. Delete what is not needed there, or "
            "choose another stick.",
            needed=size_text(why.needed, words),
            free=words.tr("{count} MB", count=why.free // _MEGABYTE),
        ),
        GivingTrouble.IN_THE_WAY: words.tr(
            "Nothing was copied, and nothing was changed: “{file}” is not from Dialogue Desk and is in the "
            "place where a file has to go. Move it or rename it, or choose another folder.",
            file=file,
        ),
        GivingTrouble.APP_CHANGED: words.tr(
            "Nothing was copied: “{file}” of the app on this laptop is damaged or was changed, so the app "
            "should not be passed on. Get Dialogue Desk again, then try once more.",
            file=file,
        ),
        GivingTrouble.READS_DIFFERENTLY: words.tr(
            "Nothing was copied: “{file}” on the stick is not the same as the original. What was written "
            "was deleted again. The stick may be broken. Use another one.",
            file=file,
        ),
    }
    return said[why.trouble]
