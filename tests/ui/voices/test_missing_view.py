"""Nobody is called missing before enough circles are counted; then the list says whom to ask."""

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.domain.model.voices import Invitation, PooledCounts, SlipKind, Voice, VoiceKind
from dialogue_desk.ui.voices.voices_tab import MISSING


@pytest.fixture
def young(desk, program, age, settled, tab):
    one = desk.add(program, Voice("Young people", VoiceKind.YOUNG, 40, age, "under 30", 10))
    settled()
    return one


def test_before_anybody_is_wanted_it_says_where_to_begin(tab):
    tab.open_view(MISSING)
    assert "First say whom you want" in tab.missing.note.text() and not tab.missing.line.isVisible()


def test_who_is_missing_is_listed_with_who_was_asked(tab, desk, program, young, counted, settled):
    tab.open_view(MISSING)
    desk.add(program, Invitation("School nurse", "", (young,), 20, 3, "2027-03-02"))
    settled()
    (row,) = tab.missing.rows.rows()
    assert row.id == young and "28 missing" in row.figure and "asked so far: School nurse" in row.detail
    assert tab.views.chips()[1].choice.text == "Missing · 1"


def test_an_invitation_is_added_from_the_list_at_once(tab, young, counted, work, qtbot, settled):
    tab.open_view(MISSING)
    settled()
    tab.missing.rows.go_to(young)
    qtbot.keyClick(tab.missing.rows, Qt.Key.Key_Return)
    line = tab.missing.line
    assert line.window().focusWidget() is line.to and line.voices.chosen() == (young,)
    qtbot.keyClicks(line.to, "Youth center")
    qtbot.keyClick(line.to, Qt.Key.Key_Return)
    settled()
    assert [(one.body.to, one.body.voices) for one in work().invitations] == [("Youth center", (young,))]
    assert "asked so far: Youth center" in tab.missing.rows.rows()[0].detail


@pytest.fixture
def few_counted(desk, young, age, picture, settled):
    rows = picture().rows[:3]
    counts = ((age, "under 30", 12), (age, "30 to 64", 20))
    pile = PooledCounts(SlipKind.TALLY, tuple(row.circle_id for row in rows), 32, counts)
    desk.add(picture().program_id, pile)
    settled()


def test_below_four_of_five_circles_nobody_is_called_missing(tab, few_counted):
    tab.open_view(MISSING)
    told = tab.missing.note.text()
    assert told.startswith("3 of 5 circles counted. Nobody is called missing")
    (row,) = tab.missing.rows.rows()
    assert "missing" not in row.accessible_text and "nobody was asked yet" in row.detail
