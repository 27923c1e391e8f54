"""The lines of Home about watched folders: how many files came in."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.home.home_row import HomeButtons, HomeRow
from dialogue_desk.ui.importing.folder_news import FolderNews, files_came_text
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.card import Card


def folder_lines(news: Iterable[FolderNews], buttons: HomeButtons) -> list[QWidget]:
    """Return a line for each watched folder in which files wait for a person."""
    words = buttons.words
    lines: list[QWidget] = []
    for one in news:
        if one.arrived:
            look = buttons.make(f"arrived:{one.program}", words.tr("Look at them"))
            later = buttons.make(f"put aside:{one.program}", words.tr("Not now"), Weight.QUIET)
            card = Card("notice", edge=Space.BASE)
            card.add(HomeRow(buttons.theme, [(files_came_text(one, words), "")], [look, later]))
            lines.append(card)
    return lines
