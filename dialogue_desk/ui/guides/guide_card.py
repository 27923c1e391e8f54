"""What the library shows of a guide: what it is, for whom, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from dialogue_desk.domain.model.own_guide import Origin
from dialogue_desk.domain.model.text import shown_title
from dialogue_desk.exchange.guide_library import ShelvedGuide, UnfinishedGuide
from dialogue_desk.ui.guides.guide_cover import audience_text, requirements_text
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card, Hairline
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH
from dialogue_desk.ui.widgets.rounded import round_corners
from dialogue_desk.words import Words
from dialogue_desk.words.languages import own_name

_MOST_TITLE, _MOST_SUMMARY = 120, 300
"""So many letters of each are on a card: a file may bring any number."""


class GuideAct(StrEnum):
    """What can be done with a guide."""

    READ = "read"
    BEGIN = "begin"
    BEGIN_METHOD = "begin method"
    EDIT = "edit"
    PRINT = "print"
    SHARE = "share"
    DELETE = "delete"


class LibraryCard(Card):
    """A card of the library; ``wanted(act, key)`` tells what was pressed on it."""

    wanted = Signal(str, str)

    def __init__(self, theme: AppTheme, words: Words, role: str = "card") -> None:
        super().__init__(role, edge=Space.BASE)
        self.column.setSpacing(Space.TIGHT)
        self._theme, self._words = theme, words
        self.buttons: list[Button] = []

    def button(
        self, text: str, act: GuideAct, key: str, title: str, *, icon: str = "", quiet: bool = False
    ) -> Button:
        """Return a button that tells ``act`` for the guide with this key; a reader is told its title too."""
        button = Button(self._theme, text, weight=Weight.QUIET if quiet else Weight.NORMAL, icon=icon)
        button.setAccessibleName(f"{text}: {title}")
        button.clicked.connect(partial(self._tell, act, key))
        self.buttons.append(button)
        return button

    def _tell(self, act: str, key: str, _checked: bool = False) -> None:
        self.wanted.emit(act, key)


class GuideCard(LibraryCard):
    """One guide, or several versions of one, the newest first."""

    def __init__(self, versions: Sequence[ShelvedGuide], theme: AppTheme, words: Words) -> None:
        super().__init__(theme, words)
        guide = versions[0].translation(words.language).guide
        title = shown_title(guide.title, _MOST_TITLE)
        self.add(Label(title, "heading"))
        if guide.summary:
            self.add(Label(shown_title(guide.summary, _MOST_SUMMARY)))
        for place, shelved in enumerate(versions):
            if place:
                self.add(Hairline())
            self._add_version(shelved, first_title=title)

    def _add_version(self, shelved: ShelvedGuide, first_title: str) -> None:
        words, tr = self._words, self._words.tr
        title = shown_title(shelved.translation(words.language).guide.title, _MOST_TITLE)
        if title != first_title:
            self.add(Label(title, "strong"))
        called = title
        if shelved.own:
            origin = _origin_text(shelved, words)
            self.add(Label(origin, "accent"))
            called = f"{title}. {origin}"
        self.add(Label(_facts_text(shelved, words), "note"), STRETCH)
        acts: list[QWidget] = [self.button(tr("Read"), GuideAct.READ, shelved.key, called, icon="guide")]
        if not shelved.deck:
            begin = tr("Start a conversation with this guide")
            acts += [self.button(begin, GuideAct.BEGIN, shelved.key, called), self._more(shelved, called)]
        self.add(flowing(*acts))

    def _more(self, shelved: ShelvedGuide, title: str) -> Button:
        more = Button(self._theme, self._words.tr("More"), weight=Weight.QUIET, icon="more", bare=True)
        more.setAccessibleName(f"{more.text()}: {title}")
        more.clicked.connect(lambda: self._open_menu(shelved, more))
        self.buttons.append(more)
        return more

    def _open_menu(self, shelved: ShelvedGuide, under: Button) -> None:
        menu = guide_menu(shelved, self._words, self)
        menu.triggered.connect(lambda entry: self._tell(entry.data(), shelved.key))
        menu.popup(under.mapToGlobal(under.rect().bottomLeft() + QPoint(0, Space.HAIR)))


class MethodCard(LibraryCard):
    """A method with which a guide can be begun."""

    def __init__(self, method: ShelvedGuide, theme: AppTheme, words: Words) -> None:
        super().__init__(theme, words)
        guide, tr = method.translation(words.language).guide, words.tr
        self.add(Label(guide.title, "heading"))
        self.add(Label(guide.summary), Label(_facts_text(method, words), "note"), STRETCH)
        begin = tr("Begin with this method")
        self.add(
            flowing(
                self.button(tr("Read"), GuideAct.READ, method.key, guide.title, icon="guide"),
                self.button(begin, GuideAct.BEGIN_METHOD, method.key, guide.title),
            )
        )


class UnfinishedCard(LibraryCard):
    """A guide with which nobody can begin yet, and the first thing to fix in it."""

    def __init__(self, guide: UnfinishedGuide, theme: AppTheme, words: Words) -> None:
        super().__init__(theme, words, "notice")
        title = shown_title(guide.title, _MOST_TITLE) or words.tr("A guide without a title")
        self.add(Label(title, "heading"), *(Label(fault.sentence) for fault in guide.faults[:1]))
        if (more := len(guide.faults) - 1) > 0:
            self.add(Label(words.ntr("And {count} more to fix.", "And {count} more to fix.", more), "note"))
        self.add(
            STRETCH,
            flowing(
                self.button(words.tr("Go on writing"), GuideAct.EDIT, guide.key, title),
                self.button(words.tr("Delete"), GuideAct.DELETE, guide.key, title, quiet=True),
            ),
        )


def guide_menu(shelved: ShelvedGuide, words: Words, page: QWidget) -> QMenu:
    """Return the menu of what is seldom done with a guide; the data of an entry is its act."""
    menu = QMenu(page)
    round_corners(menu)
    menu.aboutToHide.connect(menu.deleteLater)
    for act, text in (
        (GuideAct.EDIT, words.tr("Change…")),
        (GuideAct.PRINT, words.tr("Print…")),
        (GuideAct.SHARE, words.tr("Save as a file…")),
    ):
        menu.addAction(text).setData(act)
    if shelved.own:
        menu.addSeparator()
        menu.addAction(words.tr("Delete")).setData(GuideAct.DELETE)
    return menu


def _facts_text(shelved: ShelvedGuide, words: Words) -> str:
    guide = shelved.translation(words.language).guide
    needs = "" if shelved.deck else requirements_text(guide, words)
    languages = " · ".join(own_name(code) for code in shelved.languages)
    return " · ".join(filter(None, (needs, audience_text(guide, words), languages)))


def _origin_text(shelved: ShelvedGuide, words: Words) -> str:
    """Return the version of a guide that the desk has of its own, and how it came here."""
    version, tr = shelved.version, words.tr
    match shelved.origin:
        case Origin.WRITTEN:
            return tr("Version {version}, written here", version=version)
        case Origin.COPIED:
            return tr("Version {version}, changed here", version=version)
        case Origin.DOCUMENT:
            return tr("Version {version}, made from a document", version=version)
        case _:
            return tr("Version {version}, opened from a file", version=version)
