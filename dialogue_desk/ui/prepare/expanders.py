"""What unfolds beside the form of a session: open threads, ground rules and things to bring."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from dialogue_desk.domain.notes.open_threads import open_threads
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.run.rules_editor import RulesEditor
from dialogue_desk.ui.widgets.expander import Expander
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout
from dialogue_desk.ui.widgets.tick import Tick


class OpenThreadsExpander(Expander):
    """What the circle's last session left open; hidden when nothing is open."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme)
        self._words = context.words
        self.hide()

    def show_last(self, last: SessionFolder | None) -> None:
        """Show what ``last`` left open."""
        words = self._words
        clear_layout(self.body)
        threads = open_threads(last) if last is not None else None
        self.setVisible(bool(threads))
        if not threads:
            return
        self.show_title(
            words.ntr("{count} open item from last time", "{count} open items from last time", threads.count)
        )
        for heading, texts in (
            (words.tr("Parking lot"), threads.parked),
            (words.tr("Open questions"), threads.questions),
            (words.tr("Action ideas without a first step"), threads.stepless),
        ):
            if texts:
                self.body.addWidget(Label(heading, "section"))
                for text in texts:
                    self.body.addWidget(Label(text))


class GroundRulesExpander(Expander):
    """The ground rules of the session; ``touched`` is whether a person changed them."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme)
        self._words = context.words
        self.touched = False
        self.editor = RulesEditor(context.theme, context.words)
        self.editor.changed.connect(self._touch)
        self.body.addWidget(self.editor)

    def show_rules(self, agreed: Sequence[str], usual: Sequence[str]) -> None:
        """Show what the circle agreed on, or else the usual rules; what a person changed stays."""
        words = self._words
        if not self.touched:
            self.editor.show_rules(agreed or usual)
        count = len(self.editor.rules)
        self.show_title(
            words.ntr(
                "{count} ground rule the circle agreed on", "{count} ground rules the circle agreed on", count
            )
            if agreed
            else words.ntr("{count} ground rule to begin with", "{count} ground rules to begin with", count)
        )

    def _touch(self) -> None:
        self.touched = True


class ThingsToBring(Expander):
    """What the guide asks for on the table; ticks are kept while this session is prepared."""

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

    def _tick(self, thing: str, ready: bool) -> None:
        (self._ready.add if ready else self._ready.discard)(thing)
        self._count()

    def _count(self) -> None:
        words, total = self._context.words, len(self._things)
        title = words.ntr("{count} thing to bring", "{count} things to bring", total)
        if ready := sum(thing in self._ready for thing in self._things):
            title = words.ntr(
                "{ready} of {count} thing to bring is here",
                "{ready} of {count} things to bring are here",
                total,
                ready=ready,
            )
        self.show_title(title)
