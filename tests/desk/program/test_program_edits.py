"""A program, its circles and its starter themes are written together, and taken back together."""

from dataclasses import replace

import pytest

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.packages import export_program
from dialogue_desk.desk.program.program_draft import DraftCategory, DraftCircle, DraftTheme, ProgramDraft
from dialogue_desk.desk.program.program_edits import (
    categories_of,
    circles_of,
    new_program_draft,
    program_draft_of,
    save_program,
    themes_of,
)
from dialogue_desk.domain.model.circles import Circle, Program, Round, Session
from dialogue_desk.domain.model.notes import Note, NoteKind, Theme
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.storage.desk_file import DeskFile
from tools.manual_clock import ManualClock

DRAFT = ProgramDraft(
    Program(
        "Safety Together",
        "SAFE",
        2,
        ("en", "es"),
        smallest_total=12,
        rounds=(Round("Spring", "2027-03-01", "2027-05-30", "safety-together"),),
        actors=("City council", "School board"),
        organizer="Alder Bend Library",
        answers="City manager",
        answer_by="2027-09-01",
        forum="2027-06-12",
    ),
    (
        DraftCircle(None, Circle("C01", "Library", about="tenants", youth=True, round=1)),
        DraftCircle(None, Circle("C02", "Mills", language="es", affinity="women")),
    ),
    (
        DraftTheme(None, Theme("Being heard", names=(("es", "Ser escuchado"),))),
        DraftTheme(None, Theme("Calls at night")),
    ),
    (
        DraftCategory(None, "Age", ("under 30", "30 and over")),
        DraftCategory(None, "Here before", ("yes", "no")),
    ),
)


@pytest.fixture
def desk(tmp_path):
    desk = Desk(DeskFile(tmp_path / "desk.db"), ManualClock(1_000_000), RandomIds(1))
    yield desk
    desk.file.close()


def plain(draft):
    return replace(
        draft,
        circles=tuple(DraftCircle(None, replace(one.body, program=None)) for one in draft.circles),
        themes=tuple(replace(theme, id=None) for theme in draft.themes),
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
    typed = (DraftTheme(None, Theme("being Heard")), DraftTheme(None, Theme("Lights")))
    save_program(desk, program, replace(program_draft_of(desk, program), themes=typed))
    themes = themes_of(desk, program)
    assert [theme.body.name for theme in themes] == ["being Heard", "Lights"] and themes[0].id == first.id
    assert themes[0].body.called("es") == "Ser escuchado"


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
    program = save_program(desk, None, ProgramDraft(Program("Alder"), (DraftCircle(None, Circle("C01")),)))
    circle = circles_of(desk, program)[0].id
    desk.rewrite(circle, replace(desk.get(circle).body, keep_until="2027-01-31"))
    draft = program_draft_of(desk, program)
    save_program(desk, program, replace(draft, program=replace(draft.program, keep_until="2027-06-30")))
    assert program_draft_of(desk, program).program.keep_until == "2027-06-30"
    assert desk.get(circle).body.keep_until == "2027-01-31"


def test_circles_without_a_program_come_into_a_new_one_with_their_sessions(desk):
    kept = Circle("C01", "Library", keep_until="2027-06-30")
    circle = desk.add(NO_OWNER, kept)
    session = desk.add(circle, Session(3, "s1", (), 0, 1, 9))
    draft = new_program_draft(desk, "es")
    assert (draft.program.sessions, draft.program.languages) == (3, ("en",))
    program = save_program(desk, None, replace(draft, program=replace(draft.program, name="Neighbors")))
    assert [(one.id, one.body) for one in circles_of(desk, program)] == [
        (circle, replace(kept, program=program))
    ]
    assert desk.get(session).owner == circle and circles_of(desk, None) == []
    desk.undo()
    assert desk.get(circle).body == kept


def test_a_new_program_begins_with_one_circle_where_there_is_none(desk):
    assert new_program_draft(desk, "es").circles == (DraftCircle(None, Circle("C01", language="es")),)


def with_circle(draft, place, **changes):
    circles = list(draft.circles)
    circles[place] = replace(circles[place], body=replace(circles[place].body, **changes))
    return replace(draft, circles=tuple(circles))


def test_a_circle_that_has_met_keeps_its_earlier_code_when_it_is_renamed(desk):
    program = save_program(desk, None, DRAFT)
    met = circles_of(desk, program)[0].id
    desk.add(met, Session(1, "s1", (), 0, 60_000, 9))
    draft = program_draft_of(desk, program)
    save_program(desk, program, with_circle(with_circle(draft, 0, code="C11"), 1, code="C12"))
    first, second = circles_of(desk, program)
    assert (first.body.code, first.body.formerly) == ("C11", ("C01",))
    assert (second.body.code, second.body.formerly) == ("C12", ())
    save_program(desk, program, with_circle(program_draft_of(desk, program), 0, code="c01"))
    assert circles_of(desk, program)[0].body.formerly == ("C11",)
    desk.undo()
    assert circles_of(desk, program)[0].body.code == "C11"


def test_once_the_program_file_has_left_every_code_is_remembered(desk, tmp_path):
    program = save_program(desk, None, DRAFT)
    export_program(desk, program, tmp_path)
    save_program(desk, program, with_circle(program_draft_of(desk, program), 1, code="C12"))
    assert circles_of(desk, program)[1].body.formerly == ("C02",)


def test_a_circle_goes_on_with_another_until_that_one_is_removed(desk):
    program = save_program(desk, None, DRAFT)
    first, second = circles_of(desk, program)
    desk.add(second.id, Session(1, "s1", (), 0, 60_000, 9))
    save_program(desk, program, with_circle(program_draft_of(desk, program), 1, into=first.id))
    assert desk.get(second.id).body.into == first.id
    draft = program_draft_of(desk, program)
    save_program(desk, program, replace(draft, circles=draft.circles[1:]))
    assert desk.get(first.id).body is None and desk.get(second.id).body.into is None


def test_what_came_while_the_form_was_open_stays(desk):
    program = save_program(desk, None, DRAFT)
    shown = program_draft_of(desk, program)
    first = shown.circles[0]
    desk.rewrite(first.id, replace(first.body, place="Annex"))
    late = desk.add(NO_OWNER, Circle("C03", program=program))
    desk.rewrite(program, replace(shown.program, seal_to="age1"))
    draft = replace(with_circle(shown, 0, youth=False), program=replace(shown.program, forum="2027-07-01"))
    save_program(desk, program, draft, shown)
    assert desk.get(first.id).body == replace(first.body, place="Annex", youth=False)
    assert desk.get(late).body.program == program
    body = desk.get(program).body
    assert (body.seal_to, body.forum) == ("age1", "2027-07-01")


def test_a_theme_that_notes_are_under_stays_when_it_is_taken_off_the_list(desk):
    program = save_program(desk, None, DRAFT)
    heard, calls = themes_of(desk, program)
    session = desk.add(circles_of(desk, program)[0].id, Session(1, "s1", (), 0, 60_000, 9))
    desk.add(session, Note(NoteKind.HOPE, "later", themes=(heard.id,)))
    save_program(desk, program, replace(program_draft_of(desk, program), themes=()))
    assert [theme.id for theme in themes_of(desk, program)] == [heard.id]
    assert desk.get(calls.id).body is None


def test_themes_that_organizers_made_are_no_starter_themes_until_they_are_typed(desk):
    program = save_program(desk, None, DRAFT)
    made = desk.add(program, Theme("Lights", starter=False, color=3))
    draft = program_draft_of(desk, program)
    assert made not in [theme.id for theme in draft.themes]
    save_program(desk, program, draft)
    assert desk.get(made).body == Theme("Lights", starter=False, color=3)
    save_program(desk, program, replace(draft, themes=(*draft.themes, DraftTheme(None, Theme("lights")))))
    assert desk.get(made).body == Theme("lights", color=3)
