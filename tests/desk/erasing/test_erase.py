"""What is erased is in no byte of the desk's folder, nor of any copy that can be reached."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from dialogue_desk.desk.erasing.erase import (
    ErasePreview,
    erase,
    erase_from_copies,
    erase_preview,
    withdraw_quote,
)
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.packages import export_program
from dialogue_desk.desk.opening import open_desk
from dialogue_desk.desk.program.program_draft import DraftCircle, DraftTheme, ProgramDraft
from dialogue_desk.desk.program.program_edits import circles_of, save_program
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.notes import ActionIdea, Consent, NoteKind, Theme
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.guide_drafts import GuideDrafts
from dialogue_desk.storage.package_tables import Export
from tests.desk.erasing.laptop import DAY, SECRET, Laptop, found_in, laptop, other, said
from tests.desk.evening import a_desk, a_shelf, begun, note, notes, session_runner
from tests.storage.conftest import small_disk
from tests.storage.damage import fill_up
from tools.manual_clock import ManualClock

__all__ = ["laptop", "other", "small_disk"]


def test_a_note_that_was_edited_and_copied_is_in_no_byte_once_it_is_erased(laptop):
    desk = laptop.desk
    session_id = begun(desk)
    quote = desk.add(session_id, said())
    for number in range(40):
        desk.add(session_id, note(f"another line {number} " + "and on " * 30))
    desk.rewrite(quote, said(f"{SECRET} - again"))
    laptop.copy()
    desk.rewrite(quote, said("nothing of it"))
    desk.undo()
    laptop.copy()
    assert laptop.holds()
    desk.erase([quote])
    assert found_in(laptop.home) == [
        "backups/" + path.name for path in sorted((laptop.home / "backups").iterdir())
    ]
    reached = erase_from_copies(desk)
    assert laptop.holds() == [] and reached.unerased == () and reached.mended == 4
    assert desk.get(quote).erased and len(notes(desk, session_id)) == 40


def test_undo_and_redo_bring_back_nothing_that_was_erased(laptop):
    desk = laptop.desk
    session_id = begun(desk)
    quote = desk.add(session_id, said())
    desk.rewrite(quote, said(f"{SECRET}, again"))
    desk.undo()
    desk.erase([quote])
    while desk.undo() is not None:
        assert SECRET not in " ".join(notes(desk, session_id))
    while desk.redo() is not None:
        assert SECRET not in " ".join(notes(desk, session_id))
    assert laptop.holds() == []


def test_a_session_goes_with_all_under_it(laptop):
    desk = laptop.desk
    session_id = begun(desk)
    circle = desk.get(session_id).owner
    session_runner(desk, session_id).make_move("start")
    desk.add(session_id, said())
    removed = desk.add(session_id, note(SECRET))
    desk.remove(removed)
    desk.add(session_id, ActionIdea(SECRET, why=SECRET))
    desk.rewrite(
        session_id, desk.get(session_id).body.__class__(**_fields(desk.get(session_id).body, title=SECRET))
    )
    laptop.copy()
    assert erase_preview(desk, session_id) == ErasePreview(sessions=1, notes=1, actions=1)
    erase(desk, session_id)
    erase_from_copies(desk)
    assert laptop.holds() == []
    assert all(record.erased for record in desk.file.records.under(session_id))
    assert desk.get(session_id).erased and not desk.get(circle).erased


def _fields(body: Session, **other):
    return {name: getattr(body, name) for name in body.__slots__} | other


def test_a_circle_goes_with_its_sessions_rules_and_themes(laptop):
    desk = laptop.desk
    session_id = begun(desk, ground_rules=(SECRET,))
    circle = desk.get(session_id).owner
    desk.add(session_id, said())
    laptop.copy()
    erase(desk, circle)
    erase_from_copies(desk)
    assert laptop.holds() == [] and desk.get(session_id).erased and desk.get(circle).erased


def test_a_program_goes_with_its_circles_and_no_other(laptop):
    desk = laptop.desk
    kept = begun(desk, "C99")
    program = save_program(
        desk,
        None,
        ProgramDraft(
            Program(SECRET),
            themes=(DraftTheme(None, Theme(SECRET)),),
            circles=(DraftCircle(None, Circle("C01", SECRET)),),
        ),
    )
    circle = circles_of(desk, program)[0].id
    session_id = begun(desk, circle=None, circle_id=circle)
    desk.add(session_id, said())
    laptop.copy()
    erase(desk, program)
    erase_from_copies(desk)
    assert laptop.holds() == [] and desk.get(kept).body is not None


def test_after_everything_the_desk_is_as_new(laptop):
    desk = laptop.desk
    session_id = begun(desk)
    desk.add(session_id, said())
    (laptop.home / "desk-damaged-2026-01-02.db").write_text(SECRET)
    GuideDrafts.beside(desk.file).write(session_id, "en", SECRET)
    laptop.copy()
    laptop.copy()
    name = desk.device
    erase(desk, None)
    erase_from_copies(desk)
    assert laptop.holds() == [] and list(desk.file.records.everything()) == []
    assert desk.device != name and desk.can_undo() is None and not desk.file.names.former()
    assert sorted(path.name for path in laptop.home.iterdir()) == sorted(
        {"backups", "desk.db", "desk.db-shm", "desk.db-wal", "desk.db.erasing", "desk.db.lock"}
        & {path.name for path in laptop.home.iterdir()}
    )
    assert list((laptop.home / "backups").iterdir()) == [] and laptop.on_stick() == []
    begun(desk)
    laptop.restart()
    assert len(list(laptop.desk.file.records.of_kind(Kind.SESSION))) == 1


def test_withdrawing_keeps_the_sense_in_the_circles_own_words(laptop):
    desk = laptop.desk
    session_id = begun(desk)
    quote = desk.add(session_id, note(SECRET, NoteKind.QUOTE, part="round", consent=Consent.YES))
    withdraw_quote(desk, quote, "Some feel shut out.", NoteKind.CONCERN)
    erase_from_copies(desk)
    (left,) = (one.body for one in desk.file.records.under(session_id, Kind.NOTE) if one.body)
    assert (left.text, left.kind, left.part, left.consent) == (
        "Some feel shut out.",
        NoteKind.CONCERN,
        "round",
        Consent.NOT_ASKED,
    )
    assert laptop.holds() == [] and desk.get(quote).erased
    assert desk.can_undo() is Act.WRITE
    desk.undo()
    assert laptop.holds() == [] and notes(desk, session_id) == []


def test_a_package_of_the_program_does_not_bring_an_erased_circle_back(laptop, tmp_path):
    desk = laptop.desk
    program = save_program(
        desk, None, ProgramDraft(Program("Alder"), circles=(DraftCircle(None, Circle("C01", SECRET)),))
    )
    file = export_program(desk, program, tmp_path / "out")
    erase(desk, circles_of(desk, program)[0].id)
    laptop.take(file)
    assert laptop.holds() == [] and circles_of(desk, program) == []


def test_the_circles_next_package_tells_other_laptops_of_a_session_that_was_erased(laptop, other, tmp_path):
    desk = laptop.desk
    first = begun(desk)
    second = begun(desk, circle=None, circle_id=desk.get(first).owner)
    desk.add(second, said())
    other.take(laptop.package(second, tmp_path))
    other.copy()
    erase(desk, second)
    taken = other.take(laptop.package(first, tmp_path))
    erase_from_copies(other.desk)
    assert taken.outcome is not None and other.desk.get(second).erased and other.holds() == []


def test_the_file_of_a_program_tells_other_laptops_of_circles_and_sessions_that_were_erased(
    laptop, other, tmp_path
):
    desk = laptop.desk
    drafts = (DraftCircle(None, Circle("C01", SECRET)), DraftCircle(None, Circle("C02", "")))
    program = save_program(desk, None, ProgramDraft(Program("Alder"), circles=drafts))
    gone, stays = (circle.id for circle in circles_of(desk, program))
    session_id = begun(desk, circle=None, circle_id=stays)
    desk.add(session_id, said())
    other.take(export_program(desk, program, tmp_path / "out"), laptop.package(session_id, tmp_path))
    erase(desk, gone)
    erase(desk, session_id)
    other.take(export_program(desk, program, tmp_path / "out"))
    assert other.desk.get(gone).erased and other.desk.get(session_id).erased and other.holds() == []
    assert [circle.id for circle in circles_of(other.desk, program)] == [stays]


def test_files_that_were_saved_elsewhere_are_told_and_then_forgotten(laptop):
    desk = laptop.desk
    session_id = begun(desk)
    file = Path(f"/media/USB/{SECRET}.pdf")
    with desk.file.writing():
        desk.file.exports.remember([Export(session_id, "everyone", 1, "d", "i", 1, file)])
    assert [path.name for path in erase_preview(desk, session_id).saved] == [f"{SECRET}.pdf"]
    erase(desk, session_id)
    assert laptop.holds() == [] and erase_preview(desk, None).saved == ()


def test_a_full_disk_erases_nothing_and_says_so(small_disk):
    path = small_disk / "desk.db"
    desk = a_desk(path)
    session_id = begun(desk)
    quote = desk.add(session_id, said())
    for number in range(15):
        desk.add(session_id, note(f"line {number} " + "word " * 60))
    Backups(path).make(DAY)
    fill_up(small_disk / "ballast")
    with pytest.raises(DeskTrouble) as refused:
        desk.erase([quote])
    assert refused.value.trouble is Trouble.FULL
    assert desk.get(quote).body is not None and not desk.file.erasures.pending().desk
    (small_disk / "ballast").unlink()
    desk.erase([quote])
    desk.file.close()
    desk = open_desk(path, ManualClock(desk.clock.now()), RandomIds(9)).desk
    erase_from_copies(desk)
    assert found_in(small_disk) == [] and len(notes(desk, session_id)) == 15
    desk.file.close()


def test_a_desk_that_is_being_read_is_scrubbed_as_soon_as_it_is_not(laptop, monkeypatch):
    monkeypatch.setattr("dialogue_desk.storage.database.BUSY_MS", 1)
    laptop.restart()
    desk = laptop.desk
    session_id = begun(desk)
    quote = desk.add(session_id, said())
    with desk.snapshot() as reading:
        assert reading.get(quote) is not None
        desk.erase([quote])
        assert desk.file.erasures.pending().desk
    laptop.restart(60)
    assert not laptop.desk.file.erasures.pending().desk and laptop.holds() == []


# A kill in the middle.


class Killed(BaseException):
    """The app is gone at this very point."""


def test_an_erasure_that_was_begun_is_finished_at_the_next_start(laptop, monkeypatch):
    for point in ("before anything", "before the commit", "before the scrub", "before it is noted"):
        desk = laptop.desk
        session_id = begun(desk)
        quote = desk.add(session_id, said())
        laptop.copy()
        _kill(laptop, point, quote, monkeypatch)
        laptop.restart()
        assert laptop.desk.get(quote).erased, point
        assert "desk.db" not in laptop.holds() and "desk.db-wal" not in laptop.holds(), point
        erase_from_copies(laptop.desk)
        assert laptop.holds() == [], point


def _kill(laptop, point, quote, monkeypatch):
    """Let the app die at a point of erasing, and lie as it was."""
    file = laptop.desk.file

    def die(*_: object):
        raise Killed

    with monkeypatch.context() as patch:
        # A kill takes nothing back.
        patch.setattr(type(file.erasures), "take_back", lambda *_: None)
        where = {
            "before anything": (type(file.records), "write"),
            "before the commit": (type(file), "forget_history"),
            "before the scrub": (type(file), "scrub"),
            "before it is noted": (type(file.erasures), "done_in_desk"),
        }[point]
        patch.setattr(*where, die)
        with pytest.raises(Killed):
            laptop.desk.erase([quote])


def test_everything_begun_is_finished_at_the_next_start(laptop, monkeypatch):
    desk = laptop.desk
    desk.add(begun(desk), said())
    laptop.copy()

    def die(*_: object):
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(type(desk.file.erasures), "take_back", lambda *_: None)
        patch.setattr(type(desk.file), "wipe", die)
        with pytest.raises(Killed):
            erase(desk, None)
    laptop.restart()
    erase_from_copies(laptop.desk)
    assert laptop.holds() == [] and list(laptop.desk.file.records.everything()) == []


class Erasing(RuleBasedStateMachine):
    """Two laptops that write, copy, hand on, take back and erase: what was erased is in no byte of either."""

    @initialize()
    def meet(self):
        self.folder = Path(tempfile.mkdtemp())
        self.laptops = [Laptop(self.folder, 1), Laptop(self.folder, 2)]
        self.session_id = begun(self.laptops[0].desk)
        self.laptops[1].take(self.laptops[0].package(self.session_id, self.folder))
        self.count = 0
        self.words: dict[str, set[str]] = {}
        self.erased: list[set[str]] = [set(), set()]

    def teardown(self):
        if hasattr(self, "laptops"):
            for laptop, erased in zip(self.laptops, self.erased, strict=True):
                erase_from_copies(laptop.desk)
                for word in erased:
                    assert laptop.holds(word) == []
                laptop.desk.file.close()
            shutil.rmtree(self.folder)

    def some_note(self, which, laptop):
        found = [
            one
            for one in self.laptops[laptop].desk.file.records.under(self.session_id, Kind.NOTE)
            if one.body
        ]
        return found[which % len(found)] if found else None

    def new_words(self, record_id):
        self.count += 1
        word = f"wording-{self.count}-of-it"
        self.words.setdefault(record_id, set()).add(word)
        return said(word)

    @rule(laptop=st.integers(0, 1))
    def write(self, laptop):
        desk = self.laptops[laptop].desk
        record_id = desk.new_id()
        desk.put(record_id, self.session_id, self.new_words(record_id))

    @rule(laptop=st.integers(0, 1), which=st.integers(0, 5))
    def rewrite(self, laptop, which):
        if record := self.some_note(which, laptop):
            self.laptops[laptop].desk.rewrite(record.id, self.new_words(record.id))

    @rule(laptop=st.integers(0, 1), which=st.integers(0, 5))
    def remove(self, laptop, which):
        if record := self.some_note(which, laptop):
            self.laptops[laptop].desk.remove(record.id)

    @rule(laptop=st.integers(0, 1))
    def undo(self, laptop):
        self.laptops[laptop].desk.undo()

    @rule(laptop=st.integers(0, 1))
    def redo(self, laptop):
        self.laptops[laptop].desk.redo()

    @rule(laptop=st.integers(0, 1))
    def copy(self, laptop):
        self.laptops[laptop].copy()

    @rule(laptop=st.integers(0, 1))
    def open_again(self, laptop):
        self.count += 1
        self.laptops[laptop].restart(100 + self.count)

    @precondition(lambda self: self.count)
    @rule(laptop=st.integers(0, 1), which=st.integers(0, 5))
    def erase(self, laptop, which):
        if record := self.some_note(which, laptop):
            self.laptops[laptop].desk.erase([record.id])
            self.erased[laptop] |= self.words[record.id]

    @rule(giver=st.integers(0, 1))
    def hand_on(self, giver):
        other = self.laptops[1 - giver]
        if Folders(self.laptops[giver].desk, a_shelf(self.folder)).session(self.session_id) is None:
            return
        taken = other.take(self.laptops[giver].package(self.session_id, self.folder))
        for record_id in taken.outcome.erased if taken.outcome else ():
            self.erased[1 - giver] |= self.words.get(record_id, set())


Erasing.TestCase.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
TestErasing = Erasing.TestCase
