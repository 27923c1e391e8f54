"""Handing a program over in the window: a passphrase, a place, and nothing half there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.program.handover import ready_handover
from dialogue_desk.exchange.age_files import sealed_by_passphrase
from dialogue_desk.exchange.handover_file import read_handover
from dialogue_desk.ui.program.hand_over_sheet import HandOverSheet
from dialogue_desk.words import Words
from tests.ui.program.filled import fill


def quickly_sealed(data, passphrase):
    return sealed_by_passphrase(data, passphrase.encode(), 4)


@pytest.fixture
def ready(desk, folders, shelf):
    return replace(ready_handover(desk, folders, fill(desk, shelf), RandomIds(3)), seal=quickly_sealed)


@pytest.fixture
def sheet(desk, ready, context, window):
    sheet = HandOverSheet(desk, ready, context, window)
    sheet.open()
    return sheet


@pytest.fixture
def idle(context, qtbot):
    """Wait until what is done aside is done, and return what was said then."""

    def wait():
        qtbot.waitUntil(lambda: not context.worker.busy(), timeout=30_000)
        return context.toast.sentence()

    return wait


def saved_from(desk, ready):
    """The files that erasing would tell of."""
    return [one.path for one in desk.file.exports.of(ready.program)]


def seen(widget):
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def typed(sheet, text="bench lamp river"):
    sheet.passphrase.first.setText(text)
    sheet.passphrase.again.setText(text)


def test_it_says_what_goes_and_saves_a_file_that_opens(sheet, ready, desk, ask, tmp_path, idle):
    assert "5 circles" in seen(sheet) and "There is no key in it" in seen(sheet)
    sheet.save_button.click()
    assert "Type a passphrase" in seen(sheet) and not ask.asked
    typed(sheet)
    ask.save = tmp_path / "bridges.dialogue-handover"
    sheet.save_button.click()
    assert "was opened again on an empty desk and has everything" in idle()
    assert read_handover(ask.save, "bench lamp river", Words()).records
    assert len(desk.file.laptops.accepted()) == 1
    assert saved_from(desk, ready) == [ask.save]


def test_a_place_that_is_gone_is_said_and_another_one_works(sheet, ready, desk, ask, tmp_path, idle):
    typed(sheet)
    ask.save = tmp_path / "gone" / "bridges.dialogue-handover"
    sheet.save_button.click()
    idle()
    assert "could not be saved and opened again" in seen(sheet) and sheet.save_button.isEnabled()
    assert not desk.file.laptops.accepted() and saved_from(desk, ready) == []
    ask.save = tmp_path / "bridges.dialogue-handover"
    sheet.save_button.click()
    idle()
    assert ask.save.exists()


def test_leaving_in_the_middle_leaves_no_file_and_trusts_nobody(sheet, ready, desk, ask, tmp_path, idle):
    typed(sheet)
    folder = tmp_path / "stick"
    folder.mkdir()
    ask.save = folder / "bridges.dialogue-handover"
    sheet.save_button.click()
    assert sheet.leave_button.text() == "Stop" and not sheet.save_button.isEnabled()
    sheet.leave_button.click()
    assert idle() == "Stopped. No file was saved."
    assert not list(folder.iterdir()) and not desk.file.laptops.accepted()
    assert saved_from(desk, ready) == []
