"""The list of proposals: sorted, filtered, and several of them given an actor at once."""

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.desk.desk import IncomingPackage
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.organizing import Card, card_id
from dialogue_desk.domain.overview.proposal_filter import Unsaid
from dialogue_desk.domain.records.records import Edition, Record, Version
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog
from dialogue_desk.ui.proposals.join_sheet import JoinSheet
from tests.desk.partners import import_unjudged
from tests.ui.program.shown import seen


@pytest.fixture
def board(filled):
    filled.open_section(filled.sections.ideas)
    return filled.sections.ideas.proposals


def pick(select, choice):
    select.choose(choice)
    select.chosen.emit(choice)


def labels(board):
    return [row.label for row in board.list.rows()]


def test_each_proposal_says_who_must_act_when_and_how_many_circles(board):
    row = next(row for row in board.list.rows() if row.text.startswith("Walk the park"))
    assert row.label == "“Riverside residents” · Within three months"
    assert (row.time, row.themes) == ("1 circle", ("Lighting in the park",))


def test_the_first_one_is_shown_beside_the_list(board):
    assert board.list.rows()[0].text in seen(board.card)


def test_they_are_sorted_under_who_must_act_with_those_that_name_nobody_last(board):
    pick(board.filters.order, "who")
    rows = board.list.rows()
    assert rows[0].above == "“Centro comunitario”"
    assert rows[-1].above == "Nobody is named yet"
    pick(board.filters.order, "when")
    assert [row.above for row in board.list.rows() if row.above][-1] == "No time set"


def test_they_are_filtered_by_who_theme_and_time_and_shown_again_all(board):
    pick(board.filters.who, Unsaid.NOBODY)
    assert labels(board) == ["Nobody is named yet"]
    assert "1 of 7 proposals" in seen(board)
    board._clear.click()
    assert len(board.list.rows()) == 7
    pick(board.filters.theme, "Lighting in the park")
    pick(board.filters.when, "now")
    assert len(board.list.rows()) == 1
    pick(board.filters.when, "longer")
    assert board.list.rows() == ()
    assert "No proposal is selected" in seen(board)


def test_several_get_an_actor_at_once_and_one_undo_takes_it_back(board, desk, qtbot, settled):
    board.list.setFocus()
    qtbot.keyClick(board.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert "7 proposals selected" in seen(board)
    board.several.actor.other.setFocus()
    qtbot.keyClicks(board.several.actor.other, "City council")
    qtbot.keyClick(board.several.actor.other, Qt.Key.Key_Return)
    settled()
    assert {label.split(" · ")[0] for label in labels(board)} == {"City council"}
    desk.undo()
    settled()
    assert not any(label.startswith("City council") for label in labels(board))


def test_whom_circles_named_is_taken_for_all_that_are_selected(board, settled):
    board.list.choose([row.id for row in board.list.rows()])
    assert any(line.startswith("Circles wrote: ") for line in seen(board))
    board.several.take_offers.click()
    settled()
    said = [label.split(" · ")[0] for label in labels(board)]
    assert not any(one.startswith("“") for one in said)
    assert said.count("Nobody is named yet") == 1


def test_the_keys_go_on_at_the_next_one_when_the_filter_lets_one_go(board, settled):
    pick(board.filters.who, Unsaid.CIRCLES)
    first, second, *_ = board.list.rows()
    board.list.choose([first.id])
    board.card.actor.chosen.emit("Council")
    settled()
    assert board.list.chosen() == (second.id,)


def test_a_proposal_that_was_joined_stays_chosen_under_the_other_ones_name(board, settled):
    ids = [row.id for row in board.list.rows()[:2]]
    board.list.choose(ids)
    board.several.join.click()
    (sheet,) = board.window().findChildren(JoinSheet)
    sheet.accept_button.click()
    settled()
    assert len(board.list.rows()) == 6
    (chosen,) = board.list.chosen()
    assert chosen in ids
    assert "said in 2 ways" in seen(board.card)


def test_what_two_organizers_say_differently_is_flagged_and_chosen_in_a_dialog(board, desk, program, settled):
    idea = RecordId(board.list.rows()[0].id)
    board.list.choose([idea])
    board.card.actor.chosen.emit("Council")
    other = Edition(
        Version((("elsewhere", 1),)), desk.clock.now(), DeviceId("elsewhere"), Card(idea, "Police")
    )
    record = Record(card_id(program, idea), Kind.CARD, program, (other,))
    import_unjudged(desk, [IncomingPackage("theirs", "x.dialogue", {record.id: record})])
    settled()
    row = next(row for row in board.list.rows() if row.id == idea)
    assert row.flag == "Two organizers say different things"
    board.list.choose([idea])
    board.card.choose.click()
    (dialog,) = board.window().findChildren(ConflictDialog)
    assert {"Council", "Police"} <= {word for line in seen(dialog) for word in line.split()}
    dialog.reject()
