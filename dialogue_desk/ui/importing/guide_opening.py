"""Opens guide files: each is kept beside those that are here, and what came of it is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.guides.opened_guides import (
    Arrival,
    ArrivedGuide,
    ReadFiles,
    open_guides,
    read_guide_files,
)
from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words import Words

_READ = "read opened guide"
_MOST_SHOWN = 12


class GuideOpening(QObject):
    """Reads guide files on the worker's thread and keeps what is in them.

    ``reading_wanted`` and ``writing_wanted`` tell the key of a guide that a person wants to read, or to go on
    writing; ``kept`` tells that there are guides which were not there before.
    """

    reading_wanted = Signal(str)
    writing_wanted = Signal(str)
    kept = Signal()

    def __init__(self, shelf: GuideShelf, own: OwnGuides, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._shelf, self._own, self._context, self._window = shelf, own, context, window
        self._last = ""
        context.toast.acted.connect(self._act)

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open guide files, and zips of them, and say what came of it."""
        words = self._context.words
        self._context.worker.run(self, lambda _: read_guide_files(paths, words), self._keep)

    def _keep(self, read: ReadFiles) -> None:
        arrived = open_guides(read, self._shelf, self._own)
        if any(one.arrival is not Arrival.KNOWN for one in arrived):
            self.kept.emit()
        if len(arrived) == 1 and not arrived[0].faults and not read.refused:
            self._last = arrived[0].key
            words = self._context.words
            sentence = arrived_sentence(arrived[0], words)
            self._context.toast.say(sentence, action=words.tr("Read it"), action_id=_READ)
        else:
            sheet = OpenedGuidesSheet(
                arrived, read, self._context.theme, self._context.words, self._window.window()
            )
            sheet.reading_wanted.connect(self.reading_wanted)
            sheet.writing_wanted.connect(self.writing_wanted)
            sheet.open()

    def _act(self, action: str) -> None:
        if action == _READ:
            self.reading_wanted.emit(self._last)


class OpenedGuidesSheet(SheetDialog):
    """Says of each guide file what came of it, and of those with faults what there is to fix."""

    reading_wanted = Signal(str)
    writing_wanted = Signal(str)

    def __init__(
        self,
        arrived: Sequence[ArrivedGuide],
        read: ReadFiles,
        theme: AppTheme,
        words: Words,
        window: QWidget | None = None,
    ) -> None:
        kept = [one for one in arrived if not one.faults]
        begun = next((one for one in arrived if one.faults), None)
        title = words.tr("Nothing was opened")
        if arrived:
            title = words.ntr("{count} guide was opened", "{count} guides were opened", len(arrived))
        super().__init__(theme, title, window, wide=True)
        self.column.add(*(Label(arrived_sentence(one, words)) for one in kept))
        for one in arrived:
            if one.faults:
                self.column.add(_unfinished(one, words))
        if read.refused:
            self.begin_section(words.tr("Not opened"), str(len(read.refused)))
            notice = Card("notice")
            notice.add(*(Label(safe_in_sentence(one.sentence)) for one in read.refused[:_MOST_SHOWN]))
            self.column.add(notice)
        self.column.body.addStretch(1)
        self.foot.addStretch(1)
        first = self.add_button(words.tr("Close"), self.accept)
        if begun is not None:
            first = self.add_button(
                words.tr("Go on writing it"), partial(self._go, self.writing_wanted.emit, begun.key)
            )
        elif kept:
            reading = partial(self._go, self.reading_wanted.emit, kept[0].key)
            first = self.add_button(words.tr("Read it"), reading)
        if begun is not None or kept:
            first.set_weight(Weight.PRIMARY)
        first.setFocus()

    def _go(self, tell: Callable[[str], None], key: str) -> None:
        self.accept()
        tell(key)


def arrived_sentence(arrived: ArrivedGuide, words: Words) -> str:
    """Say what an opened guide is to those that were here."""
    places = {"title": safe_in_sentence(arrived.title) or words.tr("A guide"), "version": arrived.version}
    if arrived.arrival is Arrival.KNOWN:
        return words.tr("You have “{title}” (version {version}) already.", **places)
    if arrived.arrival is Arrival.LANGUAGE:
        return words.tr("“{title}” (version {version}) has another language now.", **places)
    if arrived.arrival is Arrival.VERSION:
        return words.tr(
            "“{title}” (version {version}) is among your guides now, beside version {others}.",
            others=", ".join(arrived.besides),
            **places,
        )
    return words.tr("“{title}” is among your guides now.", **places)


def _unfinished(arrived: ArrivedGuide, words: Words) -> Card:
    notice = Card("notice")
    notice.add(
        Label(safe_in_sentence(arrived.title) or words.tr("A guide without a title"), "strong"),
        Label(words.tr("It is kept. Nobody can meet by it until this is fixed:")),
        *(Label(safe_in_sentence(one.sentence)) for one in arrived.faults[:_MOST_SHOWN]),
    )
    more = len(arrived.faults) - _MOST_SHOWN
    if more > 0:
        notice.add(Label(words.ntr("and {count} more", "and {count} more", more), "note"))
    return notice
