"""What leaves the laptop, what stays, and the one button that saves it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from dialogue_desk.domain.leaving import Reason, leaving
from dialogue_desk.domain.session_folder import SessionFolder
from dialogue_desk.exchange.package import PACKAGE_SUFFIX
from dialogue_desk.ui.theme import Space, Theme
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.thin_bar import ThinBar
from dialogue_desk.words import Words


class LeavingBar(Card):
    """What will be saved, how that goes, and where it is afterwards."""

    save_wanted = Signal()

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__(edge=0)
        self._words = words
        self._folder: Path | None = None
        self._leaves, self._stays = Label(), Label(role="note")
        self._said = Label()
        self._progress = ThinBar(words.tr("Saving"))
        self.save = Button(theme, words.tr("Save package and summary…"), weight=Weight.PRIMARY, icon="export")
        self.save.clicked.connect(self.save_wanted)
        self.open_folder = Button(theme, words.tr("Open folder"), icon="folder")
        self.open_folder.clicked.connect(self._open)
        said = QVBoxLayout()
        said.setSpacing(Space.HAIR)
        for widget in (self._leaves, self._stays, self._said, self._progress):
            said.addWidget(widget)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setContentsMargins(Space.WIDE, Space.SNUG, Space.WIDE, Space.SNUG)
        self._line.setSpacing(Space.SNUG)
        self._line.addLayout(said, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.SNUG)
        for button in (self.open_folder, self.save):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addLayout(buttons)
        self.column.addLayout(self._line)
        self.begin_anew()

    def begin_anew(self) -> None:
        """Forget what was saved before."""
        self._folder = None
        self.save.setEnabled(True)
        self.save.loudness(Weight.PRIMARY)
        self._tell("")

    def fold(self, *, narrow: bool) -> None:
        """Put the buttons under the words, or beside them."""
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def show_folder(self, folder: SessionFolder) -> None:
        """Say what would leave with a session, and what stays."""
        words, what = self._words, leaving(folder)
        leaves = (
            words.ntr("{count} note", "{count} notes", sum(what.notes.values())),
            words.ntr("{count} action idea", "{count} action ideas", what.actions),
            words.ntr("{count} ground rule", "{count} ground rules", what.ground_rules),
        )
        self._leaves.setText(words.tr("In the package: {things}", things=", ".join(leaves)))
        stays = []
        debrief = what.stays.get(Reason.DEBRIEF, 0)
        if debrief:
            stays.append(words.ntr("{count} debrief note", "{count} debrief notes", debrief))
        quotes = what.stays.get(Reason.NOT_ASKED, 0) + what.stays.get(Reason.NOT_GIVEN, 0)
        if quotes:
            stays.append(
                words.ntr(
                    "{count} quote without consent",
                    "{count} quotes without consent",
                    quotes,
                )
            )
        self._stays.setText(
            words.tr("Stays here: {things}", things=", ".join(stays))
            if stays
            else words.tr("Nothing is held back. Nobody is named.")
        )

    def show_progress(self, done: int, total: int) -> None:
        """Show how far along the saving is."""
        self.save.setEnabled(False)
        self._tell(self._words.tr("Saving…"))
        self._progress.show()
        self._progress.show_progress(done, total)

    def show_saved(self, files: tuple[Path, ...]) -> str:
        """Say where the files are; return what is said."""
        self._folder = files[0].parent
        package = next((file.name for file in files if file.suffix == PACKAGE_SUFFIX), "")
        self.save.setEnabled(True)
        self._tell(
            self._words.tr(
                "Saved in “{folder}”: the package {package}, and the summary as PDF, Word document and "
                "web page.",
                folder=self._folder.name or str(self._folder),
                package=package,
            )
        )
        self.open_folder.show()
        self.save.loudness(Weight.NORMAL)
        return self._said.text()

    def show_trouble(self, sentence: str) -> None:
        """Say why nothing was saved."""
        self.save.setEnabled(True)
        self._folder = None
        self._tell(sentence, role="warn")

    def sentence(self) -> str:
        """Return what is said of the saving."""
        return self._said.text()

    def _tell(self, sentence: str, role: str = "strong") -> None:
        self._said.play(role)
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        self._progress.hide()
        self.open_folder.hide()

    def _open(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
