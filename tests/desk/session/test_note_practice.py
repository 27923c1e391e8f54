"""A practice of taking notes is a session in memory, to which an invented circle speaks."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.session.note_entry import EntryDefaults, add_entry
from dialogue_desk.desk.session.note_practice import NotePractice
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import HOUR
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.practice.playback import Pace
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.practice_files import practices_in
from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tests.desk.session.practice_to_kill import SECRET
from tests.shelf import GUIDES
from tools.manual_clock import ManualClock

ROOT = Path(__file__).parents[3]
SEVEN = 1_773_356_400_000
SHELF = GuideShelf(GUIDES, Words())
SCRIPTS = {
    (one.id, one.language): one
    for one in practices_in(resource("practice"), Words(), SHELF.library().translation).scripts
}
EASY = SCRIPTS["evening-one", "en"]


@pytest.fixture
def clock():
    return ManualClock(SEVEN, zone=-240)


@pytest.fixture
def desk(tmp_path, clock):
    desk = Desk(DeskFile(tmp_path / "desk.db"), clock, RandomIds(7))
    yield desk
    desk.file.close()


@pytest.fixture
def practice(desk):
    practice = NotePractice(desk, SHELF, EASY)
    practice.rehearsal.desk.subscribe(practice.follow)
    yield practice
    practice.close()


def write(practice, line, kind=NoteKind.EXPERIENCE):
    defaults = EntryDefaults(kind, EASY.parts[0].id, said_at=practice.said_at())
    add_entry(practice.rehearsal.desk, practice.folder, line, defaults)


def bytes_in(folder):
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=lambda one: f"{one.id}-{one.language}")
def test_each_script_is_said_in_its_session_and_language(desk, script):
    practice = NotePractice(desk, SHELF, script)
    assert practice.folder.guide.language == script.language
    assert practice.folder.plan.id == script.session
    assert all(practice.part(place) for place in range(len(script.parts)))
    practice.close()


def test_nothing_is_said_before_it_begins(practice, clock):
    clock.advance(HOUR)
    assert practice.heard() == ()
    assert not practice.started
    assert not practice.over


def test_lines_are_said_as_time_passes_and_wait_in_a_pause(practice, clock):
    practice.go_on()
    clock.advance(10_000)
    heard = practice.heard()
    assert [one.line.at for one in heard] == [0, 2, 7]
    practice.pause()
    clock.advance(HOUR)
    assert practice.heard() == heard
    assert not practice.going


def test_what_would_be_said_while_the_laptop_sleeps_is_not_missed(practice, clock):
    practice.go_on()
    clock.sleep(HOUR)
    assert len(practice.heard()) == 1
    assert not practice.over


def test_it_can_begin_in_a_later_part(desk):
    practice = NotePractice(desk, SHELF, EASY, Pace.LINE_BY_LINE, 1)
    practice.go_on()
    assert [one.part for one in practice.heard()] == [1]
    assert practice.said_at() == SEVEN  # a note shows the time of day at which it is written
    assert practice.progress() == ((1, len(EASY.parts[1].lines)),)
    practice.close()


def test_how_far_each_part_has_come_is_known(practice, clock):
    practice.go_on()
    clock.advance(10_000)
    assert practice.progress() == ((3, len(EASY.parts[0].lines)), (0, len(EASY.parts[1].lines)))


def test_a_note_tells_by_its_time_how_far_behind_it_came(practice, clock):
    practice.go_on()
    line = next(one for one in EASY.spoken if one.line.written is not None)
    clock.advance((line.ends + 20) * 1_000)
    write(practice, line.line.written.text)
    (note,) = practice.review(lambda _: ()).notes
    assert note.about == line
    assert note.behind == pytest.approx(20)


def test_a_note_that_is_edited_later_counts_from_when_it_was_written(practice, clock):
    practice.go_on()
    clock.advance(60_000)
    write(practice, "stopped twice on the way to work")
    clock.advance(60_000)
    assert [one.note.at for one in practice.review(lambda _: ()).notes] == [60]


def test_action_ideas_and_themes_are_compared_too(practice, clock):
    practice.go_on()
    clock.advance(60_000)
    write(practice, "a walk with the lighting office #lights", None)
    (note,) = practice.review(lambda _: ()).notes
    assert (note.note.kind, note.note.themes) == (None, ("lights",))


def test_a_whole_practice_changes_no_byte_of_the_desk(desk, clock, tmp_path):
    before = bytes_in(tmp_path)
    practice = NotePractice(desk, SHELF, EASY)
    practice.go_on()
    for _ in range(8):
        clock.advance(60_000)
        write(practice, "a note on what was said #lights")
    assert practice.over
    practice.review(lambda _: ())
    assert bytes_in(tmp_path) == before
    practice.close()
    assert bytes_in(tmp_path) == before


def rows_in(path):
    """Return what the desk file holds of what people made, and its history."""
    with closing(sqlite3.connect(path)) as desk:
        return [desk.execute(f"SELECT * FROM {table}").fetchall() for table in ("record", "change", "before")]


def test_a_practice_that_is_killed_leaves_nothing_on_the_disk(desk, tmp_path):
    path = tmp_path / "desk.db"
    desk.add(NO_OWNER, Circle("C01"))
    desk.file.close()
    before = rows_in(path)
    killed = [sys.executable, "-m", "tests.desk.session.practice_to_kill", str(path)]
    with subprocess.Popen(killed, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert [process.stdout.readline() for _ in range(20)] == ["written\n"] * 20
        process.kill()
    assert SECRET.encode() not in b"".join(bytes_in(tmp_path).values())
    assert rows_in(path) == before
