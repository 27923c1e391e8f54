"""Where two entries differ, both are shown, and a key says which is right."""

from PySide6.QtCore import Qt

from dialogue_desk.desk.program.forum_edits import type_ballots
from dialogue_desk.domain.model.forum import BallotEntry
from dialogue_desk.words import Words
from tests.ui.program.shown import seen

WORDS = Words()


def typed(desk, program, *entries):
    type_ballots(desk, program, [BallotEntry(*one) for one in entries], WORDS)


def differences(voting):
    next(chip for chip in voting.kinds.chips() if chip.choice.id == "differences").click()
    return voting.differences


def said(voting):
    work = voting._acts.work
    return {(one.body.entry, one.body.number): one.body.dots for one in work.ballots}


def test_none_differ_until_somebody_types_otherwise(voting, desk, program):
    typed(desk, program, (1, 1, ((1, 2),)), (2, 1, ((1, 2),)), (1, 2, ((3, 1),)))
    assert "No entries differ" in seen(differences(voting))


def test_both_entries_are_side_by_side_and_a_digit_chooses(voting, desk, program, qtbot):
    typed(desk, program, (1, 1, ((1, 2),)), (2, 1, ((1, 3),)), (1, 2, ((3, 1),)), (2, 2, ((4, 1),)))
    page = differences(voting)
    assert page.count == 2 and "Differences · 2" in [chip.choice.text for chip in voting.kinds.chips()]
    assert "1x2" in seen(page) and "1x3" in seen(page)
    page.list.setFocus()
    qtbot.keyClick(page.list, "2")
    assert said(voting)[1, 1] == said(voting)[2, 1] == ((1, 3),) and page.count == 1
    qtbot.keyClick(page.list, "9")
    assert page.count == 1
    page.buttons[0].click()
    assert said(voting)[2, 2] == ((3, 1),) and page.count == 0


def test_a_third_reading_is_typed_new_and_stands_for_both(voting, desk, program, qtbot):
    typed(desk, program, (1, 1, ((1, 2),)), (2, 1, ((2, 2),)))
    page = differences(voting)
    qtbot.keyClicks(page.line, "9")
    qtbot.keyClick(page.line, Qt.Key.Key_Return)
    assert "no option 9" in page.trouble.text() and page.count == 1
    page.line.clear()
    qtbot.keyClicks(page.line, "3 4")
    qtbot.keyClick(page.line, Qt.Key.Key_Return)
    assert said(voting)[1, 1] == said(voting)[2, 1] == ((3, 1), (4, 1)) and page.count == 0


def test_a_settled_ballot_is_one_step_of_undo(voting, desk, program, qtbot):
    typed(desk, program, (1, 1, ((1, 2),)), (2, 1, ((2, 2),)))
    page = differences(voting)
    page.choose(1)
    desk.undo()
    assert said(voting) == {(1, 1): ((1, 2),), (2, 1): ((2, 2),)} and page.count == 1
