"""The sheet for one update: what it would do, how far it is, and that it is ready."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.updating.update_text import (
    method_sentence,
    offer_sentence,
    ready_sentence,
    update_refusal_sentence,
)
from dialogue_desk.desk.updating.updating import UpdateOffer, offered, put_beside
from dialogue_desk.exchange.update_manifest import UpdateRefused
from dialogue_desk.installation import Installation
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.ui.widgets.thin_bar import ThinBar
from dialogue_desk.ui.widgets.trouble_line import TroubleLine


class UpdateSheet(SheetDialog):
    """Reads the update at ``path``, says what it would do, and does it when a person agrees.

    Stopping leaves nothing behind, and so does whatever goes wrong.
    """

    def __init__(
        self,
        path: Path,
        here: Installation,
        copy_desk: Callable[[], object],
        context: Context,
        window: QWidget | None = None,
    ) -> None:
        tr = context.words.tr
        super().__init__(context.theme, tr("Update Dialogue Desk"), window)
        self._path, self._here, self._copy_desk, self._context = path, here, copy_desk, context
        self._offer: UpdateOffer | None = None
        self._waits = False
        self._stop: Callable[[], None] | None = None
        self.lead = Label(tr("Reading the update…"))
        self._method = Label(method_sentence(context.words), "muted")
        self.notice = Label(role="strong")
        self._bar = ThinBar(tr("Update"))
        self.trouble = TroubleLine(context.announcer)
        for widget in (self._method, self.notice, self._bar):
            widget.hide()
        self.column.add(self.lead, self._method, self.notice, self._bar, self.trouble, STRETCH)
        self.leave_button = self.add_button(tr("Cancel"), self.reject, weight=Weight.QUIET)
        self.foot.addStretch(1)
        self.update_button = self.add_button(tr("Update"), self._update, weight=Weight.PRIMARY)
        self.update_button.setEnabled(False)
        self.update_button.setDefault(True)
        self.leave_button.setFocus()
        context.worker.run(self, lambda _: offered(path, here), self._show_offer, failed=self._failed)

    def wait_for_session(self, *, running: bool) -> None:
        """Let nothing be written while a session runs: it needs the laptop for itself."""
        tr = self._context.words.tr
        self._waits = running
        self.notice.setText(tr("A session is running. Update when it is over.") if running else "")
        self.notice.setVisible(running)
        self.update_button.setEnabled(self._offer is not None and not running)

    def reject(self) -> None:
        if self._stop is not None:
            self._stop()
            self._stop = None
            self._context.toast.say(self._context.words.tr("Stopped. The version you have stays."))
        super().reject()

    def _show_offer(self, offer: UpdateOffer) -> None:
        self._offer = offer
        self.lead.setText(offer_sentence(offer, self._context.words))
        self._method.show()
        self._context.announcer.announce(self.lead.text())
        self.update_button.setEnabled(not self._waits)
        if not self._waits:
            self.update_button.setFocus()

    def _update(self) -> None:
        offer = self._offer
        if offer is None or self._stop is not None:
            return
        self.trouble.say("")
        self._show_busy(on=True)
        job = self._context.worker.run(
            self,
            lambda progress: put_beside(offer, self._copy_desk, progress),
            lambda _: self._done(offer),
            failed=self._failed,
            ended=lambda: self._show_busy(on=False),
            progressed=self._bar.show_progress,
        )
        self._stop = job.stop

    def _done(self, offer: UpdateOffer) -> None:
        sentence = ready_sentence(offer.version, self._context.words)
        self._end(sentence)
        self._context.announcer.announce(sentence)

    def _failed(self, error: BaseException) -> bool:
        if not isinstance(error, UpdateRefused):
            return False
        self._end("")
        self.trouble.say(update_refusal_sentence(error, self._path.name, self._here, self._context.words))
        return True

    def _end(self, sentence: str) -> None:
        """Leave nothing to do but to close."""
        self.lead.setText(sentence)
        self.lead.setVisible(bool(sentence))
        self._method.hide()
        self.notice.hide()
        self.update_button.hide()
        self.leave_button.setText(self._context.words.tr("Close"))
        self.leave_button.setFocus()

    def _show_busy(self, *, on: bool) -> None:
        tr = self._context.words.tr
        if not on:
            self._stop = None
        self._bar.setVisible(on)
        self._bar.show_progress(0, 0)
        self.update_button.setEnabled(not on)
        self.leave_button.setText(tr("Stop") if on else tr("Cancel"))
        if on:
            self.lead.setText(tr("Copying your desk, then writing the new version and comparing it…"))
            self.leave_button.setFocus()


def open_update(
    path: Path,
    here: Installation,
    copy_desk: Callable[[], object],
    context: Context,
    window: QWidget,
    *,
    session_runs: bool,
) -> UpdateSheet:
    """Show the sheet for an update in front of ``window``, and return it."""
    sheet = UpdateSheet(path, here, copy_desk, context, window)
    sheet.wait_for_session(running=session_runs)
    sheet.open()
    return sheet
