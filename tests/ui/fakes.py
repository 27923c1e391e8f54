"""People who answer at once and a room display that remembers, for screens that ask and show."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.core.prompts import ChoicePrompt
from dialogue_desk.ui.room.room_content import RoomContent, RoomMode, texts_of
from dialogue_desk.ui.room.room_page import RoomPage


class ReadyAnswers:
    """Answers as told beforehand, and keeps what was asked.  ``None`` is a person who thinks better of it."""

    def __init__(self, *, files=(), folder=None, save=None, answer=None):
        self.files, self.folder, self.save, self.answer = files, folder, save, answer
        self.asked: list[str] = []
        self.names: list[str] = []
        self.questions: list[ChoicePrompt] = []

    def open_files(self, title, kinds, chosen):
        self.asked.append(title)
        if self.files:
            chosen(tuple(map(Path, self.files)))

    def open_folder(self, title, chosen):
        self.asked.append(title)
        if self.folder is not None:
            chosen(Path(self.folder))

    def save_to(self, title, name, kind, chosen):
        self.asked.append(title)
        self.names.append(name)
        if self.save is not None:
            chosen(Path(self.save))

    def choose(self, question, chosen):
        self.asked.append(question.title)
        self.questions.append(question)
        if self.answer is not None:
            chosen(self.answer)


class FakeRoom(QObject):
    """A room display that remembers what it was given to show."""

    opened = Signal()
    closed = Signal()

    def __init__(self):
        super().__init__()
        self.shown = []
        self._content = RoomContent()
        self._open = self._blank = False

    def is_open(self):
        return self._open

    def is_blank(self):
        return self._blank

    def open(self):
        self._open = True
        self.opened.emit()

    def close(self):
        self._open = False
        self.closed.emit()

    def uncover(self):
        return False  # it is on a screen of its own

    def set_blank(self, on):
        self._blank = on

    def preview(self):
        return QWidget()

    def show(self, content):
        if content != self._content:
            self._content = content
            self.shown.append(content)

    def show_lines(self, said):
        page = said if isinstance(said, RoomPage) else None
        self.show(replace(self._content, mode=RoomMode.LINES, texts=texts_of(said), page=page))
