"""Says what became of a theme that was typed halfway or with a slip, and lets one press change that.

The note is saved either way, so that the next one can be typed at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import islice

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.session.theme_changes import join_themes
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.notes.near_themes import like_theme
from dialogue_desk.domain.notes.note_edits import tagged
from dialogue_desk.domain.overview.session_folder import Entry, SessionFolder
from dialogue_desk.domain.records.changes import Edit, Write
from dialogue_desk.ui.core.context import Context

ANOTHER_THEME = "another theme"
"""The id of the action that takes the other of the two themes that may have been meant."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A name as it was typed at the end of a line, and the theme that was taken for it, or ""."""

    name: str
    taken: str = ""


class ThemeDoubts:
    """Watches the themes of new notes; ``folder`` returns the session as it is now."""

    def __init__(self, desk: Desk, context: Context, folder: Callable[[], SessionFolder | None]) -> None:
        self._desk, self._context, self._folder = desk, context, folder
        self._change: Callable[[], object] | None = None
        context.toast.acted.connect(self._act)

    def after_saving(self, note: RecordId, typed: Typed | None, before: SessionFolder) -> None:
        """Say which theme was taken for a name typed halfway, or that a new one is nearly a known one."""
        words = self._context.words
        known = [name for theme in before.every_theme.values() for name in theme.every_name]
        if typed is not None and typed.taken:
            sentence = words.tr("Saved under “{theme}”.", theme=typed.taken)
            self._offer(
                sentence,
                words.tr("Make “{theme}” a theme", theme=typed.name),
                partial(self._make_own, note, typed),
            )
            return
        folder, entry = self._folder(), self._entry(note)
        if folder is None or entry is None:
            return
        new = [folder.themes[one].name for one in entry.body.themes if one not in before.every_theme]
        near = ((name, meant) for name in new if (meant := like_theme(name, known)) is not None)
        for name, meant in islice(near, 1):
            sentence = words.tr("“{theme}” is a new theme. There is also “{other}”.", theme=name, other=meant)
            self._offer(sentence, words.tr("Use “{theme}”", theme=meant), partial(self._join, name, meant))

    def _offer(self, sentence: str, action: str, change: Callable[[], object]) -> None:
        self._change = change
        self._context.toast.say(sentence, action=action, action_id=ANOTHER_THEME)

    def _act(self, action_id: str) -> None:
        if action_id == ANOTHER_THEME and self._change is not None:
            change, self._change = self._change, None
            change()

    def _join(self, name: str, meant: str) -> None:
        folder = self._folder()
        one, other = self._theme(name), self._theme(meant)
        if folder is not None and one is not None and other is not None:
            join_themes(self._desk, folder, one, other)
            self._context.announcer.announce(
                self._context.words.tr("“{before}” is part of “{now}” now.", before=name, now=meant)
            )

    def _make_own(self, note: RecordId, typed: Typed) -> None:
        folder, entry, taken = self._folder(), self._entry(note), self._theme(typed.taken)
        if folder is None or entry is None or taken is None:
            return
        own = self._desk.new_id()
        edit = tagged([entry], add=[own], take=[taken])
        made = Write.of(own, folder.circle_id, Theme(typed.name))
        self._desk.perform(Edit(edit.act, (made, *edit.writes)))
        self._context.announcer.announce(
            self._context.words.tr("“{theme}” is a theme now.", theme=typed.name)
        )

    def _entry(self, note: RecordId) -> Entry | None:
        folder = self._folder()
        entries: tuple[Entry, ...] = (*folder.notes, *folder.actions) if folder is not None else ()
        return next((entry for entry in entries if entry.id == note), None)

    def _theme(self, name: str) -> RecordId | None:
        folder = self._folder()
        themes = folder.themes.items() if folder is not None else ()
        key = twin_key(name)
        return next((one for one, theme in themes if key in map(twin_key, theme.every_name)), None)
