"""Circles are formed aside, numbers are moved by keys and by dropping, and the settled stay."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from dialogue_desk.domain.forming.hand_moves import with_slips
from dialogue_desk.domain.forming.slips import Slip
from dialogue_desk.ui.forming.move_sheet import MoveSheet
from tests.ui.seen import nameless


@pytest.fixture
def pane(formed):
    return formed.circles


def circle(pane, code):
    return next(card for card in pane.board.cards if card.code == code)


def numbers(page, code):
    return next(one for one in page.work.forming.circles if one.code == code).numbers


def test_every_number_stands_in_its_circle(formed, pane):
    for one, card in zip(formed.work.forming.circles, pane.board.cards, strict=True):
        assert tuple(int(row.id) for row in card.numbers.rows()) == one.everyone


def test_m_asks_where_to_and_a_typed_circle_moves_them(formed, pane, qtbot, on_disk):
    first = numbers(formed, "C01")[0]
    card = circle(pane, "C01")
    card.numbers.setFocus()
    card.numbers.choose({first})
    qtbot.keyClick(card.numbers, Qt.Key.Key_M)
    sheet = pane.window().findChild(MoveSheet)
    qtbot.keyClicks(sheet.box, "2")
    qtbot.keyClick(sheet.box, Qt.Key.Key_Return)
    assert on_disk().places[first] == "C02" and first in on_disk().settled
    assert pane.board.chosen() == (first,)


def test_where_to_says_which_circles_do_not_suit(formed, pane, qtbot):
    late = Slip(50, languages=("en",), times=frozenset({"Saturday"}))
    formed.work.change(with_slips(formed.work.forming, [late]))
    pane.side.unplaced.choose({50})
    pane.ask_where()
    rows = pane.window().findChild(MoveSheet).circles.rows()
    assert rows[0].title.endswith("Saturday") and rows[0].detail.endswith("suits")
    assert all("its time does not suit 50" in row.detail for row in rows[1:])


def test_what_is_dropped_on_a_circle_moves_there(formed, pane, on_disk):
    some = numbers(formed, "C01")[:2]
    pane.board.choose(set(some))
    circle(pane, "C03").dropped.emit("C03")
    assert {on_disk().places[number] for number in some} == {"C03"}
    assert len(on_disk().slips) == 15


def test_s_settles_what_is_chosen_and_lets_it_go_again(formed, pane, qtbot):
    card = circle(pane, "C01")
    card.numbers.choose({numbers(formed, "C01")[0]})
    qtbot.keyClick(card.numbers, Qt.Key.Key_S)
    assert formed.work.forming.settled == {numbers(formed, "C01")[0]}
    qtbot.keyClick(card.numbers, Qt.Key.Key_S)
    assert formed.work.forming.settled == frozenset()


def test_a_whole_circle_is_settled_with_one_press(formed, pane):
    circle(pane, "C02").settle.click()
    one = next(one for one in formed.work.forming.circles if one.code == "C02")
    assert formed.work.forming.settled == set(one.everyone)


def test_circles_are_formed_again_around_the_settled(formed, pane, finished):
    first = numbers(formed, "C01")[0]
    pane.board.choose({first})
    pane.move_chosen("C03")
    formed.work.change(with_slips(formed.work.forming, [Slip(60, languages=("en",))]))
    pane.form.click()
    finished()
    assert formed.work.forming.places[first] == "C03" and 60 in formed.work.forming.places


def test_each_step_is_undone_one_by_one(formed, pane):
    before = formed.work.forming
    pane.board.choose({numbers(formed, "C01")[0]})
    pane.move_chosen("C02")
    circle(pane, "C02").settle.click()
    formed.undo_latest()
    formed.undo_latest()
    assert formed.work.forming == before


def test_forming_can_be_stopped_and_the_circles_stay(formed, pane, finished, said):
    before = formed.work.forming
    pane.form.click()
    assert pane.stop.isVisible() and not pane.form.isVisible()
    pane.stop.click()
    finished()
    assert formed.work.forming == before and pane.form.isVisible()
    assert "Stopped. The circles are as they were." in said


def test_a_slip_typed_while_circles_are_formed_is_not_lost(formed, pane, finished):
    pane.form.click()
    formed.work.change(with_slips(formed.work.forming, [Slip(70)]))
    finished()
    assert 70 in formed.work.forming.by_number


def test_choosing_in_one_circle_lets_go_of_another(formed, pane):
    one, two = circle(pane, "C01").numbers, circle(pane, "C02").numbers
    one.choose({numbers(formed, "C01")[0]})
    two.choose({numbers(formed, "C02")[0]})
    assert pane.board.chosen() == (numbers(formed, "C02")[0],)


def test_a_number_is_found_by_typing_it(formed, pane, qtbot):
    number = numbers(formed, "C03")[-1]
    qtbot.keyClicks(pane.number_box, str(number))
    qtbot.keyClick(pane.number_box, Qt.Key.Key_Return)
    assert pane.board.chosen() == (number,)
    qtbot.keyClicks(pane.number_box, "777")
    qtbot.keyClick(pane.number_box, Qt.Key.Key_Return)
    assert "no slip with the number “777”" in pane._trouble.text()


def test_a_wish_without_a_circle_in_which_somebody_is_settled_is_told(formed, pane):
    pane.settle_all.click()
    wish = formed.work.bench.wish
    formed.work.ask(replace(wish, wish=replace(wish.wish, places=wish.wish.places[:1])))
    pane.form.click()
    assert "does not have: C03" in pane._trouble.text() and not formed.work.is_forming


def test_a_reader_hears_what_is_on_a_slip_and_that_it_is_settled(formed, pane):
    pane.settle_all.click()
    row = circle(pane, "C01").numbers.rows()[0]
    assert row.accessible_text.startswith(f"{row.id}, settled, ") and "English" in row.accessible_text


def test_copying_leaves_no_slip_in_the_clipboard(formed, pane, qtbot):
    QGuiApplication.clipboard().setText("before")
    for view in (circle(pane, "C01").numbers, formed.slips.table):
        qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before"


def test_everything_has_a_name(pane):
    assert nameless(pane) == []


def test_before_there_are_slips_the_way_to_them_is_shown(sealed):
    sealed.open_step(sealed.circles)
    sealed.circles._empty.button.click()
    assert sealed.tabs.currentIndex() == 1
