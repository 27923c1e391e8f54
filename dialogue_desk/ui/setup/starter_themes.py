"""The starter themes of a program, named in each of its languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.program_draft import DraftTheme, ProgramDraft
from dialogue_desk.desk.program.program_edits import is_in_use
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.model.text import normalized, safe_in_sentence
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.exchange.document_refusals import DocumentRefused
from dialogue_desk.exchange.rows_of_files import rows_in_text
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.setup.setup_section import SetupSection, typed
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.words.languages import language_name

_COLUMN = 190
"""The least width of one name, in pixels at 100 % text."""
_MOST_PASTED = 100
"""So many themes are more than anybody reads."""


class StarterThemes(SetupSection):
    """A line for each theme, with a box for each language of the program."""

    def __init__(self, desk: Desk, context: Context) -> None:
        super().__init__()
        self._desk, self._context = desk, context
        self._rows: list[ThemeRow] = []
        self._languages: tuple[str, ...] = ()
        tr = context.words.tr
        hint = tr(
            "Note-takers see them as suggestions, in the language of their circle, and circles use the same "
            "words. Enter begins the next one; a list can be pasted."
        )
        self._lines = column(gap=Space.TIGHT)
        self._error = Label(role="error")
        self._error.hide()
        self.add_button = Button(context.theme, tr("Add a theme"), icon="plus")
        self.add_button.clicked.connect(self._add_next)
        column(
            Label(hint, "muted"),
            self._lines,
            self._error,
            flowing(self.add_button),
            gap=Space.BASE,
            within=self,
        )

    def show_draft(self, draft: ProgramDraft) -> None:
        self._languages = draft.program.languages
        self._show(draft.themes)
        self._say("")

    def fill(self, draft: ProgramDraft) -> ProgramDraft:
        return replace(draft, themes=self.themes())

    def follow(self, draft: ProgramDraft) -> None:
        if draft.program.languages != self._languages:
            kept = self.themes()
            self._languages = draft.program.languages
            self._show(kept)

    def themes(self) -> tuple[DraftTheme, ...]:
        """Return the themes; one without a name does not count."""
        return tuple(theme for row in self._rows if (theme := row.theme()).body.name)

    def check(self) -> bool:
        twin = self._twin()
        if twin is None:
            self._say("")
            return True
        row, name = twin
        self._say(self._context.words.tr("Two themes are called “{name}”.", name=safe_in_sentence(name)))
        row.names[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _say(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        if sentence:
            self._context.announcer.announce(sentence)

    def _twin(self) -> tuple[ThemeRow, str] | None:
        """Return a theme that has, in any language, the name of one before it, and that name."""
        seen: set[str] = set()
        for row in self._rows:
            keys = {twin_key(name): name for name in row.theme().body.every_name if name}
            for key in keys.keys() & seen:
                return row, keys[key]
            seen |= keys.keys()
        return None

    def _show(self, themes: Iterable[DraftTheme]) -> None:
        for row in list(self._rows):
            self._take_out(row)
        for theme in themes:
            self._add(theme)

    def _add_next(self) -> None:
        self._add(DraftTheme(None, Theme(""))).names[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, theme: DraftTheme, at: int | None = None) -> ThemeRow:
        added = ThemeRow(theme, self._languages, self._context)
        added.remove.clicked.connect(lambda _checked: self._remove(added))
        for line in added.names:
            line.returnPressed.connect(lambda: self._next(added))
            line.pasted.connect(lambda text: self._paste(added, text))
        at = len(self._rows) if at is None else at
        self._lines.insertWidget(at, added)
        self._rows.insert(at, added)
        self._number()
        added.show()
        return added

    def _next(self, row: ThemeRow) -> None:
        """Go to the theme after ``row``, a new one after the last; an empty one begins none."""
        at = self._rows.index(row) + 1
        if at == len(self._rows) and row.theme().body.name:
            self._add(DraftTheme(None, Theme("")))
        for after in self._rows[at : at + 1]:
            after.names[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _paste(self, row: ThemeRow, text: str) -> None:
        """Make a theme of each line of ``text``; its cells are the names in the languages."""
        try:
            lines = rows_in_text(text)
        except DocumentRefused:
            return
        if len(lines) > _MOST_PASTED:
            most = self._context.words.number(_MOST_PASTED)
            self._say(self._context.words.tr("Only the first {most} lines were added.", most=most))
        lines = lines[:_MOST_PASTED]
        at = self._rows.index(row)
        if row.theme().body.name:
            at += 1
        else:
            self._take_out(row)
        for place, cells in enumerate(lines, at):
            added = self._add(DraftTheme(None, Theme("")), place)
            for line, cell in zip(added.names, cells, strict=False):
                line.setText(cell)
        self._rows[min(at + len(lines), len(self._rows)) - 1].names[0].setFocus()

    def _remove(self, row: ThemeRow) -> None:
        kept = row.theme().id
        if kept is not None and is_in_use(self._desk, kept):
            words, name = self._context.words, safe_in_sentence(row.theme().body.name)
            self._say(
                words.tr(
                    "Notes are under “{name}”, so it stays. On the Themes tab it can be joined with another.",
                    name=name,
                )
            )
            return
        self._say("")
        self._take_out(row)
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_out(self, row: ThemeRow) -> None:
        self._rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._number()

    def _number(self) -> None:
        for number, row in enumerate(self._rows, 1):
            row.show_number(number)


class ThemeRow(QWidget):
    """The names of one theme."""

    def __init__(self, theme: DraftTheme, languages: Sequence[str], context: Context) -> None:
        super().__init__()
        words, look = context.words, context.theme
        self._theme, self._languages, self._words = theme, tuple(languages), words
        self.names = [NameLine() for _ in languages]
        names = names_in(theme.body, languages)
        boxes = ResponsiveRow(look, _COLUMN * len(self.names) if len(self.names) > 1 else 0, gap=Space.TIGHT)
        for line, language in zip(self.names, languages, strict=True):
            line.setText(names.get(language, ""))
            spoken = language_name(language, words)
            line.setPlaceholderText(spoken)
            boxes.add(line, 1)
        delete = words.tr("Delete the theme")
        self.remove = Button(look, delete, weight=Weight.QUIET, icon="trash", bare=True)
        whole = ResponsiveRow(look, 0, gap=Space.TIGHT)
        whole.add(boxes, 1)
        whole.add(self.remove)
        column(whole, within=self)

    def show_number(self, number: int) -> None:
        """Give the inputs names by which a reader knows which theme they belong to."""
        tr = self._words.tr
        for line, language in zip(self.names, self._languages, strict=True):
            spoken = language_name(language, self._words)
            said = tr("Theme {number} in {language}", number=number, language=spoken)
            line.setAccessibleName(said)
        self.remove.setAccessibleName(tr("Delete theme {number}", number=number))

    def theme(self) -> DraftTheme:
        """Return the theme as it is typed now."""
        lines = zip(self._languages, self.names, strict=True)
        typed_names = {language: name for language, line in lines if (name := typed(line))}
        body = self._theme.body
        if typed_names == names_in(body, self._languages):
            return self._theme
        return replace(self._theme, body=with_names(body, typed_names, self._languages))


class NameLine(QLineEdit):
    """A line for a name; ``pasted`` tells a list that is pasted into it."""

    pasted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = normalized(QGuiApplication.clipboard().text()).strip()
        if event.matches(QKeySequence.StandardKey.Paste) and len(text.splitlines()) > 1:
            self.pasted.emit(text)
            return
        super().keyPressEvent(event)


def names_in(theme: Theme, languages: Sequence[str]) -> dict[str, str]:
    """Return what a theme is called in each language: its name is that in the first that has no other."""
    names = {language: name for language, name in theme.names if name}
    first = next((one for one in languages if one not in names), "")
    if first and theme.name not in names.values():
        names[first] = theme.name
    return names


def with_names(theme: Theme, names: dict[str, str], languages: Sequence[str]) -> Theme:
    """Return a theme with these names in ``languages``, and in other languages those it had."""
    first = languages[0]
    pairs = {language: name for language, name in theme.names if language not in languages}
    pairs |= {language: name for language, name in names.items() if language != first}
    name = names.get(first, "") or next(iter(names.values()), "")
    return replace(theme, name=name, names=tuple(sorted(pairs.items())))
