"""The sample community: played the same every time, fit to be shown, and thrown away whole."""

from __future__ import annotations

import re
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

import tools.sample
from dialogue_desk.desk.clock import ManualClock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.packages import export_session, session_records
from dialogue_desk.desk.program.imports import import_packages, packages_in, read_packages
from dialogue_desk.desk.program.sample import import_sample, remove_sample, sample_packages, sample_programs
from dialogue_desk.desk.session.session_edits import SessionDraft, create_session
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.guide import NotesPolicy
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tools.sample import play_sample, sample_script
from tools.sample.community import Community
from tools.sample.script_files import Seat

WORDS = Words()
SCRIPT = Path(tools.sample.__file__).parent / "script"
NOON = 1_775_000_000_000 // (24 * 60 * MINUTE) * (24 * 60 * MINUTE) + 12 * 60 * MINUTE

FIRST_NAMES = re.split(
    r"\s+",
    """
    Aaron Ahmed Alex Alice Amy Ana Andrea Andrew Angela Anna Anthony Antonio Ashley Barbara Ben Betty Bob
    Brian Carlos Carmen Carol Charles Chris Christopher Daniel David Debra Diego Donna Dorothy Edward
    Elena Elizabeth Emily Emma Eric Fatima Fernando Francisco Frank Gabriel Gary George Gloria Hector
    Helen Jack Jacob James Jamal Jason Javier Jeff Jennifer Jesus Jim Joe John Jorge Jose José Joseph Juan
    Karen Kevin Kim Laura Linda Lisa Lucia Luis Malik Manuel Marcus Margaret Maria María Mario Mark Martha
    Mary Matthew Maya Michael Michelle Miguel Mike Mohammed Nancy Nicole Olivia Oscar Pablo Patricia Paul
    Pedro Peter Rachel Rafael Ramon Rebecca Ricardo Richard Robert Roberto Rosa Ruth Ryan Sam Samuel Sandra
    Sara Sarah Sofia Sophia Stephen Steven Susan Teresa Thomas Tim Tom Tyrone Victor William
""".strip(),
)


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


def test_playing_again_writes_the_same_packages(packages, shelf, tmp_path):
    again = play_sample(tmp_path, shelf, WORDS)
    assert [path.name for path in again] == [path.name for path in packages]
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in packages]


def test_what_ships_is_what_the_script_plays(packages):
    shipped = {path.name: path.read_bytes() for path in sample_packages()}
    assert shipped == {path.name: path.read_bytes() for path in packages}, "run `python3 dev.py sample`"
    assert sample_packages()[0].name == packages[0].name


def test_there_is_a_package_of_the_program_and_of_each_session_and_two_where_two_laptops_sat(packages):
    looked = read_packages(packages, PackageReader(WORDS), WORDS)
    assert looked.refused == ()
    told = [(one.about.what, one.about.circle, one.about.session) for one in looked.packages]
    expected = [("session", f"C0{circle}", number) for circle in range(1, 6) for number in (1, 2)]
    assert told[0] == ("program", "", 0)
    assert sorted(told[1:]) == sorted([*expected, ("session", "C02", 1)])


def test_progress_is_told_an_evening_at_a_time(shelf, tmp_path):
    heard = []
    play_sample(tmp_path, shelf, WORDS, lambda done, total: heard.append((done, total)))
    assert heard == [(done, 10) for done in range(1, 11)]


@pytest.fixture(scope="module")
def folders(packages, shelf, tmp_path_factory):
    """All evenings, on the desk of an organizer who got every package."""
    desk = Desk(DeskFile(tmp_path_factory.mktemp("organizer") / "all.desk"), ManualClock(NOON), RandomIds(7))
    take_in_all(desk, packages)
    folders = Folders(desk, shelf)
    yield [folders.session(entry.id) for entry in folders.entries()]
    desk.file.close()


def test_the_organizer_gets_every_evening_closed_with_notes_of_most_kinds(folders):
    assert len(folders) == 10
    for folder in folders:
        assert folder.live.phase is Phase.CLOSED
        assert 12 <= len(folder.notes) <= 18
        assert len({note.body.kind for note in folder.notes}) >= 6
        assert len(folder.actions) in (range(2, 6) if folder.session.number == 2 else range(1))
        assert all(action.body.who and action.body.first_step for action in folder.actions)


def test_two_words_for_one_note_are_left_for_a_person_to_choose(folders):
    clashing = [(folder.circle.code, folder.session.number) for folder in folders if folder.conflicts]
    assert clashing == [("C02", 1)]
    assert sum(folder.conflicts for folder in folders) == 1


def test_one_evening_begins_late_and_ends_late(folders):
    late = [
        folder.circle.code
        for folder in folders
        if folder.live.started - folder.session.start > 15 * MINUTE
        and folder.live.closed - folder.session.hard_end > 10 * MINUTE
    ]
    assert late == ["C04"]


def test_time_was_added_and_taken_and_the_clock_was_paused(folders):
    added = [sum(folder.live.added) // MINUTE for folder in folders]
    assert max(added) > 0 > min(added)
    assert any(sum(f.live.spent) < f.live.closed - f.live.started for f in folders)


def test_notes_stand_in_the_part_that_was_on_and_never_where_the_guide_says_notes_off(folders):
    for folder in folders:
        policies = {part.id: part.notes for part in folder.plan.parts}
        parts = [note.body.part for note in folder.notes]
        assert all(parts), "what is noted after the close is debrief, which stays"
        assert NotesPolicy.OFF not in {policies[part] for part in parts}


def test_a_circle_agrees_on_the_rules_of_the_guide_and_adds_its_own(folders):
    for folder in folders:
        rules = [rule.body.text for rule in folder.ground_rules]
        assert rules[: len(folder.guide.ground_rules)] == list(folder.guide.ground_rules)
        assert len(rules) > len(folder.guide.ground_rules)


def test_a_spanish_circle_uses_the_themes_of_the_program_and_one_of_its_own(folders):
    spanish = [folder for folder in folders if folder.circle.language == "es"]
    assert {folder.guide.language for folder in spanish} == {"es"}
    own = {theme.name for folder in spanish for theme in folder.themes.values()} - set(sample_script().themes)
    assert own == {"Miedo a llamar"}
    used = {
        name for folder in spanish for note in folder.notes for name in folder.theme_names(note.body.themes)
    }
    assert len(used - own) >= 6


def test_what_must_not_leave_is_in_no_package(folders):
    script = sample_script()
    kinds = [note.kind for evening in script.evenings for note in evening.notes]
    assert kinds.count(NoteKind.DEBRIEF) >= 2
    private = {
        note.text
        for evening in script.evenings
        for note in evening.notes
        if note.kind is NoteKind.DEBRIEF or (note.kind is NoteKind.QUOTE and note.consent != "yes")
    }
    assert len(private) >= 8
    assert private.isdisjoint(note.body.text for folder in folders for note in folder.notes)


def test_nobody_is_named():
    names = re.compile(rf"\b({'|'.join(FIRST_NAMES)})\b")
    for path in SCRIPT.glob("*.toml"):
        assert names.findall(path.read_text(encoding="utf-8")) == []


def test_both_laptops_of_one_session_end_alike(shelf, tmp_path):
    script = sample_script()
    only = replace(script, evenings=tuple(one for one in script.evenings if one.two_laptops))
    with ExitStack() as files:
        community = Community(only, shelf, WORDS, tmp_path / "between", files)
        community.set_up(tmp_path)
        written = community.hold(only.evenings[0], tmp_path)
        ends = []
        for seat in Seat:
            laptop = community.laptops["C02", seat]
            (entry,) = laptop.folders.entries()
            folder = laptop.folders.session(entry.id)
            records = {record.id: record for record in session_records(laptop.desk, folder)}
            ends.append(records)
    assert ends[0] == ends[1] and sum(record.in_conflict for record in ends[0].values()) == 1
    assert len(set(written)) == 2


def test_opening_the_sample_leaves_a_gap_a_clash_and_an_evening_to_come(desk, shelf):
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


def test_the_evening_to_come_is_tomorrow_when_seven_is_past(desk, shelf):
    desk.clock.advance(8 * 60 * MINUTE)
    import_sample(desk, shelf, WORDS)
    assert Folders(desk, shelf).entries()[-1].session.start == NOON + (24 + 7) * 60 * MINUTE


def test_opening_the_sample_twice_changes_nothing(desk, shelf):
    import_sample(desk, shelf, WORDS)
    before = everything(desk)
    assert import_sample(desk, shelf, WORDS) is None
    assert everything(desk) == before


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


def test_what_was_taken_in_beside_the_sample_stays_and_may_come_again(desk, shelf, packages, tmp_path):
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
    assert packages_in([tmp_path]) == []


def test_opening_the_sample_is_one_step_and_undo_takes_all_of_it_back(desk, shelf):
    before = everything(desk)
    import_sample(desk, shelf, WORDS)
    assert desk.can_undo() is Act.IMPORT
    desk.undo()
    assert everything(desk) == before and desk.can_undo() is None
