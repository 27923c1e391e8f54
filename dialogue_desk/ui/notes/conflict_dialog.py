"""The dialog that shows the versions of a record in conflict side by side, and asks for a choice."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.session.open_conflicts import Conflict, choose_all, conflict_of, options_of
from dialogue_desk.domain.model.bodies import Body
from dialogue_desk.domain.model.circles import Session
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.model.organizing import spoken_of
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.domain.overview.session_folder import stored
from dialogue_desk.domain.records.conflicts import can_keep_all, conflicting_editions, written_by
from dialogue_desk.domain.records.records import Edition, Record
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.written_name import first_words
from dialogue_desk.ui.notes.editor_dialog import text_field
from dialogue_desk.ui.notes.version_text import VersionText, differing, version_text, with_text
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.focus_ring import FocusRing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, clear_layout, column, row
from dialogue_desk.ui.widgets.rounded import RoundedDialog
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.sheet import WIDE
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of
from dialogue_desk.words.times import day, time_of_day

_TALL = 580
"""In pixels at 100 % text."""


class ConflictDialog(RoundedDialog):
    """Shows the versions of one record side by side; choosing one, or writing another, is one step of Undo.

    Show it with ``open()``; ``left`` more conflicts follow after this one.  It shows another version as soon
    as it arrives, so that nobody decides about one unseen, and closes when there is nothing to choose.
    """

    chosen = Signal(str)
    """Carries the id of the record for which a choice was made."""

    def __init__(
        self,
        desk: Desk,
        record_id: RecordId,
        context: Context,
        window: QWidget | None = None,
        *,
        left: int = 0,
    ) -> None:
        super().__init__(context.theme, window)
        self._desk, self._id, self._context = desk, record_id, context
        words, theme = context.words, context.theme
        self._body = ScrollColumn(theme, characters=0, edge=Space.WIDE)
        self._side_by_side = row(gap=Space.BASE)
        self._new_version = _NewVersion(context)
        self._new_version.kept.connect(self._save_new_version)
        self._new_version.escaped.connect(self.reject)
        later = Button(theme, words.tr("Decide later"), weight=Weight.QUIET)
        later.clicked.connect(self.reject)
        self._all = Button(theme, words.tr("Keep both"))
        self._all.clicked.connect(lambda: self._settle(partial(choose_all, desk, record_id)))
        self._buttons: list[Button] = []
        self._shown: tuple[Edition, ...] = ()
        self._sentence = Label(role="muted")
        record = desk.get(record_id)
        title = conflict_title(conflict_of(desk.file.records, record), words) if record else ""
        self._lay_out(title, later, left)
        if record is not None:
            self._show_editions(record)
        context.desk_signals.changed.connect(self._follow)
        room = window.window().size() if window is not None else self.screen().availableSize()
        wide, tall = theme.scaled(WIDE), theme.scaled(_TALL)
        self.resize(min(wide, room.width() - Space.VAST), min(tall, room.height() - Space.VAST))
        self._ring = FocusRing(theme, self)
        (self._buttons[0] if self._buttons else later).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        least = self._context.theme.measure(characters=31 * max(2, len(self._shown)))
        direction = QBoxLayout.Direction
        narrow = self.width() < least
        self._side_by_side.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _lay_out(self, title: str, later: Button, left: int) -> None:
        words = self._context.words
        self._body.add(Label(title, "heading"))
        self._body.add(self._sentence)
        self._body.body.addLayout(self._side_by_side)
        self._body.add(self._new_version)
        self._body.body.addStretch(1)
        foot = row(self._all, STRETCH, gap=None, margins=(Space.WIDE, 0, Space.WIDE, 0))
        if left:
            more = words.ntr("{count} more after this", "{count} more after this", left)
            foot.addWidget(Label(more, "note"))
        foot.addWidget(later)
        column((self._body, 1), foot, gap=Space.TIGHT, margins=(0, 0, 0, Space.BASE), within=self)

    def _show_editions(self, record: Record) -> None:
        words, themes = self._context.words, _themes_of(self._desk, record)
        self._shown = conflicting_editions(record)
        self._tell_how_many(len(self._shown))
        clear_layout(self._side_by_side)
        self._buttons.clear()
        # This laptop's own version comes first: that is the one a person remembers.
        editions = sorted(self._shown, key=lambda edition: written_by(edition) not in self._desk.names())
        options = options_of(self._desk, record, words)
        lines = _lines_of(self._desk, record)
        texts = [version_text(edition.body, themes, words, options, lines) for edition in editions]
        differ = differing(texts)
        owner = self._desk.get(record.owner)
        zone = owner.body.zone if owner is not None and isinstance(owner.body, Session) else None
        for number, (edition, version) in enumerate(zip(editions, texts, strict=True)):
            at = edition.at, zone if zone is not None else self._desk.clock.zone(edition.at), words
            when = words.tr("Written {day}, {time}", day=day(*at), time=time_of_day(*at))
            head = self._laptop(edition, number, len(editions))
            card = _VersionCard(self._context, head, when, version, differ, removed=edition.body is None)
            card.keep.clicked.connect(partial(self._choose, edition.body))
            self._buttons.append(card.keep)
            if edition.body is not None and with_text(edition.body, "") is not None:
                card.edit.clicked.connect(partial(self._start_new_version, edition.body, version.text))
            else:
                card.edit.hide()
            self._side_by_side.addWidget(card, 1)
        self._all.setVisible(can_keep_all(record))
        self._fold()

    def _tell_how_many(self, count: int) -> None:
        words = self._context.words
        two = count == 2  # what is said of two laptops
        self.setWindowTitle(words.tr("Two versions") if two else words.tr("Several versions"))
        self._all.setText(words.tr("Keep both") if two else words.tr("Keep all of them"))
        self._sentence.setText(
            words.tr(
                "This was changed on two laptops before they shared files. Nothing is lost. Choose "
                "which version to use from now on. You can undo your choice."
            )
            if two
            else words.tr(
                "This was changed on several laptops before they shared files. Nothing is lost. Choose "
                "which version to use from now on. You can undo your choice."
            )
        )

    def _laptop(self, edition: Edition, number: int, of: int) -> str:
        """Return what the laptop of an edition is called; who used it is not known."""
        words = self._context.words
        if written_by(edition) in self._desk.names():
            return words.tr("This laptop")
        if number == 0:
            return words.tr("One laptop")
        return words.tr("The other laptop") if of == 2 else words.tr("Another laptop")

    def _start_new_version(self, base: Body, text: str) -> None:
        self._new_version.begin(base, text)
        window = self.parentWidget()
        room = window.height() if window is not None else self.height()
        self.resize(self.width(), max(self.height(), min(room, self._context.theme.scaled(780))))
        QTimer.singleShot(0, self, lambda: self._body.ensureWidgetVisible(self._new_version))

    def _save_new_version(self, base: Body, text: str) -> None:
        body = with_text(base, normalized(text))
        if body is not None:
            self._choose(body)

    def _choose(self, body: Body | None) -> None:
        self._settle(partial(self._desk.choose, self._id, body))

    def _settle(self, choose: Callable[[], object]) -> None:
        self._context.desk_signals.changed.disconnect(self._follow)
        try:
            choose()
        except BaseException:
            self._context.desk_signals.changed.connect(self._follow)
            raise
        self._context.toast.say(self._what_is_saved())
        self.chosen.emit(self._id)
        self.accept()

    def _what_is_saved(self) -> str:
        record, tr = self._desk.get(self._id), self._context.words.tr
        if record is not None and (note := first_words(record.body)):
            return tr("Your choice is saved: “{note}”. You can undo it.", note=note)
        return tr("Your choice is saved. You can undo it.")

    def _follow(self, outcome: Outcome) -> None:
        if self._id in outcome.ids:
            record = self._desk.get(self._id)
            if record is None or not record.in_conflict:
                self.reject()
            elif conflicting_editions(record) != self._shown:
                self._show_editions(record)
                if not self._new_version.isVisible():
                    self._buttons[0].setFocus()


def open_conflict(desk: Desk, context: Context, window: QWidget, record_id: str) -> None:
    """Ask in front of a window which version of a record to use."""
    ConflictDialog(desk, RecordId(record_id), context, window).open()


class _VersionCard(Card):
    """One version, when it was written, and the buttons that choose it."""

    def __init__(
        self,
        context: Context,
        head: str,
        when: str,
        version: VersionText,
        differ: frozenset[str],
        *,
        removed: bool,
    ) -> None:
        super().__init__(edge=Space.BASE)
        words = context.words
        self.column.setSpacing(Space.TIGHT)
        self.column.addWidget(Label(head, "accent"))
        self.column.addWidget(Label(when, "note"))
        text = words.tr("Deleted.") if removed else version.text
        if text:
            self.column.addWidget(Label(text, "muted" if removed else "lead"))
        for name, value in version.details:
            line = words.tr("{name}: {value}", name=name, value=value)
            self.column.addWidget(Label(line, "strong" if name in differ else "muted"))
        self.column.addStretch(1)
        keep = words.tr("Delete it") if removed else words.tr("Use this version")
        self.keep = Button(context.theme, keep)
        self.edit = Button(context.theme, words.tr("Start from this version"), weight=Weight.QUIET)
        for button in (self.keep, self.edit):
            button.setAccessibleName(f"{button.text()}: {head}")
            button.setAccessibleDescription(text)
            self.column.addWidget(button)


class _NewVersion(QWidget):
    """A third version that starts from one of the others; hidden until a person starts it."""

    kept = Signal(object, str)
    escaped = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        words = context.words
        self._base: Body | None = None
        hint = words.tr("The kind, the themes and the rest stay the same as in the version you started from.")
        self._field, self._box = text_field(context, words.tr("Write a new version"), "", hint, tall=104)
        self._box.entered.connect(self._keep)
        self._box.escaped.connect(self.escaped)
        keep = Button(context.theme, words.tr("Use these words"), weight=Weight.PRIMARY)
        keep.clicked.connect(self._keep)
        box = column(self._field, gap=None, within=self)
        box.addWidget(keep, 0, Qt.AlignmentFlag.AlignRight)
        self._words = words
        self.hide()

    def begin(self, base: Body, text: str) -> None:
        """Start from ``base`` with its ``text``."""
        self._base = base
        self._box.setPlainText(text)
        self.show()
        self._box.setFocus()
        self._box.moveCursor(QTextCursor.MoveOperation.End)

    def _keep(self) -> None:
        text = self._box.text()
        if not text.strip():
            self._field.show_error(self._words.tr("Write what it should say."))
            self._box.setFocus()
        elif self._base is not None:
            self.kept.emit(self._base, text)


def conflict_title(conflict: Conflict, words: Words) -> str:
    """Return "Note · Circle C02 · Session 1", or of which line organizers say something."""
    parts = [name_of(conflict.record.kind, words)]
    if conflict.circle:
        parts.append(words.tr("Circle {code}", code=conflict.circle))
    if conflict.number:
        parts.append(words.tr("Session {number}", number=conflict.number))
    if conflict.about is not None and (line := first_words(conflict.about.body)):
        parts.append(f"“{line}”")
    return " · ".join(parts)


def _lines_of(desk: Desk, record: Record) -> dict[RecordId, str]:
    """Return the words of the notes, ideas and themes that organizers say something about in it."""
    about = {line for edition in record.editions for line in spoken_of(edition.body)}
    found = desk.file.records.known(about).values()
    return {one.id: version_text(one.body, {}, Words()).text for one in found}


def _themes_of(desk: Desk, record: Record) -> dict[RecordId, Theme]:
    ids: list[RecordId] = [
        theme for edition in record.editions for theme in getattr(edition.body, "themes", ())
    ]
    bodies = (edition.body for edition in record.editions)
    ids += [body.into for body in bodies if isinstance(body, Theme) and body.into is not None]
    return {theme.id: theme.body for theme in stored(desk.file.records.known(ids).values(), Theme)}
