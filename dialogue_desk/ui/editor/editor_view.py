"""The view in which a guide is edited: opened, written to a draft each second, and saved when it is left."""

from __future__ import annotations

import contextlib

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.error_text import trouble_sentence
from dialogue_desk.desk.guides.guide_editing import GuideEditing
from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.exchange.guide_faults import GuideUnreadable
from dialogue_desk.exchange.guide_files import MOST_BYTES
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.storage.guide_drafts import GuideDrafts
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.editor.guide_editor import GuideEditor
from dialogue_desk.ui.editor.versions_sheet import VersionsSheet
from dialogue_desk.ui.widgets.layouts import column

_DRAFT_MS, _KEEP_MS = 700, 10 * 60_000
"""How soon what is typed is in the draft on disk, and how often a version is saved."""


class EditorView(QWidget):
    """Edits one guide of the desk's own at a time.  ``left`` when a person goes back to the guides."""

    left = Signal()

    def __init__(self, desk: Desk, own: OwnGuides, context: Context) -> None:
        super().__init__()
        self._desk, self._own, self._context = desk, own, context
        self.editor: GuideEditor | None = None
        self._begun = False
        self._lines = column(within=self)
        self._drafting = QTimer(self, singleShot=True, interval=_DRAFT_MS)
        self._drafting.timeout.connect(self._write_draft)
        self._keeping = QTimer(self, interval=_KEEP_MS)
        self._keeping.timeout.connect(self.keep)

    def edit(self, key: str, *, begun: bool = False) -> bool:
        """Open a guide, in the language of the app if it has it; return whether it could be opened.

        One that was just ``begun`` is taken off the shelf again when it is left without a change.
        """
        if self.editor is not None and self.editor.editing.key != key:
            self.leave()
        if self.editor is not None:
            return self.editor.editing.key == key
        tr, file = self._context.words.tr, self._desk.file
        if file.read_only:
            self._context.toast.say(tr("This desk can only be read here, so guides cannot be changed."))
            return False
        drafts = GuideDrafts.beside(file)
        try:
            editing = GuideEditing(RecordId(key), self._own, drafts, self._context.words)
        except KeyError:
            self._context.toast.say(tr("This guide is not here anymore."))
            return False
        except GuideUnreadable as unreadable:
            self._context.toast.say(unreadable.faults[0].sentence)
            return False
        languages = list(editing.sources)
        own = self._context.words.language
        self.editor = GuideEditor(editing, own if own in languages else languages[0], self._context)
        self.editor.bar.left.connect(self._go)
        self.editor.stepped.connect(self._change)
        self.editor.bar.versions_wanted.connect(self.show_versions)
        self._begun = begun
        self._lines.addWidget(self.editor)
        self._say_how_it_was_found(self.editor, editing)
        self._keeping.start()
        return True

    def take_focus(self) -> None:
        """Put the keyboard on the outline."""
        if self.editor is not None:
            self.editor.take_focus()

    def show_versions(self) -> None:
        """Show what the guide said before, in the language that is edited."""
        if self.editor is None or not self.keep():
            return
        versions = self.editor.editing.versions(self.editor.steps.language)
        clock = self._desk.clock
        sheet = VersionsSheet(versions, clock.zone(clock.now()), self._context, self.window())
        sheet.chosen.connect(self.editor.bring_back)
        sheet.open()

    def undo_latest(self) -> None:
        """Take back the latest step of editing."""
        if self.editor is not None:
            self.editor.undo()

    def redo_latest(self) -> None:
        """Make again what was taken back last."""
        if self.editor is not None:
            self.editor.redo()

    def keep(self) -> bool:
        """Save what was changed as a version; return whether it is saved.

        When it cannot be, a sentence says so, and the draft stays.
        """
        if self.editor is None:
            return True
        self._drafting.stop()
        if any(len(self.editor.editing.text(code)) > MOST_BYTES for code in self.editor.editing.sources):
            said = self._context.words.tr(
                "The guide is larger than 2 MB, so this version was not saved. Delete some of it first."
            )
            self._context.toast.say(said, lasts_ms=None)
            return False
        try:
            if self.editor.editing.keep():
                self._begun = False
        except DeskTrouble as trouble:
            self._say_trouble(trouble)
            return False
        self.editor.bar.saved.setText(self._context.words.tr("Saved"))
        return True

    def leave(self) -> None:
        """End editing: the version is saved.  Where it cannot be, the guide stays open, to be saved later."""
        here: QWidget | None = None if self.editor is None else self.editor.focusWidget()
        if here is not None:
            here.clearFocus()  # what is typed into a line counts when the line is left
        if self.editor is None or not self.keep():
            return
        self._keeping.stop()
        if self._begun:
            with contextlib.suppress(DeskTrouble, KeyError):  # then it stays, or is gone already
                self._own.remove(self.editor.editing.key)
        self.editor.hide()
        self.editor.deleteLater()
        self.editor = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here: QWidget | None = self.focusWidget()
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.editor is not None and here is not None and self.editor.work.isAncestorOf(here):
            self.editor.leave_form()
        else:
            self._go()

    def _go(self) -> None:
        self.leave()
        if self.editor is None:
            self.left.emit()

    def _change(self) -> None:
        if self.editor is not None:
            self.editor.bar.saved.setText("")
        if not self._drafting.isActive():
            self._drafting.start()

    def _write_draft(self) -> None:
        writing = None if self.editor is None else self.editor.editing.draft_writing()
        if writing is not None:
            self._context.worker.run(self, lambda _: writing(), lambda _: self._drafted(), failed=self._fail)

    def _drafted(self) -> None:
        if self.editor is not None:
            self.editor.bar.saved.setText(self._context.words.tr("Saved"))

    def _fail(self, error: BaseException) -> bool:
        if not isinstance(error, DeskTrouble):
            return False
        if self.editor is not None:
            self.editor.editing.draft_failed()
        self._say_trouble(error)
        return True

    def _say_trouble(self, trouble: DeskTrouble) -> None:
        sentence = trouble_sentence(trouble, self._context.words)
        self._context.toast.say(sentence, lasts_ms=None)

    def _say_how_it_was_found(self, editor: GuideEditor, editing: GuideEditing) -> None:
        tr = self._context.words.tr
        said = []
        if editing.taken_up:
            said.append(
                tr("The editor was closed before this was saved. Here is what you typed; nothing is lost.")
            )
        if editing.lost:
            said.append(
                tr(
                    "These lines mean nothing in a guide and are not shown: {lines}. They stay in the "
                    "version before.",
                    lines=" · ".join(editing.lost[:5]),
                )
            )
        editor.form.say("\n".join(said))
