from PySide6.QtWidgets import QAbstractButton

from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.home.home_side import HomeSide
from tests.ui.seen import words_on
from tests.ui.sessions import held


def test_circles_without_a_program_have_no_menu_and_the_sample_is_marked_once(buttons, desk, folders, shown):
    program = desk.add(NO_OWNER, Program("Bridges", sample=True))
    desk.add(NO_OWNER, Circle("C01", "Library", program))
    desk.add(NO_OWNER, Circle("C09", "Kitchen table"))
    page = shown(HomeSide(buttons, folders.programs(), folders.entries()))
    names = [button.objectName() for button in page.findChildren(QAbstractButton)]
    assert names == [f"program:{program}", f"more:{program}", "throw:", "program:", "open:", "give:"]
    words = words_on(page)
    assert words[:2] == ["Programs", "Bridges"] and "0 of 1 session has arrived" in words
    assert "Circles without a program" in words and "1 circle · 0 sessions" in words
    assert sum("Sample" in text for text in words) == 1


def test_without_a_program_there_is_a_place_for_files(buttons, desk, shelf, folders, shown):
    words = words_on(shown(HomeSide(buttons, [], [])))
    assert words[:2] == ["Drop files from facilitators here, or", "Open a file or folder"]
    assert words[2:] == ["Give this app to another facilitator …"]


def test_what_arrived_is_counted_by_the_sessions_that_ran(buttons, desk, shelf, folders, shown):
    program = desk.add(NO_OWNER, Program("Bridges", sessions=3))
    session = held(desk, shelf, folders)
    circle = desk.get(desk.get(session).owner)
    desk.rewrite(circle.id, Circle("C07", "Library", program))
    page = shown(HomeSide(buttons, folders.programs(), folders.entries()))
    assert "1 of 3 sessions have arrived" in words_on(page)
