"""Asks which session is led in a practice, in which language, and how fast its clock runs."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.domain.model.circles import GuideText
from dialogue_desk.domain.model.guide import Guide, SessionPlan
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.prepare.guide_choice import GuideChoice
from dialogue_desk.ui.prepare.rehearsal_page import SPEEDS, USUAL_SPEED
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column


@dataclass(frozen=True, slots=True)
class LeadChoice:
    """Which session of which guide is led, and how many times faster than real its clock runs."""

    texts: tuple[GuideText, ...]
    guide: Guide
    plan: SessionPlan
    speed: int
    track: str = ""


class LeadForm(QWidget):
    """Offers every guide of the library."""

    def __init__(self, shelf: GuideShelf, context: Context) -> None:
        super().__init__()
        self._words = context.words
        theme, tr = context.theme, context.words.tr
        self.guides = GuideChoice(shelf, theme, context.words)
        speeds = [Choice(str(speed), f"{speed}×") for speed in SPEEDS]
        self.speed = Chips(theme, tr("How fast does the clock run?"), speeds)
        self.speed.choose(str(USUAL_SPEED))
        self._about, self._long = Label(role="note"), Label(role="note")
        guides = self.guides
        fields = (guides.plan_field, guides.track_field, guides.language_field, guides.second_field)
        column(
            guides.guide_field,
            self._about,
            *fields,
            Field(tr("How fast does the clock run?"), self.speed),
            self._long,
            gap=Space.BASE,
            within=self,
        )
        guides.guide.chosen.connect(self._show_guide)
        for select in (guides.plan, guides.track, guides.language):
            select.chosen.connect(self._show)
        guides.language.chosen.connect(lambda _: guides.show_second_languages())
        self.speed.chosen.connect(self._show)

    def read(self) -> None:
        """Read which guides there are."""
        self.guides.read()
        self._show_guide()

    def chosen(self) -> LeadChoice | None:
        """Return what was chosen; None where there is no guide."""
        guides = self.guides
        texts = guides.chosen_texts()
        if not texts:
            return None
        guide, plan = guides.guide_in_spoken_language(), guides.session()
        return LeadChoice(texts, guide, plan, int(self.speed.choice()), guides.chosen_track())

    def _show_guide(self, _chosen: str = "") -> None:
        guide = self.guides.guide_in_app_language()
        self.guides.show_guide(guide, guide.sessions[0].id)
        self._about.setText(guide.summary)
        self._show()

    def _show(self, _chosen: str = "") -> None:
        self.guides.show_tracks(self.guides.track.choice())
        minutes = self.guides.session().minutes
        real = max(1, round(minutes / int(self.speed.choice())))
        self._long.setText(
            self._words.tr(
                "{minutes} minutes of the session take about {real} of yours. When something happens, the "
                "clock runs at its real speed until you go on.",
                minutes=minutes,
                real=real,
            )
        )
