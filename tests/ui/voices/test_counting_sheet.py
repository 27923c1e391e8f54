"""Slips are counted by keyboard alone; what was typed outlives a kill, and counts when it is saved."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.program.pile_drafts import kept_draft
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.closing import TallyCategory
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.live_session import Move, MoveKind
from dialogue_desk.domain.model.organizing import program_fact_id
from dialogue_desk.domain.model.voices import PooledCounts, SlipKind
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.voices.counting_sheet import CountingSheet
from dialogue_desk.words.questionnaire_words import ready_questionnaire
from tests.ui.seen import button_saying, nameless, words_on

_PEOPLE = (8, 6, 9, None)


class Counted:
    """A program of four circles, in one of which nobody counted, and the sheet over it."""

    def __init__(self, desk, shelf, context, qtbot):
        self.desk, self.folders, self.context, self.qtbot = desk, Folders(desk, shelf), context, qtbot
        self.id = desk.add(NO_OWNER, Program("Season"))
        self.age = desk.add(self.id, TallyCategory("Age", ("young", "old")))
        asked = ready_questionnaire()
        desk.put(program_fact_id(self.id, asked), self.id, asked)
        self.circles, self.sheets = [], []
        for number, present in enumerate(_PEOPLE, 1):
            circle = desk.add(NO_OWNER, Circle(f"C{number:02}", program=self.id))
            session = desk.add(circle, Session(1, "s1", (), 0, 60_000_000, 8, present=present))
            desk.add(session, Move(MoveKind.START, 1_000, RecordId("run"), 1))
            self.circles.append(circle)

    @property
    def picture(self):
        return self.folders.picture(self.id)

    @property
    def pools(self):
        return self.picture.work.pools

    def open(self, kind=SlipKind.TALLY, pool=None):
        sheet = CountingSheet(self.desk, self.context, self.picture, kind, pool)
        sheet.open()
        self.sheets.append(sheet)
        return sheet

    def type(self, sheet, *texts):
        """Type into the fields from the number of slips on, with Enter after each."""
        sheet.form.slips.setFocus(Qt.FocusReason.TabFocusReason)
        for text in texts:
            box = sheet.focusWidget()
            box.selectAll()
            self.qtbot.keyClicks(box, text)
            self.qtbot.keyClick(box, Qt.Key.Key_Return)

    def trouble(self, sheet):
        return sheet._trouble.text()


@pytest.fixture
def counted(desk, shelf, context, qtbot):
    made = Counted(desk, shelf, context, qtbot)
    yield made
    for sheet in made.sheets:
        if isValid(sheet):
            sheet.close()


def test_a_pile_is_typed_by_digits_and_enter_and_saved(counted):
    sheet = counted.open()
    assert nameless(sheet) == []
    assert sheet.form.ticks.chosen() == tuple(counted.circles[:3])
    counted.type(sheet, "9+8", "5+4+3", "5")
    assert "17 of 17 slips" in words_on(sheet)
    sheet.save.click()
    (pool,) = counted.pools
    assert pool.body == PooledCounts(
        SlipKind.TALLY,
        tuple(counted.circles[:3]),
        17,
        ((counted.age, "young", 12), (counted.age, "old", 5)),
    )
    assert kept_draft(counted.desk, counted.id, SlipKind.TALLY) is None


def test_a_plus_goes_on_from_the_count_that_is_there(counted):
    sheet = counted.open()
    counted.type(sheet, "17", "5", "4")
    first = sheet.form.grid.boxes()[0]
    first.setFocus()
    first.selectAll()
    counted.qtbot.keyClicks(first, "+3")
    counted.qtbot.keyClick(first, Qt.Key.Key_Return)
    assert first.text() == "8"


def test_what_was_typed_outlives_a_kill_and_is_said_to_be_begun(counted):
    sheet = counted.open(SlipKind.BEFORE)
    counted.type(sheet, "20", "1", "2")
    sheet.form.grid.boxes()[2].insert("7")  # the field that is being typed
    again = counted.open(SlipKind.BEFORE)
    assert [box.text() for box in again.form.grid.boxes()[:3]] == ["1", "2", ""]
    assert again.form.slips.text() == "20"
    assert any("begun and not saved" in text for text in words_on(again))
    assert counted.pools == ()
    button_saying(again, "Start again").click()
    assert again.form.slips.text() == "" and kept_draft(counted.desk, counted.id, SlipKind.BEFORE) is None


def test_closing_keeps_what_was_typed_and_says_that_it_does_not_count_yet(counted):
    sheet = counted.open()
    counted.type(sheet, "17")
    button_saying(sheet, "Close").click()
    assert counted.context.toast.sentence() == "The pile is kept as you left it. It counts when you save it."
    assert counted.pools == ()


def test_the_line_that_is_typed_when_the_sheet_is_closed_is_kept(counted):
    sheet = counted.open(SlipKind.AFTER)
    sheet.form.lines.setPlainText("More light on Mill Street.")
    button_saying(sheet, "Close").click()
    assert kept_draft(counted.desk, counted.id, SlipKind.AFTER).said == ("More light on Mill Street.",)


def test_more_slips_than_people_are_said_at_once(counted):
    sheet = counted.open()
    counted.type(sheet, "24")
    assert any("24 slips are more than the 23 people" in text for text in words_on(sheet))
    counted.type(sheet, "23")
    assert not any("are more than" in text for text in words_on(sheet))


def test_too_many_answers_are_marked_in_words_and_not_saved(counted):
    sheet = counted.open()
    counted.type(sheet, "12", "10", "5")
    assert "15 of 12: 3 too many" in words_on(sheet)
    sheet.save.click()
    assert counted.trouble(sheet).startswith("“Age” has 15 answers, but there are 12 slips.")
    assert sheet.focusWidget() is sheet.form.grid.boxes()[0]
    assert counted.pools == () and sheet.isVisible()


def test_what_is_no_number_is_said_beside_it(counted):
    sheet = counted.open()
    counted.type(sheet, "12", "x", "5")
    assert "“x” is no number." in words_on(sheet)
    sheet.save.click()
    assert "“x” under “Age” is no number." in counted.trouble(sheet)


def test_a_question_that_may_be_forgotten_is_asked_about_once(counted):
    sheet = counted.open()
    counted.type(sheet, "12")
    sheet.save.click()
    assert "Save again if nobody answered it." in counted.trouble(sheet)
    sheet.save.click()
    assert [one.body.slips for one in counted.pools] == [12]


def test_circles_are_ticked_with_the_arrows_and_space(counted):
    sheet = counted.open()
    ticks = sheet.form.ticks
    ticks._ticks[counted.circles[0]].setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_End, Qt.Key.Key_Space):
        counted.qtbot.keyClick(sheet.focusWidget(), key)
    assert ticks.chosen() == tuple(counted.circles[2:])
    assert any("nobody counted the people" in text for text in words_on(sheet))
    button_saying(sheet, "Suggest circles").click()
    assert ticks.chosen() == tuple(counted.circles[:3])
    assert "3 circles with 23 people" in words_on(sheet)


def test_open_lines_are_kept_and_a_name_in_one_is_remarked(counted):
    sheet = counted.open(SlipKind.AFTER)
    counted.type(sheet, "12", *["2"] * 30)
    sheet.form.lines.setPlainText("More light.\nAsk Maria Lopez, 555-0134.\nMore light.")
    counted.qtbot.waitUntil(lambda: not sheet.form._remark.isHidden(), timeout=10_000)
    assert "555-0134" in sheet.form._remark.text()
    sheet.save.click()
    (pool,) = counted.pools
    assert pool.body.said == ("More light.", "Ask Maria Lopez, 555-0134.", "More light.")


def test_a_saved_pile_is_changed_and_deleted_and_undo_brings_it_back(counted):
    sheet = counted.open()
    counted.type(sheet, "12", "6", "6")
    sheet.save.click()
    (pool,) = counted.pools
    changed = counted.open(pool=pool)
    assert changed.form.slips.text() == "12"
    counted.type(changed, "13")
    changed.save.click()
    assert [one.body.slips for one in counted.pools] == [13]
    button_saying(counted.open(pool=counted.pools[0]), "Delete this pile").click()
    assert counted.pools == ()
    counted.desk.undo()
    assert len(counted.pools) == 1


def test_counts_of_what_is_asked_no_more_stay_when_a_pile_is_changed(counted):
    sheet = counted.open()
    counted.type(sheet, "12", "6", "6")
    sheet.save.click()
    counted.desk.rewrite(counted.age, TallyCategory("Age", ("young", "older")))
    changed = counted.open(pool=counted.pools[0])
    assert "1 count of an earlier question or answer stays as it is." in words_on(changed)
    counted.type(changed, "13", "7")
    changed.save.click()
    assert counted.pools[0].body.counts == ((counted.age, "old", 6), (counted.age, "young", 7))


def test_circles_on_another_pile_are_named_and_not_offered(counted):
    sheet = counted.open()
    counted.type(sheet, "12", "6", "6")
    sheet.save.click()
    again = counted.open()
    assert "On other piles already: C01, C02 and C03" in words_on(again)
    assert again.form.ticks.chosen() == ()


def test_a_pile_that_somebody_else_saved_meanwhile_is_refused_with_words(counted):
    first, second = counted.open(), counted.open()
    for sheet in (first, second):
        sheet.activateWindow()
        sheet.form.slips.setText("12")
        for box in sheet.form.grid.boxes():
            box.setText("6")
    first.save.click()
    second._picture = counted.picture
    second.save.click()
    assert counted.trouble(second).startswith("On another pile already:")
    assert len(counted.pools) == 1


def test_a_program_that_asks_nothing_says_where_to_write_it(counted):
    counted.desk.remove(counted.age)
    sheet = counted.open()
    assert "counts nothing yet" in counted.trouble(sheet)
    assert not sheet.save.isEnabled()
