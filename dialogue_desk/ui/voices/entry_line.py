"""A form for one entry after another: Enter keeps what is typed and goes on to the next."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.voices import Invitation, Voice
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.trouble_line import TroubleLine

B = TypeVar("B", Voice, Invitation)

_ONE_LINE = 860
"""From so many pixels at 100 % text on, the fields are side by side."""


class Kept(NamedTuple):
    """What came of keeping an entry: why it is not kept, or what to look at again in it."""

    fault: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class LineTexts:
    """What a form says: over an entry that is edited, and on the button that adds a new one."""

    edited: str
    add: str


class EntryLine(Card, Generic[B]):
    """Types a new entry, or edits one that is there: until it is kept, what is typed stays.

    ``keep_entry(body, id)`` keeps it, or says why it cannot be kept; an id of None is a new entry.
    ``removed(id)`` and ``conflict_wanted(id)`` tell what a person wants with the entry that is edited.
    """

    removed = Signal(str)
    conflict_wanted = Signal(str)

    def __init__(
        self, context: Context, texts: LineTexts, keep_entry: Callable[[B, RecordId | None], Kept]
    ) -> None:
        super().__init__(edge=Space.BASE)
        words, theme = context.words, context.theme
        self._context, self._texts = context, texts
        self._keep_entry: Callable[[B, RecordId | None], Kept] = keep_entry
        self._edited: Stored[B] | None = None
        self.head = Section(texts.edited)
        self.trouble, self.remark = TroubleLine(context.announcer), Label(role="warn")
        self.remark.hide()
        self._differs = Label(words.tr("Two organizers wrote different things of it."), "warn")
        self.save = Button(theme, texts.add, weight=Weight.PRIMARY)
        self.remove = Button(theme, words.tr("Delete"), weight=Weight.QUIET, icon="trash")
        self.leave = Button(theme, words.tr("Leave it as it was"), weight=Weight.QUIET)
        self.choose = Button(theme, words.tr("Choose a version…"))

    @property
    @abstractmethod
    def first(self) -> QWidget:
        """The field that is typed first."""

    @abstractmethod
    def show_entry(self, body: B) -> None:
        """Show an entry in the fields."""

    @abstractmethod
    def clear_entry(self) -> None:
        """Make the fields ready for the next new entry."""

    @abstractmethod
    def entry(self, base: B | None) -> B:
        """Return what is typed, beside what ``base`` says that has no field."""

    @abstractmethod
    def begun(self) -> bool:
        """Return whether something of a new entry is typed."""

    @abstractmethod
    def fault(self) -> str:
        """Return why what is typed cannot be kept, or ""."""

    @property
    def edited(self) -> RecordId | None:
        """The id of the entry that is edited; None while a new one is typed."""
        return self._edited.id if self._edited is not None else None

    def lay_out(self, *lines: Sequence[tuple[QWidget, int]]) -> None:
        """Put the fields of each line side by side, each with its share; the last ends with the button."""
        rows = [ResponsiveRow(self._context.theme, _ONE_LINE) for _ in lines]
        for fields, row in zip(lines, rows, strict=True):
            for field, share in fields:
                row.line.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        rows[-1].line.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        self._acts = flowing(self.choose, self.leave, self.remove, gap=Space.TIGHT)
        self.column.setSpacing(Space.TIGHT)
        self.add(self.head, self._differs, *rows, self.trouble, self.remark, self._acts)
        self.setFocusProxy(self.first)
        self.save.clicked.connect(self.save_typed)
        self.leave.clicked.connect(self.go_on)
        self.remove.clicked.connect(self._remove)
        self.choose.clicked.connect(lambda: self.conflict_wanted.emit(self.edited or ""))
        self._show_state()

    def edit(self, stored: Stored[B]) -> None:
        """Edit an entry; what was typed before is kept first, and is not left where it cannot be."""
        if stored.id != self.edited and self.keep():
            self._edited = stored
            self.show_entry(stored.body)
            self._show_state()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, known: Iterable[Stored[B]]) -> None:
        """Learn what the entries are now; what a person typed stays."""
        before = self._edited
        if before is None:
            return
        now = next((one for one in known if one.id == before.id), None)
        typed = self._is_changed()
        self._edited = now
        if now is not None and not typed:
            self.show_entry(now.body)
        elif now is None and not typed:
            self.clear_entry()
        self._show_state()

    def keep(self, *, empty: bool = False) -> bool:
        """Keep what is typed and not kept yet; return whether nothing is left to keep.

        Where nothing is typed there is nothing to keep, unless an ``empty`` entry is to be told as such.
        """
        kept = Kept()
        if empty or self._is_changed():
            base = self._edited.body if self._edited is not None else None
            fault = self.fault()
            kept = Kept(fault) if fault else self._keep_entry(self.entry(base), self.edited)
            self.remark.setText(kept.remark)
            self.remark.setVisible(bool(kept.remark))
        self.trouble.say(kept.fault)
        return not kept.fault

    def save_typed(self) -> None:
        """Keep what is typed, and be ready for the next new entry."""
        if self.keep(empty=self._edited is None):
            self.forget()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """Leave the entry that is edited as it is, and be ready for a new one."""
        self.forget()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Be ready for a new entry, or for those of another program."""
        self._edited = None
        self.clear_entry()
        self.trouble.say("")
        self._show_state()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.save_typed()
        elif event.key() == Qt.Key.Key_Escape and self._edited is not None:
            self.go_on()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        if self._edited is not None:
            self.keep()
        super().hideEvent(event)

    def _is_changed(self) -> bool:
        if self._edited is None:
            return self.begun()
        return bool(self.fault()) or self.entry(self._edited.body) != self._edited.body

    def _show_state(self) -> None:
        editing, words = self._edited is not None, self._context.words
        self.save.setText(words.tr("Save") if editing else self._texts.add)
        for shown in (self.head, self._acts):
            shown.setVisible(editing)
        differs = self._edited is not None and self._edited.in_conflict
        self._differs.setVisible(differs)
        self.choose.setVisible(differs)

    def _remove(self) -> None:
        if (here := self.edited) is not None:
            self.go_on()
            self.removed.emit(here)
