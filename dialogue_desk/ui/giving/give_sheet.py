"""The sheet that says what goes along when the app is given away, and what stays here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.desk.leaving.given_content import GivenContent
from dialogue_desk.desk.leaving.giving_text import app_sentence, size_text
from dialogue_desk.domain.model.text import shown_title
from dialogue_desk.exchange.guide_files import top_line
from dialogue_desk.exchange.guide_zip import guide_file
from dialogue_desk.installation import Installation
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.whole_file import FileToSave


@dataclass(frozen=True, slots=True)
class OfferedGuide:
    """A guide of a person's own that can go along: its title and its file."""

    title: str
    file: FileToSave


def offered_guides(own: OwnGuides) -> tuple[OfferedGuide, ...]:
    """Return the guides that a desk has of its own, in all their languages."""
    kept = [tuple(one.texts.values()) for one in own.all() if one.texts]
    return tuple(
        OfferedGuide(shown_title(top_line(texts[0].text, "title")) or texts[0].guide, guide_file(texts))
        for texts in kept
    )


class GiveSheet(SheetDialog):
    """Shows ``content`` and offers ``guides`` of a person's own, none of which is ticked.

    ``place_chosen(Path, tuple)`` tells where it goes and which guides go along, as files to save.
    """

    place_chosen = Signal(object, object)

    def __init__(
        self,
        content: GivenContent,
        installation: Installation,
        guides: Sequence[OfferedGuide],
        context: Context,
        window: QWidget | None = None,
    ) -> None:
        words, theme = context.words, context.theme
        super().__init__(theme, words.tr("Give this app to another facilitator"), window)
        self._context, self._guides = context, tuple(guides)
        tr = words.tr
        app = Label(app_sentence(content, installation, words))
        if not content.apps:
            self.column.add(_notice(app))
        self.begin_section(tr("Goes onto the stick"))
        self.column.add(
            *([app] if content.apps else []),
            Label(tr("The guides that come with it, in English and Spanish")),
            Label(tr("Help pages, and a made-up community to practice with")),
            Label(tr("A page that says how to start, in both languages")),
            Label(tr("Takes about {size}.", size=size_text(content.size, words)), "note"),
        )
        self.begin_section(tr("Stays here"))
        self.column.add(Label(tr("All your circles, notes, names, keys and settings.")))
        self.ticks = tuple(Tick(theme, guide.title) for guide in self._guides)
        if self.ticks:
            self.begin_section(tr("Guides of your own"))
            warning = tr(
                "They may have words about people in them. Read a guide before you tick it. Without a tick, "
                "it stays here."
            )
            self.column.add(_notice(Label(warning)), *self.ticks)
        self.column.add(STRETCH)
        self.add_button(tr("Cancel"), self.reject, weight=Weight.QUIET)
        self.foot.addStretch(1)
        self.choose_button = self.add_button(
            tr("Choose the stick"), self._ask_where, weight=Weight.PRIMARY, icon="folder"
        )
        self.choose_button.setFocus()

    def _ask_where(self) -> None:
        self._context.prompts.open_folder(self._context.words.tr("Choose the stick"), self._choose)

    def _choose(self, place: Path) -> None:
        ticked = zip(self.ticks, self._guides, strict=True)
        chosen = tuple(guide.file for tick, guide in ticked if tick.isChecked())
        self.accept()
        self.place_chosen.emit(place, chosen)


class GivenSheet(SheetDialog):
    """Says what is on the stick now."""

    def __init__(self, sentences: Sequence[str], context: Context, window: QWidget | None = None) -> None:
        words = context.words
        super().__init__(context.theme, words.tr("The stick is ready"), window)
        self.setAccessibleDescription(" ".join(sentences))
        self.column.add(*map(Label, sentences), STRETCH)
        self.foot.addStretch(1)
        self.add_button(words.tr("Done"), self.accept, weight=Weight.PRIMARY).setFocus()


def _notice(said: Label) -> Card:
    card = Card("notice")
    card.add(said)
    return card
