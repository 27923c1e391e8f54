"""What pages can have done with guides: open, save as a file, begin one, and go on writing one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.guides.guide_copies import begun_with, changed_version, own_guide_id
from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.domain.model.own_guide import Origin
from dialogue_desk.exchange.guide_zip import GUIDE_ENDINGS, ZIP_SUFFIX, guide_file
from dialogue_desk.resources import resource
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.ui.core.save_file import save_file
from dialogue_desk.ui.importing.guide_opening import GuideOpening
from dialogue_desk.whole_file import write_atomically

_EMPTY = "own-evening"
"""The method with which a guide of one's own begins."""


class GuideActions(QObject):
    """Asks in front of ``window``.

    ``reading_wanted`` and ``writing_wanted`` tell the key of the guide that is to be shown.  ``begun`` is the
    key of the one that was begun or copied last, of which nothing is a person's own yet.
    """

    reading_wanted = Signal(str)
    writing_wanted = Signal(str)

    def __init__(self, shelf: GuideShelf, own: OwnGuides, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._shelf, self._own, self._context = shelf, own, context
        self.begun = ""
        self._opening = GuideOpening(shelf, own, context, window)
        self._opening.reading_wanted.connect(self.reading_wanted)
        self._opening.writing_wanted.connect(self.writing_wanted)

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open guide files."""
        self._opening.open_files(paths)

    def ask_for_files(self) -> None:
        """Ask which guide files to open."""
        tr = self._context.words.tr
        kinds = (FileKind(tr("Dialogue Desk guides"), GUIDE_ENDINGS),)
        self._context.prompts.open_files(tr("Open guides"), kinds, self.open_files)

    def share(self, key: str) -> None:
        """Ask where to save a guide as one file, in all its languages."""
        tr, file = self._context.words.tr, guide_file(self._shelf.texts_of(key))
        ending = next(one for one in (ZIP_SUFFIX, *GUIDE_ENDINGS) if file.name.endswith(one))
        kind = FileKind(tr("Dialogue Desk guides"), (ending,))
        data = file.make_bytes()
        save_file(
            self._context, tr("Save the guide"), file.name, kind, lambda path: write_atomically(path, data)
        )

    def write(self, key: str) -> None:
        """Go on writing a guide; one that ships is copied first, as a version of this desk's own."""
        kept = self._own.all()
        if key in {one.key for one in kept}:
            self.writing_wanted.emit(key)
            return
        here = (text for one in kept for text in one.texts.values())
        versions = {text.version for text in here if text.guide == key}
        texts = changed_version(self._shelf.texts_of(key), versions)
        copy = self.begun = self._own.add(texts, Origin.COPIED)
        self._context.toast.say(
            self._context.words.tr(
                "This is your own version, {version}. The guide that comes with the app stays as it is.",
                version=texts[0].version,
            )
        )
        self.writing_wanted.emit(copy)

    def begin_new(self) -> None:
        """Begin a guide of one's own, in the language of the app."""
        self.begin_with(resource("templates", f"{_EMPTY}.{self._context.words.language}.guide.md"))

    def begin_with(self, method: Path) -> None:
        """Begin a guide with the file of a method."""
        text = self._shelf.text_in(method)
        named = own_guide_id(text.guide.removeprefix("own-"), self._own.new_id())
        self.begun = self._own.add(begun_with((text,), named), Origin.WRITTEN)
        self.writing_wanted.emit(self.begun)
