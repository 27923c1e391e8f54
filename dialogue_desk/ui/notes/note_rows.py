"""Tonight's notes and action ideas as rows, under the parts in which they were said."""

from __future__ import annotations

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Note, NoteKind
from dialogue_desk.domain.notes.note_edits import Entry
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.widgets.note_list import NoteRow
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of
from dialogue_desk.words.part_names import title_of
from dialogue_desk.words.times import short_time


class NoteRowBuilder:
    """Rows for what is said.  Most stay as they were at each note that comes, and are remembered."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._known: dict[RecordId, tuple[object, NoteRow]] = {}

    def build(self, folder: SessionFolder) -> list[NoteRow]:
        """Return a row for each note and action idea: by part, the newest last."""
        parts = [part.id for part in folder.plan.parts]
        places = {part: place for place, part in enumerate(parts)}
        all_said: list[Entry] = [*folder.notes, *folder.actions]
        all_said.sort(key=lambda said: (places.get(said.body.part, len(parts)), _when(said), said.id))
        known: dict[RecordId, tuple[object, NoteRow]] = {}
        last = -1
        for said in all_said:
            place = places.get(said.body.part, len(parts))
            above = _heading(folder, place, self._words) if place != last else ""
            last = place
            says = (said, above, folder.theme_names(said.body.themes), folder.session.zone)
            before = self._known.get(said.id)
            same = before is not None and before[0] == says
            known[said.id] = before if same and before else (says, _row(folder, said, above, self._words))
        self._known = known
        return [row for _, row in known.values()]


def label_of(body: Note | ActionIdea, words: Words) -> str:
    """Return "Concern · a few"; what is to be known of a note beside its words."""
    if isinstance(body, ActionIdea):
        said = [words.tr("Action idea"), body.who]
        said += [name_of(one, words) for one in (body.level, body.horizon) if one is not None]
        if body.dots is not None:
            said.append(words.ntr("{count} dot", "{count} dots", body.dots))
    else:
        said = [name_of(body.kind, words)]
        if body.spread is not None:
            said.append(name_of(body.spread, words))
        if body.kind is NoteKind.QUOTE:
            said.append(name_of(body.consent, words))
        if body.sensitive:
            said.append(words.tr("sensitive"))
    return " · ".join(filter(None, said))


def _row(folder: SessionFolder, entry: Entry, above: str, words: Words) -> NoteRow:
    body = entry.body
    if isinstance(body, ActionIdea):
        text = f"{body.what}\n→ {body.first_step}" if body.first_step else body.what
    else:
        text = body.text
    time = short_time(body.said_at, folder.session.zone, words) if body.said_at is not None else ""
    flag = words.tr("Changed on two laptops: choose") if entry.in_conflict else ""
    if not flag and isinstance(body, Note) and body.kind is NoteKind.QUOTE:
        flag = words.tr("Not shared yet: ask permission first") if body.consent is Consent.NOT_ASKED else ""
    return NoteRow(
        str(entry.id),
        label_of(body, words),
        text,
        time,
        folder.theme_names(body.themes),
        flag,
        above,
    )


def _heading(folder: SessionFolder, place: int, words: Words) -> str:
    if place >= len(folder.plan.parts):
        return words.tr("Outside any part")
    title = title_of(folder.plan.parts[place], words)
    return words.tr("{number}. {part}", number=place + 1, part=title)


def _when(entry: Entry) -> tuple[int, RecordId]:
    return entry.body.said_at or 0, entry.id
