import pytest
from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.shell.page_titles import PageTitle, page_title
from dialogue_desk.words import Words

WORDS = Words()


@pytest.mark.parametrize("page", list(PageName))
def test_each_page_has_a_name_of_its_own(folders, page):
    assert page_title(Route(page), folders, WORDS)


def test_a_session_is_named_with_its_page(folders, session_id):
    circle = folders.session(session_id).circle.code
    title = page_title(Route(PageName.RUN, session_id), folders, WORDS)
    assert title.startswith(f"Run: Circle {circle}, ")
    assert page_title(Route(PageName.CLOSE, session_id), folders, WORDS).startswith("Wrap up: Circle ")


def test_what_is_no_longer_here_is_not_named(folders):
    assert page_title(Route(PageName.RUN, "018f0000-0000-7000-8000-000000000000"), folders, WORDS) == "Run"


def test_where_a_reader_says_no_titles_a_page_is_announced_once(folders, context, qtbot):
    window, said = QWidget(), []
    qtbot.addWidget(window)
    context.announcer.announced.connect(said.append)
    titles = PageTitle(folders, context, is_said=False)
    titles.show(Route(PageName.GUIDES), window)
    titles.show(Route(PageName.GUIDES), window)
    titles.show(Route(PageName.SETTINGS), window)
    assert (said, window.windowTitle()) == (["Guides", "Settings"], "Settings")


def test_where_it_says_them_nothing_is_said_twice(folders, context, qtbot):
    window, said = QWidget(), []
    qtbot.addWidget(window)
    context.announcer.announced.connect(said.append)
    PageTitle(folders, context, is_said=True).show(Route(PageName.GUIDES), window)
    assert (said, window.windowTitle()) == ([], "Guides")
