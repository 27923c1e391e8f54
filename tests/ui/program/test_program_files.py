"""What a program hands on: the program file, and before it the key that is nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.leaving.keyring import key_is_saved, make_key
from dialogue_desk.ui.program.arrival_text import OLDER_FILE, UNSAVED_KEY
from dialogue_desk.ui.program.hand_over_sheet import HandOverSheet
from dialogue_desk.ui.setup.key_sheets import SaveKeySheet


@pytest.fixture
def sealed(page, desk, program, settled):
    """A page of a program whose key was made and never saved."""
    record = desk.get(program)
    desk.rewrite(program, replace(record.body, seal_to=make_key(desk)))
    page.show_program(program)
    settled()
    return page


def asks_to_save(page):
    return UNSAVED_KEY in [row.id for row in page.sections.overview.side.waiting.rows()]


def open_sheet(page):
    return [one for one in page.window().findChildren(SaveKeySheet) if one.isVisible()]


def test_a_key_that_was_never_saved_waits_on_the_overview_until_it_is(
    sealed, desk, ask, context, tmp_path, qtbot
):
    assert asks_to_save(sealed)
    assert sealed.sections.overview.side.waiting.isVisible()
    sealed.sections.overview.side.waiting.opened.emit(UNSAVED_KEY)
    (sheet,) = open_sheet(sealed)
    ask.save = tmp_path / "sheet.pdf"
    sheet.paper_button.click()
    qtbot.waitUntil(lambda: not context.worker.busy(), timeout=30_000)
    assert not asks_to_save(sealed)


def test_a_new_key_opens_it_again(sealed, desk, program, settled):
    key_is_saved(desk, desk.get(program).body.seal_to)
    record = desk.get(program)
    desk.rewrite(program, replace(record.body, seal_to=make_key(desk)))
    settled()
    assert asks_to_save(sealed)


def test_a_program_without_a_key_has_nothing_to_save(filled):
    assert not asks_to_save(filled)


def test_the_program_file_asks_first_and_can_leave_anyway(sealed, ask, tmp_path):
    ask.folder = tmp_path
    sealed._bar.file.click()
    assert ask.asked == ["Save your key first?"] and not list(tmp_path.glob("*.dialogue"))
    ask.answer = "save"
    sealed._bar.file.click()
    QApplication.processEvents()
    (sheet,) = open_sheet(sealed)
    sheet.reject()
    assert not list(tmp_path.glob("*.dialogue"))
    ask.answer = "anyway"
    sealed._bar.file.click()
    assert len(list(tmp_path.glob("*.dialogue"))) == 1


def test_a_saved_key_is_not_asked_about(sealed, desk, program, ask, tmp_path):
    key_is_saved(desk, desk.get(program).body.seal_to)
    ask.folder = tmp_path
    sealed._bar.file.click()
    assert ask.asked == ["Choose a folder for the program file"]


def test_a_changed_program_says_that_facilitators_have_the_older_file(
    filled, desk, program, ask, tmp_path, settled
):
    def waits():
        return OLDER_FILE in [row.id for row in filled.sections.overview.side.waiting.rows()]

    def change(name):
        desk.rewrite(program, replace(desk.get(program).body, name=name))
        filled.sections.form.saved.emit(program)
        settled()
        return filled._context.toast.sentence()

    ask.folder = tmp_path
    older = "Facilitators work with the older file until you make it again"
    assert older not in change("Changed before anybody has it") and not waits()
    filled._bar.file.click()
    (first,) = tmp_path.glob("*.dialogue")
    assert "It replaces" not in filled._context.toast.sentence()
    assert older in change("Changed after it") and waits()
    filled.sections.overview.side.waiting.opened.emit(OLDER_FILE)
    assert f"It replaces {first.name} there." in filled._context.toast.sentence() and not first.exists()
    assert not waits()


def test_what_organizers_made_is_written_into_a_folder_or_the_trouble_is_said(filled, ask, context, tmp_path):
    ask.folder = tmp_path / "stick"
    filled._files._ask_for_work()
    (file,) = (tmp_path / "stick").iterdir()
    assert file.name.endswith(".dialogue") and "-work-" in file.name
    assert "The other organizer opens it" in context.toast.sentence()
    (tmp_path / "file").write_text("")
    ask.folder = tmp_path / "file" / "below"
    filled._files._ask_for_work()
    assert "The organizers' work could not be saved" in context.toast.sentence()


def test_a_program_is_gathered_aside_and_its_sheet_opens(filled, context, qtbot):
    filled._files.hand_over()
    qtbot.waitUntil(lambda: not context.worker.busy(), timeout=30_000)
    QApplication.processEvents()
    (sheet,) = [one for one in filled.window().findChildren(HandOverSheet) if one.isVisible()]
    sheet.reject()
