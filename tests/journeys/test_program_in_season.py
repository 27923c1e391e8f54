"""A program is given out, changed in mid-season and given out again, while its circles meet."""

from dataclasses import replace

import pytest

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.packages import export_program, export_session
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.desk.program.program_draft import DraftCircle, DraftTheme, ProgramDraft
from dialogue_desk.desk.program.program_edits import (
    circles_of,
    program_draft_of,
    save_program,
    themes_of,
)
from dialogue_desk.desk.session.note_entry import EntryDefaults, add_entry
from dialogue_desk.domain.model.circles import Circle, Program, Round
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.overview.named_picture import named_in
from dialogue_desk.domain.overview.summary import summary_of
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.words import Words
from tests.desk.evening import GUIDE, a_desk, a_shelf, begun

WORDS = Words()
SPANISH = replace(GUIDE, language="es", text=GUIDE.text.replace("language: en", "language: es"))
DRAFT = ProgramDraft(
    Program(
        "Porch Lights",
        languages=("en", "es"),
        rounds=(Round("Spring", "2026-03-01", "2026-05-30", "evening"),),
        actors=("City council",),
        answers="City manager",
        answer_by="2026-09-01",
    ),
    (
        DraftCircle(None, Circle("C01", "Library", round=1)),
        DraftCircle(None, Circle("C02", "Mills", language="es", youth=True, round=1)),
    ),
    (
        DraftTheme(None, Theme("Being heard", names=(("es", "Ser escuchados"),))),
        DraftTheme(None, Theme("Calls at night", names=(("es", "Llamadas de noche"),))),
    ),
)


@pytest.fixture
def desks(tmp_path):
    desks = [a_desk(tmp_path / f"laptop {seed}" / "desk.db", seed) for seed in (1, 2)]
    yield desks
    for desk in desks:
        desk.file.close()


def opened(desk, *paths):
    return import_packages(desk, read_packages(paths, PackageReader(WORDS), WORDS), WORDS)


def folders_of(desk):
    return Folders(desk, a_shelf(desk.file.path.parent))


def write_down(desk, session, line):
    folder = folders_of(desk).session(session)
    return add_entry(desk, folder, line, EntryDefaults())


def handed_in(desk, session, to):
    return export_session(desk, folders_of(desk).session(session), to)


def test_the_program_file_carries_the_set_up_and_not_what_organizers_made(desks, tmp_path):
    organizer, facilitator = desks
    program = save_program(organizer, None, DRAFT)
    made = organizer.add(program, Theme("Lamps", starter=False))
    opened(facilitator, export_program(organizer, program, tmp_path))
    assert program_draft_of(facilitator, program) == program_draft_of(organizer, program)
    assert facilitator.get(made) is None


def test_a_newer_program_file_changes_the_set_up_and_leaves_what_the_circle_wrote(desks, tmp_path):
    organizer, facilitator = desks
    program = save_program(organizer, None, DRAFT)
    opened(facilitator, export_program(organizer, program, tmp_path / "one"))
    first, second = (one.id for one in circles_of(organizer, program))
    session = begun(facilitator, circle=None, circle_id=first)
    note = write_down(facilitator, session, "Nobody calls back #Being_heard")
    before_rename = handed_in(facilitator, session, tmp_path / "stick")
    written = facilitator.get(note)

    draft = program_draft_of(organizer, program)
    renamed = DraftCircle(first, replace(draft.circles[0].body, code="C11"))
    merged = DraftCircle(second, replace(draft.circles[1].body, into=first))
    heard = DraftTheme(draft.themes[0].id, replace(draft.themes[0].body, name="Feeling heard"))
    later = replace(draft.program, forum="2026-06-13")
    save_program(
        organizer,
        program,
        replace(draft, program=later, circles=(renamed, merged), themes=(heard, draft.themes[1])),
    )
    opened(facilitator, export_program(organizer, program, tmp_path / "two"))

    assert facilitator.get(program).body.forum == "2026-06-13"
    assert (facilitator.get(first).body.code, facilitator.get(first).body.formerly) == ("C11", ("C01",))
    assert facilitator.get(second).body.into == first
    folder = folders_of(facilitator).session(session)
    assert facilitator.get(note) == written and folder.theme_names(folder.notes[0].body.themes) == (
        "Feeling heard",
    )
    # A file that was handed in under the old code belongs to the same circle.
    opened(organizer, before_rename)
    row = folders_of(organizer).picture(program).rows[1]
    assert (row.code, row.formerly, row.sessions[0] is not None) == ("C11", ("C01",), True)


def test_one_undo_takes_a_change_in_mid_season_back(desks):
    organizer, _ = desks
    program = save_program(organizer, None, DRAFT)
    before = program_draft_of(organizer, program)
    circles = (before.circles[0], DraftCircle(None, Circle("C03", out_of=before.circles[0].id)))
    save_program(
        organizer, program, replace(before, program=replace(before.program, rounds=()), circles=circles)
    )
    assert len(circles_of(organizer, program)) == 2 and program_draft_of(organizer, program) != before
    organizer.undo()
    assert program_draft_of(organizer, program) == before


def test_a_spanish_circle_has_the_themes_in_spanish_and_both_languages_count_as_one(desks, tmp_path):
    organizer, facilitator = desks
    program = save_program(organizer, None, DRAFT)
    opened(facilitator, export_program(organizer, program, tmp_path))
    english, spanish = (one.id for one in circles_of(facilitator, program))
    heard = themes_of(facilitator, program)[0].id
    here = begun(facilitator, circle=None, circle_id=english)
    there = begun(facilitator, circle=None, circle_id=spanish)
    now = facilitator.get(there).body
    facilitator.put(SPANISH.id, "", SPANISH)
    facilitator.rewrite(there, replace(now, guides=(SPANISH.id,), languages=("es",)))

    write_down(facilitator, here, "Nobody calls back #ser_escuchados")
    write_down(facilitator, there, "Nadie contesta #Ser_escuchados")
    write_down(facilitator, there, "Por fin alguien contesta #being_heard")
    folder = folders_of(facilitator).session(there)
    assert [theme.name for theme in folder.themes.values()] == ["Ser escuchados", "Llamadas de noche"]
    assert {note.body.themes for note in folder.notes} == {(heard,)}
    assert [theme.name for theme in folders_of(facilitator).session(here).themes.values()] == [
        "Being heard",
        "Calls at night",
    ]

    for language, name in (("", "Ser escuchados"), ("es", "Ser escuchados"), ("en", "Being heard")):
        assert [theme.name for theme in summary_of(folder, language).talked_about] == [name]

    opened(organizer, handed_in(facilitator, here, tmp_path), handed_in(facilitator, there, tmp_path))
    picture = folders_of(organizer).picture(program)
    (counted,) = picture.themes
    assert (counted.name, counted.circles, counted.notes) == ("Being heard", ("C01", "C02"), 3)
    (counted,) = named_in(picture, "es").themes
    assert (counted.name, counted.circles) == ("Ser escuchados", ("C01", "C02"))


def test_a_theme_that_a_circle_made_under_the_other_name_before_counts_as_the_same(desks):
    organizer, _ = desks
    draft = replace(DRAFT, themes=(DraftTheme(None, Theme("Being heard")),))
    program = save_program(organizer, None, draft)
    english, spanish = (one.id for one in circles_of(organizer, program))
    here, there = (begun(organizer, circle=None, circle_id=one) for one in (english, spanish))
    write_down(organizer, here, "Nobody calls back #Being_heard")
    write_down(organizer, there, "Nadie contesta #Ser_escuchados")
    assert len(folders_of(organizer).picture(program).themes) == 2
    draft = program_draft_of(organizer, program)
    named = DraftTheme(draft.themes[0].id, replace(draft.themes[0].body, names=(("es", "Ser escuchados"),)))
    save_program(organizer, program, replace(draft, themes=(named,)))
    (counted,) = folders_of(organizer).picture(program).themes
    assert counted.circles == ("C01", "C02")
    assert counted.also_written == ()
