import pytest

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.ui.guides.guides_page import GuidesPage
from dialogue_desk.words import Words
from tests.shelf import GUIDES


@pytest.fixture
def show(qtbot):
    """Show a page of guides in a window, with the keyboard on it."""

    def shown(page):
        qtbot.addWidget(page)
        page.resize(1366, 768)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.take_focus()
        return page

    return shown


@pytest.fixture
def page(shelf, context, show):
    return show(GuidesPage(shelf, context))


@pytest.fixture
def own(desk):
    return OwnGuides(desk)


@pytest.fixture
def own_page(own, context, show):
    """A page with the guides that ship, and those of the desk."""
    return show(GuidesPage(GuideShelf(GUIDES, Words(), own=own), context))
