"""The pane in which notes are added, listed and edited."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.session.note_entry import (
    EntryDefaults,
    OnlyThemesAllowed,
    add_entry,
    override_notes_policy,
    spread_left_out,
)
from dialogue_desk.domain.model.guide import NotesPolicy, Part
from dialogue_desk.domain.model.ids import HOUR, Instant, Milliseconds, RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.notes.wanted import missing
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.form_fold import FormFold
from dialogue_desk.ui.notes.note_form import NoteInput
from dialogue_desk.ui.notes.notes_workbench import NotesWorkbench
from dialogue_desk.ui.notes.shorthand_signs import ACTION, kind_name, left_out_sentence
from dialogue_desk.ui.notes.theme_completer import other_names, theme_names
from dialogue_desk.ui.notes.theme_doubts import ThemeDoubts
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words.names import name_of
from dialogue_desk.words.part_names import numbered

_HEIGHT_FOR_BOTH = 620
"""Below this height, at 100 % text, there is no room for both the list and the form for new notes."""
_THIS_DAY: Milliseconds = 18 * HOUR
"""How far from its start a session is still today's."""


class NotesPanel(Card):
    """Adds notes to the desk, and shows the notes that the desk holds."""

    escaped = Signal()

    def __init__(self, desk: Desk, context: Context) -> None:
        super().__init__("rail", edge=0)
        self._desk, self._context = desk, context
        self._folder: SessionFolder | None = None
        self._part: Part | None = None
        self._prompt = 0
        self._now: Callable[[], Instant | None] = desk.clock.now
        tr = context.words.tr
        self._head = Section(tr("Notes"))
        self._wanted, self._advice = Label(role="missing"), Label(role="note")
        for label in (self._wanted, self._advice):
            label.hide()  # until there is something to say: a pane that is hidden keeps the least size it had
        self.workbench = NotesWorkbench(desk, context)
        self.workbench.busy.connect(self._give_room)
        self.list = self.workbench.list
        self._doubts = ThemeDoubts(desk, context, lambda: self._folder)
        self._empty = EmptyState(
            context.theme,
            "note",
            tr("No notes yet"),
            tr("Type what people say and press Enter. It is saved under its part, without names."),
        )
        self._empty_pane = ScrollColumn(context.theme, characters=0, edge=0, least=0)
        self._empty_pane.add(self._empty)
        self._empty_pane.body.addStretch(1)
        self.note_input = NoteInput(context)
        self.note_input.entered.connect(self._enter)
        self.note_input.escaped.connect(self.escaped)
        self.note_input.overruled.connect(self._overrule)
        self._fold = FormFold(context, self.note_input, (self._advice, self._wanted), self._head, self._room)
        self.note_input.notice.button.clicked.connect(self._give_room)
        self.note_input.choices.part_chosen.connect(self._give_room)
        self._lay_out()
        context.theme.changed.connect(self._give_room)
        context.signs.changed.connect(self._give_room)

    def show_folder(self, folder: SessionFolder) -> None:
        """Show what the session holds."""
        other = self._folder is None or folder.id != self._folder.id
        self._folder = folder
        if other:
            self._part = None
            self.note_input.reset()
        self.note_input.show_overruled(folder.closing.overruled)
        self.workbench.show_folder(folder)
        listed = bool(self.list.rows()) or self.workbench.editing()
        self.workbench.setVisible(listed)
        self._empty_pane.setHidden(listed)
        self.note_input.offers.show_themes(theme_names(folder), other_names(folder))
        if other:
            self.list.show_end()
        self._show_counts()

    def show_part(self, part: Part, prompt: int = 0, earlier: Sequence[Part] = ()) -> None:
        """Add notes from now on to ``part`` and to its question ``prompt``, from 1; 0 is none.

        ``earlier`` are the parts before it, the last first: a line may still go under one of them.
        """
        self._part, self._prompt = part, prompt
        self._advice.setText("\n".join(part.note_taker))
        titled = [(numbered(self._number(one), one, self._context.words), one) for one in (part, *earlier)]
        self.note_input.show_part(part, titled[1:], titled[0][0])
        self._show_counts()

    def keep_time(self, now: Callable[[], Instant | None]) -> None:
        """Take the time at which notes are said from ``now``; where it returns None, they have no time."""
        self._now = now

    def focus_box(self) -> None:
        """Put the keyboard where notes are typed; where notes are off, on what turns them on."""
        self.workbench.finish_editing()
        self.note_input.take_focus()

    def keep_what_is_typed(self) -> None:
        """Save the line that nobody entered: leaving the page does not discard it."""
        self.workbench.keep_what_is_typed()
        self._save(as_it_is=True)

    def _save(self, *, as_it_is: bool = False) -> None:
        folder, form = self._folder, self.note_input
        if folder is None:
            return
        typed = None if as_it_is else form.offers.finish_typed()
        kind, earlier_part = form.choices.kinds.kind(), form.line_part.earlier_part
        defaults = EntryDefaults(
            None if kind == ACTION else NoteKind(kind),
            earlier_part or (self._part.id if self._part else ""),
            0 if earlier_part else self._prompt,
            form.choices.spread,
            self._now(),
            option=form.choices.options.option(),
            themes_only=form.line_part.policy() is NotesPolicy.THEMES_ONLY and not as_it_is,
        )
        try:
            record_id = add_entry(self._desk, folder, form.text(), defaults)
        except OnlyThemesAllowed:
            form.show_refused()
            return
        if record_id is not None:
            spread = spread_left_out(form.text(), defaults)
            if spread is not None:
                self._context.toast.say(left_out_sentence(spread, self._context.words))
            form.clear()
            self._say_saved(record_id)
            self._doubts.after_saving(record_id, typed, folder)
            self.list.bring_into_view(record_id)

    def _say_saved(self, record_id: RecordId) -> None:
        """Say that a line is saved, and as what: a sign in it may have chosen another kind."""
        known = self._desk.get(record_id)
        note = known.body if known is not None and isinstance(known.body, Note) else None
        words = self._context.words
        said = words.tr("Saved as: {kind}", kind=kind_name(note.kind if note else ACTION, words))
        if note is not None and note.option:
            title = self.note_input.choices.options.title()
            said = f"{said}. " + words.tr("About: {option}", option=title)
        self._context.announcer.announce(said)

    def _enter(self) -> None:
        self._save()
        self.focus_box()

    def _overrule(self, part: str, reason: str) -> None:
        if self._folder is not None:
            override_notes_policy(self._desk, self._folder.id, part, reason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """Where there is little height, fold the form, and hide it while the notes are worked on."""
        little = self.height() < self._context.theme.scaled(_HEIGHT_FOR_BOTH)
        self.note_input.setHidden(little and self.workbench.is_busy())
        self._fold.fit()
        self._empty.fit(self._room()[1] - self.note_input.sizeHint().height())

    def _room(self) -> tuple[int, int]:
        """Return the width of the form, and the height it shares with the notes already taken."""
        edges, edge = self.column.contentsMargins(), Space.TIGHT
        width = self.width() - edges.left() - edges.right() - 2 * edge
        bar = self.workbench.bar
        beside = edge if bar.isHidden() else edge + bar.sizeHint().height()
        return width, self.height() - edges.top() - edges.bottom() - beside

    def _show_counts(self) -> None:
        folder, part, words = self._folder, self._part, self._context.words
        if folder is None:
            return
        count = len(folder.notes) + len(folder.actions)
        today = abs(self._desk.clock.now() - folder.session.start) < _THIS_DAY
        said = words.tr("{count} today", count=count)
        if not today:  # a session that is typed up from paper, or read again
            said = words.ntr("{count} note", "{count} notes", count)
        self._head.show_text(self._head_title(), said)
        wanted: list[str] = []
        if part is not None:
            notes, actions = (note.body for note in folder.notes), (action.body for action in folder.actions)
            lacks = missing(part, notes, actions)
            wanted = [name_of(kind, words) for kind in lacks.kinds]
            wanted += [words.tr("Action idea")] if lacks.action else []
        # A line breaks between two of them, and never inside one.
        kinds = ", ".join(one.replace(" ", "\u00a0") for one in wanted)
        self._wanted.setText(words.tr("Asked for and not heard yet: {kinds}", kinds=kinds) if wanted else "")
        self._wanted.setVisible(bool(wanted))
        self._give_room()

    def _head_title(self) -> str:
        words, part = self._context.words, self._part
        number = self._number(part) if part else 0
        if not number:
            return words.tr("Notes")
        if self._prompt:
            return words.tr("Notes · part {number}, question {prompt}", number=number, prompt=self._prompt)
        return words.tr("Notes · part {number}", number=number)

    def _number(self, part: Part) -> int:
        """Return the number of a part, from 1; 0 when the session has no such part."""
        parts = self._folder.plan.parts if self._folder else ()
        return next((number for number, one in enumerate(parts, start=1) if one.id == part.id), 0)

    def _lay_out(self) -> None:
        edge = Space.TIGHT
        self.column.setContentsMargins(Space.SNUG, Space.BASE, Space.SNUG, Space.SNUG)
        self.column.addLayout(row(self._head, margins=(edge, 0, edge, edge)))
        self.column.addWidget(self.workbench, 1)
        self.column.addWidget(self._empty_pane, 1)
        form = column(
            self._advice, self._wanted, self.note_input, gap=Space.HAIR, margins=(edge, edge, edge, 0)
        )
        self.column.addLayout(form)
