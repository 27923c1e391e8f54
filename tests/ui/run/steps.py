"""What the tests of the run screen press and read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.ui.widgets.button import Weight


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def live(page):
    return page._controller.live


def go_on(page, clock, minutes):
    clock.advance(minutes * MINUTE)
    page._controller.tick()
    page.card.next_button.click()


def given(page):
    """Return the minutes of each part to come, by its id, as the page's session has them."""
    ahead = live(page).remaining_plan
    return {part: time // MINUTE for part, time in zip(ahead.parts, ahead.given, strict=True)}


def rows(page):
    return {row.id: (row.before, row.after, row.says) for row in page.planning.sheet.table.rows()}


def primaries(page):
    return [
        button.text()
        for button in page.findChildren(QAbstractButton)
        if button.isVisible() and getattr(button, "weight", None) is Weight.PRIMARY
    ]
