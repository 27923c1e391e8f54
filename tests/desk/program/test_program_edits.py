"""A program, its circles and its starter themes are written together, and taken back together."""

from dataclasses import replace

import pytest

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.program.program_edits import (
    DraftCategory,
    DraftCircle,
    ProgramDraft,
    categories_of,
    circles_of,
    new_program_draft,
    program_draft_of,
    save_program,
    themes_of,
)
from dialogue_desk.domain.model.circles import Circle, Session
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.storage.desk_file import DeskFile
from tools.manual_clock import ManualClock

DRAFT = ProgramDraft(
    "Safety Together",
    "SAFE",
    2,
    ("en", "es"),
    (DraftCircle(None, "C01", "Library", "en"), DraftCircle(None, "C02", "Mills", "es")),
    ("Being heard", "Calls at night"),
    (
        DraftCategory(None, "Age", ("under 30", "30 and over")),
        DraftCategory(None, "Here before", ("yes", "no")),
    ),
    smallest_total=12,
)


@pytest.fixture
def desk(tmp_path):
    desk = Desk(DeskFile(tmp_path / "desk.db"), ManualClock(1_000_000), RandomIds(1))
    yield desk
    desk.file.close()


def plain(draft):
    return replace(
        draft,
        circles=tuple(replace(circle, id=None) for circle in draft.circles),
        categories=tuple(replace(category, id=None) for category in draft.categories),
    )


def test_what_is_saved_is_what_the_form_shows_again(desk):
    program = save_program(desk, None, DRAFT)
    assert plain(program_draft_of(desk, program)) == DRAFT


def test_saving_what_was_not_changed_writes_nothing(desk):
    program = save_program(desk, None, DRAFT)
    before = list(desk.file.records.everything())
    save_program(desk, program, program_draft_of(desk, program))
    assert list(desk.file.records.everything()) == before


def test_one_undo_takes_the_whole_program_back(desk):
    program = save_program(desk, None, DRAFT)
    desk.undo()
    assert all(record.body is None for record in desk.file.records.everything())
    with pytest.raises(KeyError):
        program_draft_of(desk, program)


def test_a_theme_whose_name_stays_keeps_its_record(desk):
    program = save_program(desk, None, DRAFT)
    (first, _) = themes_of(desk, program)
    save_program(desk, program, replace(program_draft_of(desk, program), themes=("being Heard", "Lights")))
    themes = themes_of(desk, program)
    assert [theme.body.name for theme in themes] == ["being Heard", "Lights"] and themes[0].id == first.id


def test_a_circle_that_has_met_leaves_the_program_and_stays_on_the_laptop(desk):
    program = save_program(desk, None, DRAFT)
    met, new = circles_of(desk, program)
    session = Session(1, "s1", (), 0, 60_000, 9)
    desk.add(met.id, session)
    save_program(desk, program, replace(program_draft_of(desk, program), circles=()))
    assert circles_of(desk, program) == []
    assert desk.get(met.id).body.program is None and desk.get(new.id).body is None


def test_a_look_from_aside_sees_the_desk_as_it_was_and_writes_nothing(desk):
    program = save_program(desk, None, DRAFT)
    with desk.snapshot() as there:
        desk.add(program, Note(NoteKind.HOPE, "later"))
        assert len(list(there.file.records.everything())) == 7
        assert len(list(desk.file.records.everything())) == 8
        assert there.device == desk.device


def test_a_question_of_the_tally_sheet_keeps_its_record_and_what_is_left_out_goes(desk):
    program = save_program(desk, None, DRAFT)
    (age, before) = categories_of(desk, program)
    draft = program_draft_of(desk, program)
    renamed = replace(draft.categories[1], name="First time")
    save_program(
        desk, program, replace(draft, categories=(renamed, DraftCategory(None, "Gender", ("a", "b"))))
    )
    (first, second) = categories_of(desk, program)
    assert first.id == before.id and first.body.name == "First time"
    assert second.body.name == "Gender" and age.id not in (first.id, second.id)
    desk.undo()
    assert [one.body.name for one in categories_of(desk, program)] == ["Age", "Here before"]


def test_saving_a_program_keeps_until_when_it_and_its_circles_are_kept(desk):
    program = save_program(
        desk, None, ProgramDraft("Alder", circles=(DraftCircle(None, "C01", "Hall", "en"),))
    )
    circle = circles_of(desk, program)[0].id
    desk.rewrite(circle, replace(desk.get(circle).body, keep_until="2027-01-31"))
    draft = replace(program_draft_of(desk, program), keep_until="2027-06-30")
    save_program(desk, program, draft)
    assert program_draft_of(desk, program).keep_until == "2027-06-30"
    assert desk.get(circle).body.keep_until == "2027-01-31"


def test_circles_without_a_program_come_into_a_new_one_with_their_sessions(desk):
    kept = Circle("C01", "Library", keep_until="2027-06-30")
    circle = desk.add(NO_OWNER, kept)
    session = desk.add(circle, Session(3, "s1", (), 0, 1, 9))
    draft = new_program_draft(desk, "es")
    assert (draft.sessions, draft.languages) == (3, ("en",))
    program = save_program(desk, None, replace(draft, name="Neighbors"))
    assert [(one.id, one.body) for one in circles_of(desk, program)] == [
        (circle, replace(kept, program=program))
    ]
    assert desk.get(session).owner == circle and circles_of(desk, None) == []
    desk.undo()
    assert desk.get(circle).body == kept


def test_a_new_program_begins_with_one_circle_where_there_is_none(desk):
    assert new_program_draft(desk, "es").circles == (DraftCircle(None, "C01", "", "es"),)
