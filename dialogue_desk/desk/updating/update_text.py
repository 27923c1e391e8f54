"""What an update does, and why one is refused, in sentences."""

from __future__ import annotations

from functools import partial

from dialogue_desk.desk.updating.updating import UpdateOffer
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.exchange.update_manifest import UpdateRefusal, UpdateRefused
from dialogue_desk.installation import Installation
from dialogue_desk.words import Words

_MB = 1_000_000


def offer_sentence(offer: UpdateOffer, words: Words) -> str:
    """Say from which version to which an update leads, and how much room it needs."""
    return words.tr(
        "This updates Dialogue Desk from version {here} to {version}. It needs {size} MB on the disk.",
        here=offer.here.version,
        version=offer.version,
        size=max(1, round(offer.size / _MB)),
    )


def method_sentence(words: Words) -> str:
    """Say what happens to the desk and to the version that is here."""
    return words.tr(
        "First, your desk is copied. The new version starts the next time you open Dialogue Desk. "
        "If it does not start, the version you have now starts instead."
    )


def ready_sentence(version: str, words: Words) -> str:
    """Say that an update is done."""
    return words.tr(
        "Version {version} is ready. It starts the next time you open Dialogue Desk.", version=version
    )


def checked_sentence(words: Words) -> str:
    """Say that an update is whole, and nothing was changed."""
    return words.tr("The update is complete and its signature is right. Nothing was changed.")


def failed_sentence(version: str, here: Installation, words: Words) -> str:
    """Say that a version was tried in vain."""
    return words.tr(
        "Version {version} did not start, so version {here} is running. Nothing is lost. Tell the person who "
        "gave you the update.",
        version=version,
        here=here.version,
    )


def why_not_sentence(reason: UpdateRefusal, words: Words) -> str:
    """Say why the app takes no updates from files, and what to do instead; "" for other reasons."""
    tr = words.tr
    said = {
        UpdateRefusal.NO_KEY: tr(
            "Updates from a file are off, because this copy of the app has no key to check them with. To "
            "update, get the whole new version and start it from its own folder. Your desk stays where it "
            "is."
        ),
        UpdateRefusal.SOURCE: tr(
            "Dialogue Desk runs from its source here. To update, get the new source, for example with git."
        ),
        UpdateRefusal.BY_SYSTEM: tr(
            "Dialogue Desk was installed with this laptop's own software installer. To update, use that "
            "installer again."
        ),
    }
    return said.get(reason, "")


def update_refusal_sentence(refused: UpdateRefused, file: str, here: Installation, words: Words) -> str:
    """Say why an update was refused, that nothing was changed, and what to do."""
    if sentence := why_not_sentence(refused.reason, words):
        return sentence
    if refused.reason is UpdateRefusal.READY:
        return ready_sentence(refused.told, words)
    told = safe_in_sentence(refused.told)
    tr = partial(words.tr, file=safe_in_sentence(file), here=here.version, system=here.system, told=told)
    return (_of_the_file(tr) | _of_this_laptop(tr))[refused.reason]


def _of_the_file(tr: partial[str]) -> dict[UpdateRefusal, str]:
    not_built = tr(
        "“{file}” is not built the way an update is, and could do harm, so nothing was changed. Do not use "
        "it, and tell the person who gave it to you."
    )
    return {
        UpdateRefusal.NOT_AN_UPDATE: tr(
            "“{file}” is not an update of Dialogue Desk, so nothing was changed. Choose a file whose name "
            "ends in .update."
        ),
        UpdateRefusal.NEWER_KIND: tr(
            "“{file}” is an update of a kind that this version does not know, so nothing was changed. Get "
            "the whole new version, and start it from its own folder."
        ),
        UpdateRefusal.CUT_SHORT: tr(
            "“{file}” ends too early, so nothing was changed. Maybe it was not copied all the way. Copy it "
            "again."
        ),
        UpdateRefusal.DAMAGED: tr(
            "“{file}” was damaged on its way here, so nothing was changed. Copy it again, or ask for it "
            "again."
        ),
        UpdateRefusal.FORGED: tr(
            "“{file}” was not signed by the makers of this Dialogue Desk, or was changed since, so nothing "
            "was changed. Do not use it. Get the update from where you got Dialogue Desk."
        ),
        UpdateRefusal.UNSAFE: not_built,
        UpdateRefusal.TOO_LARGE: not_built,
        UpdateRefusal.UNREADABLE: tr(
            "“{file}” could not be read, so nothing was changed. Check that the USB stick or folder is still "
            "there, then try again."
        ),
        UpdateRefusal.OTHER_SYSTEM: tr(
            "“{file}” is for another kind of computer ({told}), so nothing was changed. Get the one for "
            "{system}."
        ),
        UpdateRefusal.OLDER: tr(
            "“{file}” has version {told}, which is older than version {here} on this laptop, so nothing was "
            "changed. You do not need this update."
        ),
        UpdateRefusal.SAME: tr(
            "“{file}” has version {here}, which is on this laptop already, so nothing was changed. You do "
            "not need this update."
        ),
    }


def _of_this_laptop(tr: partial[str]) -> dict[UpdateRefusal, str]:
    return {
        UpdateRefusal.NO_ROOM: tr(
            "There is not enough room on the disk for “{file}”, so nothing was changed. Free up space, then "
            "try again."
        ),
        UpdateRefusal.NO_PLACE: tr(
            "Dialogue Desk could not write into its own folder, so nothing was changed. Copy its whole "
            "folder to a place where you can save files, start it from there, then try again."
        ),
        UpdateRefusal.NO_COPY: tr(
            "Your desk could not be copied first, so nothing was changed. Free up space on the disk, then "
            "try again."
        ),
        UpdateRefusal.BUSY: tr(
            "Another window of Dialogue Desk is updating it right now, so nothing was changed here. Wait "
            "until it is done."
        ),
    }
