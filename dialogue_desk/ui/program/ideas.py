"""What circles propose, by theme or by the time it needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dialogue_desk.domain.model.notes import Horizon
from dialogue_desk.domain.overview.program_overview import CircleProposal, ProgramPicture
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.program.bars import BarRow
from dialogue_desk.ui.program.grouped_notes import GroupedNotes, NoteGroup
from dialogue_desk.ui.program.program_text import idea_row
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.words.names import name_of


class IdeasTab(GroupedNotes):
    """Action ideas under the theme they belong to, or under the time they need."""

    def __init__(self, context: Context) -> None:
        words = context.words
        sentence = words.tr(
            "Ideas that circles propose show up here, each with its circle, who could do it and "
            "the first step."
        )
        empty = EmptyState(context.theme, "action", words.tr("No action ideas yet"), sentence)
        choices = (Choice("theme", words.tr("By theme")), Choice("horizon", words.tr("By time")))
        order = Chips(context.theme, words.tr("Sort order"), choices)
        super().__init__(context, words.tr("No action ideas here."), empty, order)
        self._words, self._order = words, order
        self._picture: ProgramPicture | None = None
        order.choose("theme")
        order.chosen.connect(lambda _: self._sort())

    def show_picture(self, picture: ProgramPicture) -> None:
        """Show the action ideas of a program."""
        self._picture = picture
        self._sort()

    def _sort(self) -> None:
        if self._picture is not None:
            sort = self._by_theme if self._order.choice() == "theme" else self._by_horizon
            self.show_groups(tuple(sort(self._picture)))

    def _by_theme(self, picture: ProgramPicture) -> Iterable[NoteGroup]:
        for theme in picture.themes:
            found = [p for p in picture.proposals if not theme.ids.isdisjoint(p.idea.themes)]
            if found:
                yield self._group(theme.theme_id, theme.name, found, picture)
        known = {key for theme in picture.themes for key in theme.ids}
        rest = [p for p in picture.proposals if known.isdisjoint(p.idea.themes)]
        if rest:
            yield self._group("", self._words.tr("Without a theme"), rest, picture)

    def _by_horizon(self, picture: ProgramPicture) -> Iterable[NoteGroup]:
        for horizon in (*Horizon, None):
            found = [p for p in picture.proposals if p.idea.horizon is horizon]
            name = self._words.tr("No time set") if horizon is None else name_of(horizon, self._words)
            if found:
                yield self._group(horizon or "none", name, found, picture)

    def _group(
        self, group_id: str, name: str, found: Sequence[CircleProposal], picture: ProgramPicture
    ) -> NoteGroup:
        words = self._words
        circles = len({proposal.circle_id for proposal in found})
        detail = words.tr(
            "{ideas}, from {circles}",
            ideas=words.ntr("{count} idea", "{count} ideas", len(found)),
            circles=words.ntr("{count} circle", "{count} circles", circles),
        )
        row = BarRow(f"{group_id}/", name, detail, circles, len(picture.rows))
        languages = {circle.code: circle.language for circle in picture.rows}
        return NoteGroup(
            row, "", lambda: tuple(idea_row(idea, languages.get(idea.circle, ""), words) for idea in found)
        )
