"""What every page stands in: how it looks, speaks, asks and waits."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_desk.ui.announce import Announcer
from dialogue_desk.ui.ask import Ask
from dialogue_desk.ui.lane import Lane
from dialogue_desk.ui.news import News
from dialogue_desk.ui.theme import Theme
from dialogue_desk.ui.widgets.toast import Toast
from dialogue_desk.words import Words


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The things of the window that a page is given, beside the desk it shows."""

    theme: Theme
    words: Words
    ask: Ask
    lane: Lane
    announcer: Announcer
    toast: Toast
    news: News
