import pytest
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.leaving.problem_report import ProblemSource
from dialogue_desk.desk.paths import Paths
from dialogue_desk.installation import Form, Installation
from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.core.worker import Worker
from dialogue_desk.ui.settings.problem_sheet import ProblemSheet
from dialogue_desk.words import Words


@pytest.fixture
def worker(qapp):
    worker = Worker(print)
    yield worker
    worker.close()


@pytest.fixture
def sheet(theme, qtbot, tmp_path, ask, worker):
    window = QWidget()
    qtbot.addWidget(window)
    paths = Paths(tmp_path / "desk.db", tmp_path / "settings.toml", tmp_path / "log.txt")
    here = Installation(Form.SOURCE, tmp_path, "linux-x86_64")
    source = ProblemSource(here, paths, Settings(), (("Qt", "6.11.3"),), tmp_path)
    sheet = ProblemSheet(source, theme, Words(), ask, worker, window)
    qtbot.waitUntil(sheet.save.isEnabled)
    yield sheet
    window.close()


def test_the_whole_report_is_shown_before_it_is_saved(sheet):
    told = sheet.text.toPlainText()
    assert "Qt: 6.11.3" in told
    assert "There is no desk file yet." in told
    assert sheet.text.isReadOnly() and sheet.text.accessibleName()


def test_what_is_saved_is_what_was_shown(sheet, ask, tmp_path):
    ask.save = tmp_path / "to send.txt"
    sheet.save.click()
    assert (tmp_path / "to send.txt").read_text(encoding="utf-8") == sheet.text.toPlainText()
    assert "to send.txt" in sheet.said.text()


def test_a_report_that_cannot_be_saved_says_so_and_can_be_saved_elsewhere(sheet, ask, tmp_path):
    ask.save = tmp_path / "gone" / "a.txt"
    sheet.save.click()
    assert "could not be saved" in sheet.said.text()
    assert sheet.save.isEnabled()
