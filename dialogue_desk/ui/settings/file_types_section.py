"""The part of the settings about double clicks: whether files open in the app, and how that is changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.file_types.registration import Registration
from dialogue_desk.exchange.file_trouble import missing_part, unwritten_because
from dialogue_desk.file_faults import Fault, fault_of
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.show_events import reporting_errors
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.trouble_line import TroubleLine
from dialogue_desk.words import Words


class FileTypesSection(QWidget):
    """Says where files open with a double click, and has that changed by the system (``registration``).

    What the system says is read again each time the section is shown.
    """

    def __init__(self, context: Context, registration: Registration) -> None:
        super().__init__()
        self._context, self._registration = context, registration
        self._words = context.words
        self._busy = self._opens_here = False
        self.state = Label()
        self.button = Button(context.theme, "")
        self.button.clicked.connect(self._change)
        self.trouble = TroubleLine(context.announcer)
        heading = Label(self._words.tr("Opening with a double click"), "strong", heads=True)
        column(heading, self.state, self.trouble, flowing(self.button), gap=Space.TIGHT, within=self)

    def refresh(self) -> None:
        """Say how it is now."""
        tr = self._words.tr
        try:
            command = self._registration.command()
        except OSError as error:
            command = ""
            self.trouble.say(_refused(error, self._words))
        self._opens_here = command == self._registration.own_command()
        if self._opens_here:
            said = tr("Packages and guides open in Dialogue Desk with a double click.")
            act = tr("Stop opening them with a double click")
        elif command:
            said = tr("Packages and guides open with a double click in another Dialogue Desk on this laptop.")
            act = tr("Open them here instead")
        else:
            said = tr("Packages and guides do not open in Dialogue Desk with a double click.")
            act = tr("Open them with a double click")
        self.state.setText(said)
        self.button.setText(act)

    @reporting_errors
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._busy:
            self.trouble.say("")
            self.refresh()

    def _change(self) -> None:
        # A button that is switched off would lose the keyboard, so it stays and does nothing meanwhile.
        if self._busy:
            return
        self._busy = True
        self.trouble.say("")
        self.state.setText(self._words.tr("Telling this laptop…"))
        change: Callable[[], object] = self._registration.add
        if self._opens_here:
            change = self._registration.remove
        self._context.worker.run(self, lambda _: change(), self._done, failed=self._failed, ended=self._ended)

    def _ended(self) -> None:
        self._busy = False
        self.refresh()

    def _done(self, _: object) -> None:
        self._context.announcer.announce(self.state.text())

    def _failed(self, error: BaseException) -> bool:
        if not isinstance(error, OSError):
            return False
        self.trouble.say(_refused(error, self._words))
        return True


def _refused(error: OSError, words: Words) -> str:
    """Say why the system could not be asked or told; there is no other place for it that one could choose."""
    if part := missing_part(error, words):
        return part
    if fault_of(error) is Fault.FULL:
        return unwritten_because(error, words)
    return words.tr(
        "This laptop did not let Dialogue Desk read or change that. Your files are as they were. Try again, "
        "or ask whoever takes care of this laptop."
    )
