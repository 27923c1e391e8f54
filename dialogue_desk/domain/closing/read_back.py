"""What is read back to the circle, in the order in which it was said, and what is not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dialogue_desk.domain.closing.leaving import Profile, lets
from dialogue_desk.domain.model.notes import Consent, Note, NoteKind, entry_text
from dialogue_desk.domain.overview.entry_order import in_order
from dialogue_desk.domain.overview.session_folder import Entry, SessionFolder


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many notes are not read out: the facilitators' own, and quotes that may not be repeated."""

    debriefs: int = 0
    quotes: int = 0

    def __bool__(self) -> bool:
        return bool(self.debriefs or self.quotes)


def to_read(folder: SessionFolder, part: str | None = None) -> tuple[Entry, ...]:
    """Return what is read to the circle: part by part and option by option, each in the order it was said.

    ``part`` is the part whose notes are wanted, "" for those outside any part; None wants all of them.
    """
    places = {one.id: place for place, one in enumerate(folder.plan.parts)}
    said: list[Entry] = [note for note in folder.notes if is_read_out(note.body)]
    said += folder.actions
    wanted = [one for one in said if part is None or _part_of(one, places) == part]
    return in_order(folder.plan, wanted)


def left_out(folder: SessionFolder) -> LeftOut:
    """Return what is not read out."""
    kept_back = [note.body for note in folder.notes if not is_read_out(note.body)]
    debriefs = sum(note.kind is NoteKind.DEBRIEF for note in kept_back)
    return LeftOut(debriefs, len(kept_back) - debriefs)


def parts_to_read(folder: SessionFolder) -> tuple[tuple[str, int], ...]:
    """Return each part in which something was said, and how many notes it has; "" is outside any part."""
    counts: dict[str, int] = {}
    places = {one.id: place for place, one in enumerate(folder.plan.parts)}
    for one in to_read(folder):
        part = _part_of(one, places)
        counts[part] = counts.get(part, 0) + 1
    return tuple(counts.items())


def for_room_display(said: Iterable[Entry]) -> tuple[str, ...]:
    """Return the words that everyone in the room may see.

    Sensitive notes stay out, and so do notes with two versions: the version that is not shown may be
    private.
    """
    return tuple(
        entry_text(one.body) for one in said if lets(Profile.EVERYONE, one.body) and not one.in_conflict
    )


def is_read_out(note: Note) -> bool:
    """Whether a note is read to the circle: no debrief, and no quote that may not be repeated.

    A quote that nobody was asked about is read, so that the one who said it can answer.
    """
    return note.kind is not NoteKind.DEBRIEF and not (
        note.kind is NoteKind.QUOTE and note.consent is Consent.WITHDRAWN
    )


def _part_of(one: Entry, places: dict[str, int]) -> str:
    return one.body.part if one.body.part in places else ""
