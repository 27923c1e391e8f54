"""What every page gets from the window: theme, language, prompts, worker and messages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from dialogue_desk.domain.run.pacing import USUAL_WARNING, WarningTime
from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.core.desk_signals import DeskSignals
from dialogue_desk.ui.core.key_choice import KeyChoice
from dialogue_desk.ui.core.prompts import UserPrompts
from dialogue_desk.ui.core.shorthand_hints import ShorthandHints
from dialogue_desk.ui.core.worker import Worker
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.announcer import Announcer
from dialogue_desk.ui.widgets.toast import Toast
from dialogue_desk.words import Words


def default_warning() -> WarningTime:
    """Return when a part warns by default."""
    return USUAL_WARNING


@dataclass(frozen=True, slots=True)
class Context:
    """What a page is given by the window, besides the desk it shows.

    ``warn`` returns when a part warns, as it is set now; ``signs`` knows whether the shorthand signs are
    still to be shown; ``keys`` knows which keys hold.
    """

    theme: AppTheme
    words: Words
    prompts: UserPrompts
    worker: Worker
    announcer: Announcer
    toast: Toast
    desk_signals: DeskSignals
    warn: Callable[[], WarningTime] = default_warning
    signs: ShorthandHints = field(default_factory=lambda: ShorthandHints(Settings, lambda _: None))
    keys: KeyChoice = field(default_factory=KeyChoice)
