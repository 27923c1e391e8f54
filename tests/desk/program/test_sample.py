"""The sample community: played the same every time, fit to be shown, and thrown away whole."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.documents import SummaryOptions, paper_files
from dialogue_desk.desk.leaving.packages import export_session
from dialogue_desk.desk.program.found_files import files_found
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.desk.program.sample import import_sample, remove_sample, sample_packages, sample_programs
from dialogue_desk.desk.session.session_edits import SessionDraft, create_session
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tests.reports.paper_reading import fullness
from tools.manual_clock import ManualClock
from tools.sample import play_sample

WORDS = Words()
NOON = 1_775_000_000_000 // (24 * 60 * MINUTE) * (24 * 60 * MINUTE) + 12 * 60 * MINUTE


@pytest.fixture(scope="module")
def shelf():
    return GuideShelf(resource("guides"), WORDS)


@pytest.fixture(scope="module")
def packages(shelf, tmp_path_factory):
    return play_sample(tmp_path_factory.mktemp("packages"), shelf, WORDS)


@pytest.fixture
def desk(tmp_path):
    desk = Desk(DeskFile(tmp_path / "own.desk"), ManualClock(NOON), RandomIds(99))
    yield desk
    desk.file.close()


def everything(desk):
    return {record.id: record for record in desk.file.records.everything()}


def take_in_all(desk, paths):
    return import_packages(desk, read_packages(list(paths), PackageReader(WORDS), WORDS), WORDS)


def own_session(desk, shelf, circle):
    text = shelf.translations("safety-together")["en"]
    session = SessionDraft(
        (text,), "s1", 1, NOON, NOON + 120 * MINUTE, 9, circle=circle, ground_rules=("Ours",)
    )
    return create_session(desk, session)


def test_what_ships_is_what_the_script_plays(packages):
    shipped = {path.name: path.read_bytes() for path in sample_packages()}
    assert shipped == {path.name: path.read_bytes() for path in packages}, "run `python3 dev.py sample`"
    assert sample_packages()[0].name == packages[0].name


def test_opening_the_sample_leaves_a_gap_a_conflict_and_a_session_to_come(desk, shelf):
    taken = import_sample(desk, shelf, WORDS)
    assert taken.refused == () and taken.conflicts == 1
    folders = Folders(desk, shelf)
    (program,) = folders.programs()
    picture = folders.picture(program.id)
    assert picture.missing == (("C04", 2), ("C05", 2))
    *held, to_come = folders.entries()
    assert {entry.phase for entry in held} == {Phase.CLOSED}
    assert (to_come.circle.code, to_come.phase) == ("C05", Phase.READY)
    assert to_come.session.start == NOON + 7 * 60 * MINUTE
    assert to_come.session.hard_end - to_come.session.start == 120 * MINUTE


def test_the_session_to_come_is_tomorrow_when_seven_is_past(desk, shelf):
    desk.clock.advance(8 * 60 * MINUTE)
    import_sample(desk, shelf, WORDS)
    assert Folders(desk, shelf).entries()[-1].session.start == NOON + (24 + 7) * 60 * MINUTE


def test_opening_the_sample_twice_changes_nothing(desk, shelf):
    import_sample(desk, shelf, WORDS)
    before = everything(desk)
    assert import_sample(desk, shelf, WORDS) is None
    assert everything(desk) == before


def test_the_summary_of_each_second_session_has_two_pages_with_a_full_end(desk, shelf):
    import_sample(desk, shelf, WORDS)
    folders = Folders(desk, shelf)
    held = [folders.session(entry.id) for entry in folders.entries() if entry.session.number == 2]
    told = [folder for folder in held if folder is not None and len(folder.notes) > 9]
    assert len(told) >= 3
    for folder in told[:3]:
        (file,) = paper_files(folder, SummaryOptions((".pdf",)), WORDS)
        pages = PdfReader(BytesIO(file.make_bytes())).pages
        assert len(pages) <= 2, folder.circle.code
        assert len(pages) == 1 or fullness(pages[-1]) > 1 / 3, folder.circle.code


def test_the_sample_is_thrown_away_whole_and_can_be_opened_again(desk, shelf):
    import_sample(desk, shelf, WORDS)
    note = next(iter(desk.file.records.of_kind(Kind.NOTE)))
    desk.rewrite(note.id, replace(note.body, text="Played with."))
    heard = []
    desk.subscribe(heard.append)
    outcome = remove_sample(desk)
    assert heard == [outcome] and outcome.touches(Kind.NOTE) and outcome.touches(Kind.PROGRAM)
    assert everything(desk) == {} and sample_programs(desk) == ()
    assert desk.file.history.earlier_records(note.id) == []
    assert desk.can_undo() is None and desk.can_redo() is None
    assert import_sample(desk, shelf, WORDS).conflicts == 1
    assert desk.get(note.id).body.text == note.body.text


def test_throwing_the_sample_away_touches_nothing_else(desk, shelf):
    import_sample(desk, shelf, WORDS)
    program = desk.add(NO_OWNER, Program("Ours"))
    session = own_session(desk, shelf, Circle("C01", "Hall", program))
    before = everything(desk)
    remove_sample(desk)
    folder = Folders(desk, shelf).session(session)
    ours = {program, session, folder.circle_id, *folder.session.guides, folder.ground_rules[0].id}
    assert everything(desk) == {key: record for key, record in before.items() if key in ours}
    assert folder.guide.id == "safety-together"
    assert desk.can_undo() is Act.BEGIN
    assert import_sample(desk, shelf, WORDS).imported


def test_what_was_imported_beside_the_sample_stays_and_may_come_again(desk, shelf, packages, tmp_path):
    other = Desk(DeskFile(tmp_path / "other.desk"), ManualClock(NOON), RandomIds(5))
    own_session(other, shelf, Circle("K1", "Elsewhere"))
    ours = everything(other)
    (entry,) = Folders(other, shelf).entries()
    mine = export_session(other, Folders(other, shelf).session(entry.id), tmp_path / "in")
    other.file.close()
    take_in_all(desk, [mine, *packages])
    remove_sample(desk)
    assert everything(desk) == ours
    again = take_in_all(desk, [mine])
    assert again.known and again.imported == () and again.outcome is None
    assert import_sample(desk, shelf, WORDS).imported


def test_a_sample_circle_that_was_removed_goes_too(desk, shelf):
    import_sample(desk, shelf, WORDS)
    circle = next(iter(desk.file.records.of_kind(Kind.CIRCLE)))
    desk.remove(circle.id)
    remove_sample(desk)
    assert everything(desk) == {}


def test_a_program_that_was_once_a_real_one_is_no_sample(desk, shelf):
    program = desk.add(NO_OWNER, Program("Ours"))
    desk.rewrite(program, Program("Ours", sample=True))
    assert sample_programs(desk) == () and remove_sample(desk) is None
    assert desk.get(program) is not None


def test_no_sample_file_is_left_beside_the_desk(desk, shelf, tmp_path):
    import_sample(desk, shelf, WORDS)
    assert {path.name.split("-")[0] for path in tmp_path.iterdir()} == {"own.desk", "own.desk.lock"}
    assert files_found([tmp_path]).files == ()


def test_opening_the_sample_is_one_step_and_undo_takes_all_of_it_back(desk, shelf):
    before = everything(desk)
    import_sample(desk, shelf, WORDS)
    assert desk.can_undo() is Act.IMPORT
    desk.undo()
    assert everything(desk) == before and desk.can_undo() is None
