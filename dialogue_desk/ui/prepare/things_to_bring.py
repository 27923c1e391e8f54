"""What the guide wants on the table tonight, to be ticked off while a bag is packed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.widgets.expander import Expander
from dialogue_desk.ui.widgets.layouts import clear_layout
from dialogue_desk.ui.widgets.tick import Tick


class ThingsToBring(Expander):
    """A line that unfolds into the things; what is ticked is known for tonight, and nowhere else."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme)
        self._context = context
        self._things: tuple[str, ...] = ()
        self._ready: set[str] = set()
        self.hide()

    def reset(self) -> None:
        """Forget what was ticked."""
        self._ready.clear()
        self._fill(())

    def show_things(self, things: Sequence[str]) -> None:
        """Show these things, each once."""
        once = tuple(dict.fromkeys(things))
        if once != self._things:
            self._fill(once)

    def _fill(self, things: tuple[str, ...]) -> None:
        self._things = things
        clear_layout(self.body)
        for thing in self._things:
            tick = Tick(self._context.theme, thing)
            tick.setChecked(thing in self._ready)
            tick.toggled.connect(partial(self._tick, thing))
            self.body.addWidget(tick)
        self.setVisible(bool(self._things))
        self._count()

    def _tick(self, thing: str, there: bool) -> None:
        (self._ready.add if there else self._ready.discard)(thing)
        self._count()

    def _count(self) -> None:
        words = self._context.words
        ready = sum(thing in self._ready for thing in self._things)
        said = words.ntr("{count} thing to bring", "{count} things to bring", len(self._things))
        if ready:
            said = words.ntr(
                "{ready} of {count} thing to bring is here",
                "{ready} of {count} things to bring are here",
                len(self._things),
                ready=ready,
            )
        self.show_title(said)
