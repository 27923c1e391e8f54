"""The sample community is played the same every time, and fit to be shown."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace

import pytest

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.packages import session_records
from dialogue_desk.desk.program.imports import read_packages
from dialogue_desk.domain.model.guide import NotesPolicy
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.storage.desk_file import DeskFile
from tests.desk.program.test_sample import NOON, WORDS, packages, shelf, take_in_all
from tools.manual_clock import ManualClock
from tools.sample import play_sample, sample_script
from tools.sample.community import Community
from tools.sample.script_files import Seat

__all__ = ["packages", "shelf"]


def test_playing_again_writes_the_same_packages(packages, shelf, tmp_path):
    again = play_sample(tmp_path, shelf, WORDS)
    assert [path.name for path in again] == [path.name for path in packages]
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in packages]


def test_the_program_each_session_and_the_work_have_a_package_and_two_where_two_laptops_sat(packages):
    looked = read_packages(packages, PackageReader(WORDS), WORDS)
    assert looked.refused == ()
    told = [(one.about.what, one.about.circle, one.about.session) for one in looked.packages]
    expected = [("session", f"C0{circle}", number) for circle in range(1, 6) for number in (1, 2)]
    assert told[0] == ("program", "", 0)
    assert told[-1] == ("organizers' work", "", 0)
    assert sorted(told[1:-1]) == sorted([*expected, ("session", "C02", 1)])


def test_progress_is_told_a_session_at_a_time(shelf, tmp_path):
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


def test_the_organizer_gets_every_session_closed_with_notes_of_most_kinds(folders):
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


def test_one_session_begins_late_and_ends_late(folders):
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


def test_notes_are_in_the_part_that_was_on_and_never_where_the_guide_says_notes_off(folders):
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
