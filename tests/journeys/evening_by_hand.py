"""A whole evening by hand: what is pressed, typed and clicked in the real window, and what is seen then."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from dialogue_desk.domain.model.ids import HOUR, MINUTE
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.ui.run.run_page import RunPage
from dialogue_desk.words import Words
from tests.journeys.monkey import settle
from tests.reports.paper_reading import pdf_words
from tests.ui.seen import words_on

KEYS = {"Enter": "Return", "Delete": "Del"}
_BEAT = 4 * MINUTE
_LOOKING = {"see", "gone", "focus", "clock", "room", "disk", "papers", "press", "click"}
"""Deeds after which what was last seen is still what is seen."""
_FIELDS = (QLineEdit, QPlainTextEdit, QSpinBox)
SIGNS = '?"+~*^!“”'


class EveningByHand:
    """One person at one laptop: each line of a text is something that is done, or something that is so.

    Each press and each click must change something that is seen.
    """

    def __init__(self, laptop, stick):
        self.laptop, self.clock, self.stick = laptop, laptop.clock, stick
        self.sitting = None
        self.size = (1366, 768)
        self.seen = None

    def play(self, text):
        for number, line in enumerate(text.splitlines(), start=1):
            deed = line.partition("  #")[0].strip()
            if not deed or deed.startswith("#"):
                continue
            try:
                self.do(deed)
            except Exception as wrong:
                wrong.add_note(f"line {number}: {deed}")
                raise

    def do(self, deed):
        time, _, rest = deed.partition(" ")
        if time[0].isdigit():
            self._let_it_be(time)
            deed = rest.strip()
        verb, _, what = deed.partition(" ")
        if verb not in _LOOKING or time[0].isdigit():
            self.seen = None
        if verb:
            getattr(self, f"do_{verb}")(what)
        if self.sitting is not None and QApplication.activeWindow() is not self._front():
            self._front().activateWindow()  # as a desktop does
            settle()
        if self.sitting is not None and self.sitting._worker.busy():
            self.laptop.qtbot.waitUntil(lambda: not self.sitting._worker.busy(), timeout=30_000)
            settle()

    def _let_it_be(self, time):
        """Let the time pass until the clock of the room shows ``time``, in the evening."""
        hour, minute = map(int, time.split(":"))
        zone = self.clock.zone(self.clock.now()) * MINUTE
        day = (self.clock.now() + zone) // (24 * HOUR) * 24 * HOUR
        until = day + (hour + 12) * HOUR + minute * MINUTE - zone
        page = self.sitting.window.findChild(RunPage) if self.sitting else None
        live = page is not None and page.isVisible() and page.center.page is not page.resume
        while self.clock.now() < until:
            self.clock.advance(min(_BEAT if live else 24 * HOUR, until - self.clock.now()))
            if live:
                page._controller.tick()
        settle()

    # What is done.

    def do_open(self, _what):
        self.sitting = self.laptop.start()
        self.do_window("x".join(map(str, self.size)))

    def do_kill(self, _what):
        self.laptop.stop(self.sitting)
        self.sitting = None

    def do_window(self, what):
        self.size = tuple(map(int, what.split("x")))
        self.sitting.window.showNormal()
        self.sitting.window.resize(*self.size)
        settle()

    def do_press(self, what):
        for name in what.split():
            (combination,) = QKeySequence(KEYS.get(name, name))
            with self._something_happens(name):
                key, held = combination.key(), combination.keyboardModifiers()
                QTest.keyClick(self._under_the_keys(), key, held)

    def do_type(self, what):
        for sign in what:
            target = self._under_the_keys()
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                event = QKeyEvent(kind, ord(sign.upper()), Qt.KeyboardModifier.NoModifier, sign)
                QCoreApplication.sendEvent(target, event)
        settle()

    def do_note(self, what):
        """Type a line, press Enter, and find its words on disk at once."""
        self.do_type(what)
        self.do_press("Enter")
        self.do_disk(
            " ".join(one for one in what.lstrip(SIGNS + " ").split() if one[0] not in "#/").rstrip("”")
        )

    def do_into(self, what):
        name, _, text = what.partition(": ")
        self._click(self._field(name))
        settle()
        self.do_type(text)

    def do_pick(self, what):
        """Choose a row of a list of choices by the keys."""
        name, _, row = what.partition(": ")
        (box,) = (one for one in self._front().findChildren(QComboBox) if one.accessibleName() == name)
        box.setFocus()
        while box.currentText() != row:
            self.do_press("Down")

    def do_click(self, what):
        with self._something_happens(what):
            self._click(self._button(what))

    def do_save(self, _what):
        """Choose the stick in the dialog that asks for a folder."""
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.findChild(QLineEdit).setText(str(self.stick))
        QTest.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)

    # What is so then.

    def do_see(self, what):
        assert self._shows(what), self._words()

    def do_gone(self, what):
        assert not self._shows(what), self._words()

    def do_focus(self, what):
        here = self._under_the_keys()
        assert what in (here.accessibleName(), getattr(here, "text", str)()), (here, here.accessibleName())

    def do_clock(self, what):
        page = self.sitting.window.findChild(RunPage)
        assert page.card.ring.clock() == what, page.card.ring.clock()

    def do_room(self, what):
        shown = self.sitting.window.findChild(RunPage)._room.content
        assert what == "black" if shown.blank else what in shown.accessible_text, shown

    def do_disk(self, what):
        """Words that are on disk, and after | the themes they have, or their spread, or "may be shared"."""
        text, _, more = what.partition(" | ")
        about = [
            {*folder.theme_names(entry.body.themes), *map(str, (entry.body.spread, entry.body.consent))}
            if hasattr(entry.body, "consent")
            else {*folder.theme_names(entry.body.themes)}
            for folder in self._folders()
            for entry in (*folder.notes, *folder.actions)
            if text == (getattr(entry.body, "text", "") or getattr(entry.body, "what", ""))
        ]
        assert about, f"{text!r} is not on disk"
        assert any(set(more.split(", ")) - {""} <= one for one in about), about

    def do_papers(self, what):
        """``say`` or ``lack``: the summary as PDF, and the package, each all of it."""
        verb, _, words = what.partition(" ")
        (pdf,), (package,) = self.stick.glob("*.pdf"), self.stick.glob("*.dialogue")
        records = PackageReader(Words(), None).read(package).records.values()
        # Ids and checksums have digits of their own.
        bare = re.sub(r"\b[0-9a-f]{8,}\b", "", repr(records))
        for text in (pdf_words(pdf.read_bytes()), bare):
            assert (words in text) is (verb == "say"), text

    # How it is found.

    def _folders(self):
        folders = self.sitting.workspace.pages.folders
        return [folders.session(entry.id) for entry in folders.entries()]

    def _front(self):
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        return front or self.sitting.window

    def _under_the_keys(self):
        front = self._front()
        return QApplication.activePopupWidget() or front.focusWidget() or front

    def _words(self):
        seen = [one for one in self._front().findChildren(QWidget) if one.isVisible()]
        rows = [row for one in seen if isinstance(one, QAbstractItemView) for row in _rows(one.model())]
        return [*words_on(self._front()), *filter(None, (one.accessibleName() for one in seen)), *rows]

    def _shows(self, what):
        return any(what in one for one in self._words())

    def _button(self, what):
        buttons = [one for one in self._front().findChildren(QAbstractButton) if one.isVisible()]
        found = [one for one in buttons if what in (one.text(), one.accessibleName())]
        assert found, self._words()
        assert found[0].isEnabled(), f"{what!r} is dead"
        return found[0]

    def _field(self, name):
        fields = [one for one in self._front().findChildren(QWidget) if isinstance(one, _FIELDS)]
        found = [one for one in fields if one.isVisible() and one.accessibleName() == name]
        assert found, self._words()
        return found[0].lineEdit() if isinstance(found[0], QSpinBox) else found[0]

    def _click(self, widget):
        """Click the middle of a widget; whatever lies over it is in the way of a person, too."""
        above = widget.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(widget)
            above = above.parentWidget()
        window = widget.window()
        middle = widget.mapTo(window, widget.visibleRegion().boundingRect().center())
        there = window.childAt(middle)
        assert there is widget or widget.isAncestorOf(there), f"{there} is over it"
        QTest.mouseClick(there, Qt.MouseButton.LeftButton, pos=there.mapFrom(window, middle))

    def _something_happens(self, name):
        return _Happening(self, name)

    def picture(self):
        """Return what a person could notice: words, what is ticked, and where the keyboard is."""
        here = self._under_the_keys()
        current = here.currentIndex().row() if isinstance(here, QAbstractItemView) else None
        typed = [str(getattr(here, name)()) for name in ("toPlainText", "currentText") if hasattr(here, name)]
        ticks = [one.isChecked() for one in self._front().findChildren(QAbstractButton) if one.isVisible()]
        room = self.sitting.window.findChild(RunPage)
        shown = room._room.content if room is not None else None
        return self._words(), ticks, id(here), current, typed, str(shown), id(self._front())


def _rows(model):
    """Return what a screen reader says of each row of a list."""
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount() if model else 0)]


class _Happening:
    """Compares what is seen before something is pressed and after."""

    def __init__(self, evening, name):
        self._evening, self._name = evening, name

    def __enter__(self):
        self._before = self._evening.seen or self._evening.picture()

    def __exit__(self, kind, _error, _trace):
        settle()
        if kind is None:
            self._evening.seen = self._evening.picture()
            assert self._evening.seen != self._before, f"{self._name!r} does nothing"
