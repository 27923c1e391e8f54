"""The key of a program: making it, saving it for another laptop, opening it, and giving it up."""

from __future__ import annotations

from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.leaving.keyring import holds, make_key, open_key, save_key
from dialogue_desk.desk.leaving.packages import plain_name
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.exchange.sealing import KEY_SUFFIX, NotAKey
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label


class ProgramKeyCard(Card):
    """Shows whether packages are sealed for the organizer: for the public ``key``, "" for none."""

    def __init__(self, desk: Desk, context: Context) -> None:
        super().__init__()
        self._desk, self._context = desk, context
        self._program, self.key = "", ""
        words, theme = context.words, context.theme
        self._state, self._warning, self._status = Label(), Label(role="note"), Label()
        self.make_button = Button(theme, words.tr("Make a key"))
        self.save_button = Button(theme, words.ntr("Save the key…", "Save the keys…", 1), icon="export")
        self.open_button = Button(theme, words.tr("Open a key…"), icon="folder")
        self.stop_button = Button(theme, words.tr("Stop sealing packages"), weight=Weight.QUIET)
        self.make_button.clicked.connect(self._make)
        self.save_button.clicked.connect(self._ask_where)
        self.open_button.clicked.connect(self._ask_which_file)
        self.stop_button.clicked.connect(lambda: self._use_key(""))
        buttons = (self.make_button, self.save_button, self.open_button, self.stop_button)
        self.add(Label(words.tr("Sealed packages"), "strong"), self._state, self._warning, self._status)
        self.add(flowing(*buttons, gap=Space.SNUG))

    def show_key(self, program: str, key: str) -> None:
        """Show the key of the program that is called ``program``; "" when it has none."""
        self._program, self.key = program, key
        self._show_status("")
        self._refresh()

    def _refresh(self) -> None:
        words = self._context.words
        here = bool(self.key) and holds(self._desk, self.key)
        if not self.key:
            state = words.tr(
                "With a key, facilitators' packages are sealed for you automatically. If someone "
                "finds a USB stick, they cannot read it. The key stays on this laptop. The program "
                "file has only the half that seals."
            )
        elif here:
            state = words.tr(
                "Packages are sealed for this program's key, and this laptop can open them. To start "
                "using a new key, save the program and hand out its file again."
            )
        else:
            state = words.tr(
                "Packages are sealed for a key that is not on this laptop, so it cannot open them. "
                "Get the key file from the laptop where the key was made, and open it here."
            )
        self._state.setText(state)
        self._warning.setText(
            words.tr(
                "Without the key nobody can open the packages, not even you. Save it on a USB stick "
                "in a safe place, and never give it to anyone."
            )
        )
        self._warning.setVisible(here)
        self.make_button.setVisible(not self.key)
        self.save_button.setVisible(here)
        self.open_button.setVisible(not here)
        self.stop_button.setVisible(bool(self.key))

    def _make(self) -> None:
        self._use_key(make_key(self._desk))
        tr = self._context.words.tr
        self._show_status(tr("The key is ready. Save it now, in case this laptop is lost."))
        self.save_button.setFocus()

    def _use_key(self, key: str) -> None:
        self.key = key
        self._show_status("")
        self._refresh()

    def _kind(self) -> FileKind:
        return FileKind(self._context.words.tr("Program keys"), (KEY_SUFFIX,))

    def _ask_where(self) -> None:
        words = self._context.words
        program = self._program or words.tr("program")
        name = f"{plain_name(program)}{KEY_SUFFIX}"
        self._context.prompts.save_to(words.tr("Save the key of the program"), name, self._kind(), self._save)

    def _save(self, path: Path) -> None:
        words = self._context.words
        try:
            save_key(self._desk, self.key, path)
        except OSError:
            sentence = words.tr(
                "The key could not be saved there. It is still on this laptop. Choose another folder."
            )
            self._show_status(sentence, role="warn")
        else:
            file = safe_in_sentence(path.name)
            self._show_status(words.tr("The key is in “{file}”. Keep that file safe.", file=file))

    def _ask_which_file(self) -> None:
        title = self._context.words.tr("Open the key of a program")
        self._context.prompts.open_files(title, (self._kind(),), self._open)

    def _open(self, paths: tuple[Path, ...]) -> None:
        words = self._context.words
        file = safe_in_sentence(paths[0].name)
        try:
            keys = open_key(self._desk, paths[0])
        except NotAKey:
            sentence = words.tr(
                "“{file}” has no key in it, so nothing was changed. Choose the file that was saved "
                "with “Save the key”.",
                file=file,
            )
        except OSError:
            sentence = words.tr(
                "“{file}” could not be read, so nothing was changed. Check that the USB stick is "
                "still plugged in.",
                file=file,
            )
        else:
            self._use_opened(keys, file)
            return
        self._show_status(sentence, role="warn")

    def _use_opened(self, keys: tuple[str, ...], file: str) -> None:
        words = self._context.words
        if not self.key:
            self._use_key(keys[0])
        self._refresh()
        if self.key in keys:
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
