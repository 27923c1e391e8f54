import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.ui.home.home_row import HomeButtons
from dialogue_desk.words import Words


@pytest.fixture
def pressed():
    """The names of the buttons that were pressed."""
    return []


@pytest.fixture
def buttons(theme, pressed):
    return HomeButtons(theme, Words(), pressed.append)


@pytest.fixture
def shown(qtbot):
    """Show widgets one under the other, as Home does, and return what they are on."""

    def show(*widgets):
        page = QWidget()
        qtbot.addWidget(page)
        page.resize(1200, 800)
        layout = QVBoxLayout(page)
        for widget in widgets:
            layout.addWidget(widget)
        page.show()
        return page

    return show
