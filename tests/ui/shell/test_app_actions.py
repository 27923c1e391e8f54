"""The app itself, reached from the settings and from a message about an error."""

import pytest
from PySide6.QtWidgets import QDialog, QLabel

from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.ui.settings.licences_sheet import LicencesSheet
from dialogue_desk.ui.settings.problem_sheet import ProblemSheet
from dialogue_desk.ui.shell.app_actions import tell_about
from dialogue_desk.ui.shell.desk_error_page import TroublePage
from dialogue_desk.ui.updating.update_sheet import UpdateSheet
from tests.ui.seen import button_saying
from tests.ui.settings.opened import open_settings
from tests.ui.sittings import laptop

__all__ = ["laptop"]


def shown(sitting, cls):
    return [sheet for sheet in sitting.window.findChildren(QDialog) if isinstance(sheet, cls)]


def test_the_settings_lead_to_the_licences_and_to_the_report(laptop, qtbot):
    sitting = laptop.start()
    page = open_settings(sitting, "This app")
    button_saying(page, "Licenses …").click()
    (licences,) = shown(sitting, LicencesSheet)
    licences.reject()
    button_saying(page, "Report a problem …").click()
    (report,) = shown(sitting, ProblemSheet)
    qtbot.waitUntil(report.save.isEnabled)
    assert "It is whole." in report.text.toPlainText()


def test_an_error_that_nobody_expected_offers_the_report(laptop, qtbot):
    sitting = laptop.start()
    sitting.show_error(ValueError("a note"))
    button_saying(sitting.workspace.toast, "Report the problem").click()
    (report,) = shown(sitting, ProblemSheet)
    qtbot.waitUntil(report.save.isEnabled)
    assert "a note" not in report.text.toPlainText()


def test_trouble_with_the_disk_is_no_fault_of_the_app_and_offers_no_report(laptop):
    sitting = laptop.start()
    sitting.show_error(DeskTrouble(Trouble.FULL, laptop.paths.desk))
    with pytest.raises(AssertionError):
        button_saying(sitting.workspace.toast, "Report the problem")


def test_a_desk_that_cannot_be_opened_can_be_reported(laptop, qtbot):
    laptop.paths.desk.write_bytes(b"no desk " * 100)
    sitting = laptop.start()
    page = sitting.window.centralWidget()
    assert isinstance(page, TroublePage)
    button_saying(page, "Report the problem").click()
    (report,) = shown(sitting, ProblemSheet)
    qtbot.waitUntil(report.save.isEnabled)
    assert "It cannot be read (foreign)." in report.text.toPlainText()


def test_about_in_a_menu_leads_to_the_section_about_the_app(laptop):
    sitting = laptop.start()
    tell_about(sitting.workspace)
    place = button_saying(sitting.workspace, "This app")
    assert place.isChecked() and place.hasFocus()
    assert button_saying(sitting.workspace, "Licenses …").isVisible()


def test_the_settings_lead_to_giving_the_app_away_and_tell_of_updates(laptop, monkeypatch):
    sitting = laptop.start()
    given = []
    monkeypatch.setattr(type(sitting.workspace.desk_actions), "give", lambda _: given.append(True))
    page = open_settings(sitting, "This app")
    assert any(label.text() == "Updates" for label in page.findChildren(QLabel))
    button_saying(page, "Give this app to another facilitator …").click()
    assert given == [True]


def test_an_update_that_is_opened_is_asked_about(laptop, tmp_path):
    sitting = laptop.start()
    update = tmp_path / "dialogue-desk-0.2.0-linux-x86_64.update"
    update.write_bytes(b"no update")
    sitting.workspace.import_bar.update_given.emit(update)
    (sheet,) = shown(sitting, UpdateSheet)
    assert sheet.isVisible()
