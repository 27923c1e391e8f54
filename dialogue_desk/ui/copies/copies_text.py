"""Sentences about copies: when the last was made, where it is, and what is in one."""

from __future__ import annotations

from pathlib import Path

from dialogue_desk.desk.erasing.unerased_text import folder_name
from dialogue_desk.domain.model.ids import Instant
from dialogue_desk.exchange.file_trouble import unwritten_because
from dialogue_desk.storage.backups import Backup, Backups
from dialogue_desk.storage.restore import BackupCopy
from dialogue_desk.words import Words
from dialogue_desk.words.times import day, local_datetime, time_of_day


def state_sentence(backups: Backups, second: str, now: Instant, zone: int, words: Words) -> str:
    """Return when the last copy was made, and whether it is in the second place too."""
    last, there = backups.last(), backups.last_in_second()
    if last is None:
        return words.tr("There is no copy yet.")
    made = date_text(last, now, zone, words)
    if not second:
        return words.tr("Last copy: {when}.", when=made)
    place = folder_name(Path(second))
    if there is not None and local_datetime(there, zone).date() == local_datetime(last, zone).date():
        return words.tr("Last copy: {when}, in “{place}” too.", when=made, place=place)
    here = words.tr("Last copy: {when}, on this laptop only.", when=made)
    if there is None:
        missing = words.tr("“{place}” has none yet.", place=place)
    else:
        missing = words.tr(
            "The last one in “{place}”: {when}.", place=place, when=date_text(there, now, zone, words)
        )
    if not Path(second).is_dir():
        missing = f"{missing} " + words.tr("It is not there now. It will get its copy when it is back.")
    elif not backups.is_there(Path(second)):
        return f"{here} {unknown_place_sentence(Path(second), words)}"
    return f"{here} {missing}"


def date_text(at: Instant, now: Instant, zone: int, words: Words) -> str:
    """Return "today, 6:40 PM", "3 days ago", or the date."""
    time = time_of_day(at, zone, words)
    days = (local_datetime(now, zone).date() - local_datetime(at, zone).date()).days
    if days == 0:
        return words.tr("today, {time}", time=time)
    if days == 1:
        return words.tr("yesterday, {time}", time=time)
    if 1 < days < 14:
        return words.ntr("{count} day ago", "{count} days ago", days)
    return day(at, zone, words)


def copied_sentence(made: Backup, words: Words) -> str:
    """Return where a new copy is."""
    if made.second_missed is not None:
        happened = words.tr("Today's copy was saved on this laptop, but not in your second place for copies.")
        return f"{happened} {unwritten_because(made.second_missed, words)}"
    if made.second is not None:
        return words.tr(
            "There is a checked copy on this laptop and one in “{place}”.",
            place=folder_name(made.second.parent),
        )
    return words.tr("There is a checked copy on this laptop.")


def unknown_place_sentence(place: Path, words: Words) -> str:
    """Say that a folder is not known to be the second place, and so gets no copy."""
    return words.tr(
        "There is a folder “{place}”, but it may belong to someone else: it does not have the mark of your "
        "second place. No copy was saved there. If it is yours, choose it again in the settings.",
        place=folder_name(place),
    )


def no_place_sentence(place: Path, error: OSError, words: Words) -> str:
    """Say why nothing can be saved in the folder that a person chose as the second place, and what to do."""
    happened = words.tr(
        "Nothing can be saved in “{place}”, so it gets no copies. Your copies on this laptop are safe.",
        place=folder_name(place),
    )
    return f"{happened} {unwritten_because(error, words)}"


def contents_sentence(copy: BackupCopy, words: Words) -> str:
    """Return how much is in a copy, or that it is damaged."""
    if not copy.sound:
        return words.tr("This copy does not pass its check, so it cannot be used.")
    sessions = words.ntr("{count} session", "{count} sessions", copy.sessions)
    notes = words.ntr("{count} note", "{count} notes", copy.notes)
    return f"{sessions} · {notes}"
