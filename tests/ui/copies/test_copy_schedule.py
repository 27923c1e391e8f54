"""Copies are made on their own, and when a person asks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.ids import MINUTE
from tests.ui.copies.waiting import choose_stick, idle
from tests.ui.seen import button_saying
from tests.ui.sittings import laptop

__all__ = ["laptop"]


DAY = 24 * 60 * MINUTE


def test_a_stick_that_comes_back_gets_its_copy_on_its_own(laptop, stick, qtbot, tmp_path):
    sitting = laptop.start()
    choose_stick(sitting, stick, qtbot)
    QApplication.activeModalWidget().accept()
    stick.rename(tmp_path / "away")
    sitting.desk.clock.advance(DAY)
    sitting._copies.run_due()
    idle(sitting, qtbot)
    assert sitting.workspace.toast.sentence().startswith("Today's copy was saved on this laptop")
    (tmp_path / "away").rename(stick)
    sitting._copies._on_timer()
    idle(sitting, qtbot)
    assert len(list(stick.iterdir())) == 2


def test_a_copy_is_made_when_a_person_asks_and_the_place_is_said(laptop, qtbot):
    sitting = laptop.start()
    sitting.show_settings()
    dialog = QApplication.activeModalWidget()
    qtbot.mouseClick(button_saying(dialog, "Make a copy now"), Qt.MouseButton.LeftButton)
    idle(sitting, qtbot)
    assert sitting.workspace.toast.sentence().startswith("There is a checked copy on this laptop.")
    dialog.accept()
