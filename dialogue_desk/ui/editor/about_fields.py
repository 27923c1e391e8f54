"""The form of the guide itself: its title, the people it is made for, its ground rules and its words."""

from __future__ import annotations

from dialogue_desk.desk.guides.live_check import Remark
from dialogue_desk.domain.model.guide import Audience
from dialogue_desk.exchange.guide_edits import top_value
from dialogue_desk.exchange.guide_source import GLOSSARY, GROUND_RULES, Path, Section
from dialogue_desk.exchange.guide_top import MOST_PEOPLE
from dialogue_desk.exchange.section_texts import Sort
from dialogue_desk.ui.editor.form_fields import BoxField, FormContext, FormField, TextsField, side_by_side
from dialogue_desk.ui.editor.section_fields import SectionFields
from dialogue_desk.ui.editor.text_box import TitleBox
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Number
from dialogue_desk.ui.widgets.label import Label

_EVERYBODY = "everybody"


class AboutFields(SectionFields):
    """The guide itself: what its top says, and what is beside its sessions."""

    def __init__(self, form: FormContext) -> None:
        super().__init__(form)
        tr = form.words.tr
        self.add(
            TopTitleField(form, "title", tr("Title of the guide")),
            TopField(form, "summary", tr("What it is, in a sentence")),
            PeopleField(form),
            AudienceField(form),
            BesideField(
                form,
                GROUND_RULES,
                (tr("Ground rules"), tr("Add a ground rule"), tr("Circles start from these.")),
            ),
            BesideField(
                form,
                GLOSSARY,
                (
                    tr("Words that not everyone knows"),
                    tr("Add a word"),
                    tr("Write the word, a colon, and what it means."),
                ),
            ),
        )
        self.fold(
            tr("Who wrote it"),
            TopField(form, "credit", tr("Who wrote it")),
            TopField(form, "license", tr("How others may use it")),
            TopField(form, "version", tr("Version")),
        )

    def show_path(self, path: Path, *, other: bool = False) -> None:
        self.path = path
        for field in self.fields:
            field.show_section(path, _NO_SECTION)


_NO_SECTION = Section(0, "")


class TopField(BoxField):
    """One line at the top of the guide."""

    def show_value(self, section: Section) -> None:
        self.box.show_text(top_value(self._steps.source, self.key))

    def _typed(self, text: str) -> None:
        self._steps.top(self.key, text)


class TopTitleField(TopField):
    """The title of the guide."""

    box_kind = TitleBox


class PeopleField(FormField):
    """The smallest circle, the best and the largest."""

    def __init__(self, form: FormContext) -> None:
        super().__init__(form, "people")
        tr = form.words.tr
        labels = (tr("Smallest circle"), tr("Best"), tr("Largest"))
        self.numbers = [Number(form.theme, form.words, 1, MOST_PEOPLE) for _ in labels]
        fields = [Field(label, number) for label, number in zip(labels, self.numbers, strict=True)]
        for number in self.numbers:
            number.changed.connect(lambda _: self._change())
        self.hold(side_by_side(*fields))
        self.setFocusProxy(self.numbers[0])

    def show_value(self, section: Section) -> None:
        value = top_value(self._steps.source, "people").replace("–", "-")
        sizes = [int(one) for one in value.split("-") if one.strip().isdecimal()]
        if len(sizes) == 2:
            sizes.insert(1, sizes[1])
        for number, size in zip(self.numbers, sizes * 3 if len(sizes) == 1 else sizes, strict=False):
            number.show_value(size)

    def _change(self) -> None:
        least, best, most = (number.value() for number in self.numbers)
        self._steps.top("people", f"{least}-{most}" if best == most else f"{least}-{best}-{most}")


class AudienceField(FormField):
    """For whom the guide is written."""

    def __init__(self, form: FormContext) -> None:
        super().__init__(form, "audience")
        tr = form.words.tr
        words = {
            Audience.ADULTS: tr("Adults"),
            Audience.YOUTH: tr("Young people"),
            Audience.MIXED: tr("Both together"),
        }
        choices = [Choice(_EVERYBODY, tr("Not said")), *(Choice(one.value, words[one]) for one in Audience)]
        self.chips = Chips(form.theme, tr("Who it is for"), choices)
        self.chips.chosen.connect(
            lambda choice: form.steps.top("audience", "" if choice == _EVERYBODY else choice)
        )
        self.hold(Label(tr("Who it is for"), "strong"), self.chips)

    def show_value(self, section: Section) -> None:
        self.chips.choose(top_value(self._steps.source, "audience") or _EVERYBODY)

    def take_focus(self) -> None:
        self.chips.focus_choice()


class BesideField(TextsField):
    """A list beside the sessions, whose heading is made with its first text.

    ``says`` are its label, the words of the button that adds one, and a hint.
    """

    def __init__(self, form: FormContext, title: str, says: tuple[str, str, str]) -> None:
        label, add, hint = says
        super().__init__(form, Sort.ASK, label, add, hint=hint)
        self.key, self._title = title, title

    def show_section(self, path: Path, section: Section) -> None:
        self.path = self._place()
        self.show_value(self._steps.source.at(self.path) if self.path else section)

    def answers(self, remark: Remark) -> bool:
        return bool(self.path) and remark.path == self.path

    def _place(self) -> Path:
        found = enumerate(self._steps.source.sections)
        return next(((place,) for place, one in found if one.beside and one.title == self._title), ())

    def _add(self, place: int, text: str) -> None:
        if self.path:
            super()._add(place, text)
        else:
            self._steps.add_beside_text(self._title, text)
            self.path = self._place()
