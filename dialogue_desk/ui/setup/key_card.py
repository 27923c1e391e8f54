"""The keys of a program: the organizer's own, that of a second organizer, and what is done with them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.leaving.key_text import key_file_sentence
from dialogue_desk.desk.leaving.keyring import holds, make_key, own_public_key, take_keys
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.exchange.refusals import PackageRefused, Refusal
from dialogue_desk.exchange.sealing import KEY_SUFFIX, Keyring, NotAKey, SealingKey, read_key_file
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.ui.importing.passphrase_dialog import PassphraseSheet
from dialogue_desk.ui.setup.key_sheets import (
    KeySheet,
    PublicKeySheet,
    SaveKeySheet,
    SecondKeySheet,
    TypedKeySheet,
)
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column


class SecondOrganizer(QWidget):
    """Says whether packages are sealed to a second key, with the buttons that change it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words, theme = context.words, context.theme
        tr = self._words.tr
        self._state = Label()
        self.second_button = Button(theme, tr("Seal to a second organizer…"))
        self.alone_button = Button(theme, tr("Remove the second organizer"), weight=Weight.QUIET)
        self.public_button = Button(theme, tr("My public key…"), weight=Weight.QUIET)
        buttons = (self.second_button, self.alone_button, self.public_button)
        column(self._state, flowing(*buttons, gap=Space.SNUG), gap=Space.TIGHT, within=self)

    def show_keys(self, first: str, second: str) -> None:
        """Show whether there is a key, and a second one."""
        tr = self._words.tr
        self._state.setText(
            tr("Packages are sealed to two keys. Either organizer can open them with their own key.")
            if second
            else tr(
                "Is there a second organizer? Seal to their key too: then one lost laptop, or one of you "
                "who leaves, loses nothing."
            )
        )
        self._state.setVisible(bool(first))
        self.second_button.setVisible(bool(first) and not second)
        self.alone_button.setVisible(bool(second))


class ProgramKeyCard(Card):
    """Shows for whom packages are sealed: the public ``key`` and the ``second``, "" for none.

    What is saved of a key has the name of the ``program``, and its ``languages``.
    """

    saved = Signal()
    """A key is somewhere else too now."""

    def __init__(self, desk: Desk, context: Context) -> None:
        super().__init__()
        self._desk, self._context = desk, context
        self.program, self.key, self.second = "", "", ""
        self.languages: Sequence[str] = ()
        words, theme = context.words, context.theme
        self._state, self._warning, self._status = Label(), Label(role="note"), Label()
        self.make_button = Button(theme, words.tr("Make a key"))
        self.save_button = Button(theme, words.ntr("Save the key…", "Save the keys…", 1), icon="export")
        self.open_button = Button(theme, words.tr("Open a key…"), icon="folder")
        self.type_button = Button(theme, words.tr("Type a key…"))
        self.stop_button = Button(theme, words.tr("Stop sealing packages"), weight=Weight.QUIET)
        self.others = SecondOrganizer(context)
        self.make_button.clicked.connect(self._make)
        self.save_button.clicked.connect(self.ask_to_save)
        self.open_button.clicked.connect(self._ask_which_file)
        self.type_button.clicked.connect(self._ask_to_type)
        self.stop_button.clicked.connect(self._stop)
        self.others.second_button.clicked.connect(self._ask_for_second)
        self.others.alone_button.clicked.connect(lambda: self._use_second(""))
        self.others.public_button.clicked.connect(self._show_public)
        first = (self.make_button, self.save_button, self.open_button, self.type_button, self.stop_button)
        self.add(Label(words.tr("Sealed packages"), "strong"), self._state, self._warning, self._status)
        self.add(flowing(*first, gap=Space.SNUG))
        self.add(self.others)

    def show_key(self, program: str, key: str, second: str = "", languages: Sequence[str] = ()) -> None:
        """Show the keys of the program that is called ``program``; "" when it has none."""
        self.program, self.languages = program, languages
        self.key, self.second = key, second
        self._show_status("")
        self._refresh()

    def ask_to_save(self) -> None:
        """Ask how to save the key that is here: its own one or, where only that is here, the second."""
        here = next((one for one in (self.key, self.second) if one and holds(self._desk, one)), "")
        if here:
            at = (self._desk, here, self.program, self._context, self.window())
            self._open_sheet(SaveKeySheet(*at, languages=self.languages))

    def _refresh(self) -> None:
        words = self._context.words
        here = [one for one in (self.key, self.second) if one and holds(self._desk, one)]
        self._state.setText(self._state_text(here=bool(here)))
        unsaved = set(here) - self._desk.file.keys.saved()
        self._warning.play("warn" if unsaved else "note")
        self._warning.setText(
            words.tr(
                "This key is on this laptop and nowhere else. If the laptop is lost, nobody can open the "
                "packages, not even you. Save it now."
            )
            if unsaved
            else words.tr(
                "The key was saved. Keep its file and its sheet in a safe place, and never give them to "
                "anyone."
            )
        )
        self._warning.setVisible(bool(here))
        self.others.show_keys(self.key, self.second)
        self.make_button.setVisible(not self.key)
        self.save_button.setVisible(bool(here))
        for button in (self.open_button, self.type_button):
            button.setVisible(not here)
        self.stop_button.setVisible(bool(self.key))

    def _state_text(self, *, here: bool) -> str:
        words = self._context.words
        if not self.key:
            return words.tr(
                "With a key, facilitators' packages are sealed for you automatically. If someone "
                "finds a USB stick, they cannot read it. The key stays on this laptop. The program "
                "file has only the half that seals."
            )
        if here:
            return words.tr(
                "Packages are sealed for this program's key, and this laptop can open them. To start "
                "using a new key, save the program and hand out its file again."
            )
        return words.tr(
            "Packages are sealed for a key that is not on this laptop, so it cannot open them. "
            "Get the key file from the laptop where the key was made, and open it here."
        )

    def _make(self) -> None:
        self._use_key(make_key(self._desk))
        tr = self._context.words.tr
        self._show_status(tr("The key is ready. Save it now, in case this laptop is lost."))
        self.save_button.setFocus()

    def _stop(self) -> None:
        self.second = ""
        self._use_key("")
        self.make_button.setFocus()

    def _use_key(self, key: str) -> None:
        self.key = key
        self._show_status("")
        self._refresh()

    def _use_second(self, key: str) -> None:
        self.second = key
        self._refresh()
        words = self._context.words
        self._show_status(
            words.tr(
                "Save the program and hand out its file again. From then on packages are sealed to both."
            )
            if key
            else words.tr("Save the program and hand out its file again, to seal to your key alone.")
        )
        (self.others.alone_button if key else self.others.second_button).setFocus()

    def _ask_for_second(self) -> None:
        sheet = SecondKeySheet(self._desk, self.key, self.program, self._context, self.window())
        sheet.chosen.connect(self._use_second)
        sheet.open()

    def _show_public(self) -> None:
        public = own_public_key(self._desk, (self.key, self.second))
        self._open_sheet(PublicKeySheet(self._desk, public, self.program, self._context, self.window()))

    def _open_sheet(self, sheet: KeySheet) -> None:
        sheet.said.connect(self._on_said)
        sheet.open()

    def _on_said(self, sentence: str) -> None:
        self._refresh()
        self._show_status(sentence)
        self.saved.emit()

    def _ask_which_file(self) -> None:
        words = self._context.words
        kind = FileKind(words.tr("Program keys"), (KEY_SUFFIX,))
        self._context.prompts.open_files(words.tr("Open the key of a program"), (kind,), self._open)

    def _open(self, paths: tuple[Path, ...], passphrase: str = "") -> None:
        path, typed = paths[0], Keyring(passphrases=(passphrase,) if passphrase else ())
        self._context.worker.run(
            self,
            lambda _: read_key_file(path, typed),
            partial(self._use_opened, safe_in_sentence(path.name)),
            failed=partial(self._not_opened, path),
        )

    def _not_opened(self, path: Path, error: BaseException) -> bool:
        if not isinstance(error, NotAKey | PackageRefused | OSError):
            return False
        words = self._context.words
        self._show_status(key_file_sentence(error, path.name, words), role="warn")
        asked = (Refusal.LOCKED, Refusal.WRONG_PASSPHRASE)
        if isinstance(error, PackageRefused) and error.reason in asked:
            wrong = error.reason is Refusal.WRONG_PASSPHRASE
            sheet = PassphraseSheet((path.name,), self._context.theme, words, self.window(), wrong=wrong)
            sheet.typed.connect(partial(self._open, (path,)))
            sheet.open()
        return True

    def _ask_to_type(self) -> None:
        sheet = TypedKeySheet(self._desk, self.program, self._context, self.window())
        paper = self._context.words.tr("recovery sheet")
        sheet.opened.connect(lambda public: self._tell_opened((public,), paper))
        sheet.open()

    def _use_opened(self, file: str, keys: tuple[SealingKey, ...]) -> None:
        self._tell_opened(take_keys(self._desk, keys), file)

    def _tell_opened(self, keys: tuple[str, ...], file: str) -> None:
        words = self._context.words
        if not self.key:
            self._use_key(keys[0])
        self._refresh()
        if {self.key, self.second}.intersection(keys):
            sentence = words.tr("The key is here now. This laptop can open the packages sealed for it.")
            self._show_status(sentence)
        else:
            sentence = words.tr(
                "The key in “{file}” was saved, but it is not this program's key. Packages sealed "
                "for this program's key still cannot be opened here.",
                file=file,
            )
            self._show_status(sentence, role="warn")

    def _show_status(self, sentence: str, role: str = "strong") -> None:
        self._status.play(role)
        self._status.setText(sentence)
        self._status.setVisible(bool(sentence))
        if sentence:
            self._context.announcer.announce(sentence)
