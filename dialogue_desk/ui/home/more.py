"""What is seldom wanted of a row of Home: how long it is kept, and erasing it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QMenu, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.circles import Circle, Session
from dialogue_desk.domain.ids import RecordId
from dialogue_desk.words import Words


class MoreMenu(QMenu):
    """Tells which record is to be erased, and of which is to be said how long it is kept."""

    erasing_wanted = Signal(str)
    keeping_wanted = Signal(str)

    def offer(self, text: str, wanted: SignalInstance, what: RecordId) -> None:
        """Add one thing to choose."""
        self.addAction(text).triggered.connect(partial(self._tell, wanted, what))

    def _tell(self, wanted: SignalInstance, what: RecordId, _checked: bool = False) -> None:
        wanted.emit(what)


def more_menu(desk: Desk, target: RecordId, words: Words, owner: QWidget) -> MoreMenu:
    """Return the menu of a session, with its circle, or of a program."""
    menu = MoreMenu(owner)
    menu.aboutToHide.connect(menu.deleteLater)
    record = desk.get(target)
    if record is None or not isinstance(record.body, Session):
        menu.offer(words.tr("Keep until …"), menu.keeping_wanted, target)
        menu.offer(words.tr("Erase this program …"), menu.erasing_wanted, target)
        return menu
    circle = desk.get(record.owner)
    menu.offer(words.tr("Erase this session …"), menu.erasing_wanted, target)
    if circle is not None and isinstance(circle.body, Circle):
        code = circle.body.code
        menu.addSeparator()
        menu.offer(words.tr("Keep circle {code} until …", code=code), menu.keeping_wanted, circle.id)
        menu.offer(words.tr("Erase circle {code} …", code=code), menu.erasing_wanted, circle.id)
    return menu
