"""What the panes of forming share: the bench, its steps, and circles formed aside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from dialogue_desk.desk.program.forming_bench import FormingBench, first_wish
from dialogue_desk.domain.forming.forming import Forming
from dialogue_desk.domain.forming.hand_moves import formed_again, settled_elsewhere
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.exchange.forming_file import KeptSlips, SlipFile
from dialogue_desk.exchange.typed_slips import SlipTyping
from dialogue_desk.exchange.wish_file import WishFile
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.save_file import not_saved
from dialogue_desk.ui.core.worker import Job, Progress
from dialogue_desk.ui.forming.circle_text import ShownForming


class FormingWork(QObject):
    """Tells ``changed`` after each step; ``forming_now`` tells whether circles are being formed."""

    changed = Signal()
    forming_now = Signal(bool)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.program = Program("")
        self.bench = FormingBench.with_wish(first_wish(self.program))
        self._job: Job[Forming] | None = None
        self._shown: ShownForming | None = None

    @property
    def forming(self) -> Forming:
        """The slips and circles as they are now."""
        return self.bench.forming

    @property
    def shown(self) -> ShownForming:
        """What is said of all circles, worked out once for each step."""
        if self._shown is None or self._shown.forming is not self.forming:
            before, forming = self._shown, self.forming
            same = before is not None and before.forming.wish == forming.wish
            typing = before.typing if same and before else SlipTyping(forming.wish, self.context.words)
            self._shown = ShownForming.of(forming, typing)
        return self._shown

    @property
    def typing(self) -> SlipTyping:
        """How slips are typed under the wish."""
        return self.shown.typing

    @property
    def sealed(self) -> bool:
        """Whether slips are in a sealed file, and so can be typed."""
        return self.bench.file is not None

    @property
    def is_forming(self) -> bool:
        """Whether circles are being formed now."""
        return self._job is not None

    def begin_for(self, program: Program) -> None:
        """Lay everything away and begin with the wish of a program."""
        self.stop()
        self.program = program
        self.bench = FormingBench.with_wish(first_wish(program))
        self.changed.emit()

    def begin_file(self, file: SlipFile) -> bool:
        """Keep slips in a new sealed file; return whether it could be written."""
        return self._done(lambda: self.bench.begin(file), file.path)

    def open_file(self, file: SlipFile, kept: KeptSlips) -> None:
        """Go on with the slips of a sealed file."""
        self.stop()
        self.bench.open(file, kept)
        self.changed.emit()

    def put_away(self) -> None:
        """Lay the slips away; the sealed file stays where it is, and opens again with its passphrase."""
        self.stop()
        self.bench.clear()
        self.changed.emit()

    def ask(self, wish: WishFile) -> None:
        """Wish something else."""
        if wish != self.bench.wish:
            self._done(lambda: self.bench.ask(wish))

    def change(self, forming: Forming) -> bool:
        """Keep new slips or circles as a step; return whether they are on disk."""
        if self.is_forming:
            self.stop()  # what comes of it would be about slips as they were
        return self._done(lambda: self.bench.change(forming))

    def undo(self) -> bool:
        """Go back a step."""
        self.stop()
        return self._done(self.bench.undo)

    def redo(self) -> bool:
        """Go forward a step."""
        self.stop()
        return self._done(self.bench.redo)

    def missing_circles(self) -> tuple[str, ...]:
        """Return the circles in which somebody is settled and which the wish does not have."""
        return settled_elsewhere(self.forming, self.forming.wish)

    def form(self, formed: Callable[[], object]) -> None:
        """Form the circles again aside; ``formed`` is called when they are there."""
        forming, wish = self.forming, self.forming.wish

        def work(progress: Progress) -> Forming:
            return formed_again(forming, wish, lambda: progress(0, 0))

        def done(found: Forming) -> None:
            if self._done(lambda: self.bench.change(found)):
                formed()

        job = self.context.worker.run(self, work, done, ended=lambda: self._ended(job))
        self._job = job
        self.forming_now.emit(True)

    def stop(self) -> None:
        """Stop forming circles; those of before stay."""
        if self._job is not None:
            self._job.stop()
            self._ended(self._job)

    def _ended(self, job: Job[Forming]) -> None:
        if self._job is job:
            self._job = None
            self.forming_now.emit(False)

    def _done(self, act: Callable[[], object], path: Path | None = None) -> bool:
        """Do something to the bench; say so where the disk does not take it, and nothing has changed then."""
        try:
            act()
        except OSError as error:
            file = self.bench.file
            at = path or (file.path if file is not None else Path())
            self.context.toast.say(not_saved(at, error, self.context.words))
            return False
        self.changed.emit()
        return True
