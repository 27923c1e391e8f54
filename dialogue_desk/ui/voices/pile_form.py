"""The form of one pile of slips: of which circles, how many slips, what they say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.program.pile_drafts import PileDraft
from dialogue_desk.desk.program.pooled_edits import (
    SlipQuestion,
    codes_text,
    least_people,
    too_few_people,
    too_many_slips,
)
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import normalized, title_text
from dialogue_desk.domain.model.voices import SlipKind
from dialogue_desk.domain.overview.counted_pools import heads_of, not_yet_on_a_pile, suggested_pile
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.person_remark import PersonRemark
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.voices.circle_ticks import CircleTicks, CircleToTick
from dialogue_desk.ui.voices.count_grid import CountBox, CountGrid
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.line_box import LinesBox
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import Words
from dialogue_desk.words.questionnaire_words import scale_ends
from dialogue_desk.words.typed_sums import read_sum

_LINES_HEIGHT, _PAUSE = 110, 700


class PileForm(QWidget):
    """``changed()`` tells that a field was left or a circle ticked: what is typed can be kept now."""

    changed = Signal()

    def __init__(
        self,
        context: Context,
        picture: ProgramPicture,
        kind: SlipKind,
        asked: Sequence[SlipQuestion],
        own: Sequence[RecordId] = (),
    ) -> None:
        super().__init__()
        words, tr = context.words, context.words.tr
        self._words, self._picture, self._kind, self._asked = words, picture, kind, asked
        self._free = _offered(picture, kind, own)
        self.ticks = CircleTicks(context.theme, tr("Circles whose slips are on this pile"))
        self.ticks.show_circles([_to_tick(picture, one, words) for one in self._free])
        self._people = Label(role="note")
        self.suggest = Button(context.theme, tr("Suggest circles"), weight=Weight.QUIET)
        self.suggest.clicked.connect(self._suggest)
        self.slips = CountBox(context.theme, tr("Slips on this pile"))
        hint = tr("You can type a sum, such as 9+7+8. Enter goes to the next field.")
        self._slips_field = Field(tr("Slips on this pile"), self.slips, hint)
        self.grid = CountGrid(context)
        self.grid.show_questions(asked, None if kind is SlipKind.TALLY else scale_ends(words))
        self._earlier: dict[tuple[str, str], str] = {}
        self._of_earlier = Label(role="note")
        self.lines = LinesBox()
        self.lines.setFixedHeight(context.theme.scaled(_LINES_HEIGHT))
        self._remark = PersonRemark(context)
        lines_hint = tr("One line for each slip that says something. Leave out names.")
        open_lines = QWidget(self)
        column(
            Field(tr("Open lines"), self.lines, lines_hint), self._remark, gap=Space.HAIR, within=open_lines
        )
        open_lines.setVisible(kind is not SlipKind.TALLY)
        column(
            Section(tr("Circles")),
            *self._other_piles(own),
            self.ticks,
            flowing(self.suggest),
            self._people,
            self._slips_field,
            Section(tr("Answers")),
            self.grid,
            self._of_earlier,
            open_lines,
            gap=Space.SNUG,
            within=self,
        )
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE)
        self._typing.timeout.connect(self.changed)
        self.ticks.changed.connect(self._tell_circles)
        self.slips.entered.connect(self._tell_slips)
        self.slips.textEdited.connect(lambda _: self._compare())
        self.grid.entered.connect(self.changed)
        self.lines.textChanged.connect(self._look_at_lines)

    def show_draft(self, draft: PileDraft) -> None:
        """Show a pile as it was typed; with no circles, those that are suggested."""
        self.ticks.choose(draft.circles or self._suggested())
        self.slips.setText(draft.slips)
        shown = {(one.key, answer) for one in self._asked for answer in one.answers}
        self._earlier = {about: text for about, text in draft.typed.items() if about not in shown}
        self._say_earlier()
        self.grid.show_typed(draft.typed)
        blocked = self.lines.blockSignals(True)
        self.lines.show_lines(draft.said)
        self.lines.blockSignals(blocked)
        self._remark.look_at(*draft.said)
        self._compare()
        self._say_people()

    def draft(self) -> PileDraft:
        """Return the pile as it is typed now."""
        said = () if self._kind is SlipKind.TALLY else tuple(_every_line(self.lines))
        typed = self._earlier | self.grid.typed()
        return PileDraft(self._kind, self.ticks.chosen(), self.slips.text().strip(), typed, said)

    def hideEvent(self, event: QHideEvent) -> None:
        if self._typing.isActive():  # else the line that was typed last would be lost with the sheet
            self._typing.stop()
            self.changed.emit()
        super().hideEvent(event)

    def begin(self) -> None:
        """Put the keyboard at the circles, with which a pile begins."""
        self.ticks.enter()

    def focus_on_error(self) -> None:
        """Put the keyboard where something is missing or wrong."""
        if read_sum(self.slips.text()) is None or not self.grid.focus_on_error():
            self.slips.setFocus()

    def _say_earlier(self) -> None:
        """Say that counts stay of what these slips do not ask any more."""
        said = self._words.ntr(
            "{count} count of an earlier question or answer stays as it is.",
            "{count} counts of earlier questions or answers stay as they are.",
            len(self._earlier),
        )
        self._of_earlier.setText(said if self._earlier else "")
        self._of_earlier.setVisible(bool(self._earlier))

    def _suggested(self) -> tuple[RecordId, ...]:
        least = least_people(self._picture)
        return suggested_pile(self._picture, self._kind, self._free, least)

    def _suggest(self) -> None:
        self.ticks.choose(self._suggested())
        self._tell_circles()

    def _tell_circles(self) -> None:
        self._say_people()
        self._compare()
        self.changed.emit()

    def _tell_slips(self) -> None:
        self._compare()
        self.changed.emit()

    def _compare(self) -> None:
        """Compare the slips with the people, and the sums with the slips."""
        slips, people = read_sum(self.slips.text()), heads_of(self._picture, self.ticks.chosen())
        self.grid.show_slips(slips)
        too_many = bool(slips and people and slips > people)
        self._slips_field.show_error(too_many_slips(slips or 0, people or 0, self._words) if too_many else "")

    def _look_at_lines(self) -> None:
        self._remark.look_at(*_every_line(self.lines))
        self._typing.start()

    def _say_people(self) -> None:
        chosen, words, least = self.ticks.chosen(), self._words, least_people(self._picture)
        people = heads_of(self._picture, chosen)
        if not chosen:
            said = words.tr("Choose circles until they have {least} people.", least=least)
        elif people is None:
            said = words.tr("In a circle that is chosen nobody counted the people.")
        elif people < least:
            said = too_few_people(len(chosen), people, least, words)
        else:
            said = words.ntr(
                "{count} circle with {people} people",
                "{count} circles with {people} people",
                len(chosen),
                people=people,
            )
        self._people.setText(said)

    def _other_piles(self, own: Sequence[RecordId]) -> Sequence[QWidget]:
        pools = (one.body for one in self._picture.work.pools if one.body.kind is self._kind)
        piled = {circle for pool in pools for circle in pool.circles} - set(own)
        if not piled:
            return ()
        said = codes_text(self._picture, piled, self._words)
        return (Label(self._words.tr("On other piles already: {circles}", circles=said), "muted"),)


def _offered(picture: ProgramPicture, kind: SlipKind, own: Sequence[RecordId]) -> tuple[RecordId, ...]:
    """Return the circles that are on no other pile, in their order."""
    free = {*not_yet_on_a_pile(picture, kind), *own}
    return tuple(row.circle_id for row in picture.rows if row.circle_id in free)


def _to_tick(picture: ProgramPicture, circle: RecordId, words: Words) -> CircleToTick:
    code = next(row.code for row in picture.rows if row.circle_id == circle)
    people = heads_of(picture, (circle,))
    if people is None:
        return CircleToTick(circle, f"{code} · ?", words.tr("{code}, nobody counted the people", code=code))
    spoken = words.ntr("{code}, {count} person", "{code}, {count} people", people, code=code)
    return CircleToTick(circle, f"{code} · {people}", spoken)


def _every_line(box: LinesBox) -> list[str]:
    """Return the lines in the box: two people may have written the same."""
    written = normalized(box.document().toRawText()).splitlines()
    return [line for one in written if (line := title_text(one).strip())]
