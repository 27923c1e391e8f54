"""The law of the wrap-up: after any sequence of edits, imports and undos, a done step covers what is there.

What was in sight is remembered here in words, and not by marks, on whichever laptop it was.
"""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.session.closing_edits import set_read_back, set_step_state, set_top_themes
from dialogue_desk.desk.session.session_scope import session_scope
from dialogue_desk.domain.closing.closing_steps import StepStatus, closing_steps, is_checked
from dialogue_desk.domain.closing.leaving import leaving_records
from dialogue_desk.domain.closing.top_themes import raised_themes
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.closing import CloseStep, StepState
from dialogue_desk.domain.model.notes import Note, Theme
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.domain.records.wording import word_fields
from dialogue_desk.words import Words
from tests.desk.histories import CIRCLE, SESSION, History, Laptop, LawBroken
from tests.shelf import GUIDES

SHELF = GuideShelf(GUIDES, Words())
DONE = StepStatus.DONE


class Evening(History):
    """A history in which people also wrap up; ``looked``, ``heard`` and ``exported`` is what they saw."""

    def __init__(self, laptops: int):
        self.looked: set[tuple[str, str, str]] = set()
        self.heard: set[tuple[str, str]] = set()
        self.exported: set[tuple[str, str]] = set()
        self.raised: set[tuple[str, str]] = set()
        self.said_as: dict[tuple[str, str], tuple[str, str]] = {}
        super().__init__(laptops, 3)

    # What is there.

    def folder(self, laptop: Laptop):
        return Folders(laptop.desk, SHELF).session(SESSION)

    def leaving_now(self, laptop: Laptop):
        return list(leaving_records(session_scope(laptop.desk, SESSION), SESSION))

    def texts(self, laptop: Laptop):
        return {
            (record.id, field, getattr(edition.body, field))
            for record in self.leaving_now(laptop)
            for edition in record.editions
            if edition.body is not None
            for field in word_fields(edition.body)
        }

    def leaving_things(self, laptop: Laptop):
        return {
            (record.id, repr(edition.body))
            for record in self.leaving_now(laptop)
            if record.kind is not Kind.CLOSING_STEP
            for edition in record.editions
            if edition.body is not None
        }

    def wordings(self, laptop: Laptop, key: str):
        record = laptop.desk.get(key)
        return {(key, edition.body.text) for edition in record.editions if isinstance(edition.body, Note)}

    def was_heard(self, wording: tuple[str, str]) -> bool:
        """Whether a line was heard in these words, or in those it had before a name was taken out."""
        while wording not in self.heard and wording in self.said_as:
            wording = self.said_as[wording]
        return wording in self.heard

    def themes(self, laptop: Laptop):
        return {(theme.id, theme.name) for theme in raised_themes(self.folder(laptop))}

    # What people do.

    def tick(self, laptop: Laptop, one: int, two: int) -> None:
        if self.folder(laptop) is None:
            return
        step = (CloseStep.PRIVACY, CloseStep.EXPORT, CloseStep.PRIVACY, CloseStep.READ_BACK)[one % 4]
        if step is CloseStep.PRIVACY:
            self.looked |= self.texts(laptop)
        if step is CloseStep.EXPORT:
            self.exported |= self.leaving_things(laptop)
        set_step_state(laptop.desk, SESSION, step, StepState.DONE)
        self.settled(laptop)
        now = {said.step: said for said in closing_steps(self.folder(laptop))}[step]
        if now.is_open:
            raise LawBroken(f"what was just called done is open: {now}")

    def hear(self, laptop: Laptop, one: int, two: int) -> None:
        record = self.note_of(laptop, one, shown=True)
        if record is not None and self.folder(laptop) is not None:
            self.heard |= self.wordings(laptop, record.id)
            set_read_back(laptop.desk, SESSION, record.id)
            self.settled(laptop)
            if record.id not in self.folder(laptop).closing.read:
                raise LawBroken("what was just read is not read")

    def blank(self, laptop: Laptop, one: int, two: int) -> None:
        """A name is taken out of a line: it was heard all the same, and nobody looked at the new words."""
        record = self.note_of(laptop, one, shown=True)
        if record is None or not isinstance(record.body, Note) or record.in_conflict:
            return
        word = self.word()
        self.said_as[record.id, word] = (record.id, record.body.text)
        self.written[word] = record.id
        body = replace(record.body, text=word)
        laptop.desk.perform(Edit(Act.WRITE, (Write.again(record, body, still_said=True),)))
        self.settled(laptop, by_a_person=True)

    def sort(self, laptop: Laptop, one: int, two: int) -> None:
        """A line gets another mark or theme and keeps its words."""
        record = self.note_of(laptop, one, shown=True)
        if record is None or not isinstance(record.body, Note) or record.in_conflict:
            return
        before = (is_checked(self.folder(laptop)), self.folder(laptop).closing.read)
        laptop.desk.rewrite(record.id, replace(record.body, prompt=two % 7))
        self.settled(laptop)
        if before != (is_checked(self.folder(laptop)), self.folder(laptop).closing.read):
            raise LawBroken("a line with the same words was opened again")

    def raise_theme(self, laptop: Laptop, one: int, two: int) -> None:
        record = self.note_of(laptop, one, shown=True)
        if record is None or not isinstance(record.body, Note) or record.in_conflict:
            return
        theme = laptop.desk.add(CIRCLE, Theme(f"theme {two}"))
        laptop.desk.rewrite(record.id, replace(record.body, themes=(theme,)))
        self.settled(laptop)

    def pick_themes(self, laptop: Laptop, one: int, two: int) -> None:
        folder = self.folder(laptop)
        themes = raised_themes(folder) if folder is not None else ()
        if themes:
            self.raised |= self.themes(laptop)
            set_top_themes(laptop.desk, SESSION, [themes[one % len(themes)].id])
            self.settled(laptop)

    def edit_and_undo(self, laptop: Laptop, one: int, two: int) -> None:
        """A change that is taken back leaves everything as done as it was."""
        folder = self.folder(laptop)
        record = self.note_of(laptop, one, shown=True)
        if folder is None or record is None or not isinstance(record.body, Note):
            return
        before = is_checked(folder), folder.closing.read
        laptop.desk.rewrite(record.id, replace(record.body, text=f"x{two}"))
        laptop.desk.undo()
        self.settled(laptop)
        if before != (is_checked(self.folder(laptop)), self.folder(laptop).closing.read):
            raise LawBroken("what was taken back stays open")

    # The law.

    def make(self, move) -> None:
        super().make(move)
        for laptop in self.laptops:
            folder = self.folder(laptop)
            if folder is None:
                continue
            steps = {one.step: one.status for one in closing_steps(folder)}
            if steps[CloseStep.PRIVACY] is DONE and not self.texts(laptop) <= self.looked:
                raise LawBroken(f"nobody looked at {self.texts(laptop) - self.looked}")
            if steps[CloseStep.EXPORT] is DONE and not self.leaving_things(laptop) <= self.exported:
                raise LawBroken(f"nobody has {self.leaving_things(laptop) - self.exported}")
            if steps[CloseStep.TOP_THEMES] is DONE and not self.themes(laptop) <= self.raised:
                raise LawBroken(f"nobody chose among {self.themes(laptop) - self.raised}")
            for key in folder.closing.read:
                if laptop.desk.get(key) is not None and not all(
                    map(self.was_heard, self.wordings(laptop, key))
                ):
                    raise LawBroken(f"nobody heard {self.wordings(laptop, key)}")


MOVES = (
    *("write", "edit", "edit", "undo", "undo", "redo", "remove", "choose", "keep all", "split", "join"),
    *("hand on", "hand on", "hand on", "hand on", "partners", "answer", "old file", "clone", "rename"),
    *("tick", "tick", "tick", "hear", "hear", "blank", "sort", "raise theme", "pick themes"),
    "edit and undo",
)
moves = st.lists(
    st.tuples(st.sampled_from(MOVES), st.integers(0, 4), st.integers(0, 63), st.integers(0, 63)), max_size=16
)


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 3), moves)
def test_a_done_step_covers_everything_there_is(laptops, some):
    evening = Evening(laptops)
    try:
        for move in some:
            evening.make(move)
    finally:
        evening.close()
