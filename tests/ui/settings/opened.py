"""Opens the settings, and in them one of the sections."""

from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.settings.settings_page import SettingsPage
from tests.ui.seen import button_saying

COPIES = "Copies and erasing"


def open_settings(sitting, section=""):
    """Return the page of the settings, with ``section`` shown."""
    sitting.workspace.go(Route(PageName.SETTINGS))
    page = sitting.workspace.stack.currentWidget()
    assert isinstance(page, SettingsPage)
    if section:
        button_saying(page, section).click()
    return page
