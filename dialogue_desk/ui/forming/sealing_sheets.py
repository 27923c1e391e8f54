"""Slips behind a passphrase: a new sealed file, and one that is opened again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.leaving.packages import plain_name
from dialogue_desk.exchange.forming_file import FORMING_SUFFIX, KeptSlips, SlipFile, read_slips
from dialogue_desk.exchange.refusals import PackageRefused, Refusal, refusal_sentence
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.ui.core.save_file import not_saved
from dialogue_desk.ui.core.worker import Progress
from dialogue_desk.ui.forming.forming_work import FormingWork
from dialogue_desk.ui.importing.passphrase_dialog import PassphraseSheet
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH
from dialogue_desk.ui.widgets.new_passphrase import NewPassphrase
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.ui.widgets.trouble_line import TroubleLine
from dialogue_desk.words import Words


def slip_files(words: Words) -> FileKind:
    """Return what people choose among when they open or save a sealed file of slips."""
    return FileKind(words.tr("Sealed slips"), (FORMING_SUFFIX,))


class NewSlipsSheet(SheetDialog):
    """Asks for a passphrase and a place; ``begun`` tells that the sealed file is there."""

    begun = Signal()

    def __init__(self, work: FormingWork, window: QWidget | None = None) -> None:
        context = work.context
        words = context.words
        super().__init__(context.theme, words.tr("Seal the slips"), window)
        self._work, self._context = work, context
        sentence = words.tr(
            "Slips say who can come when, with which needs. They are kept in a file of their own, sealed "
            "with a passphrase, and in no other place on this laptop."
        )
        hint = words.tr("The file opens only with it. Keep it apart from the file.")
        self.passphrase = NewPassphrase(context.theme, words, hint)
        self._trouble = TroubleLine(context.announcer)
        self.column.add(Label(sentence), self.passphrase, self._trouble, STRETCH)
        self.add_button(words.tr("Cancel"), self.reject, weight=Weight.QUIET)
        self.foot.addStretch(1)
        self.save = self.add_button(words.tr("Choose where…"), self._ask_where, weight=Weight.PRIMARY)
        self.save.setDefault(True)
        self.passphrase.setFocus()

    def _ask_where(self) -> None:
        words = self._context.words
        typed = self.passphrase.passphrase(words.tr("Type a passphrase, or make one of words."))
        if typed:
            called = self._work.program.name or words.tr("slips")
            name = f"{plain_name(called)}{FORMING_SUFFIX}"
            title = words.tr("Where should the sealed slips be?")
            self._context.prompts.save_to(title, name, slip_files(words), partial(self._seal, typed))

    def _seal(self, passphrase: str, path: Path) -> None:
        if path.exists():
            self._trouble.say(
                self._context.words.tr(
                    "“{file}” is there already, and may have slips in it. Choose another name.",
                    file=path.name,
                )
            )
            return
        self._trouble.say("")
        self.save.setEnabled(False)
        self._context.worker.run(
            self,
            lambda _: SlipFile.begun(path, passphrase),
            self._begin,
            failed=partial(self._failed, path),
            ended=lambda: self.save.setEnabled(True),
        )

    def _begin(self, file: SlipFile) -> None:
        if self._work.begin_file(file):
            self.passphrase.forget()
            self.accept()
            self.begun.emit()

    def _failed(self, path: Path, error: BaseException) -> bool:
        if isinstance(error, OSError):
            self._trouble.say(not_saved(path, error, self._context.words))
        return isinstance(error, OSError)


class SlipsOpening(QObject):
    """Asks for a sealed file and its passphrase; ``opened`` tells that its slips are there."""

    opened = Signal()

    def __init__(self, work: FormingWork, page: QWidget) -> None:
        super().__init__(page)
        self._work, self._context, self._page = work, work.context, page

    def ask(self) -> None:
        """Ask which file."""
        words = self._context.words
        title = words.tr("Open sealed slips")
        self._context.prompts.open_files(title, (slip_files(words),), lambda paths: self.open(paths[0]))

    def open(self, path: Path, *, wrong: bool = False) -> None:
        """Ask for the passphrase of a file, and open it."""
        sheet = PassphraseSheet(
            (path.name,), self._context.theme, self._context.words, self._page.window(), wrong=wrong
        )
        sheet.typed.connect(partial(self._read, path))
        sheet.open()

    def _read(self, path: Path, passphrase: str) -> None:
        def work(_: Progress) -> tuple[SlipFile, KeptSlips]:
            kept = read_slips(path, passphrase)
            return SlipFile.begun(path, passphrase), kept

        self._context.worker.run(self, work, self._show, failed=partial(self._failed, path))

    def _show(self, found: tuple[SlipFile, KeptSlips]) -> None:
        self._work.open_file(*found)
        self.opened.emit()

    def _failed(self, path: Path, error: BaseException) -> bool:
        words = self._context.words
        match error:
            case PackageRefused(reason=Refusal.WRONG_PASSPHRASE):
                self.open(path, wrong=True)
            case PackageRefused():
                self._context.toast.say(refusal_sentence(error, words))
            case OSError():
                self._context.toast.say(
                    words.tr("“{file}” could not be opened. Nothing was changed.", file=path.name)
                )
            case _:
                return False
        return True
