"""Ballots are typed by keyboard alone, one after another, and each is on disk before the next."""

import random

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.forum import BallotEntry
from dialogue_desk.domain.model.organizing import program_fact_id
from tests.ui.program.shown import seen

UP, DOWN, ENTER = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier


def typed(qtbot, voting, text, key=ENTER, modifier=Qt.KeyboardModifier.NoModifier):
    line = voting.ballots.line
    line.setFocus()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, key, modifier)


def on_disk(desk, program):
    with desk.snapshot() as copy:
        records = copy.file.records.under(program, Kind.BALLOT_ENTRY)
        return {(one.body.entry, one.body.number): one.body for one in records if one.body is not None}


def test_a_hundred_ballots_are_typed_by_real_keys_and_each_is_on_disk_at_once(voting, desk, program, qtbot):
    chance = random.Random(3)
    for number in range(1, 101):
        options = [1, 2, 3, 4, chance.randrange(1, 5)]
        typed(qtbot, voting, " ".join(map(str, options)))
        assert voting.ballots.line.text() == "" and voting.ballots.number == number + 1
        if number % 25 == 0:
            entry = on_disk(desk, program)[1, number]
            assert dict(entry.dots) == {one: options.count(one) for one in options}
    assert len(on_disk(desk, program)) == 100
    told = "Typed 100 of 6 given out, second entry 0 · 94 more than were given out"
    assert voting.count.text() == told


def test_of_two_ballots_that_are_pasted_the_first_alone_is_in_the_line(voting, qtbot):
    QGuiApplication.clipboard().setText("3 3\n1 2\n")
    qtbot.keyClick(voting.ballots.line, Qt.Key.Key_V, CTRL)
    assert voting.ballots.line.text() == "3 3"


def test_a_line_says_what_it_means_before_it_is_saved(voting, qtbot):
    qtbot.keyClicks(voting.ballots.line, "3x2 1")
    echo = voting.ballots._echo.text()
    assert echo.startswith("3 of 5 dots:") and "×2" in echo


def test_too_many_dots_are_refused_by_number_and_can_be_kept_as_spoiled(voting, desk, program, qtbot):
    typed(qtbot, voting, "1 1 2 2 3 4")
    assert "Ballot 1 has 6 dots and may have 5" in voting.ballots.trouble.text()
    assert on_disk(desk, program) == {} and voting.ballots.line.text() == "1 1 2 2 3 4"
    qtbot.keyClick(voting.ballots.line, ENTER, CTRL)
    entry = on_disk(desk, program)[1, 1]
    assert entry.spoiled and entry.given == 6
    assert "spoiled: 6 dots, and 5 are allowed" in voting.ballots.last.rows()[0].title


def test_a_ballot_that_nobody_can_read_is_spoiled_by_a_key(voting, desk, program, qtbot):
    typed(qtbot, voting, "", ENTER, CTRL)
    assert on_disk(desk, program)[1, 1].spoiled
    assert "nobody can read it" in voting.ballots.last.rows()[0].title


def test_an_empty_line_is_no_ballot_and_a_zero_is_one_without_dots(voting, desk, program, qtbot):
    typed(qtbot, voting, "")
    assert "type 0" in voting.ballots.trouble.text() and on_disk(desk, program) == {}
    typed(qtbot, voting, "0")
    assert on_disk(desk, program)[1, 1].given == 0


def test_words_and_options_that_no_ballot_has_are_refused(voting, desk, program, qtbot):
    for text, why in (("lights", "is no option"), ("5", "no option 5"), ("21", "no option 21")):
        typed(qtbot, voting, text)
        assert why in voting.ballots.trouble.text()
        qtbot.keyClick(voting.ballots.line, Qt.Key.Key_Escape)
    assert on_disk(desk, program) == {}


def test_the_arrows_and_a_number_go_back_and_enter_writes_over_it(voting, desk, program, qtbot):
    for text in ("1", "2", "3"):
        typed(qtbot, voting, text)
    qtbot.keyClick(voting.ballots.line, UP)
    qtbot.keyClick(voting.ballots.line, UP)
    assert voting.ballots.number == 2 and voting.ballots.line.text() == "2"
    qtbot.keyClick(voting.ballots.line, DOWN)
    assert voting.ballots.number == 3
    qtbot.keyClick(voting.ballots.line, DOWN)
    typed(qtbot, voting, "#2")
    assert voting.ballots.number == 2 and "Typed already" in voting.ballots._state.text()
    typed(qtbot, voting, "4 4")
    assert dict(on_disk(desk, program)[1, 2].dots) == {4: 2} and voting.ballots.number == 4
    typed(qtbot, voting, "#99")
    assert "no ballot #99 yet" in voting.ballots.trouble.text() and voting.ballots.number == 4


def test_nothing_typed_is_lost_by_an_arrow(voting, qtbot):
    typed(qtbot, voting, "1")
    typed(qtbot, voting, "2 2", UP)
    assert voting.ballots.number == 2 and voting.ballots.line.text() == "2 2"
    assert "Ballot 2 is not saved yet" in voting.ballots.trouble.text()
    qtbot.keyClick(voting.ballots.line, Qt.Key.Key_Escape)
    assert voting.ballots.line.text() == ""


def test_the_second_person_begins_at_one_and_sees_nothing_of_the_first(voting, desk, program, qtbot):
    typed(qtbot, voting, "1 2 3")
    voting.who.chips()[1].click()
    assert voting.ballots.number == 1 and voting.ballots.line.text() == ""
    assert voting.ballots.last.rows() == () and "1 2 3" not in " ".join(seen(voting))
    typed(qtbot, voting, "1 2 4")
    assert set(on_disk(desk, program)) == {(1, 1), (2, 1)}
    assert voting.count.text() == "Typed 1 of 6 given out, second entry 1"


def test_a_ballot_can_be_deleted_and_undo_brings_it_back(voting, desk, program, qtbot):
    typed(qtbot, voting, "1")
    typed(qtbot, voting, "", UP)
    voting.ballots.clear.click()
    assert on_disk(desk, program) == {} and voting.ballots.line.text() == ""
    desk.undo()
    assert set(on_disk(desk, program)) == {(1, 1)}


def test_what_is_being_typed_stays_when_another_laptops_ballots_come(voting, desk, program, qtbot):
    qtbot.keyClicks(voting.ballots.line, "1 2")
    other = BallotEntry(1, 1, ((3, 1),))
    desk.put(program_fact_id(program, other), program, other)
    assert voting.ballots.line.text() == "1 2" and voting.ballots.number == 1
    typed(qtbot, voting, "")
    assert "typed already by the first person" in voting.ballots.trouble.text()
    assert on_disk(desk, program)[1, 1] == other


def test_the_count_is_not_closed_over_a_line_that_is_begun(voting, ask, qtbot):
    typed(qtbot, voting, "1")
    qtbot.keyClicks(voting.ballots.line, "2")
    voting.close_count.click()
    assert ask.questions == [] and "not saved yet" in voting.trouble.text()
