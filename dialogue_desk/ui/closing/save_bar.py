"""The bar that saves an export: it asks first, shows how far it is, and says where the files are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices

from dialogue_desk.desk.leaving.packages import ReadyPackage
from dialogue_desk.desk.leaving.session_files import older_documents_text
from dialogue_desk.desk.leaving.unchecked import Unchecked
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.ui.closing.export_question import ExportQuestion
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, row
from dialogue_desk.ui.widgets.thin_bar import ThinBar
from dialogue_desk.words import Words


class SaveBar(Card):
    """Saves with one button.  Emits ``save_wanted()`` when it is pressed.

    ``question`` takes the place of the button while it is asked.
    """

    save_wanted = Signal()

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__("rail", edge=0)
        self.column.setContentsMargins(Space.WIDE, Space.SNUG, Space.WIDE, Space.SNUG)
        self.column.setSpacing(Space.TIGHT)
        self._words = words
        self._folder: Path | None = None
        self._sentence, self._more = Label(role="strong"), Label()
        self._progress = ThinBar(words.tr("Saving"))
        self.save = Button(theme, words.tr("Save to…"), weight=Weight.PRIMARY, icon="export")
        self.save.clicked.connect(self.save_wanted)
        self.open_folder = Button(theme, words.tr("Open folder"), icon="folder")
        self.open_folder.clicked.connect(self._open)
        self.question = ExportQuestion(theme, words)
        self.question.closed.connect(self._end_question)
        for widget in (self._sentence, self._more, self._progress, self.question):
            self.column.addWidget(widget)
        self.column.addLayout(row(self.save, self.open_folder, STRETCH, gap=Space.SNUG))
        self.reset()

    def reset(self) -> None:
        """Forget what was saved before, and offer to save."""
        self._folder = None
        self.question.hide()
        self.save.show()
        self.save.setEnabled(True)
        self.save.set_weight(Weight.PRIMARY)
        self._show_status("")

    def ask(self, what: Unchecked) -> str:
        """Say and return what was not done, with the way back and the way on in place of the button."""
        self.reset()
        self.save.hide()
        return self.question.ask(what)

    def show_progress(self, done: int, total: int) -> None:
        """Show how much is saved; the last third is reading it back."""
        if self.window().focusWidget() is self.save:
            self.setFocus()  # a button that cannot be pressed would pass the keyboard on to any other
        self.save.setEnabled(False)
        reading_back = total > 0 and done * 3 >= total * 2
        self._show_status(self._words.tr("Checking it…") if reading_back else self._words.tr("Saving…"))
        self._progress.show()
        self._progress.show_progress(done, total)

    def show_saved(
        self, package: ReadyPackage, files: Sequence[Path], *, sealed: bool, older: Sequence[Path] = ()
    ) -> str:
        """Say and return where the files are, which revision it is, and that the stick can be removed.

        ``older`` are documents beside them that say what the session said before.
        """
        words = self._words
        self._folder = files[0].parent
        place = {"folder": safe_in_sentence(self._folder.name or str(self._folder)), "package": files[0].name}
        said = (
            words.tr("Saved in “{folder}”, sealed: {package}", **place)
            if sealed
            else words.tr("Saved in “{folder}”: {package}", **place)
        )
        more = []
        if len(files) > 1:
            documents = len(files) - 1
            more.append(
                words.ntr(
                    "{count} document was saved with it.", "{count} documents were saved with it.", documents
                )
            )
        if package.revision > 1:
            more.append(
                words.tr(
                    "This is revision {revision}. It replaces the one you gave out before.",
                    revision=package.revision,
                )
            )
        if older:
            more.append(older_documents_text(older, words))
        more.append(
            words.tr(
                "Checked: everything was saved correctly. If it is on a USB stick, you can remove it now."
            )
        )
        self.save.setEnabled(True)
        self._show_status(said, " ".join(more))
        self.open_folder.show()
        if self.hasFocus():
            self.open_folder.setFocus()
        self.save.set_weight(Weight.NORMAL)
        return f"{said}. {' '.join(more)}"

    def show_trouble(self, sentence: str) -> None:
        """Say why nothing was saved."""
        self.reset()
        if self.hasFocus():
            self.save.setFocus()
        self._show_status(sentence, role="warn")

    def _show_status(self, said: str, more: str = "", role: str = "strong") -> None:
        self._sentence.play(role)
        for label, text in ((self._sentence, said), (self._more, more)):
            label.setText(text)
            label.setVisible(bool(text))
        self._progress.hide()
        self.open_folder.hide()

    def _end_question(self) -> None:
        self.reset()
        self.save.setFocus()

    def _open(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
