import pytest

from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.home.home_menus import more_menu, open_menu
from dialogue_desk.words import Words
from tests.ui.sessions import prepared

WORDS = Words()


@pytest.fixture
def page(shown):
    return shown()


def texts(menu):
    return [entry.text() for entry in menu.actions() if not entry.isSeparator()]


def choose(menu, text):
    next(entry for entry in menu.actions() if entry.text() == text).trigger()


def test_a_session_can_come_from_files_a_folder_or_paper(page, pressed):
    menu = open_menu(WORDS, pressed.append, page)
    for text in texts(menu):
        choose(menu, text)
    assert pressed == ["files:", "folder:", "paper:"]


def test_a_session_is_offered_with_its_circle(page, pressed, desk, shelf):
    session = prepared(desk, shelf)
    circle = desk.get(session).owner
    menu = more_menu(desk, session, WORDS, pressed.append, page)
    assert texts(menu) == [
        "Erase this session …",
        "Keep circle C07 until …",
        "Hold circle C07 for a public-records request …",
        "Erase circle C07 …",
    ]
    for text in texts(menu):
        choose(menu, text)
    assert pressed == [f"erase:{session}", f"keep:{circle}", f"hold:{circle}", f"erase:{circle}"]


def test_the_wrap_up_is_offered_where_no_button_leads_to_it(page, pressed, desk, shelf):
    session = prepared(desk, shelf)
    menu = more_menu(desk, session, WORDS, pressed.append, page, [("Wrap up", "close")])
    choose(menu, "Wrap up")
    assert pressed == [f"close:{session}"]


def test_a_program_is_kept_or_erased_whole(page, pressed, desk):
    program = desk.add(NO_OWNER, Program("Bridges"))
    menu = more_menu(desk, program, WORDS, pressed.append, page)
    for text in ("Keep until …", "Hold for a public-records request …", "Erase this program …"):
        choose(menu, text)
    assert pressed == [f"keep:{program}", f"hold:{program}", f"erase:{program}"]
