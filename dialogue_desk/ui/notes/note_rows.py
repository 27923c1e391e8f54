"""The notes and action ideas of a session as rows, under the parts and options they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Note, NoteKind, about
from dialogue_desk.domain.overview.entry_order import in_order
from dialogue_desk.domain.overview.session_folder import Entry, SessionFolder
from dialogue_desk.ui.widgets.note_list import NoteRow
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of
from dialogue_desk.words.part_names import numbered
from dialogue_desk.words.times import short_time


class NoteRowBuilder:
    """Builds the rows of the list; a row is kept as long as what it shows stays the same."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._known: dict[RecordId, tuple[object, NoteRow]] = {}

    def build(self, folder: SessionFolder) -> list[NoteRow]:
        """Return a row for each note and action idea: by part and option, the newest last."""
        entries = in_order(folder.plan, (*folder.notes, *folder.actions))
        known: dict[RecordId, tuple[object, NoteRow]] = {}
        for entry, above in zip(entries, headings(folder, entries, self._words), strict=True):
            shown = (entry, above, folder.theme_names(entry.body.themes), folder.session.zone)
            before = self._known.get(entry.id)
            same = before is not None and before[0] == shown
            known[entry.id] = before if same and before else (shown, _row(folder, entry, above, self._words))
        self._known = known
        return [row for _, row in known.values()]


def part_labels(folder: SessionFolder, words: Words) -> dict[str, str]:
    """Return "4. Where I stand" for each part by its id, in their order; last, under "", what is in none."""
    labels = {
        part.id: numbered(number, part, words) for number, part in enumerate(folder.plan.parts, start=1)
    }
    return labels | {"": words.tr("Outside any part")}


def part_label(folder: SessionFolder, part: str, words: Words) -> str:
    """Return "4. Where I stand", or that ``part`` is none of the session's parts."""
    labels = part_labels(folder, words)
    return labels.get(part, labels[""])


def headings(
    folder: SessionFolder, entries: Sequence[Entry], words: Words, *, parts: bool = True
) -> Iterator[str]:
    """Yield the heading over each entry that begins a part or an option of it, "" for the others.

    Without ``parts`` all entries are of one part, which is not named.
    """
    labels, titles = part_labels(folder, words), folder.plan.options
    last: tuple[str | None, str] = (None, "")
    for entry in entries:
        part = entry.body.part if entry.body.part in labels else ""
        option = titles.get(about(entry.body), "")
        lines = [labels[part]] if parts and part != last[0] else []
        if option and (part, option) != last:
            lines.append(words.tr("About: {option}", option=option))
        last = (part, option)
        yield "\n".join(lines)


def conflict_flag(entry: Entry, words: Words) -> str:
    """Return the sentence that asks for a choice between two versions, or "" without a conflict."""
    return words.tr("Changed on two laptops: choose") if entry.in_conflict else ""


def label_of(body: Note | ActionIdea, words: Words) -> str:
    """Return "Concern · a few": the kind and the other details of an entry, without its words."""
    if isinstance(body, ActionIdea):
        details = [words.tr("Action idea"), body.who]
        details += [name_of(one, words) for one in (body.level, body.horizon) if one is not None]
        if body.dots is not None:
            details.append(words.ntr("{count} dot", "{count} dots", body.dots))
    else:
        details = [name_of(body.kind, words)]
        if body.spread is not None:
            details.append(name_of(body.spread, words))
        if body.kind is NoteKind.QUOTE:
            details.append(name_of(body.consent, words))
        if body.sensitive:
            details.append(words.tr("sensitive"))
    return " · ".join(filter(None, details))


def _row(folder: SessionFolder, entry: Entry, above: str, words: Words) -> NoteRow:
    body = entry.body
    if isinstance(body, ActionIdea):
        text = f"{body.what}\n→ {body.first_step}" if body.first_step else body.what
    else:
        text = body.text
    time = short_time(body.said_at, folder.session.zone, words) if body.said_at is not None else ""
    flag = conflict_flag(entry, words)
    if not flag and isinstance(body, Note) and body.kind is NoteKind.QUOTE:
        flag = words.tr("Not shared yet: ask permission first") if body.consent is Consent.NOT_ASKED else ""
    themes = folder.theme_names(body.themes)
    return NoteRow(str(entry.id), label_of(body, words), text, time, themes, flag, above)
