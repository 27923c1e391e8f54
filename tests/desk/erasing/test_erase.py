"""What is erased is in no byte of the desk's folder, nor of any copy that can be reached."""

from __future__ import annotations

import json
import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from dialogue_desk.desk.clock import ManualClock
from dialogue_desk.desk.erasing.erase import (
    ErasePreview,
    UnerasedReason,
    erase,
    erase_from_copies,
    erase_preview,
    erasure_notice,
    forget_copy_folder,
    unerased_copy_folders,
    withdraw_quote,
)
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.packages import export_program, session_package
from dialogue_desk.desk.opening import open_desk
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.desk.program.program_edits import DraftCircle, ProgramDraft, circles_of, save_program
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Session
from dialogue_desk.domain.model.notes import ActionIdea, Consent, NoteKind
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.package_tables import Export
from dialogue_desk.storage.pending_erasures import PendingErasures
from dialogue_desk.storage.restore import list_copies
from dialogue_desk.words import Words
from tests.desk.evening import a_desk, a_shelf, begun, note, notes, session_runner
from tests.storage.conftest import small_disk
from tests.storage.damage import fill_up

__all__ = ["small_disk"]

WORDS = Words()
DAY = date(2026, 3, 12)
SECRET = "the perla at the ñandú gate"


def said(text: str = SECRET, kind: NoteKind = NoteKind.QUOTE):
    return note(text, kind, consent=Consent.YES)


def found_in(folder: Path, text: str = SECRET) -> list[str]:
    """The files of a folder that hold the words, however they are written down."""
    ways = [
        text.encode(),
        text.encode("utf-16-le"),
        text.encode("utf-16-be"),
        json.dumps(text)[1:-1].encode(),
    ]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sorted(
        str(path.relative_to(folder)) for path in files if any(way in path.read_bytes() for way in ways)
    )


class Laptop:
    """A desk in a folder of its own, and a stick for its copies."""

    def __init__(self, folder: Path, seed: int = 1):
        self.home, self.stick = folder / f"laptop {seed}", folder / f"stick {seed}"
        self.away = folder / f"stick {seed} in a drawer"
        self.home.mkdir()
        self.stick.mkdir()
        self.desk = a_desk(self.home / "desk.db", seed)
        self.day = DAY

    def copy(self):
        self.day += timedelta(days=1)
        return Backups(self.desk.file.path, self.stick, self.desk.file.erasures).make(self.day)

    def unplug(self):
        self.stick.rename(self.away)

    def plug_in(self):
        self.away.rename(self.stick)

    def restart(self, seed: int = 50):
        self.desk.file.close()
        clock = ManualClock(self.desk.clock.now() + 60_000, -240)
        self.desk = open_desk(self.home / "desk.db", clock, RandomIds(seed)).desk

    def package(self, session_id, to: Path) -> Path:
        folder = Folders(self.desk, a_shelf(to)).session(session_id)
        ready = session_package(self.desk, folder)
        path = to / ready.name
        path.write_bytes(ready.data)
        return path

    def take(self, *paths: Path):
        return import_packages(self.desk, read_packages(paths, PackageReader(WORDS), WORDS), WORDS)

    def holds(self, text: str = SECRET) -> list[str]:
        return found_in(self.home, text) + (found_in(self.stick, text) if self.stick.exists() else [])


@pytest.fixture
def laptop(tmp_path):
    laptop = Laptop(tmp_path)
    yield laptop
    laptop.desk.file.close()


@pytest.fixture
def other(tmp_path):
    other = Laptop(tmp_path, 2)
    yield other
    other.desk.file.close()


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


def test_copies_that_lost_words_are_whole_and_hold_everything_else(laptop, tmp_path):
    desk = laptop.desk
    session_id = begun(desk)
    quote = desk.add(session_id, said())
    desk.add(session_id, note("what stays"))
    copy = laptop.copy()
    desk.erase([quote])
    erase_from_copies(desk)
    for path in (copy.path, copy.second):
        assert sorted(one.name for one in path.parent.iterdir()) == [path.name]
        restored = tmp_path / "restored.db"
        shutil.copy(path, restored)
        again = a_desk(restored, 9)
        assert notes(again, session_id) == ["what stays"] and again.get(quote).erased
        again.file.close()


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


def test_a_session_goes_with_all_that_lies_under_it(laptop):
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
        desk, None, ProgramDraft(SECRET, themes=(SECRET,), circles=(DraftCircle(None, "C01", SECRET, "en"),))
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
    laptop.copy()
    laptop.copy()
    name = desk.device
    erase(desk, None)
    erase_from_copies(desk)
    assert laptop.holds() == [] and list(desk.file.records.everything()) == []
    assert desk.device != name and desk.can_undo() is None and not desk.file.former_devices()
    assert sorted(path.name for path in laptop.home.iterdir()) == sorted(
        {"backups", "desk.db", "desk.db-shm", "desk.db-wal", "desk.db.erasing", "desk.db.lock"}
        & {path.name for path in laptop.home.iterdir()}
    )
    assert list((laptop.home / "backups").iterdir()) == [] and list(laptop.stick.iterdir()) == []
    begun(desk)
    laptop.restart()
    assert len(list(laptop.desk.file.records.of_kind(Kind.SESSION))) == 1


def test_a_stick_that_was_not_there_is_told_and_rid_of_it_when_it_is_back(laptop):
    desk = laptop.desk
    session_id = begun(desk)
    quote = desk.add(session_id, said())
    laptop.copy()
    laptop.unplug()
    assert erase_preview(desk, quote).absent == (laptop.stick,)
    desk.erase([quote])
    reached = erase_from_copies(desk)
    assert [(one.path, one.why) for one in reached.unerased] == [(laptop.stick, UnerasedReason.ABSENT)]
    assert found_in(laptop.home) == [] and found_in(laptop.away)
    laptop.plug_in()
    laptop.restart()
    assert erase_from_copies(laptop.desk).unerased == () and laptop.holds() == []


def test_a_stick_that_was_lost_is_waited_for_no_more_once_a_person_says_so(laptop):
    desk = laptop.desk
    quote = desk.add(begun(desk), said())
    laptop.copy()
    laptop.unplug()
    desk.erase([quote])
    erase_from_copies(desk)
    assert unerased_copy_folders(desk) == (laptop.stick,)
    forget_copy_folder(desk, laptop.stick)
    assert unerased_copy_folders(desk) == () and erase_preview(desk, None).absent == ()
    assert erase_from_copies(desk).unerased == () and desk.file.erasures.pending() == PendingErasures()


def test_everything_is_taken_from_a_stick_later_and_new_copies_there_stay(laptop):
    desk = laptop.desk
    desk.add(begun(desk), said())
    laptop.copy()
    laptop.unplug()
    erase(desk, None)
    erase_from_copies(desk)
    laptop.plug_in()
    desk.add(begun(desk), note("a new beginning"))
    new = laptop.copy()
    erase_from_copies(desk)
    assert laptop.holds() == [] and list(laptop.stick.iterdir()) == [new.second]


def test_what_another_laptop_erased_is_gone_here_with_history_and_copies(laptop, other, tmp_path):
    session_id = begun(laptop.desk)
    quote = laptop.desk.add(session_id, said())
    other.take(laptop.package(session_id, tmp_path))
    other.desk.rewrite(quote, said(f"{SECRET}, as we heard it"))
    other.copy()
    laptop.desk.erase([quote])
    taken = other.take(laptop.package(session_id, tmp_path))
    assert quote in taken.outcome.erased
    erase_from_copies(other.desk)
    assert other.holds() == [] and other.desk.get(quote).erased
    while other.desk.undo() is not None:
        pass
    assert other.holds() == []


def test_a_clash_loses_both_wordings(laptop, other, tmp_path):
    session_id = begun(laptop.desk)
    quote = laptop.desk.add(session_id, said("something"))
    other.take(laptop.package(session_id, tmp_path))
    other.desk.rewrite(quote, said(f"{SECRET} there"))
    laptop.desk.rewrite(quote, said(f"{SECRET} here"))
    laptop.take(other.package(session_id, tmp_path))
    assert laptop.desk.get(quote).in_conflict
    laptop.copy()
    laptop.desk.erase([quote])
    erase_from_copies(laptop.desk)
    assert laptop.holds() == []


def test_what_is_written_elsewhere_under_an_erased_session_goes_too(laptop, other, tmp_path):
    session_id = begun(laptop.desk)
    laptop.desk.add(session_id, note("known to both"))
    other.take(laptop.package(session_id, tmp_path))
    other.desk.add(session_id, said())
    handed_on = other.package(session_id, tmp_path)
    outcome = erase(laptop.desk, session_id)
    # It comes in later from a laptop that has not heard of it.
    laptop.take(handed_on)
    erase_from_copies(laptop.desk)
    assert laptop.holds() == [] and notes(laptop.desk, session_id) == []
    # And that laptop hears of it from a package that holds no words.
    word = erasure_notice(laptop.desk, sorted(outcome.erased))
    (tmp_path / word.name).write_bytes(word.data)
    other.take(tmp_path / word.name)
    erase_from_copies(other.desk)
    assert other.holds() == [] and other.desk.get(session_id).erased
    ours, theirs = (
        {one.id for one in desk.file.records.everything() if one.erased} for desk in (laptop.desk, other.desk)
    )
    assert ours == theirs


def test_what_came_in_a_package_that_was_taken_back_goes_with_its_session(laptop, other, tmp_path):
    session_id = begun(laptop.desk)
    other.take(laptop.package(session_id, tmp_path))
    other.desk.add(session_id, said())
    laptop.take(other.package(session_id, tmp_path))
    laptop.desk.undo()
    assert notes(laptop.desk, session_id) == [] and laptop.holds()
    erase(laptop.desk, session_id)
    erase_from_copies(laptop.desk)
    assert laptop.holds() == []
    laptop.desk.redo()
    assert laptop.holds() == []


def test_an_import_that_brings_words_and_their_erasure_leaves_none(laptop, other, tmp_path):
    session_id = begun(laptop.desk)
    quote = laptop.desk.add(session_id, said())
    before = laptop.package(session_id, tmp_path)
    laptop.desk.erase([quote])
    after = laptop.package(session_id, tmp_path)
    other.take(before, after)
    assert other.holds() == []
    other.take(before)
    assert other.holds() == []


@pytest.mark.parametrize("first", ["one", "two"])
def test_notes_that_were_joined_into_it_go_with_a_quote(laptop, first):
    desk = laptop.desk
    session_id = begun(desk)
    one = desk.add(session_id, said(SECRET if first == "one" else "so to say"))
    two = desk.add(session_id, said(SECRET if first == "two" else "so to say"))
    joined = said(f"{desk.get(one).body.text} {desk.get(two).body.text}")
    writes = (Write.again(desk.get(one), joined), Write.again(desk.get(two), None))
    desk.perform(Edit(Act.WRITE, writes))
    desk.erase([one])
    erase_from_copies(desk)
    assert laptop.holds() == []
    while desk.undo() is not None:
        pass
    assert laptop.holds() == []


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
        desk, None, ProgramDraft("Alder", circles=(DraftCircle(None, "C01", SECRET, "en"),))
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
    drafts = (DraftCircle(None, "C01", SECRET, "en"), DraftCircle(None, "C02", "", "en"))
    program = save_program(desk, None, ProgramDraft("Alder", circles=drafts))
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


def test_a_stick_without_room_keeps_its_copy_whole_until_there_is_some(laptop, small_disk):
    desk = laptop.desk
    laptop.stick.rmdir()
    laptop.stick = small_disk
    session_id = begun(desk)
    quote = desk.add(session_id, said())
    for number in range(12):
        desk.add(session_id, note(f"line {number} " + "word " * 60))
    copy = laptop.copy().second
    assert copy is not None
    fill_up(small_disk / "ballast")
    desk.erase([quote])
    told = erase_from_copies(desk)
    assert [(one.path, one.why) for one in told.unerased] == [(copy, UnerasedReason.FULL)]
    assert found_in(laptop.home) == [] and copy.name in found_in(laptop.stick)
    (small_disk / "ballast").unlink()
    told = erase_from_copies(desk)
    assert (told.mended, told.unerased) == (1, ()) and laptop.holds() == []
    mended = DeskFile(copy)
    assert len(list(mended.records.under(session_id, Kind.NOTE))) == 13
    mended.close()


def test_a_stick_that_is_pulled_out_in_the_middle_is_told_and_gone_on_with(laptop, monkeypatch):
    desk = laptop.desk
    session_id = begun(desk)
    quote = desk.add(session_id, said())
    laptop.copy()
    laptop.copy()
    desk.erase([quote])
    scrub, pulled = DeskFile.scrub, []

    def pulling(file):
        if file.path.parent == laptop.stick and not pulled:
            pulled.append(file.path)
            laptop.unplug()
        return scrub(file)

    with monkeypatch.context() as patch:
        patch.setattr(DeskFile, "scrub", pulling)
        reached = erase_from_copies(desk)
    assert pulled and reached.unerased and found_in(laptop.home) == []
    laptop.plug_in()
    assert erase_from_copies(desk).unerased == () and laptop.holds() == []
    assert all(copy.sound for copy in list_copies(Backups(desk.file.path, laptop.stick, desk.file.erasures)))


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
