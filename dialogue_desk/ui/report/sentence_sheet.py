"""The sheet on which a sentence of the report is written: in each language, and of whom and by when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.text import normalized
from dialogue_desk.domain.overview.report_findings import LONGEST_SENTENCE
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.person_remark import PersonRemark
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import DayField
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words.languages import language_name

_LONGEST_TYPED = 300


@dataclass(frozen=True, slots=True)
class Written:
    """What was written on the sheet."""

    texts: tuple[tuple[str, str], ...]
    actor: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """Of whom something is asked, by when, and who could be asked.

    ``usual`` and ``usual_day`` stand where nobody says.
    """

    actor: str
    by: str
    actors: tuple[str, ...]
    usual: str
    usual_day: str
    today: date


@dataclass(frozen=True, slots=True)
class SentenceForm:
    """What the sheet asks: under a title and a sentence, a text for each language of ``usual``.

    ``usual`` is what stands where a text is empty; with ``offered`` it is in the field, to be changed.
    """

    title: str
    sentence: str
    texts: Mapping[str, str]
    usual: Mapping[str, str]
    asked: Asked | None = None
    offered: bool = True


class SentenceSheet(SheetDialog):
    """A field for each language; ``save(written)`` is called when a person saves."""

    def __init__(
        self,
        context: Context,
        form: SentenceForm,
        save: Callable[[Written], object],
        window: QWidget | None,
    ) -> None:
        super().__init__(context.theme, form.title, window, wide=True, characters=92)
        words = context.words
        self._save, self._form, self._words = save, form, words
        self.boxes: dict[str, LineBox] = {}
        self.remark, self.too_long = PersonRemark(context), Label(role="warn")
        self.column.add(Label(form.sentence, "muted"))
        for code, usual in form.usual.items():
            box = LineBox()
            own = form.texts.get(code, "")
            # What is proposed may be longer; it is shown whole, so that nothing of it is lost unseen.
            box.setMaxLength(max(_LONGEST_TYPED, len(own), len(usual)))
            box.setText(own or (usual if form.offered else ""))
            box.setCursorPosition(0)
            box.setPlaceholderText(usual)
            hint = words.tr("If empty: {usual}", usual=usual) if own or not form.offered else ""
            self.boxes[code] = box
            self.column.add(Field(language_name(code, words), box, hint))
            box.returnPressed.connect(self._keep)
        self.actor: LineBox | None = None
        self.by: DayField | None = None
        if form.asked is not None:
            self._add_asked(form.asked, context)
        self.column.add(self.too_long, self.remark)
        for box in self._typed():
            box.textChanged.connect(self._look)
        self._look()
        self.column.body.addStretch(1)
        self.foot.addStretch(1)
        self.add_button(words.tr("Cancel"), self.reject, weight=Weight.QUIET)
        self.keep = self.add_button(words.tr("Save"), self._keep, weight=Weight.PRIMARY)
        next(iter(self.boxes.values())).setFocus()

    def _add_asked(self, asked: Asked, context: Context) -> None:
        words, theme = context.words, context.theme
        self.actor = actor = LineBox()
        actor.setText(asked.actor)
        actor.setMaxLength(80)
        actor.setPlaceholderText(asked.usual)
        self.column.add(Field(words.tr("Who must act"), actor, words.tr("An office, not a person")))
        if asked.actors:
            choices = tuple(Choice(name, name) for name in asked.actors)
            chips = Chips(theme, words.tr("Who could act"), choices)
            chips.choose(asked.actor)
            chips.chosen.connect(actor.setText)
            self.column.add(chips)
        self.by = DayField(theme, words, words.tr("By when"), asked.today, asked.today)
        shown = asked.by or asked.usual_day
        self.by.show_day(date.fromisoformat(shown) if shown else None)
        self.column.add(self.by)

    def _typed(self) -> tuple[LineBox, ...]:
        return (*self.boxes.values(), *((self.actor,) if self.actor is not None else ()))

    def _look(self) -> None:
        self.remark.look_at(*(box.text() for box in self._typed()))
        most = max(len(box.text().strip()) for box in self.boxes.values()) - LONGEST_SENTENCE
        self.too_long.setText(
            self._words.ntr(
                "{count} letter too long: in the report it ends in “…”.",
                "{count} letters too long: in the report it ends in “…”.",
                max(most, 0),
            )
        )
        self.too_long.setVisible(most > 0)

    def _keep(self) -> None:
        if self.by is not None and self.by.refuses():
            return
        form = self._form
        texts = ((code, normalized(box.text()).strip()) for code, box in self.boxes.items())
        own = ((code, text) for code, text in texts if text and text != form.usual[code].strip())
        day = self.by.day() if self.by is not None else None
        by = day.isoformat() if day else ""
        usual = form.asked.usual_day if form.asked is not None else ""
        actor = normalized(self.actor.text()).strip() if self.actor is not None else ""
        written = Written(tuple(sorted(own)), actor, "" if by == usual else by)
        self.accept()
        self._save(written)
