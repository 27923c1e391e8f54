"""The sheet that takes a program over from another organizer: its passphrase, what is in it, and a yes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.error_text import trouble_sentence
from dialogue_desk.desk.program.handover import take_over
from dialogue_desk.desk.program.handover_text import contents_text, keys_text, not_taken_over
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.text import normalized, safe_in_sentence
from dialogue_desk.exchange.handover_file import HandoverFile, read_handover
from dialogue_desk.exchange.refusals import PackageRefused
from dialogue_desk.exchange.signing import short_device
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.ui.widgets.thin_bar import ThinBar
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.ui.widgets.toast import UNDO
from dialogue_desk.ui.widgets.trouble_line import TroubleLine


class TakeOverSheet(SheetDialog):
    """Opens the file at ``path``; ``taken`` tells the id of the program that was taken over."""

    taken = Signal(str)

    def __init__(self, desk: Desk, path: Path, context: Context, window: QWidget | None = None) -> None:
        words = context.words
        super().__init__(context.theme, words.tr("Take a program over"), window)
        self._desk, self._path, self._context = desk, path, context
        self._handed: HandoverFile | None = None
        self._stop: Callable[[], None] | None = None
        self._lead = Label(
            words.tr(
                "“{file}” hands a whole program over. The organizer who saved it knows its passphrase.",
                file=safe_in_sentence(path.name),
            )
        )
        self.box = QLineEdit()
        self.field = Field(words.tr("Passphrase"), self.box, words.tr("Capital letters and spaces count."))
        self.shown = Tick(context.theme, words.tr("Show what I type"))
        self.shown.toggled.connect(self._show_letters)
        self.box.textChanged.connect(lambda: self.field.show_error(""))
        self._bar = ThinBar(words.tr("Reading the file"))
        self._contents, self._trust, self._trouble = Label(), Label(), TroubleLine(context.announcer)
        for widget in (self._bar, self._contents, self._trust):
            widget.hide()
        self.column.add(
            self._lead, self._contents, self._trust, self.field, self.shown, self._bar, self._trouble, STRETCH
        )
        self.cancel_button = self.add_button(words.tr("Cancel"), self.reject, weight=Weight.QUIET)
        self.foot.addStretch(1)
        self.open_button = self.add_button(words.tr("Open"), self._go_on, weight=Weight.PRIMARY)
        self.open_button.setDefault(True)
        self._show_letters(False)
        self.box.setFocus()

    def reject(self) -> None:
        if self._stop is not None:
            self._stop()
        super().reject()

    def _go_on(self) -> None:
        if self._handed is not None:
            self._take(self._handed)
            return
        typed = normalized(self.box.text())
        if not typed:
            self.field.show_error(self._context.words.tr("Type the passphrase of the file."))
            self.box.setFocus()
            return
        self._show_busy(on=True)
        job = self._context.worker.run(
            self,
            lambda progress: read_handover(self._path, typed, self._context.words, progress),
            self._show_contents,
            failed=self._not_read,
            ended=self._ended,
            progressed=self._bar.show_progress,
        )
        self._stop = job.stop

    def _not_read(self, error: BaseException) -> bool:
        if not isinstance(error, PackageRefused):
            return False
        sentence = not_taken_over(error, self._context.words)
        self.field.show_error(sentence)
        self._context.announcer.announce(sentence, urgent=True)
        return True

    def _show_contents(self, handed: HandoverFile) -> None:
        words = self._context.words
        self._handed = handed
        self._lead.setText(
            words.tr(
                "“{program}”, handed over by laptop {laptop}.",
                program=safe_in_sentence(handed.program),
                laptop=short_device(handed.origin.device),
            )
        )
        self._lead.play("strong")
        contents = contents_text(handed.records.values(), words)
        keys = keys_text(len(handed.secrets.keys), words)
        self._contents.setText(f"{contents}. {keys}")
        self._trust.setText(
            words.tr(
                "If you take it over, this laptop and that one work on the program together: what one "
                "changes is changed on the other without a question. Do so only if you know who gave you "
                "the file. Settings, Laptops, can end that."
            )
        )
        for widget in (self._contents, self._trust):
            widget.show()
        self.field.hide()
        self.shown.hide()
        self.box.clear()
        self.open_button.setText(words.tr("Take the program over"))
        self.open_button.setDefault(False)
        self.cancel_button.setFocus()  # no stray Enter lets a laptop in
        self._context.announcer.announce(f"{self._lead.text()} {self._contents.text()}")

    def _take(self, handed: HandoverFile) -> None:
        words = self._context.words
        try:
            result = take_over(self._desk, handed, self._path, words)
        except DeskTrouble as trouble:
            self._trouble.say(trouble_sentence(trouble, words))
            return
        self.accept()
        name = safe_in_sentence(handed.program)
        if result.outcome is None:
            said = words.tr("“{program}” was here already, with everything in the file.", program=name)
        elif result.conflicts:
            said = words.ntr(
                "“{program}” is here. {count} entry has two versions to choose from, on the Overview.",
                "“{program}” is here. {count} entries have two versions to choose from, on the Overview.",
                result.conflicts,
                program=name,
            )
        else:
            said = words.tr("“{program}” is here, with everything in the file.", program=name)
        undo = words.tr("Undo") if result.outcome is not None else ""
        self._context.toast.say(said, action=undo, action_id=UNDO)
        for record in handed.records.values():
            if record.kind is Kind.PROGRAM:
                self.taken.emit(record.id)

    def _show_busy(self, *, on: bool) -> None:
        self._bar.setVisible(on)
        for widget in (self.field, self.shown, self.open_button):
            widget.setEnabled(not on)
        if on:
            self._bar.show_progress(0, 0)

    def _ended(self) -> None:
        self._stop = None
        self._show_busy(on=False)
        if self._handed is None:
            self.box.setFocus()

    def _show_letters(self, on: bool) -> None:
        self.box.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
