"""Waits for the copies, and chooses the second place for them."""

from PySide6.QtWidgets import QApplication

from dialogue_desk.ui.copies.copies_section import CopiesSection
from tests.ui.settings.opened import COPIES, open_settings


def idle(sitting, qtbot):
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not sitting._worker.busy())


def choose_stick(sitting, stick, qtbot):
    section = open_settings(sitting, COPIES).findChild(CopiesSection)
    section._set_folder(stick)
    idle(sitting, qtbot)
    return section
