"""A job that fails is told wherever it was started, and nobody waits for it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.document import Document
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.copies.copies_section import CopiesSection
from dialogue_desk.ui.erasing.erase_sheet import ErasedSheet, EraseSheet
from dialogue_desk.ui.importing.import_bar import ImportBar
from dialogue_desk.ui.tools.small_groups import save_sheet
from tests.ui.copies.waiting import idle
from tests.ui.program.conftest import filled, page, program, settled
from tests.ui.seen import button_saying, words_on
from tests.ui.sessions import held
from tests.ui.settings.opened import COPIES, open_settings
from tests.ui.sittings import laptop

__all__ = ["filled", "laptop", "page", "program", "settled"]


class Gate:
    """A job that holds up those behind it until it is opened."""

    def __init__(self, worker, receiver):
        self._event = threading.Event()
        worker.run(receiver, lambda _: self._event.wait(10), lambda _: None)

    def open(self):
        self._event.set()


@pytest.fixture
def away(desk, tmp_path):
    """Takes the desk file away, so that no job can read it, until the test puts it back."""
    paths = desk.file.path, tmp_path / "away.db"

    def take():
        paths[0].rename(paths[1])

    yield take
    if paths[1].exists():
        paths[1].rename(paths[0])


def test_a_program_that_cannot_be_read_is_not_waited_for(page, program, context, away, qtbot):
    away()
    with qtbot.captureExceptions() as told:
        page.show_program(program)
        qtbot.waitUntil(lambda: not context.worker.busy())
    assert told and not any("Bringing the circles together" in text for text in words_on(page))
    assert any("could not be read" in text for text in words_on(page))


def test_a_program_asked_for_while_reading_another_one_fails_is_read(
    page, program, desk, context, settled, qtbot
):
    other = desk.add(NO_OWNER, Program("Another", "", 1))
    with qtbot.captureExceptions():
        first = Gate(context.worker, page)
        page.show_program(program)
        second = Gate(context.worker, page)
        page.show_program(other)
        moved = desk.file.path.rename(desk.file.path.with_name("away.db"))
        first.open()
        qtbot.waitUntil(lambda: not page._reader._stale)
        moved.rename(desk.file.path)
        second.open()
        settled()
    assert page._reader.snapshot.picture.program.name == "Another"


def test_a_report_that_cannot_be_made_is_told_and_not_waited_for(filled, ask, tmp_path, settled, qtbot):
    ask.save = ask.folder = tmp_path / "no file has this name: \0.pdf"
    filled.open_section(filled.sections.report)
    with qtbot.captureExceptions() as told:
        filled.sections.report.save.click()
        settled()
    assert [kind for kind, _, _ in told] == [ValueError]
    assert (
        not filled.sections.report.saving._bar.isVisible()
        and not filled.sections.report.saving._status.text()
    )


def test_data_that_cannot_be_read_is_told_and_not_waited_for(filled, ask, tmp_path, settled, away, qtbot):
    ask.folder = tmp_path / "data"
    filled.open_section(filled.sections.report)
    away()
    with qtbot.captureExceptions() as told:
        filled.sections.report.data.click()
        settled()
    assert told and not filled.sections.report.saving._bar.isVisible()


def test_a_sheet_for_small_groups_that_cannot_be_saved_is_named(context, ask, tmp_path, qtbot):
    ask.save = tmp_path / "not there" / "groups.pdf"
    save_sheet(context, Document("Small groups", ()))
    qtbot.waitUntil(lambda: not context.worker.busy())
    assert context.toast.sentence().startswith("groups.pdf could not be saved.")


class Unlucky(type(Path())):
    """A path that takes all memory as soon as somebody looks at it."""

    def is_dir(self):
        raise MemoryError

    is_file = stat = iterdir = exists = open = is_dir


def test_packages_that_cannot_be_read_at_all_are_told_and_not_waited_for(desk, context, tmp_path, qtbot):
    bar = ImportBar(desk, context)
    qtbot.addWidget(bar)
    with qtbot.captureExceptions() as told:
        bar.import_paths([Unlucky(tmp_path / "x.dialogue")])
        qtbot.waitUntil(lambda: not context.worker.busy())
    assert told and bar.isHidden() and bar._stop is None


def test_copies_that_could_not_be_reached_are_named_after_an_erasure(laptop, tmp_path, qtbot):
    sitting = laptop.start()
    places = sitting.workspace.pages
    session_id = held(sitting.desk, places.shelf, places.folders)
    sitting.workspace.desk_actions.erase(session_id)
    sheet = next(one for one in QApplication.topLevelWidgets() if isinstance(one, EraseSheet))
    gate = Gate(sitting._worker, sheet)
    qtbot.mouseClick(button_saying(sheet, "Erase for good"), Qt.MouseButton.LeftButton)
    moved = laptop.paths.desk.rename(tmp_path / "away.db")
    gate.open()
    idle(sitting, qtbot)
    moved.rename(laptop.paths.desk)
    report = next(one for one in QApplication.topLevelWidgets() if isinstance(one, ErasedSheet))
    assert "Not erased yet" in words_on(report)
    assert any(text.startswith("“backups” could not be opened") for text in words_on(report))
    report.accept()


def test_a_second_place_that_cannot_be_written_is_refused_in_words(laptop, tmp_path, qtbot):
    sitting = laptop.start()
    open_settings(sitting, COPIES).findChild(CopiesSection)._set_folder(tmp_path / "gone")
    idle(sitting, qtbot)
    assert sitting.workspace.toast.sentence().startswith("Nothing can be saved in “gone”")
