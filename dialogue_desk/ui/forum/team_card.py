"""Who goes on with one option: roles and organizations, a place and a first date; never a person's name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent

from dialogue_desk.domain.model.forum import MOST_VOTERS, ActionTeam
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.follow.next_date_line import NextDateLine
from dialogue_desk.ui.forum.kept_line import KeptLine
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.inputs import Number
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.trouble_line import TroubleLine

_WIDE = 190


class TeamCard(ScrollColumn):
    """``changed(team)`` tells what is said of a team, field by field; ``dropped(team)`` one to delete."""

    changed = Signal(object)
    dropped = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, edge=Space.HAIR)
        words, theme = context.words, context.theme
        self._words = words
        self._team = ActionTeam(RecordId(""))
        self._there = False
        self._title, self._state = Label(role="title"), Label(role="muted")
        self.name, self.convener, self.facilitator, self.support, self.place = (KeptLine() for _ in range(5))
        self.day = NextDateLine(words, words.tr("First date"))
        self.signed_up = Number(theme, words, 0, MOST_VOTERS)
        self.signed_up.keep_width(_WIDE)
        self.trouble = TroubleLine(context.announcer)
        self.drop = Button(theme, words.tr("Delete this team"), weight=Weight.QUIET)
        role = words.tr("A role or an organization, not a person’s name")
        self.add(
            self._title,
            self._state,
            Field(words.tr("Name of the team"), self.name),
            Field(words.tr("Convener"), self.convener, role),
            Field(words.tr("Facilitator"), self.facilitator, words.tr("Another one than the convener")),
            Field(words.tr("Support"), self.support, words.tr("Who lends a room, prints, reminds")),
            self.day,
            Field(words.tr("Place"), self.place),
            Field(words.tr("How many signed up"), self.signed_up, words.tr("Their names stay on the sheet.")),
            self.trouble,
            flowing(self.drop),
        )
        self.body.addStretch(1)
        lines = {
            "name": self.name,
            "convener": self.convener,
            "facilitator": self.facilitator,
            "support": self.support,
            "place": self.place,
        }
        for field, box in lines.items():
            box.kept.connect(lambda text, field=field: self._say(field, text))
        self._lines = tuple(lines.values())
        self.day.kept.connect(lambda day: self._say("first_day", day))
        self.signed_up.changed.connect(lambda count: self._say("signed_up", count))
        self.drop.clicked.connect(lambda: self.dropped.emit(self._team))

    def show_team(self, title: str, team: ActionTeam, today: date, *, there: bool) -> None:
        """Show the team of another option, or the same after a change; keep what was typed before."""
        other = team.about != self._team.about
        self._team, self._there = team, there
        self._title.setText(title)
        self._state.setText("" if there else self._words.tr("No team yet. Fill in what is known."))
        self._state.setVisible(not there)
        self.day.today = today
        if other:
            self.day.clear()
            self.trouble.say("")
        for box, text in zip(
            self._lines, (team.name, team.convener, team.facilitator, team.support, team.place), strict=True
        ):
            box.show_text(text)
        self.day.show_day(team.first_day)
        self.signed_up.show_value(team.signed_up)
        self.drop.setVisible(there)
        if other:
            self.open_at_top()

    def keep(self) -> None:
        """Tell what was typed and not told yet."""
        for box in self._lines:
            box.keep()
        self.day.keep()

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        super().hideEvent(event)

    def _say(self, field: str, said: object) -> None:
        """Tell the team, and know it at once: the next field may be told before all is read again."""
        self._team = replace(self._team, **{field: said})  # type: ignore[arg-type]
        self.changed.emit(self._team)
