"""What can be done with a theme wherever it is met: rename it, join it with another, remove it everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.session.theme_changes import is_of_circle, join_themes, remove_theme, rename_theme
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.order import OrderKey, look_up_order
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.ui.widgets.toast import UNDO


class ThemeActions:
    """Changes the themes of a session's circle; each change is one step of Undo, which a message offers."""

    def __init__(self, desk: Desk, context: Context, page: QWidget) -> None:
        self._desk, self._context, self._page = desk, context, page
        self.folder: SessionFolder | None = None
        """The session as it is now."""

    def add_menus(self, menu: QMenu, themes: Iterable[RecordId]) -> None:
        """Add a menu for each of these themes, in the order of the alphabet."""
        names = self.folder.themes if self.folder is not None else {}
        known = {theme: names[theme].name for theme in themes if theme in names}
        for theme in sorted(known, key=lambda theme: look_up_order(known[theme])):
            title = self._context.words.tr("Theme “{theme}”", theme=known[theme].replace("&", "&&"))
            self._fill(menu.addMenu(title), theme)

    def open_menu(self, theme: RecordId, place: QWidget, begin: Callable[[], object] | None = None) -> None:
        """Open the menu of one theme under ``place``; ``begin`` is called before anything is done."""
        if self.folder is None or theme not in self.folder.themes:
            return
        menu = QMenu(place)
        menu.setAccessibleName(self.folder.themes[theme].name)
        menu.aboutToHide.connect(menu.deleteLater)
        self._fill(menu, theme, begin)
        menu.popup(place.mapToGlobal(QPoint(0, place.height())))

    def _fill(self, menu: QMenu, theme: RecordId, begin: Callable[[], object] | None = None) -> None:
        tr, folder = self._context.words.tr, self.folder
        if folder is None:
            return

        def add(to: QMenu, words: str, act: Callable[[], object]) -> None:
            action = to.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda: (begin() if begin else None, act()))

        if not is_of_circle(self._desk, folder, theme):
            add(menu, tr("Why it cannot be changed here"), self._say_whose)
            return
        add(menu, tr("Rename it"), partial(self._ask_name, theme))
        others = sorted((one for one in folder.themes if one != theme), key=self._place)
        if others:
            join = menu.addMenu(tr("Join it with another theme"))
            for other in others:
                add(join, folder.themes[other].name, partial(self._join, theme, other))
        add(menu, tr("Remove it from all notes"), partial(self._remove, theme))

    def _place(self, theme: RecordId) -> OrderKey:
        return look_up_order(self._name(theme))

    def _name(self, theme: RecordId) -> str:
        return self.folder.themes[theme].name if self.folder and theme in self.folder.themes else ""

    def _ask_name(self, theme: RecordId) -> None:
        sheet = RenameSheet(self._context, self._name(theme), self._page.window())
        sheet.named.connect(partial(self._rename, theme))
        sheet.open()

    def _rename(self, theme: RecordId, name: str) -> None:
        before = self._name(theme)
        if self.folder is None or not name.strip() or name.strip() == before:
            return
        now = rename_theme(self._desk, self.folder, theme, name)
        self._say(self._context.words.tr("“{before}” is called “{now}” now.", before=before, now=now))

    def _join(self, theme: RecordId, other: RecordId) -> None:
        if self.folder is None:
            return
        before, now = self._name(theme), self._name(other)
        join_themes(self._desk, self.folder, theme, other)
        self._say(self._context.words.tr("“{before}” is part of “{now}” now.", before=before, now=now))

    def _remove(self, theme: RecordId) -> None:
        if self.folder is None:
            return
        before = self._name(theme)
        remove_theme(self._desk, self.folder, theme)
        self._say(
            self._context.words.tr("“{before}” is no theme anymore. The notes are all there.", before=before)
        )

    def _say(self, sentence: str) -> None:
        self._context.toast.say(sentence, action=self._context.words.tr("Undo"), action_id=UNDO)

    def _say_whose(self) -> None:
        self._context.toast.say(
            self._context.words.tr(
                "This theme belongs to the program, so it is the same in every circle. The organizer can "
                "change it in the program. Here you can join another theme with it."
            )
        )


class RenameSheet(SheetDialog):
    """Asks for the new name of a theme; ``named`` carries it."""

    named = Signal(str)

    def __init__(self, context: Context, name: str, window: QWidget) -> None:
        words, theme = context.words, context.theme
        super().__init__(theme, words.tr("Rename “{theme}”", theme=name), window)
        self.line = LineBox()
        self.line.setText(name)
        self.line.selectAll()
        hint = words.tr("If another theme has this name, the two become one. Notes keep their words.")
        self.column.add(Field(words.tr("Name"), self.line, hint))
        self.column.body.addStretch(1)
        self.line.returnPressed.connect(self._finish)
        self.line.escaped.connect(self.reject)
        self.foot.addStretch(1)
        self.add_button(words.tr("Cancel"), self.reject, weight=Weight.QUIET)
        self.add_button(words.tr("Rename"), self._finish, weight=Weight.PRIMARY)
        self.line.setFocus()

    def _finish(self) -> None:
        name = self.line.text()
        self.accept()
        self.named.emit(name)
