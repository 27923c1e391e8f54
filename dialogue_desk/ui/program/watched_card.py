"""The folder that is watched for a program: what came in, and what is done with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.importing.folder_news import files_came_text, folder_state_text
from dialogue_desk.ui.importing.folder_watcher import FolderWatcher
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.expander import Expander
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.tick import Tick


class WatchedFolderCard(QWidget):
    """A button while no folder is watched; then what came in, and below it what can be changed.

    It is hidden until it follows a watcher and a program is shown.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        self._context, self._words = context, words
        self._watcher: FolderWatcher | None = None
        self._program: RecordId | None = None
        self.begin = Button(theme, words.tr("Watch a folder"), weight=Weight.QUIET, icon="folder")
        self.begin.setToolTip(words.tr("A folder that a sync service or a shared drive fills"))
        self._said = Label()
        self.look = Button(theme, words.tr("Look at them"))
        self.later = Button(theme, words.tr("Not now"), weight=Weight.QUIET)
        self._news = Card("notice", edge=Space.BASE)
        self._news.add(self._said, flowing(self.look, self.later))
        self.folder = Expander(theme)
        self._state = Label(role="note")
        self.by_itself = Tick(theme, words.tr("Open files without asking when nothing needs your answer"))
        self.other = Button(theme, words.tr("Choose another folder"), weight=Weight.QUIET)
        self.stop = Button(theme, words.tr("Stop watching"), weight=Weight.QUIET)
        for item in (self._state, self.by_itself, flowing(self.other, self.stop)):
            self.folder.body.addWidget(item)
        column(self.begin, self._news, self.folder, gap=Space.TIGHT, within=self)
        self.hide()

    def follow(self, watcher: FolderWatcher) -> None:
        """Show what ``watcher`` knows, and have it do what a person wants."""
        self._watcher = watcher
        watcher.changed.connect(self._show)
        for choose in (self.begin, self.other):
            choose.clicked.connect(self._choose)
        self.look.clicked.connect(lambda: watcher.open_arrived(self._program or ""))
        self.later.clicked.connect(lambda: watcher.put_aside(self._program or ""))
        self.stop.clicked.connect(lambda: watcher.stop_watching(self._program or ""))
        self.by_itself.clicked.connect(
            lambda: watcher.open_by_itself(self._program or "", on=self.by_itself.isChecked())
        )
        self._show()

    def show_program(self, program: RecordId | None) -> None:
        """Show the folder of this program; None is that of the circles without one, which has none."""
        self._program = program
        self._show()

    def _choose(self) -> None:
        """Ask which folder to watch."""
        watcher, program = self._watcher, self._program
        if watcher is not None and program is not None:
            title = self._context.words.tr("Choose the folder to watch")
            self._context.prompts.open_folder(title, partial(watcher.watch, program))

    def _show(self) -> None:
        watcher, program = self._watcher, self._program
        self.setVisible(watcher is not None and program is not None)
        if watcher is None or program is None:
            return
        news = watcher.news_of(program)
        self.begin.setVisible(news is None)
        self.folder.setVisible(news is not None)
        self._news.setVisible(news is not None and bool(news.arrived))
        if news is None:
            return
        self._said.setText(files_came_text(news, self._words))
        self.folder.show_title(self._words.tr("Watched folder: {folder}", folder=safe_in_sentence(news.name)))
        self._state.setText(folder_state_text(news, self._words))
        self.by_itself.setChecked(news.by_itself)
