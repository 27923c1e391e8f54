"""People who answer at once, for screens that ask."""

from pathlib import Path

from dialogue_desk.ui.core.prompts import ChoicePrompt


class ReadyAnswers:
    """Answers as told beforehand, and keeps what was asked.  ``None`` is a person who thinks better of it."""

    def __init__(self, *, files=(), folder=None, save=None, answer=None):
        self.files, self.folder, self.save, self.answer = files, folder, save, answer
        self.asked: list[str] = []
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
        if self.save is not None:
            chosen(Path(self.save))

    def choose(self, question, chosen):
        self.asked.append(question.title)
        self.questions.append(question)
        if self.answer is not None:
            chosen(self.answer)
