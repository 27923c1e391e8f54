import pytest
from PySide6.QtCore import Qt

from dialogue_desk.ui.tools.speakers_bar import SpeakersBar


@pytest.fixture
def bar(context, qtbot):
    bar = SpeakersBar(context)
    qtbot.addWidget(bar)
    bar.clear(20)
    bar.show()
    return bar


def ask(bar, qtbot, *seats):
    for seat in seats:
        qtbot.keyClicks(bar.box, str(seat))
        qtbot.keyClick(bar.box, Qt.Key.Key_Return)


def test_letters_are_not_typed_into_the_box(bar, qtbot):
    qtbot.keyClicks(bar.box, "p1x2")
    assert bar.box.text() == "12"


def test_escape_closes_the_bar(bar, qtbot):
    with qtbot.waitSignal(bar.closed, timeout=0):
        qtbot.keyClick(bar.box, Qt.Key.Key_Escape)


def test_next_can_be_pressed_while_someone_waits_or_speaks(bar, qtbot):
    assert not bar.next_button.isEnabled()
    ask(bar, qtbot, 4)
    for speaking in (4, None):
        assert bar.next_button.isEnabled()
        bar.next_button.click()
        assert bar.speakers_list.speaking == speaking
    assert not bar.next_button.isEnabled()


def test_a_long_list_is_cut_short_in_words_only(bar, qtbot):
    ask(bar, qtbot, *range(1, 14))
    assert bar._waiting.text() == "then 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 …"
    assert len(bar.speakers_list.order) == 13


def test_another_part_keeps_whether_new_speakers_come_first(bar, qtbot):
    bar.first_tick.click()
    bar.clear(8)
    assert bar.speakers_list.not_yet_heard_first and bar.speakers_list.people == 8
