"""The fields of the editor's forms: each shows one thing of a section and makes a step when it is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.guides.guide_steps import WordSteps
from dialogue_desk.desk.guides.live_check import Remark
from dialogue_desk.desk.guides.order_steps import OrderSteps
from dialogue_desk.exchange import section_texts
from dialogue_desk.exchange.guide_attributes import is_id
from dialogue_desk.exchange.guide_source import Path, Section
from dialogue_desk.exchange.plain_concerns import Figure
from dialogue_desk.exchange.section_texts import Sort
from dialogue_desk.ui.editor.text_box import TextBox, TitleBox
from dialogue_desk.ui.editor.text_list import TextList
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.inputs import Number, Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, column, row
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of
from dialogue_desk.words.times import turn_length

NONE = "none"
"""The choice that leaves a figure out."""

_LEAST_SELECT = 8
"""So many letters of a choice are in sight, at least."""

_SECONDS, _SECONDS_STEP = ("each", "pause", "silence"), 5
"""Figures in seconds, and by how many of them a press of the button changes one."""


@dataclass(frozen=True, slots=True)
class FormContext:
    """What every field gets: the steps it makes with words and in the order, the theme and the words."""

    steps: WordSteps
    order: OrderSteps
    theme: AppTheme
    words: Words


class FormField(QWidget):
    """One thing in a form, by its ``key``, with what the check says of it and what would fix it.

    ``path`` is the section that is shown.
    """

    def __init__(self, form: FormContext, key: str) -> None:
        super().__init__()
        self._steps, self.key, self._theme, self._words = form.steps, key, form.theme, form.words
        self.path: Path = ()
        self._remarks: tuple[Remark, ...] = ()
        self._said = column(gap=Space.HAIR)
        self._whole = column(self._said, gap=Space.HAIR, within=self)

    def hold(self, *widgets: QWidget) -> None:
        """Put widgets into the field, above what the check says."""
        for widget in widgets:
            self._whole.insertWidget(self._whole.count() - 1, widget)

    def show_section(self, path: Path, section: Section) -> None:
        """Show this thing of a section."""
        self.path = path
        self.show_value(section)

    def show_value(self, section: Section) -> None:
        """Show what the section says."""
        raise NotImplementedError

    def answers(self, remark: Remark) -> bool:
        """Return whether what the check says is fixed here."""
        return remark.path == self.path and remark.field == self.key

    def set(self) -> bool:
        """Return whether the section says anything of it that is not usual."""
        return False

    def take_focus(self) -> None:
        """Put the keyboard into the field."""
        self.setFocus()

    def show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Say what is wrong here, with a button for each figure that would fix it."""
        if remarks == self._remarks:
            return
        self._remarks = remarks
        clear_layout(self._said)
        for remark in remarks:
            said: list[QWidget] = [Label(remark.sentence, "note" if remark.hint else "error")]
            if remark.fixes:
                said.append(flowing(*map(self._fix_button, remark.fixes), gap=Space.TIGHT))
            for widget in said:
                self._said.addWidget(widget)
                widget.show()

    def _fix_button(self, figure: Figure) -> Button:
        button = Button(self._theme, fix_words(figure, self._words))
        button.clicked.connect(partial(self._fix, figure))
        return button

    def _fix(self, figure: Figure) -> None:
        self._steps.fix(self.path, *figure)


def fix_words(figure: Figure, words: Words) -> str:
    """Return the words of a button that changes a figure."""
    key, value = figure
    if key == "each":
        return words.tr("Give each {time}", time=turn_length(int(value), words))
    if key == "floor":
        return words.tr("Make {minutes} min the shortest", minutes=value)
    return words.tr("Make it {minutes} min", minutes=value)


class BoxField(FormField):
    """One text in a box of its own: a title, a purpose, the words of a card."""

    box_kind: type[TextBox] = TextBox

    def __init__(
        self,
        form: FormContext,
        key: str,
        label: str,
        *,
        hint: str = "",
        lines: bool = False,
    ) -> None:
        super().__init__(form, key)
        self.box = self.box_kind(form.theme, form.words, lines=lines)
        field = Field(label, self.box, hint)
        self.hold(field)
        self.box.refused.connect(field.show_error)
        self.box.typed.connect(self._typed)
        self.box.more_pasted.connect(lambda texts: self.box.insertPlainText(f" {' '.join(texts)}"))
        self.box.entered.connect(lambda: self.focusNextPrevChild(True))
        self.setFocusProxy(self.box)

    def take_focus(self) -> None:
        self.box.go_to_end()

    def set(self) -> bool:
        return bool(self.box.text())

    def _typed(self, text: str) -> None:
        raise NotImplementedError


class TitleField(BoxField):
    """The title of a section."""

    box_kind = TitleBox

    def show_value(self, section: Section) -> None:
        self.box.show_text(section.title)

    def _typed(self, text: str) -> None:
        self._steps.title(self.path, text)


class OneTextField(BoxField):
    """The one text that a section has of a sort."""

    def __init__(self, form: FormContext, sort: Sort, label: str, *, hint: str = "") -> None:
        super().__init__(form, sort, label, hint=hint)
        self._sort = sort
        self.box.left.connect(self.leave_empty)

    def show_value(self, section: Section) -> None:
        self.box.show_text(" ".join(section_texts.texts(section, self._sort)))

    def _typed(self, text: str) -> None:
        if text.strip():
            self._steps.only_text(self.path, self._sort, text)

    def leave_empty(self) -> None:
        """Leave the text out when its box is left empty: until then its translations are safe."""
        if not self.box.text().strip():
            self._steps.only_text(self.path, self._sort, "")


class CardTextField(BoxField):
    """What participants read on a card, as one text of several lines."""

    def show_value(self, section: Section) -> None:
        self.box.show_text(section_texts.card_text(section))

    def _typed(self, text: str) -> None:
        self._steps.card_text(self.path, text)


class TextsField(FormField):
    """The texts of one sort, below each other."""

    def __init__(
        self,
        form: FormContext,
        sort: Sort,
        label: str,
        add: str,
        *,
        hint: str = "",
    ) -> None:
        super().__init__(form, sort)
        self._sort = sort
        self.list = TextList(form.theme, form.words, label, add, hint, optional=sort is Sort.ASK)
        self.hold(self.list)
        self.list.changed.connect(lambda place, text: form.steps.text(self.path, sort, place, text))
        self.list.added.connect(self._add)
        self.list.deleted.connect(lambda place: form.steps.delete_text(self.path, sort, place))
        self.list.moved.connect(lambda place, to: form.steps.move_text(self.path, sort, place, to))
        self.list.let_out.connect(lambda place, on: form.steps.let_leave_out(self.path, place, on=on))

    def show_value(self, section: Section) -> None:
        texts = section_texts.texts(section, self._sort)
        asked = self._sort is Sort.ASK
        out = tuple(section_texts.optional(section, place) for place in range(len(texts))) if asked else ()
        self.list.show_texts(texts, out)

    def set(self) -> bool:
        return bool(self.list.rows)

    def take_focus(self) -> None:
        self.list.focus_on(0)

    def _add(self, place: int, text: str) -> None:
        self._steps.add_text(self.path, self._sort, place, text)


class NumberField(FormField):
    """A whole number in a heading; ``unset`` are the words for one that is left out."""

    def __init__(
        self,
        form: FormContext,
        key: str,
        label: str,
        bounds: tuple[int, int],
        *,
        unit: str = "",
        unset: str = "",
    ) -> None:
        super().__init__(form, key)
        least, most = bounds
        self._none = 0 if unset else None
        self.number = Number(form.theme, form.words, 0 if unset else least, most, unit)
        self.number.box.setSpecialValueText(unset)
        self.number.say_bounds(least, most)
        self.number.box.setSingleStep(_SECONDS_STEP if key in _SECONDS else 1)
        self.number.setMaximumWidth(form.theme.scaled(320))
        self.hold(Field(label, self.number))
        self.setFocusProxy(self.number)
        self.number.changed.connect(self._change)

    def show_value(self, section: Section) -> None:
        value = section.value(self.key)
        usual = self.number.box.minimum() if self._none is None else self._none
        self.number.show_value(int(value) if value is not None and value.isdecimal() else usual)

    def set(self) -> bool:
        return self._none is not None and self.number.value() != self._none

    def _change(self, value: int) -> None:
        self._steps.figure(self.path, self.key, None if value == self._none else str(value))


class ChoiceField(FormField):
    """One of the choices of an enum in a heading; ``unset`` is offered first where it may be left out."""

    def __init__(
        self,
        form: FormContext,
        key: str,
        label: str,
        options: Iterable[StrEnum],
        *,
        unset: str = "",
        hint: str = "",
    ) -> None:
        super().__init__(form, key)
        first = [Choice(NONE, unset)] if unset else []
        named = [Choice(one.value, capitalized(name_of(one, form.words))) for one in options]
        self.select = Select(form.theme, [*first, *named])
        self.hold(Field(label, self.select, hint))
        self.setFocusProxy(self.select)
        self.select.chosen.connect(self._choose)

    def show_value(self, section: Section) -> None:
        self.select.choose(section.value(self.key) or NONE)

    def set(self) -> bool:
        return self.select.choice() != NONE

    def _choose(self, choice: str) -> None:
        self._steps.figure(self.path, self.key, None if choice == NONE else choice)


def capitalized(text: str) -> str:
    """Return a name as it begins a line."""
    return text[:1].upper() + text[1:]


class LabelledChoiceField(ChoiceField):
    """A choice that is a line of its own in the file; ``usual`` is the one that needs none."""

    def __init__(
        self,
        form: FormContext,
        sort: Sort,
        label: str,
        options: Sequence[StrEnum],
        *,
        usual: StrEnum,
    ) -> None:
        super().__init__(form, sort, label, options)
        self._sort, self._usual = sort, usual.value

    def show_value(self, section: Section) -> None:
        self.select.choose(next(iter(section_texts.texts(section, self._sort)), self._usual))

    def set(self) -> bool:
        return self.select.choice() != self._usual

    def _choose(self, choice: str) -> None:
        self._steps.only_text(self.path, self._sort, "" if choice == self._usual else choice)


class TicksField(FormField):
    """Several choices that are one line in the file, such as what the note-taker listens for."""

    def __init__(
        self, form: FormContext, sort: Sort, label: str, options: Sequence[StrEnum], *, hint: str = ""
    ) -> None:
        super().__init__(form, sort)
        self._sort = sort
        self.ticks = {one.value: Tick(form.theme, name_of(one, form.words)) for one in options}
        for tick in self.ticks.values():
            # Two fields of a form may offer the same words.
            tick.setAccessibleName(form.words.tr("{what}: {name}", what=label, name=tick.accessibleName()))
            tick.clicked.connect(lambda _checked: self._change())
        holder = flowing(*self.ticks.values(), gap=Space.BASE)
        self.hold(Label(label, "strong"), *([Label(hint, "note")] if hint else []), holder)

    def show_value(self, section: Section) -> None:
        self.show_chosen(", ".join(section_texts.texts(section, self._sort)))

    def show_chosen(self, line: str) -> None:
        """Tick what is in a line."""
        chosen = {one.strip() for one in line.split(",")}
        for value, tick in self.ticks.items():
            tick.setChecked(value in chosen)

    def written(self) -> str:
        """Return the line for what is ticked."""
        return ", ".join(value for value, tick in self.ticks.items() if tick.isChecked())

    def set(self) -> bool:
        return any(tick.isChecked() for tick in self.ticks.values())

    def take_focus(self) -> None:
        next(iter(self.ticks.values())).setFocus()

    def _change(self) -> None:
        self._steps.only_text(self.path, self._sort, self.written())


class CarryOverField(TicksField):
    """What is shown again, and of which session; several lines of it stay as they are."""

    def __init__(self, form: FormContext, label: str, options: Sequence[StrEnum]) -> None:
        super().__init__(form, Sort.CARRY_OVER, label, options)
        self.sessions = Select(form.theme)
        self.sessions.setMinimumContentsLength(_LEAST_SELECT)
        self.sessions.setSizeAdjustPolicy(Select.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sessions.setAccessibleName(form.words.tr("Of which session"))
        self.sessions.chosen.connect(lambda _: self._change())
        self.hold(self.sessions)

    def show_value(self, section: Section) -> None:
        lines = section_texts.texts(section, self._sort)
        what, _, names = (lines[0] if lines else "").partition(" from ")
        self.setEnabled(len(lines) < 2)
        self.show_chosen(what)
        tr = self._words.tr
        earlier = [one for one in self._steps.source.sections[: self.path[0]] if one.id]
        choices = [Choice("", tr("Of all earlier sessions")), *(Choice(one.id, one.title) for one in earlier)]
        if names and names not in {one.id for one in earlier}:
            choices.append(Choice(names, tr("Of these sessions: {names}", names=names)))
        self.sessions.show_choices(choices)
        self.sessions.setCurrentIndex(max(0, self.sessions.findData(names)))
        self.sessions.setVisible(self.set())

    def written(self) -> str:
        names = self.sessions.choice()
        return f"{super().written()} from {names}" if names and self.set() else super().written()

    def _change(self) -> None:
        self.sessions.setVisible(self.set())
        super()._change()


class MarkField(FormField):
    """Yes or no in a heading, such as ``.joint``; or a figure that is ``off`` when it is not ticked."""

    def __init__(self, form: FormContext, key: str, label: str, *, off: str = "") -> None:
        super().__init__(form, key)
        self._off, self.tick = off, Tick(form.theme, label)
        self.hold(self.tick)
        self.setFocusProxy(self.tick)
        self.tick.clicked.connect(self._change)

    def show_value(self, section: Section) -> None:
        on = section.value(self.key) != self._off if self._off else self.key in section.marks
        self.tick.setChecked(on)

    def set(self) -> bool:
        return self.tick.isChecked() is not bool(self._off)

    def _change(self, on: bool) -> None:
        if self._off:
            self._steps.figure(self.path, self.key, None if on else self._off)
        else:
            self._steps.mark(self.path, self.key, on=on)


class LineField(FormField):
    """A short figure that is typed, as ``read`` understands it; None is what it does not understand."""

    refused = Signal()

    def __init__(
        self,
        form: FormContext,
        key: str,
        label: str,
        read: Callable[[str], str | None],
        wrong: str,
        *,
        hint: str = "",
    ) -> None:
        super().__init__(form, key)
        self._read, self._wrong, self.line = read, wrong, LineBox()
        self._field = Field(label, self.line, hint)
        self.hold(self._field)
        self.setFocusProxy(self.line)
        self.line.setMaximumWidth(form.theme.scaled(320))
        self.line.editingFinished.connect(self._change)

    def show_value(self, section: Section) -> None:
        self._field.show_error("")
        self.line.setText(section.value(self.key) or "")

    def set(self) -> bool:
        return bool(self.line.text())

    def _change(self) -> None:
        typed = self.line.text().strip()
        value = self._read(typed) if typed else ""
        self._field.show_error("" if value is not None else self._wrong)
        if value is not None:
            self._steps.figure(self.path, self.key, value or None)


def word(typed: str) -> str | None:
    """Return a word as braces can hold it, or None when there is none in what is typed."""
    name = "-".join(typed.lower().split())
    return name if is_id(name) else None


def side_by_side(*fields: QWidget) -> QWidget:
    """Return fields next to each other, each with the same share of the width."""
    holder = QWidget()
    row(*((field, 1, Qt.AlignmentFlag.AlignTop) for field in fields), gap=Space.BASE, within=holder)
    return holder
