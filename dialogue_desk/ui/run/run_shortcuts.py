"""The keys of a session that is run: their list, and when each of them is allowed.

A field in which a person types keeps the letters for itself, and leaves the other keys to the session.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import Qt

from dialogue_desk.domain.model.notes import Spread
from dialogue_desk.ui.core.actions import Action, Actions
from dialogue_desk.ui.notes.shorthand_signs import EARLIER_PART_LETTER, LETTERS, OPTION_LETTER, kind_name
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of

_CLOCK_KEYS = frozenset({"clock", "plus", "minus", "plan", "round", "stack", "groups", "check in"})
_ONWARD = frozenset({"on", "back"})
"""The keys that go from part to part, also on a laptop that only takes notes."""
_HELD_DOWN = frozenset({"plus", "minus"})
"""Every other key that is held down is one press."""


class RunKeys:
    """Adds the keys to ``actions``, and allows those that make sense.

    ``handlers`` has what each key of the session does, by its id; ``choose_kind`` and ``choose_spread`` are
    for the next line that is noted.
    """

    def __init__(
        self,
        actions: Actions,
        words: Words,
        handlers: Mapping[str, Callable[[], object]],
        choose_kind: Callable[[str], object],
        choose_spread: Callable[[Spread], object],
    ) -> None:
        self._actions = actions
        self._ids: set[str] = set()
        for action in session_keys(words):
            self._add(action, handlers[action.id])
        for kind, action in kind_keys(words):
            self._add(action, partial(choose_kind, kind))
        for spread, action in spread_keys(words):
            self._add(action, partial(choose_spread, spread))
        self._add(earlier_key(words), handlers["late"])
        self._add(option_key(words), handlers["option"])

    def allow(self, *, clock: bool, taking_notes: bool) -> None:
        """Allow the keys that move the session with ``clock``, and always the others."""
        waiting = _CLOCK_KEYS if taking_notes else _CLOCK_KEYS | _ONWARD
        self._actions.enable_only(self._ids if clock else self._ids - waiting)

    def _add(self, action: Action, run: Callable[[], object]) -> None:
        self._ids.add(action.id)
        live = self._actions.add(action, run)
        live.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        live.setAutoRepeat(action.id in _HELD_DOWN)


def session_keys(words: Words) -> list[Action]:
    """Return the actions that have a key of their own, in the order of the sheet of keys."""
    tr = words.tr
    session, notes, room = tr("Session"), tr("Notes"), tr("Room display")
    return [
        Action("on", tr("Next part"), ("PgDown",), "next", session, also=("Space",)),
        Action("back", tr("Back"), ("PgUp",), "back", session),
        Action("clock", tr("Start, pause or resume"), ("P",), "pause", session),
        Action("plus", tr("Add a minute"), ("+", "="), "plus", session),
        Action("minus", tr("Take a minute away"), ("-",), "minus", session),
        Action("rules", tr("Ground rules"), ("G",), "rules", session),
        Action("plan", tr("Adjust the plan"), ("L",), "clock", session),
        Action("round", tr("Go-round"), ("R",), "people", session),
        Action("stack", tr("Speakers' list: who wants to speak"), ("S",), "", session),
        Action("groups", tr("Small groups"), ("T",), "people", session),
        Action("check in", tr("Pause and cool down"), ("C",), "", session),
        Action("moments", tr("When it gets hot"), ("H",), "", session),
        Action("park", tr("Park it for later"), ("K",), "parking", session),
        Action("question", tr("Next question"), ("Q", "Alt+PgDown"), "", session),
        Action("note", tr("Write a note"), ("N",), "note", notes),
        Action("find", tr("Search what was said"), ("Ctrl+F", "/"), "search", notes),
        Action("read back", tr("Read back"), ("V",), "guide", notes),
        Action("room", tr("Open or close the room display"), ("F5",), "display", room),
        Action("blank", tr("Turn the room display black"), ("B", "."), "", room),
    ]


def kind_keys(words: Words) -> Iterable[tuple[str, Action]]:
    """Return the kinds of note, each with its key."""
    notes = words.tr("Notes")
    for kind, letter in LETTERS.items():
        yield kind, Action(f"kind {kind}", kind_name(kind, words), (f"Alt+{letter}",), "", notes)


def spread_keys(words: Words) -> Iterable[tuple[Spread, Action]]:
    """Return how widely a line may be held, each with its key."""
    notes = words.tr("Notes")
    for number, spread in enumerate(Spread, start=1):
        yield spread, Action(f"spread {spread}", name_of(spread, words), (f"Alt+{number}",), "", notes)


def earlier_key(words: Words) -> Action:
    """Return the action that puts the line under an earlier part, with its key."""
    late = words.tr("Put the next line under an earlier part")
    return Action("late", late, (f"Alt+{EARLIER_PART_LETTER}",), "", words.tr("Notes"))


def option_key(words: Words) -> Action:
    """Return the action that has the line be about the next option of its part, with its key."""
    name = words.tr("Write about the next option")
    return Action("option", name, (f"Alt+{OPTION_LETTER}",), "", words.tr("Notes"))


def page_keys(words: Words) -> list[Action]:
    """Return every action that has a key while a session runs."""
    kinds, spreads = (action for _, action in kind_keys(words)), (action for _, action in spread_keys(words))
    return [*session_keys(words), *kinds, *spreads, earlier_key(words), option_key(words)]
