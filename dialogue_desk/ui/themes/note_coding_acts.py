"""What an organizer does with selected notes at the workbench: put them under themes, and take them out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.note_coding import (
    add_theme,
    as_circles_wrote,
    codings_now,
    move_notes,
    new_theme,
    take_out,
    take_out_of_all,
)
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.program_overview import CircleNote, ProgramPicture, ThemeCount
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.themes.theme_choice_sheet import ThemeChoiceSheet
from dialogue_desk.ui.themes.theme_name_sheet import ThemeNameSheet, split_preview
from dialogue_desk.ui.widgets.toast import UNDO


class NoteCodingActs(QObject):
    """Each act is one step of Undo, which a message offers.

    ``coded`` carries under which themes notes count now, ``went`` a theme that was made of them.
    """

    coded = Signal(object)
    went = Signal(str)

    def __init__(self, desk: Desk, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._context, self._page = desk, context, page
        self.picture: ProgramPicture | None = None
        self.theme: ThemeCount | None = None
        """The theme whose notes are shown, out of which they are moved."""

    def add(self, lines: Sequence[CircleNote]) -> None:
        """Ask for a theme that the notes count under as well."""
        if lines:
            title = self._context.words.ntr(
                "A theme for {count} note", "A theme for {count} notes", len(lines)
            )
            self._choose(title, lines, adds=True)

    def move(self, lines: Sequence[CircleNote]) -> None:
        """Ask for the theme that the notes count under instead of the one that is shown."""
        words = self._context.words
        if lines and self.theme is None:
            self.add(lines)
        elif lines:
            title = words.ntr("Move {count} note to a theme", "Move {count} notes to a theme", len(lines))
            self._choose(title, lines, adds=False)

    def put(self, lines: Sequence[CircleNote], into: str, *, adds: bool) -> None:
        """Count notes under a theme, as well or instead of the one that is shown."""
        picture, words = self.picture, self._context.words
        target = picture.theme_of().get(RecordId(into)) if picture else None
        if picture is None or target is None or not lines:
            return
        if adds or self.theme is None:
            add_theme(self._desk, picture, lines, target.theme_id)
            said = words.ntr(
                "{count} note is under “{theme}” now.",
                "{count} notes are under “{theme}” now.",
                len(lines),
                theme=target.name,
            )
        else:
            move_notes(self._desk, picture, lines, self.theme.theme_id, target.theme_id)
            said = words.ntr(
                "{count} note moved to “{theme}”.",
                "{count} notes moved to “{theme}”.",
                len(lines),
                theme=target.name,
            )
        self._tell(lines, said)

    def take_out(self, lines: Sequence[CircleNote]) -> None:
        """Count notes no longer under the theme that is shown."""
        if self.picture is None or self.theme is None or not lines:
            return
        take_out(self._desk, self.picture, lines, self.theme.theme_id)
        said = self._context.words.ntr(
            "{count} note is no longer under “{theme}”.",
            "{count} notes are no longer under “{theme}”.",
            len(lines),
            theme=self.theme.name,
        )
        self._tell(lines, said)

    def take_out_of_all(self, lines: Sequence[CircleNote]) -> None:
        """Count notes under no theme."""
        if self.picture is None or not lines:
            return
        take_out_of_all(self._desk, self.picture, lines)
        said = self._context.words.ntr(
            "{count} note is under no theme now.", "{count} notes are under no theme now.", len(lines)
        )
        self._tell(lines, said)

    def restore(self, lines: Sequence[CircleNote]) -> None:
        """Count notes under the themes that their circles gave them."""
        if self.picture is None or not lines:
            return
        as_circles_wrote(self._desk, self.picture, lines)
        self._say(
            self._context.words.ntr(
                "{count} note is under the themes of its circle again.",
                "{count} notes are under the themes of their circles again.",
                len(lines),
            )
        )

    def begin_theme(self, lines: Sequence[CircleNote]) -> None:
        """Ask for the name of a new theme of these notes, which leave the one that is shown."""
        words, picture, theme = self._context.words, self.picture, self.theme
        if picture is None:
            return
        if theme is None or not lines:
            title = words.ntr("A new theme of {count} note", "A new theme of {count} notes", len(lines))
            title = title if lines else words.tr("A new theme")
            sheet = self._name_sheet(title, words.tr("Make theme"), picture, ())
        else:
            title = words.tr("Split “{theme}”", theme=theme.name)
            preview = split_preview(theme, lines, words)
            sheet = self._name_sheet(title, words.tr("Split"), picture, preview)
        sheet.named.connect(partial(self._make, lines, theme if lines else None))
        sheet.open()

    def _name_sheet(
        self, title: str, act: str, picture: ProgramPicture, preview: Sequence[str]
    ) -> ThemeNameSheet:
        window = self._page.window()
        return ThemeNameSheet(self._context, (title, act), picture.every_theme, window, preview=preview)

    def _make(self, lines: Sequence[CircleNote], out_of: ThemeCount | None, name: str) -> None:
        if self.picture is None:
            return
        made = new_theme(self._desk, self.picture, name, lines, out_of)
        self._tell(lines, self._context.words.tr("“{theme}” is a theme now.", theme=name))
        self.went.emit(made)

    def _choose(self, title: str, lines: Sequence[CircleNote], *, adds: bool) -> None:
        picture = self.picture
        if picture is None:
            return
        window = self._page.window()
        none = "" if adds else self._context.words.tr("Without a theme")
        sheet = ThemeChoiceSheet(self._context, title, picture.every_theme, window, none=none, may_make=True)

        def put(theme: str) -> None:
            if theme:
                self.put(lines, theme, adds=adds)
            else:
                self.take_out_of_all(lines)

        sheet.chosen.connect(put)
        sheet.named.connect(partial(self._make, lines, None if adds else self.theme))
        sheet.open()

    def _tell(self, lines: Sequence[CircleNote], said: str) -> None:
        if self.picture is not None:
            self.coded.emit(codings_now(self._desk, self.picture, lines))
        self._say(said)

    def _say(self, said: str) -> None:
        self._context.toast.say(said, action=self._context.words.tr("Undo"), action_id=UNDO)
