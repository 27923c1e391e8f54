"""The editor of one guide: the outline at the side, the form of what is selected, and the check."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogue_desk.desk.guides.edit_history import EditKind, Step
from dialogue_desk.desk.guides.guide_editing import GuideEditing
from dialogue_desk.desk.guides.guide_steps import WordSteps
from dialogue_desk.desk.guides.live_check import LiveCheck, Remark
from dialogue_desk.desk.guides.order_steps import OrderSteps
from dialogue_desk.domain.model.ids import Instant
from dialogue_desk.exchange.guide_edits import top_value
from dialogue_desk.exchange.guide_faults import GuideUnreadable
from dialogue_desk.exchange.guide_source import GuideSource, Path
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.editor import outline_moves
from dialogue_desk.ui.editor.check_pane import CheckPane, length_text, place_text, sizes_of
from dialogue_desk.ui.editor.edit_names import edit_name
from dialogue_desk.ui.editor.editor_bar import EditorBar
from dialogue_desk.ui.editor.editor_panes import EditorPanes, Pane
from dialogue_desk.ui.editor.form_fields import FormContext
from dialogue_desk.ui.editor.form_pane import FormPane
from dialogue_desk.ui.editor.outline_actions import OutlineActions
from dialogue_desk.ui.editor.outline_pane import OutlinePane
from dialogue_desk.ui.editor.outline_rows import outline_rows, path_of, row_id
from dialogue_desk.ui.editor.translation_mode import TranslationMode
from dialogue_desk.ui.widgets.layouts import column

_IN_A_FIELD = {
    EditKind.TYPE,
    EditKind.ADD_TEXT,
    EditKind.CHANGE_TIME,
    EditKind.CHANGE_DETAIL,
    EditKind.DELETE_TEXT,
    EditKind.MOVE_TEXT,
    EditKind.TRANSLATE,
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
        self.translation = TranslationMode(editing, context, self._follow, self.go_to)
        self.outline_actions = OutlineActions(self.order, self.outline, context, lambda: self.path)
        self.work = QStackedWidget()
        self.work.addWidget(self.form)
        self.work.addWidget(self.translation.pane)
        self.panes = EditorPanes(context, self.outline, self.work, self.check)
        column(self.bar, (self.panes, 1), within=self)
        self._connect()
        self.go_to(outline_moves.first(self.source))

    @property
    def source(self) -> GuideSource:
        """The guide as it is now, in the language in which it is edited."""
        return self.steps.source

    @property
    def translating(self) -> bool:
        """Whether two languages are side by side."""
        return self.work.currentWidget() is self.translation.pane

    def translate(self, *, on: bool) -> None:
        """Put another language beside the one that is edited, or go back to the form."""
        self.editing.history.settle()
        if on:
            self.translation.begin(self.steps.language)
        self.work.setCurrentWidget(self.translation.pane if on else self.form)
        self.bar.translate.setChecked(on)
        self.panes.show_pane(Pane.FORM)
        self.go_to(self.path)

    def go_to(self, path: Path, *, other: bool = True) -> None:
        """Show a section; ``other`` than before, unless it is only shown again."""
        self.path = path = outline_moves.there(self.source, path)
        where = place_text(path, self.source, self._words)
        if self.translating:
            self.translation.show(path, where)
        else:
            self.form.show_path(path, where, other=other)
        self.refresh()

    def refresh(self) -> None:
        """Check the guide and show what was found; the form stays as it is."""
        words, source = self._words, self.source
        checked = self._check.check(source, self._people)
        left = self.translation.refresh() if self.translating else None
        rows = outline_rows(source, checked, self.path, words, left)
        self.outline.list.show_outline(rows, row_id(self.path))
        self.form.show_remarks(checked.remarks)
        self.check.show_check(checked, source, self.path, sizes_of(self.source))
        count, session = len(checked.remarks), checked.sessions.get(self.path[0]) if self.path else None
        said = words.tr("Check ({count})", count=count) if count else words.tr("Check")
        length = "" if session is None else length_text(session, words)
        self.panes.say_check(said, length, late=session is not None and session.late)
        undo, redo = self.editing.history.to_undo(), self.editing.history.to_redo()
        self.bar.show_undo(*("" if one is None else edit_name(one.kind, words) for one in (undo, redo)))
        self.bar.show_guide(top_value(source, "title"), tuple(self.editing.sources), self.steps.language)

    def choose_language(self, language: str) -> None:
        """Edit the words in another language."""
        self.editing.history.settle()
        self.steps.language = self.order.language = language
        if self.translating:
            self.translation.begin(language)
        self.go_to(self.path)

    def bring_back(self, at: Instant) -> None:
        """Show the guide as it was saved at a time; this can be undone."""
        try:
            then = self.editing.as_at(at)
        except GuideUnreadable as unreadable:
            self._context.toast.say(unreadable.faults[0].sentence)
            return
        self.steps.make(EditKind.BRING_BACK, then)

    def undo(self) -> None:
        """Take back the latest step, show where it was, and say which it was."""
        self._show_step(self.editing.history.undo(), undone=True)

    def redo(self) -> None:
        """Make the step again that was taken back last."""
        self._show_step(self.editing.history.redo(), undone=False)

    def take_focus(self) -> None:
        """Put the keyboard on the outline, or where there is no room for it, into the form."""
        if self.panes.shows(Pane.OUTLINE):
            self.outline.list.setFocus()
        elif not self.translating:
            self.form.focus_on("")

    def leave_form(self) -> None:
        """Go from the form back to the outline."""
        if not self.panes.shows(Pane.OUTLINE):
            self.panes.show_pane(Pane.OUTLINE)
        self.take_focus()

    def open_remark(self, remark: Remark) -> None:
        """Go to the field of which the check says something."""
        if self.translating:
            self.translate(on=False)
        self.panes.show_pane(Pane.FORM)
        beside = bool(remark.path) and self.source.sections[remark.path[0]].beside
        self.go_to(() if beside and len(remark.path) < 2 else remark.path[:2])
        self.form.focus_on(remark.field)

    def _connect(self) -> None:
        listed = self.outline.list
        listed.shown.connect(lambda row: self._choose(path_of(row)))
        listed.opened.connect(lambda _: self._enter_form())
        self.form.moment.clicked.connect(self.order.add_moment)
        self.check.opened.connect(self.open_remark)
        self.check.people_chosen.connect(self._choose_people)
        self.bar.language_chosen.connect(self.choose_language)
        self.bar.translation_wanted.connect(lambda: self.translate(on=not self.translating))
        self.bar.undo_wanted.connect(self.undo)
        self.bar.redo_wanted.connect(self.redo)

    def _choose(self, path: Path) -> None:
        self.editing.history.settle()
        self.panes.shown = Pane.FORM if self.panes.shown is Pane.CHECK else self.panes.shown
        self.go_to(path)

    def _enter_form(self) -> None:
        self.panes.show_pane(Pane.FORM)
        if not self.translating:
            self.form.focus_on("")

    def _choose_people(self, people: int) -> None:
        self._people = people
        self.refresh()

    def _follow(self, step: Step) -> None:
        """Show what a step did."""
        if step.kind in _IN_A_FIELD:
            self.refresh()
        else:
            self.go_to(step.path or self.path, other=step.kind is not EditKind.FIX)
        if step.kind in (EditKind.ADD_PART, EditKind.ADD_SESSION) and not self.translating:
            self._enter_form()
        self.stepped.emit()

    def _show_step(self, step: Step | None, *, undone: bool) -> None:
        if step is None:
            return
        if step.kind is EditKind.ADD_LANGUAGE and self.translating:
            self.translation.begin(next(iter(self.editing.sources)))
        elif step.language in self.editing.sources and step.kind is not EditKind.TRANSLATE:
            self.steps.language = self.order.language = step.language
        if self.steps.language not in self.editing.sources:  # its being added was undone
            self.steps.language = self.order.language = next(iter(self.editing.sources))
        place = (step.origin if undone else step.path) or self.path
        self.go_to(place, other=place[:2] != self.path)
        what = edit_name(step.kind, self._words)
        tr = self._words.tr
        self._context.toast.say(
            tr("Undone: {what}", what=what) if undone else tr("Redone: {what}", what=what)
        )
        self.stepped.emit()
