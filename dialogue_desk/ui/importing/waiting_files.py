"""Files from outside the window wait here while they would be in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import row

_LOOKS_EVERY_MS = 300


class WaitingFiles(QFrame):
    """Passes files on to ``open_files`` when nothing is in the way.

    While a session is on the screen they wait, and afterwards this line offers them: a person decides when.
    While a sheet is open, or files are being read (``reading``), they wait for the end of that.
    """

    left = Signal(tuple)
    """These files (paths) still waited when the window was left."""

    def __init__(
        self,
        context: Context,
        open_files: Callable[[Sequence[Path]], object],
        in_session: Callable[[], bool],
        reading: Callable[[], bool],
    ) -> None:
        super().__init__()
        self.setProperty("role", "toast")
        self._words, self._toast, self._announcer = context.words, context.toast, context.announcer
        self._open_files, self._in_session, self._reading = open_files, in_session, reading
        self._paths: tuple[Path, ...] = ()
        self._offered = False
        self._said = Label()
        self.open_button = Button(context.theme, "", weight=Weight.PRIMARY)
        self.open_button.clicked.connect(self._open)
        leave_out = Button(context.theme, self._words.tr("Not now"))
        leave_out.clicked.connect(self._forget)
        edges = (Space.BASE, Space.HAIR, Space.HAIR, Space.HAIR)
        row((self._said, 1), leave_out, self.open_button, gap=Space.TIGHT, margins=edges, within=self)
        self._looks = QTimer(self, interval=_LOOKS_EVERY_MS)
        self._looks.timeout.connect(self.look)
        self.hide()

    def give(self, paths: Sequence[Path]) -> None:
        """Open files now, or say that they wait."""
        self._paths = tuple(dict.fromkeys((*self._paths, *paths)))
        if not self._paths:
            return
        self.look()
        if self._offered and self._in_session():
            self._toast.say(
                self._words.ntr(
                    "{count} file waits until you leave the session.",
                    "{count} files wait until you leave the session.",
                    len(self._paths),
                )
            )
        elif self._looks.isActive() and not self._reading():
            self._toast.say(
                self._words.ntr(
                    "{count} file waits. It opens when you close what is in front of it.",
                    "{count} files wait. They open when you close what is in front of them.",
                    len(self._paths),
                )
            )

    def leave(self) -> None:
        """Give back what waits (``left``): the window closes, or is filled again."""
        paths = self._paths
        self._forget()
        self.left.emit(paths)

    def look(self) -> None:
        """Open what waits, or offer it, if nothing is in the way any more."""
        in_session = bool(self._paths) and self._in_session()
        self._offered = bool(self._paths) and (self._offered or in_session)
        busy = self._reading() or QApplication.activeModalWidget() is not None
        if self._paths and busy and not self._offered:
            self._looks.start()
            return
        self._looks.stop()
        if self._offered:
            self._offer(shown=not in_session)
        elif self._paths:
            self._open()

    def _offer(self, *, shown: bool) -> None:
        count = len(self._paths)
        waits = self._words.ntr(
            "{count} file came during the session, and waits to be opened.",
            "{count} files came during the session, and wait to be opened.",
            count,
        )
        self._said.setText(waits)
        self.open_button.setText(self._words.ntr("Open it", "Open them", count))
        if shown and self.isHidden():
            self._announcer.announce(waits)
        self.setVisible(shown)

    def _open(self) -> None:
        paths = self._paths
        self._forget()
        self._open_files(paths)

    def _forget(self) -> None:
        """Let go of the files; they stay where they are."""
        self._paths, self._offered = (), False
        self._looks.stop()
        self.hide()
