"""Decides how long the shorthand signs of a note are shown: until a person has learned them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from dialogue_desk.domain.notes.shorthand import ACTION_SIGN, SIGNS, parse_line, sign_of
from dialogue_desk.storage.settings import Settings

_THEME, _SPREAD = "#", "/"
EVERY_SIGN = frozenset({*SIGNS, ACTION_SIGN, _THEME, _SPREAD})
LINES_TO_LEARN = 40
"""After so many lines a person knows the signs or where to find them."""
_KEPT_EACH = 10


class SignLessons(QObject):
    """Remembers which signs were used, and how many lines were written meanwhile."""

    changed = Signal()

    def __init__(
        self,
        settings: Callable[[], Settings],
        keep: Callable[[Settings], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._keep = settings, keep
        self._lines = 0

    def wanted(self) -> bool:
        """Whether the signs are still to be shown."""
        return wants_signs(self._settings())

    def learn_from(self, line: str) -> None:
        """Count the signs of a line that was added."""
        settings = self._settings()
        if not wants_signs(settings):
            return
        self._lines += 1
        used = "".join(sorted({*settings.signs_used, *signs_in(line)}))
        if used != settings.signs_used or self._lines == _KEPT_EACH:
            lines = min(settings.lines_written + self._lines, LINES_TO_LEARN)
            self._lines = 0
            self._keep(replace(settings, signs_used=used, lines_written=lines))
            self.changed.emit()


def wants_signs(settings: Settings) -> bool:
    """Return whether the signs are to be shown: they are not learned yet and not turned off."""
    learned = EVERY_SIGN.issubset(settings.signs_used) or settings.lines_written >= LINES_TO_LEARN
    return settings.show_signs and not learned


def with_signs(settings: Settings, *, on: bool) -> Settings:
    """Return the settings with the signs shown from the beginning, or not at all."""
    return replace(settings, show_signs=on, signs_used="", lines_written=0)


def signs_in(line: str) -> frozenset[str]:
    """Return the signs that ``line`` uses."""
    said = parse_line(line)
    used = {sign_of(line[:1])} if said.action or said.kind is not None else set()
    used |= {_THEME} if said.themes else set()
    return frozenset(used | ({_SPREAD} if said.spread or said.left_out else set()))
