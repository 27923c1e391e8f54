"""Home has a line for what waits for an answer and one for what can be brought back, until answered."""

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.desk.trust.waiting_changes import leave_out, take, waiting_changes
from dialogue_desk.desk.trust.way_back import bring_back, erased_lately
from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.ui.home.home_page import HomePage
from dialogue_desk.ui.home.trust_lines import waiting_text
from dialogue_desk.words import Words
from tests.desk.trust.other_circles import Strangers, opened, unsigned
from tests.ui.seen import button_saying, words_on

Key = Qt.Key
WAITS = "Changes from 2 laptops wait for your answer."


@pytest.fixture(scope="module")
def strangers(tmp_path_factory):
    strangers = Strangers(tmp_path_factory.mktemp("given"), circles=2)
    strangers.eraser, strangers.changer = strangers.erasing(), strangers.changing()
    return strangers


@pytest.fixture
def home(desk, folders, context, strangers, qtbot):
    opened(desk, *strangers.handed)
    page = HomePage(desk, folders, context)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    return page


def take_erasing(desk, strangers):
    opened(desk, strangers.eraser)
    take(desk, waiting_changes(desk)[0].claims)


def lines(page):
    found = (text for text in words_on(page) if "wait for your answer" in text or "it back." in text)
    return list(found)


def test_where_nothing_waits_there_is_no_line(home):
    assert lines(home) == []


def test_what_waits_is_said_at_once_and_goes_when_it_is_answered(home, desk, strangers, qtbot):
    opened(desk, strangers.eraser, strangers.changer)
    assert lines(home) == [WAITS]
    with qtbot.waitSignal(home.waiting_wanted):
        qtbot.keyClick(button_saying(home, "Look at it"), Key.Key_Space)
    first = waiting_changes(desk)[0]
    leave_out(desk, first.claims)
    home.refresh_soon()
    assert lines(home) == ["Changes from 1 laptop wait for your answer."]
    desk.undo()
    assert lines(home) == [], "the opening of the files was undone"


def test_a_file_that_nobody_signed_is_no_laptop(home, desk, strangers, tmp_path):
    opened(desk, unsigned(strangers.changer, tmp_path / "unsigned.dialogue"))
    assert lines(home) == ["Changes from a file that nobody signed wait for your answer."]
    assert waiting_text({DeviceId(""), DeviceId("a"), DeviceId("b")}, Words()) == WAITS


def test_what_was_erased_can_be_brought_back_until_a_day_that_is_said(home, desk, strangers, qtbot):
    take_erasing(desk, strangers)
    (line,) = lines(home)
    assert line.startswith("Laptop ")
    assert line.endswith(
        " erased 4 notes of 2 circles on March 12, 2026. Until March 19, 2026 you can bring it back."
    )
    with qtbot.waitSignal(home.bring_back_wanted):
        qtbot.keyClick(button_saying(home, "Bring back"), Key.Key_Space)
    with qtbot.waitSignal(home.letting_go_wanted):
        qtbot.keyClick(button_saying(home, "Erase for good now …"), Key.Key_Space)
    bring_back(desk, erased_lately(desk)[0])
    assert lines(home) == []


def test_several_erasings_are_one_line(home, desk, strangers):
    one, other = strangers.erasing(910, circles=1), strangers.erasing(911)
    for file in (one, other):
        opened(desk, file)
        take(desk, [claim for waiting in waiting_changes(desk) for claim in waiting.claims])
    (line,) = lines(home)
    assert line.startswith("Files of other laptops erased 4 notes of 2 circles.")


def test_a_desk_from_which_all_was_erased_says_so_above_the_welcome(home, desk, strangers):
    take_erasing(desk, strangers)
    words = words_on(home)
    assert words.index("Welcome!") > words.index(lines(home)[0])


@pytest.mark.parametrize(("width", "scale"), [(1024, 100), (1024, 200)])
def test_nothing_is_cut_at_any_size_of_text(home, desk, strangers, theme, width, scale):
    take_erasing(desk, strangers)
    theme.change(scale=scale)
    home.resize(width, 600)
    home.refresh()
    column = home._shown
    assert column.widget().minimumSizeHint().width() <= column.viewport().width()
