"""The editor of one guide: the outline at the side, the form of what is selected, and the check."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.guides.edit_history import EditKind, Step
from dialogue_desk.desk.guides.guide_editing import GuideEditing
from dialogue_desk.desk.guides.guide_steps import WordSteps
from dialogue_desk.desk.guides.live_check import LiveCheck, Remark
from dialogue_desk.desk.guides.order_steps import OrderSteps
from dialogue_desk.domain.model.guide import PartKind
from dialogue_desk.exchange.guide_edits import top_value
from dialogue_desk.exchange.guide_source import GuideSource, Path
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.editor import outline_moves
from dialogue_desk.ui.editor.check_pane import CheckPane, place_text, sizes_of
from dialogue_desk.ui.editor.edit_names import edit_name
from dialogue_desk.ui.editor.editor_bar import EditorBar
from dialogue_desk.ui.editor.editor_panes import EditorPanes, Pane
from dialogue_desk.ui.editor.form_fields import FormContext
from dialogue_desk.ui.editor.form_pane import FormPane
from dialogue_desk.ui.editor.outline_pane import OutlinePane
from dialogue_desk.ui.editor.outline_rows import outline_rows, path_of, row_id
from dialogue_desk.ui.editor.part_palette import PartPalette
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.toast import UNDO
from dialogue_desk.words.part_names import titled

_IN_A_FIELD = {
    EditKind.TYPE,
    EditKind.ADD_TEXT,
    EditKind.CHANGE_TIME,
    EditKind.CHANGE_DETAIL,
    EditKind.DELETE_TEXT,
    EditKind.MOVE_TEXT,
}
"""Steps that a field of the form made, which shows them already."""


class GuideEditor(QWidget):
    """Edits one guide.  ``stepped`` tells of each change, also of an undone one."""

    stepped = Signal()

    def __init__(self, editing: GuideEditing, language: str, context: Context) -> None:
        super().__init__()
        self.editing, self._context, self._words = editing, context, context.words
        self.steps = WordSteps(editing, language, context.words, self._follow)
        self.order = OrderSteps(editing, language, context.words, self._follow)
        self._check = LiveCheck(context.words)
        self._people: int | None = None
        self.path: Path = ()
        self.bar, self.outline = EditorBar(context), OutlinePane(context)
        self.form = FormPane(FormContext(self.steps, self.order, context.theme, context.words))
        self.check = CheckPane(context)
        self.panes = EditorPanes(context, self.outline, self.form, self.check)
        column(self.bar, (self.panes, 1), within=self)
        self._connect()
        self.go_to(outline_moves.first(self.source))

    @property
    def source(self) -> GuideSource:
        """The guide as it is now, in the language in which it is edited."""
        return self.steps.source

    def go_to(self, path: Path, *, other: bool = True) -> None:
        """Show a section; ``other`` than before, unless it is only shown again."""
        self.path = path = outline_moves.there(self.source, path)
        self.form.show_path(path, place_text(path, self.source, self._words), other=other)
        self.refresh()

    def refresh(self) -> None:
        """Check the guide and show what was found; the form stays as it is."""
        words, source = self._words, self.source
        checked = self._check.check(source, self._people)
        self.outline.list.show_outline(outline_rows(source, checked, self.path, words), row_id(self.path))
        self.form.show_remarks(checked.remarks)
        self.check.show_check(checked, source, self.path, sizes_of(self.source))
        count = len(checked.remarks)
        self.panes.say_check(words.tr("Check ({count})", count=count) if count else words.tr("Check"))
        undo, redo = self.editing.history.to_undo(), self.editing.history.to_redo()
        self.bar.show_undo(*("" if one is None else edit_name(one.kind, words) for one in (undo, redo)))
        self.bar.show_guide(top_value(source, "title"), tuple(self.editing.sources), self.steps.language)

    def choose_language(self, language: str) -> None:
        """Edit the words in another language."""
        self.editing.history.settle()
        self.steps.language = self.order.language = language
        self.go_to(self.path)

    def undo(self) -> None:
        """Take back the latest step, show where it was, and say which it was."""
        self._show_step(self.editing.history.undo(), undone=True)

    def redo(self) -> None:
        """Make the step again that was taken back last."""
        self._show_step(self.editing.history.redo(), undone=False)

    def take_focus(self) -> None:
        """Put the keyboard on the outline."""
        self.outline.list.setFocus()

    def open_remark(self, remark: Remark) -> None:
        """Go to the field of which the check says something."""
        self.panes.show_pane(Pane.FORM)
        beside = bool(remark.path) and self.source.sections[remark.path[0]].beside
        self.go_to(() if beside and len(remark.path) < 2 else remark.path[:2])
        self.form.focus_on(remark.field)

    def act(self, wanted: str) -> None:
        """Move, copy or delete what is selected, or add a session behind it."""
        if wanted == "session":
            self.order.add_session(outline_moves.for_session(self.source, self.path))
        elif self.path and wanted == "copy":
            self.order.duplicate(self.path)
        elif self.path and wanted == "delete":
            title = titled(self.source.at(self.path).title, self._words)
            self.order.delete(self.path)
            said = self._words.tr("Deleted: {what}", what=title)
            self._context.toast.say(said, action=self._words.tr("Undo"), action_id=UNDO)
        elif self.path and wanted in ("up", "down"):
            self._move_by(-1 if wanted == "up" else 1)

    def add_part(self, kind: str) -> None:
        """Add a part of a kind behind the one that is selected."""
        place = outline_moves.for_part(self.source, self.path)
        if place is None:
            self.act("session")
        else:
            self.order.add_part(place, PartKind(kind))

    def _connect(self) -> None:
        listed = self.outline.list
        listed.shown.connect(lambda row: self._choose(path_of(row)))
        listed.opened.connect(lambda _: self._enter_form())
        listed.stepped.connect(lambda _, by: self._move_by(by))
        listed.deleted.connect(lambda _: self.act("delete"))
        listed.copied.connect(lambda _: self.act("copy"))
        listed.dropped.connect(self._drop)
        self.outline.wanted.connect(self.act)
        self.outline.part_wanted.connect(self.ask_for_part)
        self.form.moment.clicked.connect(self.order.add_moment)
        self.check.opened.connect(self.open_remark)
        self.check.people_chosen.connect(self._choose_people)
        self.bar.language_chosen.connect(self.choose_language)
        self.bar.undo_wanted.connect(self.undo)
        self.bar.redo_wanted.connect(self.redo)

    def ask_for_part(self) -> None:
        """Ask which part to add."""
        palette = PartPalette(self._context, self.window())
        palette.chosen.connect(self.add_part)
        palette.open()

    def _choose(self, path: Path) -> None:
        self.editing.history.settle()
        self.panes.shown = Pane.FORM if self.panes.shown is Pane.CHECK else self.panes.shown
        self.go_to(path)

    def _enter_form(self) -> None:
        self.panes.show_pane(Pane.FORM)
        self.form.focus_on("")

    def _choose_people(self, people: int) -> None:
        self._people = people
        self.refresh()

    def _move_by(self, by: int) -> None:
        to = outline_moves.stepped(self.source, self.path, by)
        if to is not None:
            self.order.move(self.path, to)

    def _drop(self, row: str, before: str) -> None:
        to = outline_moves.dropped(self.source, path_of(row), path_of(before) if before else None)
        if to is not None:
            self.order.move(path_of(row), to)

    def _follow(self, step: Step) -> None:
        """Show what a step did."""
        if step.kind in _IN_A_FIELD:
            self.refresh()
        else:
            self.go_to(step.path or self.path, other=step.kind is not EditKind.FIX)
        self.stepped.emit()

    def _show_step(self, step: Step | None, *, undone: bool) -> None:
        if step is None:
            return
        if step.language in self.editing.sources:
            self.steps.language = self.order.language = step.language
        self.go_to(step.path or self.path, other=step.path[:2] != self.path)
        what = edit_name(step.kind, self._words)
        tr = self._words.tr
        self._context.toast.say(
            tr("Undone: {what}", what=what) if undone else tr("Redone: {what}", what=what)
        )
        self.stepped.emit()
