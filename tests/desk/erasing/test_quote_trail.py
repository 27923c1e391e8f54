"""What was written of a quote before it was taken back is named, as far as the desk knows."""

from pathlib import Path

from dialogue_desk.desk.erasing.erase import erase_preview
from dialogue_desk.desk.erasing.quote_trail import files_with, trail_sentence
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.data_files import remember_data, write_data
from dialogue_desk.desk.leaving.packages import export_program, export_session
from dialogue_desk.desk.program.program_draft import DraftCircle, ProgramDraft
from dialogue_desk.desk.program.program_edits import circles_of, save_program
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import HOUR
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.words import Words
from tests.desk.evening import a_desk, a_shelf, begun, note


def test_files_that_were_written_after_a_quote_may_have_it_and_earlier_ones_do_not(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    session = begun(desk)
    folders = Folders(desk, a_shelf(tmp_path))
    before = export_session(desk, folders.session(session), tmp_path / "before")
    desk.clock.advance(HOUR)
    quote = desk.add(session, note("I call my son", NoteKind.QUOTE))
    desk.clock.advance(HOUR)
    after = export_session(desk, folders.session(session), tmp_path / "after")
    assert files_with(desk, quote) == (after,) == erase_preview(desk, quote).saved
    assert before not in files_with(desk, quote)
    desk.file.close()


def test_the_programs_own_file_has_no_quote_in_it(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    draft = ProgramDraft(Program("Porch Lights"), circles=(DraftCircle(None, Circle("C01", "Library")),))
    program = save_program(desk, None, draft)
    (circle,) = circles_of(desk, program)
    session = begun(desk, circle_id=circle.id)
    quote = desk.add(session, note("I call my son", NoteKind.QUOTE))
    desk.clock.advance(HOUR)
    export_program(desk, program, tmp_path / "out")
    assert files_with(desk, quote) == ()
    desk.file.close()


def test_data_for_other_tools_have_the_quotes_of_every_program(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    quotes = []
    for name in ("Porch Lights", "Bridges"):
        draft = ProgramDraft(Program(name), circles=(DraftCircle(None, Circle("C01", "Library")),))
        (circle,) = circles_of(desk, save_program(desk, None, draft))
        session = begun(desk, circle_id=circle.id)
        quotes.append(desk.add(session, note("I call my son", NoteKind.QUOTE)))
    desk.clock.advance(HOUR)
    write_data(desk, Folders(desk, a_shelf(tmp_path)), tmp_path / "data")
    remember_data(desk, tmp_path / "data")
    assert [files_with(desk, quote) for quote in quotes] == [(tmp_path / "data",)] * 2
    desk.file.close()


def test_many_files_are_named_in_part_and_counted():
    files = [Path(f"out/{number}.pdf") for number in range(9)]
    said = trail_sentence(files, Words())
    assert "5.pdf" in said and "6.pdf" not in said and "3 more" in said
    assert "8.pdf" in trail_sentence(files, Words(), most=9) and "more" not in trail_sentence(
        files, Words(), 9
    )
    assert "Saved from here" not in trail_sentence((), Words())
