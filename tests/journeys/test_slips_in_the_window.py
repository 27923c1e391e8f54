"""From slips to answers in the real window, by keys: a voice, a pile of slips, the vote, and the answer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from dialogue_desk.desk.folders import Folders
from dialogue_desk.domain.model.answers import Reply
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.closing import TallyCategory
from dialogue_desk.domain.model.forum import ForumStage
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.live_session import Move, MoveKind
from dialogue_desk.domain.model.notes import ActionIdea
from dialogue_desk.domain.overview.follow_up import follow_up
from dialogue_desk.domain.overview.forum_result import forum_result
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.voices.counting_sheet import CountingSheet
from tests.ui.conftest import clock, dressed, theme
from tests.ui.seen import words_on
from tests.ui.sittings import laptop

__all__ = ["clock", "dressed", "laptop", "theme"]

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
IDEAS = ("Light the path", "Answer every letter", "Coffee once a month")
PILE = ("1 1 2", "1 2 2", "2 3 3", "1 1 3")


class Organizer:
    """Somebody at the real window, who presses keys and what is in sight."""

    def __init__(self, laptop):
        self.qtbot, self.sitting = laptop.qtbot, laptop.start()
        self.sitting.window.resize(1366, 768)
        self.desk, self.workspace = self.sitting.desk, self.sitting.workspace
        self.program = self.desk.add(NO_OWNER, Program("Bridges", "BRG"))
        self.desk.add(self.program, TallyCategory("Where do you live?", ("North", "South")))
        for number, what in enumerate(IDEAS, 1):
            circle = self.desk.add(NO_OWNER, Circle(f"C{number:02}", "Library", self.program))
            session = self.desk.add(circle, Session(1, "s1", (), 0, 60_000_000, 8, present=8))
            self.desk.add(session, Move(MoveKind.START, 1_000, RecordId("run"), 1))
            self.desk.add(session, ActionIdea(what, who="Town council", first_step="Ask"))
        self.workspace.go(Route(PageName.PROGRAM, self.program))
        self.settles()
        self.page = self.workspace.stack.currentWidget()

    @property
    def picture(self):
        return Folders(self.desk, self.workspace.pages.shelf).picture(self.program)

    @property
    def work(self):
        return self.picture.work

    @property
    def known(self):
        return follow_up(report_plan(self.picture))

    @property
    def front(self):
        return QApplication.activeModalWidget() or self.sitting.window

    def settles(self):
        self.qtbot.waitUntil(lambda: not self.sitting._worker.busy())
        QApplication.processEvents()
        self.front.activateWindow()

    def presses(self, *keys, held=Qt.KeyboardModifier.NoModifier):
        self.qtbot.waitUntil(self.front.isActiveWindow)
        for key in keys:
            inside = QApplication.focusWidget() or self.front
            self.qtbot.keyClick(inside, key, held)
        self.settles()

    def goes_to(self, box):
        """Put the keyboard into a field, once it is in sight."""
        self.qtbot.waitUntil(lambda: box.isVisible() and self.front.isActiveWindow())
        box.setFocus(Qt.FocusReason.TabFocusReason)
        self.qtbot.waitUntil(box.hasFocus)

    def types(self, *lines):
        """Type each line where the keyboard is, with Enter after it."""
        for line in lines:
            self.qtbot.keyClicks(QApplication.focusWidget(), line)
            self.presses(Key.Key_Return)

    def chooses(self, text):
        """Go to the button that says ``text`` and press Space on it."""
        buttons = [one for one in self.front.findChildren(QAbstractButton) if one.isVisible()]
        found = [one for one in buttons if one.text().startswith(text) and one.isEnabled()]
        assert found, f"nothing says {text!r}: {words_on(self.front)}"
        found[-1].setFocus(Qt.FocusReason.TabFocusReason)
        self.presses(Key.Key_Space)


@pytest.fixture
def organizer(laptop):
    return Organizer(laptop)


def wants_a_voice(organizer):
    organizer.presses(Key.Key_2, held=CTRL)
    organizer.types("Night-shift workers")
    assert [one.body.name for one in organizer.work.voices] == ["Night-shift workers"]


def counts_the_slips(organizer):
    organizer.chooses("Slips")
    organizer.chooses("Count tally slips")
    sheet = organizer.sitting.window.findChild(CountingSheet)
    organizer.goes_to(sheet.form.slips)
    organizer.types("22", "12", "10")
    organizer.chooses("Save")
    assert QApplication.activeModalWidget() is None, words_on(organizer.front)
    (pool,) = organizer.work.pools
    assert pool.body.slips == 22 and sorted(count for *_, count in pool.body.counts) == [10, 12]
    assert len(pool.body.circles) == 3


def chooses_the_options(organizer):
    organizer.presses(Key.Key_7, held=CTRL)
    pick = organizer.page.sections.forum.choice.pick.list
    organizer.goes_to(pick)
    assert len(pick.rows()) == len(IDEAS)
    for row in pick.rows():
        pick.go_to(row.id)
        organizer.presses(Key.Key_Space)
    assert [one.body.number for one in organizer.work.options] == [1, 2, 3]
    organizer.chooses("Lock the options")
    organizer.chooses("Lock")
    assert organizer.work.forum.stage is ForumStage.VOTING


def types_the_ballots_twice(organizer):
    line = organizer.page.sections.forum.vote.ballots.line
    organizer.goes_to(line)
    organizer.types(*PILE)
    organizer.chooses("Second person")
    organizer.goes_to(line)
    organizer.types(*PILE)
    organizer.chooses("Close the count")
    organizer.chooses("Close the count")
    result = forum_result(organizer.work)
    assert (result.stage, result.ballots, result.differing, result.once) == (ForumStage.COUNTED, 4, (), 0)
    assert {one.number: one.dots for one in result.options} == {1: 5, 2: 4, 3: 3}
    assert any("4 ballots are counted" in said for said in words_on(organizer.sitting.window))


def types_the_answer(organizer):
    first = organizer.known.followed[0]
    organizer.presses(Key.Key_8, held=CTRL)
    organizer.goes_to(organizer.page.sections.follow.code)
    organizer.types(first.code.lower())
    organizer.presses(Key.Key_Space)
    assert organizer.known.replies == {Reply.YES: 1}


def test_an_organizer_goes_from_slips_to_answers_by_keys(organizer):
    wants_a_voice(organizer)
    counts_the_slips(organizer)
    chooses_the_options(organizer)
    types_the_ballots_twice(organizer)
    types_the_answer(organizer)
