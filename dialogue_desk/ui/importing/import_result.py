"""What came of opening packages, file by file where something has to be known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.program.imports import ImportResult, ReadPackage
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.exchange.signing import short_device
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words import Words


class ImportResultSheet(SheetDialog):
    """Says how many packages were taken in, were here already, and were refused, and why."""

    program_wanted = Signal()
    choosing_wanted = Signal()
    """What two laptops wrote differently is to be gone through now."""

    def __init__(
        self, taken: ImportResult, theme: AppTheme, words: Words, window: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, headline(taken, words), window, (600, 520 if taken.refused or taken.strange else 340)
        )
        for sentence in _sentences(taken, words):
            self.column.add(Label(sentence))
        for strange in taken.strange:
            self.column.add(_notice(safe_in_sentence(strange.path.name), _another_key(strange, words)))
        writers = tuple(written_by(taken, words))
        if writers:
            self.begin_section(words.tr("Written by"))
        for line in writers:
            self.column.add(Label(line))
        if taken.refused:
            self.begin_section(words.tr("Not opened"), str(len(taken.refused)))
        for refused in taken.refused:
            self.column.add(_notice(safe_in_sentence(refused.path.name), refused.sentence))
        self.column.body.addStretch(1)
        self._offer_ways(taken, theme, words)

    def _offer_ways(self, taken: ImportResult, theme: AppTheme, words: Words) -> None:
        """Put the ways on at the foot, the likeliest last and loudest."""
        close = Button(theme, words.tr("Close"))
        close.clicked.connect(self.accept)
        self.foot.addStretch(1)
        self.foot.addWidget(close)
        ways = []
        if taken.imported or taken.known:
            ways.append((words.tr("Open the program"), self.program_wanted))
        if taken.conflicts:
            ways.append((words.tr("Choose now"), self.choosing_wanted))
        first = close
        for text, wanted in ways:
            first = Button(theme, text)
            first.clicked.connect(partial(self._go, wanted))
            self.foot.addWidget(first)
        if ways:
            first.set_weight(Weight.PRIMARY)
        first.setFocus()

    def _go(self, wanted: SignalInstance) -> None:
        self.accept()
        wanted.emit()


def written_by(taken: ImportResult, words: Words) -> Iterator[str]:
    """Yield a line for each laptop that wrote some of the packages, and one for those that nobody signed."""
    looked = (*taken.imported, *taken.known)
    signed = Counter(one.origin.device for one in looked if one.origin is not None)
    for device, count in signed.most_common():
        packages = words.ntr("{count} package", "{count} packages", count)
        yield words.tr(
            "Laptop {laptop} · signed · {packages}", laptop=short_device(device), packages=packages
        )
    unsigned = sum(one.origin is None for one in looked)
    if unsigned:
        packages = words.ntr("{count} package", "{count} packages", unsigned)
        yield words.tr("Not signed · {packages}", packages=packages)


def _another_key(strange: ReadPackage, words: Words) -> str:
    return words.tr(
        "It says it comes from laptop {laptop}, but that laptop signed with a different key "
        "before. It was opened. If nobody set up that laptop again, ask who wrote it.",
        laptop=short_device(strange.origin.device if strange.origin else ""),
    )


def _notice(title: str, sentence: str) -> Card:
    card = Card("notice", edge=Space.BASE)
    card.column.addWidget(Label(title, "strong"))
    card.column.addWidget(Label(sentence))
    return card


def headline(taken: ImportResult, words: Words) -> str:
    """Return what came of it in one line."""
    if taken.imported:
        return words.ntr("1 package opened", "{count} packages opened", len(taken.imported))
    if taken.known:
        return words.tr("Nothing new: this was here already")
    return words.tr("Nothing was opened")


def _sentences(taken: ImportResult, words: Words) -> Iterator[str]:
    if taken.known and taken.imported:
        yield words.ntr(
            "One more was here already, so it changed nothing.",
            "{count} more were here already, so they changed nothing.",
            len(taken.known),
        )
    if taken.own:
        yield words.ntr(
            "It was made on this laptop, and everything in it is already here.",
            "{count} of them were made on this laptop, and everything in them is already here.",
            len(taken.own),
        )
    for one in taken.replacing:
        yield words.tr(
            "“{file}” is revision {revision} and replaces revision {before}.",
            file=safe_in_sentence(one.path.name),
            revision=one.origin.revision if one.origin else 0,
            before=one.origin.revision - 1 if one.origin else 0,
        )
    for name in taken.programs:
        yield words.tr(
            "The program “{program}” was not on this laptop before.", program=safe_in_sentence(name)
        )
    if taken.conflicts:
        yield words.ntr(
            "One entry was changed on two laptops. Both versions are saved. Choose one now, or "
            "later in the program.",
            "{count} entries were changed on two laptops. Both versions of each are saved. "
            "Choose now, or later in the program.",
            taken.conflicts,
        )
    yield from _undoing(taken, words)
    if taken.refused and (taken.imported or taken.known):
        yield words.tr("The files below were not opened or changed. They did not stop the others.")


def _undoing(taken: ImportResult, words: Words) -> Iterator[str]:
    if taken.outcome is not None and taken.outcome.erased:
        yield words.tr("What was erased there is erased here too. Undo cannot bring it back.")
    elif taken.imported:
        yield words.tr("You can undo all of this.")
