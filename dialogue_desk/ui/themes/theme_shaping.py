"""What an organizer does with a theme at the workbench: its menu, and the sheets that it leads to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.program_theme_edits import (
    color_theme,
    keep_among_findings,
    put_under,
    rename_theme,
    set_aside,
)
from dialogue_desk.desk.program.same_themes import SameTheme, beside, counted_with, forget_beside
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.program_overview import ProgramPicture, ThemeCount
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.themes.compare_sheet import CompareSheet
from dialogue_desk.ui.themes.same_themes_sheet import SameThemesSheet
from dialogue_desk.ui.themes.synonyms_sheet import SynonymsSheet
from dialogue_desk.ui.themes.theme_choice_sheet import ThemeChoiceSheet
from dialogue_desk.ui.themes.theme_colors import color_names
from dialogue_desk.ui.themes.theme_name_sheet import ThemeNameSheet
from dialogue_desk.ui.widgets.rounded import round_corners
from dialogue_desk.ui.widgets.toast import UNDO


class ThemeShaping(QObject):
    """Each act is one step of Undo, which a message offers; ``went`` carries the theme to stay on."""

    went = Signal(str)

    def __init__(self, desk: Desk, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._context, self._page, self._words = desk, context, page, context.words
        self.picture: ProgramPicture | None = None
        self.same: Mapping[RecordId, tuple[SameTheme, ...]] = {}

    def open_menu(self, theme: ThemeCount, place: QPoint) -> None:
        """Open the menu of a theme at a place on the screen."""
        self.menu(theme).popup(place)

    def menu(self, theme: ThemeCount) -> QMenu:
        """Return the menu of a theme."""
        tr, menu = self._words.tr, QMenu(self._page)
        round_corners(menu)
        menu.setAccessibleName(theme.name)
        menu.aboutToHide.connect(menu.deleteLater)

        if self.picture is not None and self.picture.program_id is not None:
            _add(menu, tr("Rename it"), partial(self.rename, theme))
            _add(menu, tr("Put it under another theme"), partial(self.nest, theme))
            self._add_colors(menu, theme)
            _add(menu, tr("Compare it with another theme"), partial(self.compare, theme))
            said = tr("Count it among the findings again")
            if not theme.aside:
                said = tr("Keep it apart: it is about the talk itself")
            _add(menu, said, partial(self.keep_apart, theme, aside=not theme.aside))
            self._add_beside(menu, self.picture, theme)
        if self.same.get(theme.theme_id) or counted_with(self._desk, theme):
            _add(menu, tr("Names counted as one, and suggestions"), partial(self.open_same, theme))
        return menu

    def ask_aside(self, theme: ThemeCount, place: QPoint) -> None:
        """Ask at a place on the screen whether a theme is about the talk itself."""
        tr, menu = self._words.tr, QMenu(self._page)
        round_corners(menu)
        menu.setAccessibleName(theme.name)
        menu.aboutToHide.connect(menu.deleteLater)
        _add(menu, tr("Yes: keep it apart from the findings"), partial(self.keep_apart, theme, aside=True))
        _add(menu, tr("No: it is a finding"), partial(self._keep_among_findings, theme))
        menu.popup(place)

    def rename(self, theme: ThemeCount) -> None:
        """Ask for another name."""
        picture = self.picture
        if picture is None:
            return
        said = (self._words.tr("Rename “{theme}”", theme=theme.name), self._words.tr("Rename"))
        preview = [self._words.tr("Circles keep the names that they wrote. All are counted with it.")]
        sheet = ThemeNameSheet(
            self._context, said, picture.every_theme, self._page.window(), name=theme.name, preview=preview
        )

        def save(name: str) -> None:
            if name != theme.name:
                words = self._words.tr("“{before}” is called “{now}” now.", before=theme.name, now=name)
                self._finish(rename_theme(self._desk, picture, theme, name), words)

        sheet.named.connect(save)
        sheet.open()

    def nest(self, theme: ThemeCount) -> None:
        """Ask for the wider theme that this one is put under."""
        picture, words = self.picture, self._words
        if picture is None:
            return
        inside = picture.within(theme.theme_id)
        others = [one for one in picture.every_theme if one.theme_id not in inside]
        none = words.tr("Under none: beside the widest") if theme.under else ""
        title = words.tr("Put “{theme}” under", theme=theme.name)
        sheet = ThemeChoiceSheet(self._context, title, others, self._page.window(), none=none)

        def put(wider_id: str) -> None:
            wider = picture.theme_of().get(RecordId(wider_id))
            said = words.tr("“{theme}” stands for itself again.", theme=theme.name)
            if wider is not None:
                said = words.tr(
                    "“{theme}” is under “{wider}” now, which counts its circles too.",
                    theme=theme.name,
                    wider=wider.name,
                )
            self._finish(put_under(self._desk, picture, theme, wider.theme_id if wider else None), said)

        sheet.chosen.connect(put)
        sheet.open()

    def compare(self, theme: ThemeCount) -> None:
        """Ask with which theme this one is compared, then how they stand to each other."""
        picture = self.picture
        if picture is None:
            return
        others = [one for one in picture.every_theme if one.theme_id != theme.theme_id]
        title = self._words.tr("Compare “{theme}” with", theme=theme.name)
        sheet = ThemeChoiceSheet(self._context, title, others, self._page.window())
        sheet.chosen.connect(partial(self.open_compare, theme))
        sheet.open()

    def keep_apart(self, theme: ThemeCount, *, aside: bool) -> None:
        """Keep a theme apart from the findings, or count it among them again."""
        if self.picture is None:
            return
        said = self._words.tr("“{theme}” is counted among the findings again.", theme=theme.name)
        if aside:
            said = self._words.tr(
                "“{theme}” is kept apart from the findings. The annex of the report lists it.",
                theme=theme.name,
            )
        self._finish(set_aside(self._desk, self.picture, theme, aside=aside), said)

    def _keep_among_findings(self, theme: ThemeCount) -> None:
        if self.picture is not None:
            keep_among_findings(self._desk, self.picture, theme)
            said = self._words.tr("“{theme}” stays among the findings.", theme=theme.name)
            self._finish(theme.theme_id, said)

    def open_same(self, theme: ThemeCount) -> None:
        """Show which others probably mean the same, and which names are counted with it."""
        if self.picture is None:
            return
        same = self.same.get(theme.theme_id, ())
        sheet = SameThemesSheet(self._desk, self.picture, theme, same, self._context, self._page.window())
        sheet.stands.connect(self.went)
        sheet.open()

    def open_synonyms(self) -> None:
        """Show the program's own words that mean the same."""
        picture, words = self.picture, self._words
        if picture is None or picture.program_id is None:
            return
        window = self._page.window()
        sheet = SynonymsSheet(self._desk, picture.program_id, picture.work, self._context, window)
        sheet.saved.connect(
            lambda count: self._say(
                words.ntr("{count} group of words is saved.", "{count} groups of words are saved.", count)
            )
        )
        sheet.open()

    def _add_colors(self, menu: QMenu, theme: ThemeCount) -> None:
        colors = menu.addMenu(self._words.tr("Color"))
        round_corners(colors)
        for number, name in enumerate((self._words.tr("No color"), *color_names(self._words))):
            action = colors.addAction(name)
            action.setCheckable(True)
            action.setChecked(number == theme.color)
            action.triggered.connect(partial(self._color, theme, number, name))

    def _add_beside(self, menu: QMenu, picture: ProgramPicture, theme: ThemeCount) -> None:
        for one in beside(picture, theme):
            said = self._words.tr("Forget how it compares with “{theme}”", theme=one.theme.name)
            forget = partial(forget_beside, self._desk, picture, one.likeness)
            _add(menu, said, forget)

    def _color(self, theme: ThemeCount, color: int, name: str, *_: object) -> None:
        if self.picture is None:
            return
        said = self._words.tr("“{theme}” has the color {color} now.", theme=theme.name, color=name)
        if not color:
            said = self._words.tr("“{theme}” has no color now.", theme=theme.name)
        self._finish(color_theme(self._desk, self.picture, theme, color), said)

    def open_compare(self, theme: ThemeCount, other_id: str) -> None:
        """Ask how a theme stands to another one."""
        other = self.picture.theme_of().get(RecordId(other_id)) if self.picture else None
        if self.picture is not None and other is not None:
            window = self._page.window()
            sheet = CompareSheet(self._desk, self.picture, (theme, other), self._context, window)
            sheet.compared.connect(self._finish)
            sheet.open()

    def _finish(self, theme_id: str, said: str) -> None:
        self.went.emit(theme_id)
        self._say(said)

    def _say(self, said: str) -> None:
        self._context.toast.say(said, action=self._words.tr("Undo"), action_id=UNDO)


def _add(menu: QMenu, said: str, act: Callable[[], object]) -> None:
    menu.addAction(said.replace("&", "&&")).triggered.connect(lambda _checked: act())
