"""The sentence a person reads when something goes wrong that no page has a sentence for."""

from __future__ import annotations

from dialogue_desk.desk.error_text import trouble_sentence
from dialogue_desk.exchange.file_trouble import file_sentence
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.words import Words


def error_sentence(error: BaseException, words: Words) -> str:
    """Return what happened and what to do; what was written before is safe on disk in any case."""
    if isinstance(error, DeskTrouble):
        return trouble_sentence(error, words)
    if isinstance(error, OSError):
        kept = words.tr("Nothing that you wrote is lost.")
        return f"{file_sentence(error, words)} {kept}"
    return words.tr(
        "Something did not work, but nothing that was written is lost. Try again. If it "
        "happens again, close Dialogue Desk and open it again."
    )
