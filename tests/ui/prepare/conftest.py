import pytest

from dialogue_desk.ui.prepare.prepare_page import PreparePage


@pytest.fixture
def page(desk, folders, shelf, context, qtbot):
    page = PreparePage(desk, folders, shelf, context)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.fill_in(guide_id="one-evening")
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    return page
