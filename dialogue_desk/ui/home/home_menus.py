"""The menus of Home: what can be opened, and what is seldom wanted of a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.circles import Circle, Session
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.ui.home.home_row import NamedButton, Press
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.rounded import round_corners
from dialogue_desk.words import Words


class HomeMenu(QMenu):
    """Calls ``press`` with the name of the entry that was chosen ("erase:ID"), as a button of Home does."""

    def __init__(self, press: Press, page: QWidget) -> None:
        super().__init__(page)
        round_corners(self)
        self._press, self._page = press, page
        self.triggered.connect(self._press_chosen)

    def offer(self, text: str, action_id: str, target: RecordId | None = None) -> None:
        """Add an entry that does ``action_id``, to ``target`` if it is given."""
        self.addAction(text).setData(f"{action_id}:{target or ''}")

    def open_at_focus(self) -> None:
        """Open under the button of the page that has the focus, or else at the mouse."""
        button = QApplication.focusWidget()
        if isinstance(button, NamedButton) and self._page.isAncestorOf(button):
            self.popup(button.mapToGlobal(button.rect().bottomLeft() + QPoint(0, Space.HAIR)))
        else:
            self.popup(QCursor.pos())

    def _press_chosen(self, entry: QAction) -> None:
        self._press(entry.data())


def open_menu(words: Words, press: Press, page: QWidget) -> HomeMenu:
    """Return the menu of what a session can come from: files, a folder, or paper."""
    menu = HomeMenu(press, page)
    menu.offer(words.tr("Files …"), "files")
    menu.offer(words.tr("Folder or USB stick …"), "folder")
    menu.offer(words.tr("Type up a session from paper notes …"), "paper")
    return menu


def more_menu(
    desk: Desk,
    target: RecordId,
    words: Words,
    press: Press,
    page: QWidget,
    acts: Sequence[tuple[str, str]] = (),
) -> HomeMenu:
    """Return the menu of a session with its circle, or of a program; it deletes itself when it closes.

    ``acts`` come first: what can be done with a session for which its row has no button, as text and name.
    """
    menu = HomeMenu(press, page)
    menu.aboutToHide.connect(menu.deleteLater)
    record = desk.get(target)
    if record is None or not isinstance(record.body, Session):
        menu.offer(words.tr("Keep until …"), "keep", target)
        menu.offer(words.tr("Hold for a public-records request …"), "hold", target)
        menu.offer(words.tr("Erase this program …"), "erase", target)
        return menu
    circle = desk.get(record.owner)
    for text, name in acts:
        menu.offer(text, name, target)
    if acts:
        menu.addSeparator()
    menu.offer(words.tr("Erase this session …"), "erase", target)
    if circle is not None and isinstance(circle.body, Circle):
        code = circle.body.code
        menu.addSeparator()
        menu.offer(words.tr("Keep circle {code} until …", code=code), "keep", circle.id)
        menu.offer(
            words.tr("Hold circle {code} for a public-records request …", code=code), "hold", circle.id
        )
        menu.offer(words.tr("Erase circle {code} …", code=code), "erase", circle.id)
    return menu
