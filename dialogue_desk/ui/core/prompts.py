"""Asks a person for a file, a folder or a choice, without holding up the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCompleter, QFileDialog, QWidget

from dialogue_desk.ui.core.file_places import FilePlaces, FileUse
from dialogue_desk.ui.core.show_events import reporting_errors
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.focus_ring import FocusRing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.rounded import RoundedDialog
from dialogue_desk.ui.widgets.sheet import NARROW
from dialogue_desk.words import Words

_DIALOG = QSize(640, 440)
"""The size of a dialog for files, in pixels at 100 % text."""
_OF_WINDOW = 0.95
"""How much of the window it may cover."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """Files of one kind: what people call them, and how their names end (``.dialogue``)."""

    words: str
    endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PromptAnswer:
    """One way to answer."""

    id: str
    text: str
    weight: Weight = Weight.NORMAL


@dataclass(frozen=True, slots=True)
class ChoicePrompt:
    """A question, what it means, and the answers to choose from; a person may always cancel."""

    title: str
    sentence: str
    answers: tuple[PromptAnswer, ...]


class UserPrompts(Protocol):
    """Asks a person.  The answer comes later, by a call; there is no call when the person cancels."""

    def open_files(
        self, title: str, kinds: Sequence[FileKind], chosen: Callable[[tuple[Path, ...]], None]
    ) -> None:
        """Ask which files to open."""

    def open_folder(self, title: str, chosen: Callable[[Path], None]) -> None:
        """Ask for a folder."""

    def save_to(self, title: str, name: str, kind: FileKind, chosen: Callable[[Path], None]) -> None:
        """Ask where to write the file ``name``, of the one ``kind``."""

    def choose(self, question: ChoicePrompt, chosen: Callable[[str], None]) -> None:
        """Ask ``question``; ``chosen`` is given the id of the answer."""


class WindowPrompts:
    """Asks in front of ``window``."""

    def __init__(self, window: QWidget, theme: AppTheme, words: Words, places: FilePlaces) -> None:
        self._window, self._theme, self._words, self._places = window, theme, words, places

    def open_files(
        self, title: str, kinds: Sequence[FileKind], chosen: Callable[[tuple[Path, ...]], None]
    ) -> None:
        dialog = self._file_dialog(title, QFileDialog.FileMode.ExistingFiles, FileUse.OPEN)
        everything = self._words.tr("All files")
        dialog.setNameFilters([*map(_filter, kinds), f"{everything} (*)"])
        dialog.filesSelected.connect(lambda files: chosen(tuple(map(Path, files))))
        dialog.open()

    def open_folder(self, title: str, chosen: Callable[[Path], None]) -> None:
        dialog = self._file_dialog(title, QFileDialog.FileMode.Directory, FileUse.FOLDER)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        # Qt's own dialog also chooses every folder whose name was passed on the way to the one typed.
        dialog.filesSelected.connect(lambda folders: chosen(Path(folders[-1])))
        dialog.open()

    def save_to(self, title: str, name: str, kind: FileKind, chosen: Callable[[Path], None]) -> None:
        dialog = self._file_dialog(title, QFileDialog.FileMode.AnyFile, FileUse.SAVE)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_filter(kind))
        dialog.setDefaultSuffix(kind.endings[0].removeprefix("."))
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda file: chosen(Path(file)))
        dialog.open()

    def choose(self, question: ChoicePrompt, chosen: Callable[[str], None]) -> None:
        dialog = ChoicePromptDialog(question, self._theme, self._words, self._window)
        dialog.answered.connect(chosen)
        dialog.open()

    def _file_dialog(self, title: str, mode: QFileDialog.FileMode, use: FileUse) -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(self._places.start(use)), fileMode=mode)
        dialog.filesSelected.connect(lambda files: self._places.chosen(use, Path(files[-1])))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Qt's own dialog, where the system has none, is half in English and as small at 200 % text as at 100.
        for label, text in self._labels(use).items():
            dialog.setLabelText(label, text)
        wanted = QSize(self._theme.scaled(_DIALOG.width()), self._theme.scaled(_DIALOG.height()))
        dialog.resize(wanted.boundedTo(self._window.size() * _OF_WINDOW).expandedTo(dialog.sizeHint()))
        # The completer's list is a window that nothing owns, and the sheet draws lists without a ground.
        for completer in dialog.findChildren(QCompleter):
            if (offers := completer.popup()) is not None:
                offers.setProperty("role", "offers")
                self._theme.dress(offers)
        return dialog

    def _labels(self, use: FileUse) -> dict[QFileDialog.DialogLabel, str]:
        tr, labels = self._words.tr, QFileDialog.DialogLabel
        return {
            labels.LookIn: tr("Look in:"),
            labels.FileName: tr("Folder:") if use is FileUse.FOLDER else tr("File name:"),
            labels.FileType: tr("Kind of file:"),
        }


class ChoicePromptDialog(RoundedDialog):
    """One question and its answers.  Escape and Cancel leave it unanswered."""

    answered = Signal(str)

    def __init__(
        self, question: ChoicePrompt, theme: AppTheme, words: Words, window: QWidget | None = None
    ) -> None:
        super().__init__(theme, window)
        self.setWindowTitle(question.title)
        self.setAccessibleDescription(question.sentence)
        cancel = Button(theme, words.tr("Cancel"), weight=Weight.QUIET)
        cancel.clicked.connect(self.reject)
        foot = row(cancel, STRETCH, gap=Space.SNUG)
        text = (Label(question.title, "heading"), Label(question.sentence), STRETCH)
        self._whole = whole = column(*text, gap=Space.SNUG, margins=Space.WIDE, within=self)
        whole.addSpacing(Space.TIGHT)
        for answer in question.answers:
            button = Button(theme, answer.text, weight=answer.weight)
            button.clicked.connect(partial(self._answer, answer.id))
            foot.addWidget(button)
            if answer.weight is Weight.PRIMARY:
                button.setDefault(True)
                button.setFocus()
        whole.addLayout(foot)
        self.setMinimumWidth(min(NARROW, theme.scaled(420)))
        self._ring = FocusRing(theme, self)
        self._growth = QTimer(self, singleShot=True, interval=0)
        self._growth.timeout.connect(self._fit)

    @reporting_errors
    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._growth.start()
        return super().event(event)

    def _fit(self) -> None:
        """Be as wide as its answers and as high as its sentence need, at any size of the text."""
        window = self.parentWidget()
        room = self.screen().availableSize() if window is None else window.window().size()
        wide = min(max(self.minimumWidth(), self._whole.sizeHint().width()), int(room.width() * _OF_WINDOW))
        self.resize(wide, self._whole.totalHeightForWidth(wide))

    def _answer(self, answer: str) -> None:
        self.accept()
        self.answered.emit(answer)


def _filter(kind: FileKind) -> str:
    return f"{kind.words} ({' '.join('*' + ending for ending in kind.endings)})"
