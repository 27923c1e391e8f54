"""What is seldom wanted of a row of Home: how long it is kept, erasing it, closing what never ran here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QMenu, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.circles import Circle, Session
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.words import Words


class MoreMenu(QMenu):
    """Tells which session is to be closed, what is to be erased, and of what is said how long it is kept."""

    close_wanted = Signal(str)
    erasing_wanted = Signal(str)
    keeping_wanted = Signal(str)

    def add_choice(self, text: str, wanted: SignalInstance, what: RecordId) -> None:
        """Add one thing to choose."""
        self.addAction(text).triggered.connect(partial(self._emit_wanted, wanted, what))

    def _emit_wanted(self, wanted: SignalInstance, what: RecordId, _checked: bool = False) -> None:
        wanted.emit(what)


def more_menu(
    desk: Desk, target: RecordId, words: Words, owner: QWidget, *, to_close: bool = False
) -> MoreMenu:
    """Return the menu of a session, with its circle, or of a program.

    ``to_close``: the row of the session has no button that leads to its close.
    """
    menu = MoreMenu(owner)
    menu.aboutToHide.connect(menu.deleteLater)
    record = desk.get(target)
    if record is None or not isinstance(record.body, Session):
        menu.add_choice(words.tr("Keep until …"), menu.keeping_wanted, target)
        menu.add_choice(words.tr("Erase this program …"), menu.erasing_wanted, target)
        return menu
    circle = desk.get(record.owner)
    if to_close:
        menu.add_choice(words.tr("Wrap up"), menu.close_wanted, target)
        menu.addSeparator()
    menu.add_choice(words.tr("Erase this session …"), menu.erasing_wanted, target)
    if circle is not None and isinstance(circle.body, Circle):
        code = circle.body.code
        menu.addSeparator()
        menu.add_choice(words.tr("Keep circle {code} until …", code=code), menu.keeping_wanted, circle.id)
        menu.add_choice(words.tr("Erase circle {code} …", code=code), menu.erasing_wanted, circle.id)
    return menu
