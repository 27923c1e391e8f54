"""The preview of several files, as a person goes through it."""

from __future__ import annotations

from dialogue_desk.ui.importing.preview_sheet import PreviewSheet


def preview_of(window, qtbot):
    """Return the preview in front of a window, once it is there."""

    def there():
        return [sheet for sheet in window.findChildren(PreviewSheet) if sheet.isVisible()]

    qtbot.waitUntil(lambda: there() != [])
    return there()[0]


def open_all(window, qtbot):
    """Open all the files of the preview."""
    sheet = preview_of(window, qtbot)
    assert sheet.open_button.text().startswith("Open ")
    sheet.open_button.click()
