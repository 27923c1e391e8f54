"""The licences of the app and of everything that comes with it: a list to search, and each text in full."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.licences import ThirdParty, first_page, third_parties
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.ui.widgets.mark_list import MarkList, MarkRow
from dialogue_desk.ui.widgets.reading_sheet import ReadingSheet
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words import Words

_OWN = "own"
_LIST, _LEAST = 300, 120
"""How high the list is where there is room, in pixels at 100 % text, and at least."""


class LicencesSheet(SheetDialog):
    """Lists what the app is made with, and opens the text of its licence."""

    def __init__(self, parties: Sequence[ThirdParty], theme: AppTheme, words: Words, window: QWidget) -> None:
        tr = words.tr
        super().__init__(theme, tr("Licenses"), window, wide=True, characters=0)
        self._parties = {str(place): one for place, one in enumerate(parties)}
        self._words = words
        said = tr(
            "Dialogue Desk is under the Apache License 2.0: you may use it, pass it on and change it. It is "
            "made with the work of many others. Press Enter on one to read its license."
        )
        self.typed = LineBox()
        self.typed.setPlaceholderText(tr("Type to find"))
        self.typed.setAccessibleName(tr("Find a library or a license"))
        self.typed.textChanged.connect(self._fill)
        self.typed.escaped.connect(self.reject)
        self.typed.returnPressed.connect(self._read_current)
        self.typed.installEventFilter(self)
        self._none = Label(tr("Nothing has that name or that license."), "muted")
        self.list = MarkList(theme, tr("Licenses"))
        self.let_scroll(self.list, _LEAST, _LIST)
        self.list.opened.connect(self._read)
        self.list.doubleClicked.connect(self.list.open_row)
        self.column.add(Label(said, "muted"), self.typed, self._none, (self.list, 1))
        self.column.body.addStretch()  # takes the room of the list while that is hidden
        self.foot.addStretch(1)
        self.add_button(tr("Close"), self.reject, weight=Weight.QUIET)
        self.read = self.add_button(tr("Read the license"), self._read_current, weight=Weight.PRIMARY)
        self._fill("")
        self.typed.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.typed and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self._go(step)
                return True
        return super().eventFilter(watched, event)

    def _go(self, step: int) -> None:
        ids = [row.id for row in self.list.rows()]
        if ids:
            here = ids.index(self.list.current_id())
            self.list.go_to(ids[max(0, min(len(ids) - 1, here + step))])

    def _fill(self, typed: str) -> None:
        wanted = typed.casefold().split()
        rows = [row for row in self._rows() if all(word in row.accessible_text.casefold() for word in wanted)]
        self.list.show_rows(rows)
        if rows:
            self.list.go_to(rows[0].id)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self.read.setEnabled(bool(rows))

    def _rows(self) -> list[MarkRow]:
        own = self._words.tr("What comes with Dialogue Desk")
        about = self._words.tr("Apache-2.0 for the app itself, and how the parts may be replaced")
        rows = [MarkRow(_OWN, own, about, f"{own}. {about}", icon="guide")]
        for key, one in self._parties.items():
            name = " ".join(filter(None, (one.name, one.version)))
            rows.append(MarkRow(key, name, one.licence, f"{name}. {one.licence}", icon="guide"))
        return rows

    def _read_current(self) -> None:
        if self.list.rows():
            self._read(self.list.current_id())

    def _read(self, row_id: str) -> None:
        party = self._parties.get(row_id)
        if party is None:
            title, said, file = self._words.tr("What comes with Dialogue Desk"), "Apache-2.0", first_page()
        else:
            title, said, file = party.name, party.licence, party.text_file
        # Over the window, not over this sheet, so that the text has all the room there is.
        sheet = ReadingSheet(self._theme, self._words, title, said, self.parentWidget())
        sheet.finished.connect(self.activateWindow)
        sheet.show_text(_text_of(file.read_bytes()))
        sheet.open()


def open_licences(theme: AppTheme, words: Words, window: QWidget) -> None:
    """Open the sheet of licences.

    Raises:
        OSError: the app was installed without them.
    """
    LicencesSheet(third_parties(), theme, words, window).open()


def _text_of(data: bytes) -> str:
    """Return a licence's text; old ones are not all in UTF-8."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")
