"""Two laptops of one circle, in Spanish, with letters twice as large: one leads, the other takes notes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QScrollArea

from dialogue_desk.desk.folders import Folders
from dialogue_desk.domain.closing.closing_steps import StepStatus, closing_steps
from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.storage.settings import Settings, SettingsFile
from dialogue_desk.ui.closing.export_choices import PackagePapersChoice
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.home.session_listing import PastStates
from dialogue_desk.ui.notes.read_back_list import ReadBackList
from dialogue_desk.ui.run.run_page import RunPage
from dialogue_desk.words import Words
from tests.desk.evening import a_desk
from tests.desk.trust.other_circles import opened
from tests.ui.conftest import clock, dressed, theme
from tests.ui.seen import words_on
from tests.ui.sittings import Laptop, laptop

__all__ = ["clock", "dressed", "laptop", "theme"]

Key = Qt.Key
tr = Words("es").tr


def settle():
    """Lay out what was made anew, and let go what it replaced."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


class Person:
    """Somebody at a laptop, who sees what is on its screen and presses what they see."""

    def __init__(self, laptop):
        self.laptop = laptop
        SettingsFile(laptop.paths.settings).write(Settings(language="es", text_size=200))
        self.sitting = laptop.start()
        self.sitting.window.resize(1366, 768)

    @property
    def workspace(self):
        return self.sitting.workspace

    @property
    def page(self):
        return self.workspace.stack.currentWidget()

    def entry(self):
        """The only session on the laptop, as Home lists it."""
        return self.workspace.pages.folders.entries()[0]

    def folder(self):
        """The only session on the laptop, as it is on disk."""
        return Folders(self.sitting.desk, self.workspace.pages.shelf).session(self.entry().id)

    def turns_to_the_laptop(self):
        self.sitting.window.activateWindow()
        self.laptop.qtbot.waitUntil(self.sitting.window.isActiveWindow)

    def presses(self, *keys):
        """Press keys one after another, where the keyboard is."""
        front = QApplication.activeModalWidget() or self.sitting.window
        self.laptop.qtbot.waitUntil(
            lambda: front.isActiveWindow() or QApplication.activePopupWidget() is not None
        )
        for key in keys:
            inside = QApplication.activePopupWidget() or QApplication.focusWidget() or self.sitting.window
            self.laptop.qtbot.keyClick(inside, key)

    def types(self, text):
        for letter in text:
            inside = QApplication.focusWidget()
            assert inside is not None, f"{text!r} is typed, and goes nowhere"
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(inside, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def writes(self, *lines):
        for line in lines:
            self.types(line)
            self.presses(Key.Key_Return)

    def clicks(self, text):
        """Click what says ``text``: it has to be in front, and in sight once the page is scrolled to it."""
        settle()
        front = QApplication.activeModalWidget() or self.sitting.window
        found = [
            one for one in front.findChildren(QAbstractButton) if one.isVisible() and text in spoken(one)
        ]
        assert found, f"nothing says {text!r}: {words_on(front)}"
        for area in front.findChildren(QScrollArea):
            if area.isAncestorOf(found[-1]):
                area.ensureWidgetVisible(found[-1])
        middle = found[-1].mapTo(front, found[-1].rect().center())
        assert front.childAt(middle) is found[-1], f"{front.childAt(middle)} is over {text!r}"
        self.laptop.qtbot.mouseClick(found[-1], Qt.MouseButton.LeftButton)

    def sees(self, text):
        settle()
        front = QApplication.activeModalWidget() or self.sitting.window
        seen = [one for one in words_on(front) if text in one]
        assert seen, f"nowhere is {text!r}: {words_on(front)}"
        return seen[0]

    def is_on(self, place):
        """Tell which page is shown; the window is the active one again once its sheets are closed."""
        self.turns_to_the_laptop()
        assert self.workspace.route.page is place

    def lets_pass(self, minutes):
        self.laptop.clock.advance(minutes * MINUTE)
        self.workspace.pages._pages[RunPage]._controller.tick()

    def opens(self, stick):
        """Open what is on the stick, and wait for what is asked or told."""
        self.workspace.import_bar.import_paths([stick])
        self.laptop.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)

    def goes_to_the_wrap_up(self):
        """Go to the wrap-up of the session that Home shows, with the menu of its card where there is one."""
        self.clicks(tr("Home"))
        self.clicks(tr("More"))
        self.presses(Key.Key_Down, Key.Key_Return)
        self.is_on(PageName.CLOSE)

    def goes_to_step(self, step):
        """Choose a step of the wrap-up in the list above it."""
        self.page.go_to(step, into=True)
        settle()

    def hands_over(self, stick):
        """Save everything for the other laptop on the stick, without documents, by the dialog for folders."""
        self.goes_to_step(CloseStep.EXPORT)
        self.clicks(tr("For our other laptop"))
        for tick in self.page.findChild(PackagePapersChoice).ticks.values():
            if tick.isChecked():
                self.laptop.qtbot.keyClick(tick, Key.Key_Space)
        self.clicks(tr("Save to…"))
        dialog = next(one for one in self.sitting.window.findChildren(QFileDialog) if one.isVisible())
        name = dialog.findChild(QLineEdit)
        name.setText(str(stick))
        self.laptop.qtbot.keyClick(name, Key.Key_Return)
        self.laptop.qtbot.waitUntil(lambda: not self.sitting._worker.busy())
        self.sees("USB")

    def changes_the_line(self, text):
        """Edit the first line that is read back, in its row."""
        self.goes_to_step(CloseStep.READ_BACK)
        self.page.findChild(ReadBackList).setFocus()
        self.presses(Key.Key_Home, Key.Key_Return)
        QApplication.focusWidget().selectAll()
        self.writes(text)


SETTLED = tr("All settled here, and on other laptops once they open a file from this one.")


def spoken(button):
    return (button.text(), button.accessibleName())


@pytest.fixture
def people(laptop, qapp, theme, clock, tmp_path, qtbot):
    """Who leads, and who takes notes at the other laptop."""
    theme.change(scale=200)
    (tmp_path / "other").mkdir()
    other = Laptop(qapp, theme, clock, tmp_path / "other", qtbot)
    yield Person(laptop), Person(other)
    for sitting in tuple(other.open):
        other.stop(sitting)


@pytest.fixture
def stick(tmp_path):
    stick = tmp_path / "USB"
    stick.mkdir()
    return stick


def said(folder):
    return {note.body.text for note in folder.notes}


def open_steps(folder):
    return {step.step for step in closing_steps(folder) if step.status is StepStatus.OPEN}


def test_two_laptops_of_one_circle_hold_an_evening_together(people, stick):
    leads, notes = people
    one_begins_and_the_other_takes_notes(leads, notes, stick)
    the_other_gives_its_notes_to_the_end(leads, notes, stick)
    both_change_the_same_line(leads, notes, stick)
    an_organizer_opens_all_of_it(notes, stick)


def one_begins_and_the_other_takes_notes(leads, notes, stick):
    leads.turns_to_the_laptop()
    leads.presses(Key.Key_Return)
    leads.is_on(PageName.PREPARE)
    leads.clicks(tr("Begin the session"))
    leads.is_on(PageName.RUN)
    leads.presses(Key.Key_Return)
    leads.lets_pass(6)
    leads.presses(Key.Key_PageDown)
    leads.clicks(tr("Notes"))
    leads.writes("Las luces de la calle Cinco no sirven #alumbrado /3", "¿Quién contesta de noche?")
    leads.clicks(tr("Home"))
    leads.clicks(tr("Wrap up"))
    leads.hands_over(stick)

    notes.turns_to_the_laptop()
    notes.opens(stick)
    notes.clicks(tr("Yes, we work together"))
    notes.sees("C01")
    notes.presses(Key.Key_Return)
    notes.is_on(PageName.NOTES)
    notes.writes("Me da miedo la parada #alumbrado", "! Pedir focos nuevos")
    assert said(notes.folder()) > said(leads.folder())
    notes.goes_to_the_wrap_up()
    notes.hands_over(stick)


def the_other_gives_its_notes_to_the_end(leads, notes, stick):
    leads.turns_to_the_laptop()
    leads.clicks(tr("Back to the session"))
    leads.presses(Key.Key_Return)
    leads.clicks(tr("Parts"))
    leads.presses(Key.Key_End, Key.Key_Return)
    leads.lets_pass(80)
    leads.clicks(tr("Now"))
    leads.presses(Key.Key_PageDown)
    leads.is_on(PageName.CLOSE)
    assert leads.folder().live.phase is Phase.CLOSED
    leads.opens(stick)
    leads.clicks(tr("Yes, we work together"))
    leads.presses(Key.Key_Return)
    leads.is_on(PageName.CLOSE)
    assert said(leads.folder()) == said(notes.folder())
    leads.goes_to_step(CloseStep.READ_BACK)
    leads.page.findChild(ReadBackList).setFocus()
    leads.presses(*[Key.Key_Space] * 4)
    assert CloseStep.READ_BACK not in open_steps(leads.folder())


def both_change_the_same_line(leads, notes, stick):
    leads.changes_the_line("Las luces de la calle Cinco y del parque no sirven")
    assert CloseStep.READ_BACK in open_steps(leads.folder())
    leads.hands_over(stick)

    notes.turns_to_the_laptop()
    notes.changes_the_line("Las luces de la Cinco llevan un año sin servir #parque")
    notes.opens(stick)
    notes.clicks(tr("Choose now"))
    notes.clicks(tr("Use this version"))
    chosen = "Las luces de la calle Cinco y del parque no sirven"
    assert chosen in said(notes.folder())
    assert notes.folder().live.phase is Phase.CLOSED
    assert CloseStep.READ_BACK in open_steps(notes.folder())
    assert notes.workspace.toast.sentence() == SETTLED
    notes.hands_over(stick)
    notes.clicks(tr("Home"))
    notes.sees(tr("Past sessions"))
    state = PastStates(notes.sitting.desk, notes.workspace.pages.folders, {}).state(notes.entry())
    assert state.closed and state.open_steps and state.handed_over is None


def an_organizer_opens_all_of_it(notes, stick):
    organizer = a_desk(stick.parent / "organizer.db", 9)
    result = opened(organizer, *sorted(stick.glob("*.dialogue")))
    arrived = Folders(organizer, notes.workspace.pages.shelf).session(notes.entry().id)
    organizer.file.close()
    assert result.conflicts == 0
    assert arrived.live.phase is Phase.CLOSED
    assert said(arrived) == said(notes.folder())
    assert [idea.body.what for idea in arrived.actions] == ["Pedir focos nuevos"]
