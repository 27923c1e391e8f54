"""Taking a program over in the window: its passphrase, what is in it, and a yes before anything happens."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.keyring import make_key
from dialogue_desk.desk.program.handover import ready_handover
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.exchange.age_files import sealed_by_passphrase
from dialogue_desk.ui.importing.import_bar import ImportBar
from dialogue_desk.ui.importing.take_over_sheet import TakeOverSheet
from dialogue_desk.words import Words
from tests.desk.evening import a_desk
from tests.ui.program.filled import fill


@pytest.fixture
def handed(tmp_path, shelf):
    """The file of another organizer, and the id of the program in it."""
    theirs = a_desk(tmp_path / "theirs" / "desk.db", 7)
    program = fill(theirs, shelf)
    theirs.rewrite(program, replace(theirs.get(program).body, seal_to=make_key(theirs)))
    ready = ready_handover(theirs, Folders(theirs, shelf), program, RandomIds(3))
    quick = replace(ready, seal=lambda data, passphrase: sealed_by_passphrase(data, passphrase.encode(), 4))
    file = tmp_path / "bridges.dialogue-handover"
    quick.write(file, "bench lamp river", Words(), lambda done, total: None)
    theirs.file.close()
    return file, program


@pytest.fixture
def opened(desk, context, window):
    """Open the sheet of a file."""

    def open_sheet(file):
        sheet = TakeOverSheet(desk, file, context, window)
        sheet.open()
        return sheet

    return open_sheet


@pytest.fixture
def sheet(opened, handed):
    return opened(handed[0])


def seen(widget):
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def type_passphrase(sheet, context, qtbot, text):
    sheet.box.setText(text)
    qtbot.keyClick(sheet.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not context.worker.busy(), timeout=30_000)


def test_nothing_happens_before_a_yes_and_then_all_of_it(sheet, handed, desk, context, qtbot):
    sheet.open_button.click()
    assert "Type the passphrase of the file." in sheet.field.error()
    type_passphrase(sheet, context, qtbot, "Bench lamp river")
    assert "does not open with that passphrase" in sheet.field.error()
    type_passphrase(sheet, context, qtbot, "bench lamp river")
    assert "5 circles" in seen(sheet) and "handed over by laptop" in seen(sheet)
    assert "With it goes the key that opens sealed packages." in seen(sheet)
    assert not list(desk.file.records.everything()) and not desk.file.keys.opening()
    assert sheet.focusWidget() is sheet.cancel_button and not sheet.open_button.isDefault()
    told = []
    sheet.taken.connect(told.append)
    sheet.open_button.click()
    assert told == [handed[1]] and isinstance(desk.get(handed[1]).body, Program)
    assert desk.file.keys.opening() and "1 entry has two versions" in context.toast.sentence()


def test_a_program_that_is_here_already_is_said_to_be(sheet, opened, handed, context, qtbot):
    type_passphrase(sheet, context, qtbot, "bench lamp river")
    sheet.open_button.click()
    again = opened(handed[0])
    type_passphrase(again, context, qtbot, "bench lamp river")
    again.open_button.click()
    assert "was here already, with everything in the file" in context.toast.sentence()


def test_half_a_file_and_another_file_say_so(opened, handed, desk, context, tmp_path, qtbot):
    half, letter = tmp_path / "half.dialogue-handover", tmp_path / "letter.dialogue-handover"
    half.write_bytes(handed[0].read_bytes()[:-50])
    letter.write_text("Dear all")
    for file, told in ((half, "was damaged on its way here"), (letter, "hands over no program")):
        sheet = opened(file)
        type_passphrase(sheet, context, qtbot, "bench lamp river")
        assert told in sheet.field.error() and sheet.open_button.isEnabled()
    assert not list(desk.file.records.everything())


def test_leaving_while_it_is_read_changes_nothing(sheet, desk, context, qtbot):
    sheet.box.setText("bench lamp river")
    sheet.open_button.click()
    sheet.reject()
    qtbot.waitUntil(lambda: not context.worker.busy(), timeout=30_000)
    assert not list(desk.file.records.everything()) and not desk.file.laptops.accepted()


def test_a_handover_file_that_is_opened_asks_for_its_passphrase(handed, desk, context, qtbot):
    bar = ImportBar(desk, context)
    qtbot.addWidget(bar)
    bar.open_paths((handed[0],))
    qtbot.waitUntil(lambda: bar.window().findChildren(TakeOverSheet) != [])
    (sheet,) = bar.window().findChildren(TakeOverSheet)
    assert "hands a whole program over" in seen(sheet)
    sheet.reject()
