"""What every page stands in: how it looks, speaks, asks and waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from dialogue_desk.domain.run.pacing import USUAL_WARNING, WarningTime
from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.core.desk_signals import DeskSignals
from dialogue_desk.ui.core.prompts import UserPrompts
from dialogue_desk.ui.core.shorthand_lessons import SignLessons
from dialogue_desk.ui.core.worker import Worker
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.announcer import Announcer
from dialogue_desk.ui.widgets.toast import Toast
from dialogue_desk.words import Words


def default_warning() -> WarningTime:
    """Return when a part warns where nobody set it otherwise."""
    return USUAL_WARNING


def no_lessons_learned() -> SignLessons:
    """Return the lessons of a person who has learnt nothing, and of whom nothing is remembered."""
    return SignLessons(Settings, lambda _: None)


@dataclass(frozen=True, slots=True)
class Context:
    """The things of the window that a page is given, beside the desk it shows.

    ``warn`` tells when a part has little time left, as it is set now; ``signs`` whether those of the notes
    are still to be shown.
    """

    theme: AppTheme
    words: Words
    prompts: UserPrompts
    lane: Worker
    announcer: Announcer
    toast: Toast
    desk_signals: DeskSignals
    warn: Callable[[], WarningTime] = default_warning
    signs: SignLessons = field(default_factory=no_lessons_learned)
