"""What a person is asked: which file, which folder, which way.  No question holds up the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QFileDialog, QWidget

from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.words import Words


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
    """A question, what it means, and the ways to answer; leaving it unanswered is always possible."""

    title: str
    sentence: str
    answers: tuple[PromptAnswer, ...]


class UserPrompts(Protocol):
    """Asks a person.  The answer comes later, by a call; none comes from one who thinks better of it."""

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

    def __init__(self, window: QWidget, theme: AppTheme, words: Words) -> None:
        self._window, self._theme, self._words = window, theme, words

    def open_files(
        self, title: str, kinds: Sequence[FileKind], chosen: Callable[[tuple[Path, ...]], None]
    ) -> None:
        """Ask which files to open."""
        dialog = self._file_dialog(title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        everything = self._words.tr("All files")
        dialog.setNameFilters([*map(_filter, kinds), f"{everything} (*)"])
        dialog.filesSelected.connect(lambda files: chosen(tuple(map(Path, files))))
        dialog.open()

    def open_folder(self, title: str, chosen: Callable[[Path], None]) -> None:
        """Ask for a folder."""
        dialog = self._file_dialog(title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        # Qt's own dialog also chooses every folder whose name was passed on the way to the one typed.
        dialog.filesSelected.connect(lambda folders: chosen(Path(folders[-1])))
        dialog.open()

    def save_to(self, title: str, name: str, kind: FileKind, chosen: Callable[[Path], None]) -> None:
        """Ask where to write the file ``name``, of the one ``kind``."""
        dialog = self._file_dialog(title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(_filter(kind))
        dialog.setDefaultSuffix(kind.endings[0].removeprefix("."))
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda file: chosen(Path(file)))
        dialog.open()

    def choose(self, question: ChoicePrompt, chosen: Callable[[str], None]) -> None:
        """Ask ``question``; ``chosen`` is given the id of the answer."""
        from dialogue_desk.ui.core.question_dialog import ChoicePromptDialog  # noqa: PLC0415  # most starts ask nothing

        dialog = ChoicePromptDialog(question, self._theme, self._words, self._window)
        dialog.answered.connect(chosen)
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Lists lie on the page they are part of; what Qt's own dialog offers lies on nothing.
        for completer in dialog.findChildren(QCompleter):
            if (offers := completer.popup()) is not None:
                offers.setProperty("role", "offers")
        return dialog


def _filter(kind: FileKind) -> str:
    return f"{kind.words} ({' '.join('*' + ending for ending in kind.endings)})"
