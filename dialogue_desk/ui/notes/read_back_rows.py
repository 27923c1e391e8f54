"""The rows that are read to the circle, which of them comes next, and what is not read."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dialogue_desk.domain.closing.read_back import LeftOut
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import Consent, Note, NoteKind, entry_text
from dialogue_desk.domain.overview.session_folder import Entry, SessionFolder
from dialogue_desk.ui.notes.note_rows import conflict_flag, headings, label_of
from dialogue_desk.words import Words


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One line: ``label`` is its kind with its code, ``note`` a remark about it.

    ``above`` names the part or the option that it begins.
    """

    id: str
    label: str
    text: str
    accessible_text: str
    read: bool = False
    on: bool = False
    note: str = ""
    above: str = ""


def read_rows(folder: SessionFolder, entries: Sequence[Entry], words: Words, *, parts: bool) -> list[ReadRow]:
    """Return a row for each entry; with ``parts``, the first row of each part names it."""
    rows: list[ReadRow] = []
    above_each = headings(folder, entries, words, parts=parts)
    for entry, above in zip(entries, above_each, strict=True):
        text, note = entry_text(entry.body), _remark(entry, words)
        kind, code = label_of(entry.body, words), line_code(entry.id)
        label = " · ".join((kind, code))
        read = entry.id in folder.closing.read
        spoken = [above, kind, note, text, code, words.tr("read") if read else words.tr("not read yet")]
        rows.append(
            ReadRow(entry.id, label, text, ". ".join(filter(None, spoken)), read, note=note, above=above)
        )
    return rows


def current_row(current: str, before: Sequence[str], now: Sequence[str], read: Collection[str]) -> str:
    """Return the id of the row to read: the ``current`` one as long as it is there.

    Where it is gone from the rows ``before``, the one that followed it is next, or else the last.  Where
    it was not among them, the first unread row is next, or else the first.  "" is returned without rows.
    """
    if current in now:
        return current
    if current in before:
        following = [one for one in before[before.index(current) :] if one in now]
        return next(iter([*following, *reversed(now)]), "")
    return next(iter([*(one for one in now if one not in read), *now]), "")


def next_row(current: str, ids: Sequence[str], read: Collection[str]) -> str:
    """Return the id of the row to read after the ``current`` one.

    That is the next unread row, those before it last; where all are read it is the following row, and at
    the end the current one stays.
    """
    place = ids.index(current) if current in ids else 0
    unread = [one for one in [*ids[place + 1 :], *ids[:place]] if one not in read]
    return next(iter([*unread, *ids[place + 1 : place + 2]]), current)


def left_out_text(kept_back: LeftOut, words: Words) -> str:
    """Return how many notes are not read aloud, and why; "" where all are."""
    parts = []
    if kept_back.debriefs:
        parts.append(words.ntr("{count} debrief note", "{count} debrief notes", kept_back.debriefs))
    if kept_back.quotes:
        parts.append(
            words.ntr(
                "{count} quote without permission", "{count} quotes without permission", kept_back.quotes
            )
        )
    return words.tr("Not read aloud: {things}", things=", ".join(parts)) if parts else ""


def _remark(entry: Entry, words: Words) -> str:
    if flag := conflict_flag(entry, words):
        return flag
    if not isinstance(entry.body, Note):
        return ""
    if entry.body.kind is NoteKind.QUOTE and entry.body.consent is Consent.NOT_ASKED:
        return words.tr("ask: may it be shared? (Q)")
    return words.tr("sensitive, never on the room display") if entry.body.sensitive else ""
