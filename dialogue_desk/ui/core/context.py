"""What every page stands in: how it looks, speaks, asks and waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from dialogue_desk.domain.run.pacing import USUAL_WARNING, Warn
from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.core.announcer import Announcer
from dialogue_desk.ui.core.desk_signals import News
from dialogue_desk.ui.core.prompts import Ask
from dialogue_desk.ui.core.shorthand_lessons import SignLessons
from dialogue_desk.ui.core.theme import Theme
from dialogue_desk.ui.core.worker import Lane
from dialogue_desk.ui.widgets.toast import Toast
from dialogue_desk.words import Words


def usual_warning() -> Warn:
    """Return when a part warns where nobody set it otherwise."""
    return USUAL_WARNING


def first_lessons() -> SignLessons:
    """Return the lessons of a person who has learnt nothing, and of whom nothing is remembered."""
    return SignLessons(Settings, lambda _: None)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The things of the window that a page is given, beside the desk it shows.

    ``warn`` tells when a part has little time left, as it is set now; ``signs`` whether those of the notes
    are still to be shown.
    """

    theme: Theme
    words: Words
    ask: Ask
    lane: Lane
    announcer: Announcer
    toast: Toast
    news: News
    warn: Callable[[], Warn] = usual_warning
    signs: SignLessons = field(default_factory=first_lessons)
