"""What a person does in the outline: sessions and parts are added, moved, copied and deleted there."""

from __future__ import annotations

from collections.abc import Callable

from dialogue_desk.desk.guides.order_steps import OrderSteps
from dialogue_desk.domain.model.guide import PartKind
from dialogue_desk.exchange.guide_source import Path
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.editor import outline_moves
from dialogue_desk.ui.editor.outline_pane import OutlinePane
from dialogue_desk.ui.editor.outline_rows import path_of
from dialogue_desk.ui.editor.part_palette import PartPalette
from dialogue_desk.ui.widgets.toast import UNDO
from dialogue_desk.words.part_names import titled


class OutlineActions:
    """Makes the steps that ``pane`` asks for, on the section that is ``here``."""

    def __init__(
        self, order: OrderSteps, pane: OutlinePane, context: Context, here: Callable[[], Path]
    ) -> None:
        self._order, self._pane, self._context, self._here = order, pane, context, here
        listed = pane.list
        listed.stepped.connect(lambda _, by: self.move_by(by))
        listed.deleted.connect(lambda _: self.act("delete"))
        listed.copied.connect(lambda _: self.act("copy"))
        listed.dropped.connect(self.drop)
        pane.wanted.connect(self.act)
        pane.part_wanted.connect(self.ask_for_part)

    def act(self, wanted: str) -> None:
        """Move, copy or delete what is selected, or add a session behind it."""
        here, source, words = self._here(), self._order.source, self._context.words
        if wanted == "session":
            self._order.add_session(outline_moves.for_session(source, here))
        elif wanted in ("up", "down"):
            self.move_by(-1 if wanted == "up" else 1)
        elif outline_moves.is_fixed(source, here):
            return
        elif wanted == "copy":
            self._order.duplicate(here)
        elif wanted == "delete":
            title = titled(source.at(here).title, words)
            self._order.delete(here)
            said = words.tr("Deleted: {what}", what=title)
            self._context.toast.say(said, action=words.tr("Undo"), action_id=UNDO)

    def ask_for_part(self) -> None:
        """Ask which part to add."""
        palette = PartPalette(self._context, self._pane.window())
        palette.chosen.connect(self.add_part)
        palette.open()

    def add_part(self, kind: str) -> None:
        """Add a part of a kind behind the one that is selected."""
        place = outline_moves.for_part(self._order.source, self._here())
        if place is None:
            self.act("session")
        else:
            self._order.add_part(place, PartKind(kind))

    def move_by(self, by: int) -> None:
        """Move what is selected by one place."""
        source, words, path = self._order.source, self._context.words, self._here()
        to = outline_moves.stepped(source, path, by)
        if to is None:
            return
        title = titled(source.at(path).title, words)
        self._order.move(path, to)
        # What moves is seen; who does not see it hears where it is now.
        among = outline_moves.siblings(self._order.source, to)
        place = among.index(to[-1]) + 1
        said = words.tr("{what} is now {count} of {total}", what=title, count=place, total=len(among))
        self._context.announcer.announce(said)

    def drop(self, row: str, before: str) -> None:
        """Move a row before another, "" for the end."""
        to = outline_moves.dropped(self._order.source, path_of(row), path_of(before) if before else None)
        if to is not None:
            self._order.move(path_of(row), to)
