"""The sheet that hands a program over to another organizer, in a file behind a passphrase."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.error_text import trouble_sentence
from dialogue_desk.desk.leaving.packages import plain_name
from dialogue_desk.desk.program.handover import ReadyHandover, expect_file, forget_file, remember_heir
from dialogue_desk.desk.program.handover_text import contents_text, keys_text, not_handed_over
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.exchange.package import HANDOVER_SUFFIX
from dialogue_desk.exchange.refusals import PackageRefused
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH
from dialogue_desk.ui.widgets.new_passphrase import NewPassphrase
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.ui.widgets.thin_bar import ThinBar
from dialogue_desk.ui.widgets.trouble_line import TroubleLine


class HandOverSheet(SheetDialog):
    """Says what goes, asks for a passphrase and a place, and writes; stopping leaves no file."""

    def __init__(
        self, desk: Desk, ready: ReadyHandover, context: Context, window: QWidget | None = None
    ) -> None:
        words = context.words
        super().__init__(context.theme, words.tr("Hand the program over"), window)
        self._desk, self._ready, self._context = desk, ready, context
        self._stop: Callable[[], None] | None = None
        self._writing: Path | None = None
        name = safe_in_sentence(ready.name)
        self._lead = Label(
            words.tr(
                "One file with everything of “{program}”, for another organizer, or for you if this laptop "
                "is lost: {contents}.",
                program=name,
                contents=contents_text(ready.records, words),
            )
        )
        self._trust = Label(
            words.tr(
                "{keys} Whoever opens the file can read all of it and change the program. From sessions "
                "that you led yourself, your debrief and quotes without permission stay here.",
                keys=keys_text(len(ready.secrets.keys), words),
            )
        )
        hint = words.tr("The file opens only with it. Tell it to the other organizer in person or by phone.")
        self.passphrase = NewPassphrase(context.theme, words, hint)
        self._bar = ThinBar(words.tr("Handing over"))
        self._step = Label(role="note")
        self._trouble = TroubleLine(context.announcer)
        for widget in (self._bar, self._step):
            widget.hide()
        self.column.add(
            self._lead, self._trust, self.passphrase, self._step, self._bar, self._trouble, STRETCH
        )
        self.leave_button = self.add_button(words.tr("Cancel"), self.reject, weight=Weight.QUIET)
        self.foot.addStretch(1)
        self.save_button = self.add_button(words.tr("Save the file…"), self._ask_where, weight=Weight.PRIMARY)
        self.save_button.setDefault(True)
        self.passphrase.setFocus()

    def reject(self) -> None:
        if self._stop is not None:
            self._stop()
            self._stop = None
            if self._writing is not None:
                forget_file(self._desk, self._ready, self._writing)
            self._context.toast.say(self._context.words.tr("Stopped. No file was saved."))
        super().reject()

    def _ask_where(self) -> None:
        words = self._context.words
        typed = self.passphrase.passphrase(words.tr("Type a passphrase, or make one of words."))
        if not typed:
            return
        kind = FileKind(words.tr("Programs handed over"), (HANDOVER_SUFFIX,))
        name = f"{plain_name(self._ready.name)}{HANDOVER_SUFFIX}"
        title = words.tr("Where should the file go?")
        self._context.prompts.save_to(title, name, kind, partial(self._write, typed))

    def _write(self, passphrase: str, path: Path) -> None:
        try:
            expect_file(self._desk, self._ready, path)
        except DeskTrouble as trouble:
            self._trouble.say(trouble_sentence(trouble, self._context.words))
            return
        self._trouble.say("")
        self._writing = path
        self._show_busy(on=True)
        job = self._context.worker.run(
            self,
            lambda progress: self._ready.write(path, passphrase, self._context.words, progress),
            lambda _: self._done(path),
            failed=partial(self._failed, path),
            ended=self._ended,
            progressed=self._progressed,
        )
        self._stop = job.stop

    def _progressed(self, done: int, total: int) -> None:
        words = self._context.words
        steps = (
            words.tr("Gathering everything…"),
            words.tr("Locking it with the passphrase…"),
            words.tr("Writing the file…"),
            words.tr("Opening it again on an empty desk, to compare…"),
            words.tr("Putting it in its place…"),
        )
        self._step.setText(steps[min(done, len(steps) - 1)])
        self._bar.show_progress(done, total)

    def _done(self, path: Path) -> None:
        words = self._context.words
        remember_heir(self._desk, self._ready)
        self._stop = None
        self.accept()
        sentence = words.tr(
            "“{file}” was opened again on an empty desk and has everything. Keep it apart from its "
            "passphrase.",
            file=safe_in_sentence(path.name),
        )
        self._context.toast.say(sentence)
        self._context.announcer.announce(sentence)

    def _failed(self, path: Path, error: BaseException) -> bool:
        if not isinstance(error, OSError | PackageRefused):
            return False
        forget_file(self._desk, self._ready, path)
        self._trouble.say(not_handed_over(error, path, self._context.words))
        return True

    def _ended(self) -> None:
        self._stop = None
        self._show_busy(on=False)

    def _show_busy(self, *, on: bool) -> None:
        words = self._context.words
        for widget in (self._bar, self._step):
            widget.setVisible(on)
        self.passphrase.setEnabled(not on)
        self.save_button.setEnabled(not on)
        self.leave_button.setText(words.tr("Stop") if on else words.tr("Cancel"))
        if on:
            self._progressed(0, 0)
            self.leave_button.setFocus()
