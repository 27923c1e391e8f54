"""The form of one section: its fields, those used most in sight, the others folded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.guides.live_check import Remark
from dialogue_desk.exchange.guide_source import Path
from dialogue_desk.ui.editor.form_fields import FormContext, FormField
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.expander import Expander
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column


@dataclass(frozen=True, slots=True)
class _Group:
    """Fields under one heading that folds."""

    expander: Expander
    fields: tuple[FormField, ...]


class SectionFields(QWidget):
    """Shows the section at ``path``, with what the check says at each field."""

    def __init__(self, form: FormContext) -> None:
        super().__init__()
        self.form = form
        self.path: Path = ()
        self.fields: list[FormField] = []
        self._groups: list[_Group] = []
        self._general = Label(role="error")
        self._general.hide()
        self.lines = column(self._general, gap=Space.BASE, within=self)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets under what is there; the fields among them, or inside them, belong to the form."""
        for widget in widgets:
            self.lines.addWidget(widget)
            self.fields += _fields_in(widget)

    def fold(self, title: str, *widgets: QWidget) -> Expander:
        """Put widgets under a heading that folds; it is unfolded where one of them says something."""
        expander = Expander(self.form.theme, title)
        expander.body.setSpacing(Space.BASE)
        fields: list[FormField] = []
        for widget in widgets:
            expander.body.addWidget(widget)
            fields += _fields_in(widget)
        self.lines.addWidget(expander)
        self.fields += fields
        self._groups.append(_Group(expander, tuple(fields)))
        return expander

    def show_path(self, path: Path, *, other: bool = False) -> None:
        """Show a section as it is now; for an ``other`` one, what says nothing is folded."""
        self.path = path
        section = self.form.steps.source.at(path)
        for field in self.fields:
            field.show_section(path, section)
        if other:
            for group in self._groups:
                group.expander.unfold(any(field.set() for field in group.fields))

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Say at each field what is wrong there, and above them all what has no field."""
        for field in self.fields:
            field.show_remarks(tuple(filter(field.answers, remarks)))
        rest = [one for one in remarks if one.path == self.path]
        rest = [one for one in rest if not any(field.answers(one) for field in self.fields)]
        self._general.setText("\n".join(one.sentence for one in rest))
        self._general.setVisible(bool(rest))

    def focus_on(self, key: str) -> None:
        """Put the keyboard into a field, unfolded where it is folded; into the first when there is none."""
        field = next((one for one in self.fields if one.key == key), None)
        for group in self._groups:
            if field in group.fields:
                group.expander.unfold(True)
        (field or self.fields[0]).take_focus()


def _fields_in(widget: QWidget) -> list[FormField]:
    """Return the fields in a widget that is laid out already, in their order; or the widget itself."""
    if isinstance(widget, FormField):
        return [widget]
    return widget.findChildren(FormField, options=Qt.FindChildOption.FindDirectChildrenOnly)
