"""Practicing to take notes: an invented circle speaks, and a session in memory holds what is typed."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.session.rehearsal import Rehearsal
from dialogue_desk.desk.session.session_edits import SessionDraft
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.guide import Part
from dialogue_desk.domain.model.ids import MINUTE, SECOND, Instant
from dialogue_desk.domain.model.notes import Note, entry_text
from dialogue_desk.domain.overview.session_folder import Entry, SessionFolder
from dialogue_desk.domain.practice.playback import Pace, Playback
from dialogue_desk.domain.practice.review import Finds, Review, TypedNote, review
from dialogue_desk.domain.practice.script import PracticeScript, Spoken


class NotePractice:
    """A conversation that is played from one of its parts on, and the notes that are taken of it.

    Notes go to a desk in memory; of ``desk`` only the clock and the ids are used.  A note is said at the
    second of the script, counted from the start of the session, so that the notes alone tell how far behind
    they came.
    """

    def __init__(
        self, desk: Desk, shelf: GuideShelf, script: PracticeScript, pace: Pace = Pace.USUAL, part: int = 0
    ) -> None:
        self._clock = desk.clock
        begins = next((line.begins for line in script.spoken if line.part == part), 0)
        start = desk.clock.now() - begins * SECOND
        self.rehearsal = Rehearsal(desk, shelf, _session_draft(shelf, script, start))
        self.begun_in = part
        self._playback = Playback(script, pace).to_part(part, self._seconds())
        folder = self.rehearsal.folders.session(self.rehearsal.session_id)
        if folder is None:
            raise LookupError("a rehearsal has its session")
        self.folder: SessionFolder = folder
        """The session that the notes are in."""

    @property
    def script(self) -> PracticeScript:
        """The conversation."""
        return self._playback.script

    @property
    def pace(self) -> Pace:
        """How fast it is played."""
        return self._playback.pace

    @property
    def going(self) -> bool:
        """Whether it is played and not paused."""
        return self._playback.going

    @property
    def started(self) -> bool:
        """Whether a first line has been asked for."""
        return self._playback.started

    @property
    def over(self) -> bool:
        """Whether the last line has been said."""
        return self._playback.over(self._seconds())

    def go_on(self) -> None:
        """Begin, or go on after a pause."""
        self._playback = self._playback.go_on(self._seconds())

    def pause(self) -> None:
        """Let the circle wait."""
        self._playback = self._playback.stop(self._seconds())

    def next_line(self) -> None:
        """Go to the next line at once."""
        self._playback = self._playback.next_line(self._seconds())

    def heard(self) -> tuple[Spoken, ...]:
        """Return the lines that were said so far, the first part's first."""
        return self._playback.heard(self._seconds())

    def progress(self) -> tuple[tuple[int, int], ...]:
        """Return how many lines of each part were said, and how many there are, from the first part on."""
        said = Counter(line.part for line in self.heard())
        parts = self.script.parts[self.begun_in :]
        return tuple((said[self.begun_in + at], len(part.lines)) for at, part in enumerate(parts))

    def part(self, place: int) -> Part | None:
        """Return the part of the guide in which a part of the script is said; None when it has none."""
        return next((part for part in self.folder.plan.parts if part.id == self.script.parts[place].id), None)

    def said_at(self) -> Instant:
        """Return when a note that is saved now counts as said."""
        return self.folder.session.start + round(self._playback.moment_at(self._seconds()) * SECOND)

    def follow(self, outcome: Outcome) -> None:
        """Take over what changed on the desk in memory."""
        self.folder = self.rehearsal.folders.session_after(self.folder, outcome) or self.folder

    def review(self, finds: Finds) -> Review:
        """Compare the notes with the lines that were heard."""
        entries = sorted(chain[Entry](self.folder.notes, self.folder.actions), key=lambda one: one.id)
        return review(self.script, map(self._typed, entries), self.heard(), finds)

    def close(self) -> None:
        """Throw everything away."""
        self.rehearsal.close()

    def _typed(self, entry: Entry) -> TypedNote:
        body = entry.body
        at = ((body.said_at or 0) - self.folder.session.start) / SECOND
        kind = body.kind if isinstance(body, Note) else None
        return TypedNote(at, entry_text(body), kind, self.folder.theme_names(body.themes), self.pace)

    def _seconds(self) -> float:
        # By a clock that stops while the laptop sleeps: nobody heard what would have been said.
        return self._clock.awake() / SECOND


def _session_draft(shelf: GuideShelf, script: PracticeScript, start: Instant) -> SessionDraft:
    """Return the draft of the session in which a script is said, with its first part at ``start``."""
    texts = shelf.translations(script.guide)
    text = texts.get(script.language) or next(iter(texts.values()))
    plan = next(plan for plan in shelf.guide(text).sessions if plan.id == script.session)
    end = start + plan.minutes * MINUTE
    circle = Circle(script.title, language=script.language)
    return SessionDraft((text,), plan.id, 1, start, end, 8, circle=circle, title=plan.title)
