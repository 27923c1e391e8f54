"""Waits for the copies, and chooses the second place for them."""

from PySide6.QtWidgets import QApplication

from dialogue_desk.ui.copies.copies_section import CopiesSection


def idle(sitting, qtbot):
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not sitting._worker.busy())


def choose_stick(sitting, stick, qtbot):
    sitting.show_settings()
    section = QApplication.activeModalWidget().findChild(CopiesSection)
    section._set_folder(stick)
    idle(sitting, qtbot)
    return section
