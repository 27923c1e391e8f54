"""The outline at the side, with what can be done with the session or part that is selected."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu

from dialogue_desk.ui.core.actions import Action, Actions
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.editor.guide_outline import OutlineList
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.layouts import column, row


class OutlinePane(Card):
    """Tells what is ``wanted`` of the selected row: "up", "down", "copy", "delete", or a session to add."""

    part_wanted = Signal()
    wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__("rail", edge=0)
        theme, tr = context.theme, context.words.tr
        self._words = context.words
        self.list = OutlineList(theme, tr("Outline of the guide"))
        self.add_part = Button(theme, tr("Add a part"), icon="plus")
        self.more = Button(theme, tr("Actions"), icon="more", bare=True)
        self.add_part.clicked.connect(self.part_wanted)
        self.more.clicked.connect(self._open_menu)
        self.keys = Actions(theme, self, context.keys)
        group = tr("Outline of a guide")
        self.keys.list_only(
            Action("move part", tr("Move a part or session"), ("Alt+Up", "Alt+Down"), "", group),
            Action("copy part", tr("Duplicate"), ("Ctrl+D",), "", group),
            Action("delete part", tr("Delete"), ("Del",), "", group),
            Action("enter part", tr("To its text"), ("Return",), "", group),
        )
        edges = (Space.SNUG, Space.TIGHT, Space.SNUG, Space.SNUG)
        foot = row((self.add_part, 1), self.more, gap=Space.TIGHT)
        self.add((self.list, 1), column(foot, margins=edges))

    def _open_menu(self) -> None:
        tr, menu = self._words.tr, QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        row_here = next((one for one in self.list.rows() if one.id == self.list.current_id()), None)
        movable = bool(row_here is not None and getattr(row_here, "movable", False))
        menu.addAction(tr("Add a session"), partial(self.wanted.emit, "session"))
        menu.addSeparator()
        for act, words in (
            ("up", tr("Move up")),
            ("down", tr("Move down")),
            ("copy", tr("Duplicate")),
            ("delete", tr("Delete")),
        ):
            menu.addAction(words, partial(self.wanted.emit, act)).setEnabled(movable)
        menu.popup(self.more.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
