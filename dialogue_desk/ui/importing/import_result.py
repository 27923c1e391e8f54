"""The sheet that shows what came of opening packages, file by file where it matters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.error_text import twin_sentence
from dialogue_desk.desk.program.found_files import passed_sentences
from dialogue_desk.desk.program.imports import ImportResult, ReadPackage
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.exchange.signing import short_device
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words import Words


class ImportResultSheet(SheetDialog):
    """Says how many packages were opened, were here already or were refused, and why.

    ``opens`` names the one session they are about, on the button that leads to it; "" for none.
    """

    program_wanted = Signal()
    session_wanted = Signal()
    choosing_wanted = Signal()
    """A person wants to choose now between the versions of two laptops."""
    waiting_wanted = Signal()
    """A person wants to look at what waits for an answer."""
    left_out_wanted = Signal()
    """A person wants to be asked again about what was left out."""

    def __init__(
        self,
        result: ImportResult,
        theme: AppTheme,
        words: Words,
        window: QWidget | None = None,
        *,
        left_out: bool = False,
        opens: str = "",
    ) -> None:
        super().__init__(theme, headline(result, words), window)
        self._opens = opens
        self.column.add(*map(Label, _sentences(result, words)))
        if result.waiting:
            self.column.add(_notice(words.tr("Waiting for your answer"), waiting_sentence(result, words)))
        if left_out:
            stays = words.tr(
                "You left something out of these files before. It stays out unless you choose “Ask me again”."
            )
            self.column.add(_notice(words.tr("Left out"), stays))
        if result.twin:
            self.column.add(_notice(words.tr("A new name for this laptop"), twin_sentence(words)))
        for strange in result.strange:
            self.column.add(_notice(safe_in_sentence(strange.path.name), _another_key(strange, words)))
        writers = tuple(written_by(result, words))
        if writers:
            self.begin_section(words.tr("Written by"))
        self.column.add(*map(Label, writers))
        if result.refused:
            self.begin_section(words.tr("Not opened"), str(len(result.refused)))
        for refused in result.refused:
            self.column.add(_notice(safe_in_sentence(refused.path.name), refused.sentence))
        self._add_passed(tuple(passed_sentences(result.passed, words)), words)
        self.column.body.addStretch(1)
        self._add_buttons(result, words, left_out=left_out)

    def _add_passed(self, sentences: Sequence[str], words: Words) -> None:
        if sentences:
            self.begin_section(words.tr("Left alone"))
        self.column.add(*(Label(sentence, "muted") for sentence in sentences))

    def _add_buttons(self, result: ImportResult, words: Words, *, left_out: bool) -> None:
        if left_out:
            self.add_button(words.tr("Ask me again"), partial(self._go, self.left_out_wanted))
        # The most likely button comes last and is primary.
        self.foot.addStretch(1)
        first = close = self.add_button(words.tr("Close"), self.accept)
        if result.imported or result.known:
            first = self.add_button(words.tr("Open the program"), partial(self._go, self.program_wanted))
        if self._opens:
            first = self.add_button(self._opens, partial(self._go, self.session_wanted))
        if result.conflicts:
            first = self.add_button(words.tr("Choose now"), partial(self._go, self.choosing_wanted))
        if result.waiting:
            first = self.add_button(words.tr("Look at it"), partial(self._go, self.waiting_wanted))
        if first is not close:
            first.set_weight(Weight.PRIMARY)
        first.setFocus()

    def _go(self, wanted: SignalInstance) -> None:
        self.accept()
        wanted.emit()


def written_by(result: ImportResult, words: Words) -> Iterator[str]:
    """Yield a line for each laptop that signed packages, and one for packages that are not signed."""
    read = (*result.imported, *result.known)
    signed = Counter(one.origin.device for one in read if one.origin is not None)
    ours = {one.origin.device for one in result.own if one.origin is not None}
    for device, count in signed.most_common():
        packages = words.ntr("{count} package", "{count} packages", count)
        if device in ours:
            yield words.tr("This laptop · signed · {packages}", packages=packages)
        else:
            yield words.tr(
                "Laptop {laptop} · signed · {packages}", laptop=short_device(device), packages=packages
            )
    unsigned = sum(one.origin is None for one in read)
    if unsigned:
        packages = words.ntr("{count} package", "{count} packages", unsigned)
        yield words.tr("Not signed · {packages}", packages=packages)


def waiting_sentence(result: ImportResult, words: Words) -> str:
    """Return that something waits, of how many laptops, and that nothing of it has happened."""
    signed = sum(bool(one.signer) for one in result.waiting)
    if not signed:
        return words.tr(
            "A file that nobody signed would change or erase what other laptops wrote. "
            "None of that has happened: you decide."
        )
    return words.ntr(
        "One laptop would change or erase what others wrote. None of that has happened: you decide.",
        "{count} laptops would change or erase what others wrote. None of that has happened: you decide.",
        signed,
    )


def _another_key(strange: ReadPackage, words: Words) -> str:
    return words.tr(
        "It says it comes from laptop {laptop}, but that laptop signed with a different key "
        "before. It was opened. If nobody set up that laptop again, ask who wrote it.",
        laptop=short_device(strange.origin.device if strange.origin else ""),
    )


def _notice(title: str, sentence: str) -> Card:
    card = Card("notice", edge=Space.BASE)
    card.add(Label(title, "strong"), Label(sentence))
    return card


def headline(result: ImportResult, words: Words) -> str:
    """Return the result in one line."""
    if result.imported:
        return words.ntr("1 package opened", "{count} packages opened", len(result.imported))
    if result.known:
        return words.tr("Nothing new: this was here already")
    return words.tr("Nothing was opened")


def _sentences(result: ImportResult, words: Words) -> Iterator[str]:
    if result.known and result.imported:
        yield words.ntr(
            "One more was here already, so it changed nothing.",
            "{count} more were here already, so they changed nothing.",
            len(result.known),
        )
    if result.own:
        yield _own_sentence(result, words)
    for one in result.replacing:
        yield words.tr(
            "“{file}” is revision {revision} and replaces revision {before}.",
            file=safe_in_sentence(one.path.name),
            revision=one.origin.revision if one.origin else 0,
            before=one.origin.revision - 1 if one.origin else 0,
        )
    for name in result.programs:
        yield words.tr(
            "The program “{program}” was not on this laptop before.", program=safe_in_sentence(name)
        )
    if result.conflicts:
        yield words.ntr(
            "One entry was changed on two laptops. Both versions are saved. Choose one now, or "
            "later in the program.",
            "{count} entries were changed on two laptops. Both versions of each are saved. "
            "Choose now, or later in the program.",
            result.conflicts,
        )
    yield from _undoing(result, words)
    if result.refused and (result.imported or result.known):
        yield words.tr("These files were not opened or changed. They did not affect the others.")


def _own_sentence(result: ImportResult, words: Words) -> str:
    if len(result.own) == 1 and len(result.imported) + len(result.known) > 1:
        return words.tr("One of them was made on this laptop, and everything in it is already here.")
    return words.ntr(
        "It was made on this laptop, and everything in it is already here.",
        "{count} of them were made on this laptop, and everything in them is already here.",
        len(result.own),
    )


def _undoing(result: ImportResult, words: Words) -> Iterator[str]:
    if result.outcome is not None and result.outcome.erased:
        yield words.tr("What was erased there is erased here too. Undo cannot bring it back.")
    elif result.imported:
        yield words.tr("You can undo all of this.")
