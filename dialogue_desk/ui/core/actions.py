"""Actions as values: the words, keys and icon that menus and the shortcut sheet are made of."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.core.key_choice import KeyChoice, named
from dialogue_desk.ui.style.theme import AppTheme


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do; ``keys`` are portable names ("Ctrl+Z", "PgDown").

    The shortcut sheet shows it under ``group``, with the keys in ``also`` that its page handles itself.
    """

    id: str
    words: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    group: str = ""
    also: tuple[str, ...] = ()


class Actions(QObject):
    """The actions of ``owner``; their keys work while it is shown, as ``keys`` has them."""

    def __init__(self, theme: AppTheme, owner: QWidget, keys: KeyChoice | None = None) -> None:
        super().__init__(owner)
        self._theme, self._owner, self._keys = theme, owner, keys or KeyChoice()
        self._declared: dict[str, Action] = {}
        self._live: dict[str, QAction] = {}
        self._bound: dict[str, tuple[str, ...]] = {}
        self._unlisted: set[str] = set()
        theme.changed.connect(self._draw_icons)
        self._keys.changed.connect(self._bind_keys)

    def add(self, action: Action, run: Callable[[], object], *, listed: bool = True) -> QAction:
        """Add ``action``, so that its keys work.

        One that is not ``listed`` is left out of the sheet of keys.

        Raises:
            ValueError: when its id, or one of its keys, is taken.
        """
        taken = {_portable(key): other.id for other in self._declared.values() for key in other.keys}
        for key in action.keys:
            if _portable(key) in taken:
                raise ValueError(f"{action.id}: {key} already does {taken[_portable(key)]}")
        if action.id in self._declared:
            raise ValueError(f"{action.id} is there already")
        live = QAction(action.words.replace("&", "&&"), self)
        self._bind(action.id, live, self.keys_of(action))
        live.triggered.connect(lambda _checked: run())
        self._declared[action.id], self._live[action.id] = action, live
        if not listed:
            self._unlisted.add(action.id)
        self._owner.addAction(live)
        self._draw_icons()
        return live

    def list_only(self, *actions: Action) -> None:
        """Put actions on the shortcut sheet whose keys ``owner`` handles itself."""
        self._declared |= {action.id: action for action in actions}

    def __getitem__(self, action_id: str) -> QAction:
        return self._live[action_id]

    def keys_of(self, action: Action) -> tuple[str, ...]:
        """Return the keys that hold for ``action`` now."""
        return self._keys.keys_of(action.id, action.keys)

    @property
    def owner(self) -> QWidget:
        """The widget in which the keys work."""
        return self._owner

    def enable_only(self, allowed: Collection[str]) -> None:
        """Enable the actions whose ids are in ``allowed``, and no others."""
        for action_id, live in self._live.items():
            live.setEnabled(action_id in allowed)

    def shortcuts(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """Return the words and keys of every action that has keys, by group, as the keyboard names them."""
        groups: dict[str, tuple[tuple[str, str], ...]] = {}
        for action in self._declared.values():
            keys = (*self.keys_of(action), *action.also)
            if keys and action.id not in self._unlisted:
                shown = named(keys)
                groups[action.group] = (*groups.get(action.group, ()), (action.words, shown))
        return groups

    def _bind_keys(self) -> None:
        for action_id, live in self._live.items():
            keys = self.keys_of(self._declared[action_id])
            if keys != self._bound[action_id]:  # else its page may have given it others for now
                self._bind(action_id, live, keys)

    def _bind(self, action_id: str, live: QAction, keys: tuple[str, ...]) -> None:
        self._bound[action_id] = keys
        live.setShortcuts([QKeySequence(key) for key in keys])

    def _draw_icons(self) -> None:
        for action_id, live in self._live.items():
            if icon := self._declared[action_id].icon:
                live.setIcon(self._theme.icons.icon(icon, self._theme.tokens.ink))


def _portable(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
