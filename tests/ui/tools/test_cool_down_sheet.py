import pytest

from dialogue_desk.domain.run.cool_down import CoolDown
from dialogue_desk.ui.tools.cool_down_sheet import CoolDownSheet


@pytest.fixture
def sheet(context, clock, qtbot):
    sheet = CoolDownSheet(context, clock.steady)
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def test_a_move_with_a_timer_runs_it_here_and_says_once_when_it_is_over(sheet, clock, said):
    sheet.move_buttons[CoolDown.SILENCE].click()
    assert sheet.chosen is CoolDown.SILENCE and sheet.ring.isVisible()
    said.clear()
    clock.advance(60_000)
    sheet.tick()
    sheet.tick()
    assert said == [sheet.doing.text()] and said[0].endswith(": time is up")


def test_a_move_without_a_timer_waits_until_people_are_ready(sheet):
    sheet.move_buttons[CoolDown.SWAP_FACILITATORS].click()
    assert sheet.chosen is CoolDown.SWAP_FACILITATORS
    assert sheet.room_time() is None and sheet.ring.isHidden()
    assert sheet.said.isVisible() and "switch who leads" in sheet.said.text()
    sheet.other_button.click()
    assert not sheet.said.isVisible()


@pytest.mark.parametrize("move", [CoolDown.GO_ROUND, CoolDown.GROUND_RULES, CoolDown.PARK_IT])
def test_a_move_that_opens_something_else_is_told_and_not_kept(sheet, qtbot, move):
    with qtbot.waitSignal(sheet.wanted, timeout=0) as wanted:
        sheet.move_buttons[move].click()
    assert wanted.args == [move] and sheet.chosen is None


def test_something_else_offers_the_moves_again(sheet):
    sheet.move_buttons[CoolDown.BREAK].click()
    sheet.other_button.click()
    assert sheet.chosen is None and sheet.room_time() is None
    assert all(button.isVisible() for button in sheet.move_buttons.values())
