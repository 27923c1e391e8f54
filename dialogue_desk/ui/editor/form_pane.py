"""The form of what is selected in the outline: the guide itself, a session, a part, or a moment."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.guides.live_check import Remark
from dialogue_desk.exchange.guide_source import Path
from dialogue_desk.ui.editor.about_fields import AboutFields
from dialogue_desk.ui.editor.form_fields import FormContext
from dialogue_desk.ui.editor.part_fields import MomentFields, PartFields, PlanFields
from dialogue_desk.ui.editor.section_fields import SectionFields
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn


class FormPane(QWidget):
    """Shows one section at a time; each sort of form is made when it is first wanted."""

    def __init__(self, form: FormContext) -> None:
        super().__init__()
        self._form = form
        self.path: Path = ()
        self.shown: SectionFields | None = None
        self._made: dict[type[SectionFields], SectionFields] = {}
        self.page = ScrollColumn(form.theme, characters=78, centred=True, edge=Space.WIDE)
        column(self.page, within=self)
        self._where = Label(role="section")
        self._notice, self._said = Card("notice", edge=Space.SNUG), Label()
        self._notice.add(self._said)
        self._notice.hide()
        self.moment = Button(
            form.theme, form.words.tr("Add words for when it gets hot"), weight=Weight.QUIET, icon="plus"
        )
        self._sheet = Card(edge=Space.WIDE)
        self._sheet.column.addWidget(self._where)
        self.page.add(self._notice, self._sheet, row(self.moment, STRETCH))
        self.page.body.addStretch(1)

    def show_path(self, path: Path, where: str, *, other: bool = True) -> None:
        """Show the section at ``path``; ``other`` than before, from its top."""
        self.path = path
        self._where.setText(where)
        fields = self._fields_for(path)
        if fields is not self.shown:
            if self.shown is not None:
                self.shown.hide()
            fields.show()
            self.shown, other = fields, True
        fields.show_path(path, other=other)
        self.moment.setVisible(not path)
        if other:
            self.page.open_at_top()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Say at each field what the check says of it."""
        if self.shown is not None:
            self.shown.show_remarks(remarks)

    def say(self, sentence: str) -> None:
        """Say something above the form; an empty sentence takes it away."""
        self._said.setText(sentence)
        self._notice.setVisible(bool(sentence))

    def focus_on(self, key: str) -> None:
        """Put the keyboard into a field."""
        if self.shown is not None:
            self.shown.focus_on(key)

    def _fields_for(self, path: Path) -> SectionFields:
        kind: type[SectionFields] = PlanFields
        if not path:
            kind = AboutFields
        elif self._form.steps.source.sections[path[0]].beside:
            kind = MomentFields if len(path) > 1 else AboutFields
        elif len(path) > 1:
            kind = PartFields
        if kind not in self._made:
            self._made[kind] = kind(self._form)
            self._sheet.column.addWidget(self._made[kind])
        return self._made[kind]
