"""The last step of a forum: an action team for each option that goes on, the first places before others."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QListView, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.leaving.report_files import today
from dialogue_desk.domain.model.forum import ActionTeam, ForumOption
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.forum_result import OptionResult
from dialogue_desk.reports.report_sentences import day_in_words
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.forum.ballot_text import option_text, place_words
from dialogue_desk.ui.forum.forum_acts import ForumActs
from dialogue_desk.ui.forum.team_card import TeamCard
from dialogue_desk.ui.program.index_detail import IndexDetailView
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.note_list import NoteList, NoteRow

_FIRST_PLACES = 5


class TeamsPage(QWidget):
    """The options by their places, and beside them the team of the one that is chosen."""

    def __init__(self, acts: ForumActs, desk: Desk, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        self._acts, self._desk, self._words = acts, desk, words
        self.list = NoteList(theme, words.tr("Options and their teams"))
        self.list.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self._count = Label(role="note")
        self.card = TeamCard(context)
        index, detail = QWidget(), QWidget()
        index.setProperty("role", "clear")
        column(self._count, (self.list, 1), gap=Space.TIGHT, within=index)
        index.setFocusProxy(self.list)
        column(self.card, within=detail)
        detail.setFocusProxy(self.card.name)
        self.panes = IndexDetailView(theme, words.tr("All options"), index, detail, shares=(1, 1))
        sentence = words.tr("Each option can get a team that goes on with it. Choose options first.")
        self._empty = EmptyState(theme, "people", words.tr("No options yet"), sentence)
        column(self._empty, self.panes, within=self)
        self.setFocusProxy(self.list)
        self.list.selection_changed.connect(lambda _: self._show_chosen())
        self.list.opened.connect(lambda _: self.panes.open_detail())
        self.card.changed.connect(self._write)
        self.card.dropped.connect(acts.drop_team)

    def show_work(self) -> None:
        """Show the options and their teams; what is chosen stays so."""
        options, words = self._acts.options, self._words
        self._empty.setVisible(not options)
        self.panes.setVisible(bool(options))
        rows = tuple(self._rows())
        teams = len(self._acts.work.teams.keys() & {one.about for one in options})
        self._count.setText(words.ntr("{count} team", "{count} teams", teams))
        self.list.show_rows(rows)
        if rows and not self.list.chosen():
            self.list.choose((rows[0].id,))
        self._show_chosen()

    def keep(self) -> None:
        """Keep what was typed and not kept yet."""
        self.card.keep()

    def _ordered(self) -> Iterator[tuple[ForumOption, OptionResult | None]]:
        result = self._acts.result
        if not result.out:
            yield from ((one, None) for one in self._acts.options)
            return
        yield from ((one.option, one) for one in result.options if one.option is not None)

    def _rows(self) -> Iterator[NoteRow]:
        words, before = self._words, ""
        for option, one in self._ordered():
            first = one is not None and one.place <= _FIRST_PLACES and one.dots > 0
            heading = "" if one is None else words.tr("First places") if first else words.tr("Other options")
            place = words.tr("Option {number}", number=option.number)
            if one is not None:
                place = place_words(one, words)
            label = " · ".join((place, *self._team_texts(option.about)))
            text = option_text(option, option.number, words)
            yield NoteRow(option.about, label, text, above=heading if heading != before else "")
            before = heading

    def _team_texts(self, about: RecordId) -> Iterator[str]:
        words, stored = self._words, self._acts.work.teams.get(about)
        if stored is None:
            yield words.tr("no team yet")
            return
        team = stored.body
        yield team.name or words.tr("Action team")
        if team.signed_up:
            yield words.ntr("{count} signed up", "{count} signed up", team.signed_up)
        if team.first_day:
            yield words.tr("first on {day}", day=day_in_words(team.first_day, words))

    def _show_chosen(self) -> None:
        self.card.keep()
        chosen = self.list.chosen()
        option = next((one for one in self._acts.options if chosen and one.about == chosen[0]), None)
        self.card.setVisible(option is not None)
        if option is not None:
            stored = self._acts.work.teams.get(option.about)
            team = stored.body if stored is not None else ActionTeam(option.about)
            title = option_text(option, option.number, self._words, 240)
            self.card.show_team(title, team, today(self._desk), there=stored is not None)

    def _write(self, team: ActionTeam) -> None:
        self.card.trouble.say(self._acts.team(team))
