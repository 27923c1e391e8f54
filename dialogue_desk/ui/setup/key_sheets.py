"""The sheets around an organizer's key: saved behind a passphrase, typed from paper, and the public half."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.leaving.key_text import (
    key_file_sentence,
    key_not_saved,
    public_key_sentence,
    typed_key_sentence,
)
from dialogue_desk.desk.leaving.keyring import key_is_saved, secret_of, take_keys
from dialogue_desk.desk.leaving.packages import plain_name
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.exchange.file_trouble import unwritten_because
from dialogue_desk.exchange.sealing import KEY_SUFFIX, key_file, key_of
from dialogue_desk.exchange.typed_keys import (
    WrongKey,
    public_key_file,
    public_key_in,
    read_public_key,
    typed_key,
)
from dialogue_desk.reports.document_files import rendered
from dialogue_desk.reports.recovery_sheet import PrintedKey, recovery_sheet
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.new_passphrase import NewPassphrase
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.ui.widgets.trouble_line import TroubleLine
from dialogue_desk.whole_file import write_atomically


class KeySheet(SheetDialog):
    """A sheet about the key ``public`` of the program that is called ``program``."""

    said = Signal(str)
    """What was done, in a sentence; it is written by then."""

    def __init__(
        self, title: str, desk: Desk, public: str, program: str, context: Context, window: QWidget | None
    ) -> None:
        super().__init__(context.theme, title, window)
        self._desk, self._public, self._context = desk, public, context
        self._program = program or context.words.tr("program")
        self._trouble = TroubleLine(context.announcer)

    def write(self, path: Path, make: Callable[[], bytes], said: str) -> None:
        """Write a file with the key aside, remember that the key is saved, and close."""

        def work(_: object) -> None:
            write_atomically(path, make(), private=True)

        def done(_: None) -> None:
            key_is_saved(self._desk, self._public)
            self.accept()
            self.said.emit(said)

        def failed(error: BaseException) -> bool:
            if isinstance(error, OSError):
                self._trouble.say(key_not_saved(error, self._context.words))
            return isinstance(error, OSError)

        self._trouble.say("")
        self._context.worker.run(self, work, done, failed=failed)


class SaveKeySheet(KeySheet):
    """Saves a key: as a file behind a passphrase, or as a sheet of paper in the program's ``languages``."""

    def __init__(
        self,
        desk: Desk,
        public: str,
        program: str,
        context: Context,
        window: QWidget | None = None,
        *,
        languages: Sequence[str] = (),
    ) -> None:
        words = context.words
        super().__init__(words.tr("Save the key"), desk, public, program, context, window)
        self._languages = languages
        self.column.add(
            Label(
                words.tr(
                    "Without the key nobody can open the packages, not even you. Save it twice: as a file "
                    "on a USB stick, and as a printed sheet."
                )
            )
        )
        self.begin_section(words.tr("As a sheet to print"))
        paper = words.tr(
            "The recovery sheet has the key to type, and as a code to scan. Print it, and delete the file."
        )
        self.paper_button = Button(context.theme, words.tr("Save the recovery sheet…"), icon="print")
        self.paper_button.clicked.connect(self._ask_for_paper)
        self.column.add(Label(paper), self.paper_button)
        self.column.body.setAlignment(self.paper_button, Qt.AlignmentFlag.AlignLeading)
        self.begin_section(words.tr("As a file, behind a passphrase"))
        hint = words.tr("The file opens only with it. Keep it apart from the file.")
        self.passphrase = NewPassphrase(context.theme, words, hint)
        self.column.add(self.passphrase, self._trouble)
        self.add_button(words.tr("Cancel"), self.reject, weight=Weight.QUIET)
        self.foot.addStretch(1)
        self.save_button = self.add_button(
            words.tr("Save the key file…"), self._ask_where, weight=Weight.PRIMARY
        )
        self.save_button.setDefault(True)
        self.passphrase.setFocus()

    def _ask_where(self) -> None:
        words = self._context.words
        typed = self.passphrase.passphrase(words.tr("Type a passphrase, or make one of words."))
        if not typed:
            return
        kind = FileKind(words.tr("Program keys"), (KEY_SUFFIX,))
        name = f"{plain_name(self._program)}{KEY_SUFFIX}"
        title = words.tr("Save the key of the program")
        self._context.prompts.save_to(title, name, kind, partial(self._save, typed))

    def _save(self, passphrase: str, path: Path) -> None:
        key = key_of(secret_of(self._desk, self._public))
        said = self._context.words.tr(
            "The key is in “{file}”, behind its passphrase. Keep the two apart.",
            file=safe_in_sentence(path.name),
        )
        self.write(path, partial(key_file, key, passphrase), said)

    def _ask_for_paper(self) -> None:
        words = self._context.words
        paper = words.tr("recovery sheet")
        name = f"{plain_name(self._program)}-{plain_name(paper)}.pdf"
        kind = FileKind(words.tr("Recovery sheet"), (".pdf",))
        title = words.tr("Save the recovery sheet to print")
        self._context.prompts.save_to(title, name, kind, self._save_paper)

    def _save_paper(self, path: Path) -> None:
        words, now = self._context.words, self._desk.clock.now()
        secret = secret_of(self._desk, self._public)
        key = PrintedKey(secret, self._public, self._program, self._languages)
        document = recovery_sheet(key, now, self._desk.clock.zone(now), words)
        said = words.tr(
            "The recovery sheet is in “{file}”. Print it now, then delete the file and empty the trash.",
            file=safe_in_sentence(path.name),
        )
        self.write(path, lambda: rendered(document, ".pdf", words), said)


class TypedKeySheet(KeySheet):
    """Opens a key that is typed or scanned from a recovery sheet; ``opened`` tells its public half."""

    opened = Signal(str)

    def __init__(self, desk: Desk, program: str, context: Context, window: QWidget | None = None) -> None:
        words = context.words
        super().__init__(words.tr("Type a key from its sheet"), desk, "", program, context, window)
        self.box = QPlainTextEdit()
        type_ = context.theme.font()
        type_.setFamilies(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families())
        self.box.setFont(type_)
        self.box.setTabChangesFocus(True)
        self.box.setFixedHeight(context.theme.scaled(132))
        hint = words.tr(
            "Type the groups of the recovery sheet, A1 to D3, or scan the code. Spaces, line breaks and "
            "small letters do not matter."
        )
        self.field = Field(words.tr("Key"), self.box, hint)
        self.column.add(self.field, self._trouble)
        self.box.textChanged.connect(lambda: self.field.show_error(""))
        self.add_button(words.tr("Cancel"), self.reject, weight=Weight.QUIET)
        self.foot.addStretch(1)
        self.open_button = self.add_button(words.tr("Open the key"), self._open, weight=Weight.PRIMARY)
        self.box.setFocus()

    def _open(self) -> None:
        try:
            key = typed_key(self.box.toPlainText())
        except WrongKey as wrong:
            sentence = typed_key_sentence(wrong, self._context.words)
            self.field.show_error(sentence)
            self._context.announcer.announce(sentence, urgent=True)
            self.box.setFocus()
            return
        take_keys(self._desk, (key,))
        self.box.clear()
        self.accept()
        self.opened.emit(key.public)


class SecondKeySheet(KeySheet):
    """Takes the public key of a second organizer, typed, pasted or from a file; ``chosen`` tells it.

    ``taken`` is the key that packages are sealed to already.
    """

    chosen = Signal(str)

    def __init__(
        self, desk: Desk, taken: str, program: str, context: Context, window: QWidget | None = None
    ) -> None:
        words = context.words
        super().__init__(words.tr("A second organizer"), desk, taken, program, context, window)
        self.column.add(
            Label(
                words.tr(
                    "Packages are then sealed so that either of you can open them, each with your own key. "
                    "If one laptop is lost, nothing is."
                )
            )
        )
        self.box = QLineEdit()
        hint = words.tr(
            "It begins with “age1”. On the other organizer's laptop, “My public key” shows it and saves it "
            "as a file. It opens nothing, so it may be sent in a message."
        )
        self.field = Field(words.tr("Public key of the second organizer"), self.box, hint)
        self.box.textChanged.connect(lambda: self.field.show_error(""))
        self.file_button = Button(context.theme, words.tr("Open their file…"), icon="folder")
        self.file_button.clicked.connect(self._ask_which_file)
        self.column.add(self.field, self.file_button, self._trouble)
        self.column.body.setAlignment(self.file_button, Qt.AlignmentFlag.AlignLeading)
        self.add_button(words.tr("Cancel"), self.reject, weight=Weight.QUIET)
        self.foot.addStretch(1)
        self.use_button = self.add_button(words.tr("Seal to both"), self._use, weight=Weight.PRIMARY)
        self.use_button.setDefault(True)
        self.box.setFocus()

    def _ask_which_file(self) -> None:
        words = self._context.words
        kinds = (FileKind(words.tr("Public keys"), (".txt", ".pub")),)
        self._context.prompts.open_files(words.tr("Open a public key"), kinds, self._read)

    def _read(self, paths: tuple[Path, ...]) -> None:
        words = self._context.words
        try:
            self.box.setText(read_public_key(paths[0]))
        except WrongKey as wrong:
            self._refuse(public_key_sentence(wrong, words))
        except OSError as error:
            self._refuse(key_file_sentence(error, paths[0].name, words))
        else:
            self.use_button.setFocus()

    def _use(self) -> None:
        words = self._context.words
        try:
            key = public_key_in(self.box.text())
        except WrongKey as wrong:
            self._refuse(public_key_sentence(wrong, words))
            return
        if key == self._public:
            self._refuse(words.tr("This is the key that packages are sealed to already. Ask for theirs."))
            return
        self.accept()
        self.chosen.emit(key)

    def _refuse(self, sentence: str) -> None:
        self.field.show_error(sentence)
        self._context.announcer.announce(sentence, urgent=True)
        self.box.setFocus()


class PublicKeySheet(KeySheet):
    """Shows the public half of a key, to copy it into a message or to save it as a file."""

    def __init__(
        self, desk: Desk, public: str, program: str, context: Context, window: QWidget | None = None
    ) -> None:
        words = context.words
        super().__init__(words.tr("My public key"), desk, public, program, context, window)
        self.column.add(
            Label(
                words.tr(
                    "Send this to the other organizer of the program, so that packages can be sealed for you "
                    "too. It opens nothing, so it may be sent in a message."
                )
            )
        )
        self.box = QLineEdit(public)
        self.box.setReadOnly(True)
        self.box.setCursorPosition(0)
        self.column.add(Field(words.tr("Public key"), self.box), self._trouble)
        self.add_button(words.tr("Close"), self.reject, weight=Weight.QUIET)
        self.foot.addStretch(1)
        self.file_button = self.add_button(words.tr("Save as a file…"), self._ask_where)
        self.copy_button = self.add_button(words.tr("Copy"), self._copy, weight=Weight.PRIMARY)
        self.copy_button.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._public)
        self.accept()
        self.said.emit(self._context.words.tr("Copied. Paste it into a message to the other organizer."))

    def _ask_where(self) -> None:
        words = self._context.words
        kind = FileKind(words.tr("Public keys"), (".txt",))
        what = words.tr("public key")
        name = f"{plain_name(self._program)}-{plain_name(what)}.txt"
        self._context.prompts.save_to(words.tr("Save my public key"), name, kind, self._save)

    def _save(self, path: Path) -> None:
        words = self._context.words
        said = words.tr("Public key of an organizer of {program}", program=self._program)
        try:
            write_atomically(path, public_key_file(self._public, safe_in_sentence(said)))
        except OSError as error:
            unsaved = words.tr("It could not be saved there.")
            self._trouble.say(f"{unsaved} {unwritten_because(error, words)}")
        else:
            self.accept()
            file = safe_in_sentence(path.name)
            self.said.emit(words.tr("Your public key is in “{file}”. Send it.", file=file))
