import pytest

from dialogue_desk.ui.guides.guides_page import GuidesPage


@pytest.fixture
def page(shelf, context, qtbot):
    page = GuidesPage(shelf, context)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.take_focus()
    return page
