"""The slips and circles that an organizer works on: sealed on disk with each step, and never on the desk."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dialogue_desk.domain.forming.forming import Forming
from dialogue_desk.domain.forming.hand_moves import not_formed
from dialogue_desk.domain.forming.wish import Wish
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.exchange.forming_file import KeptSlips, SlipFile
from dialogue_desk.exchange.wish_file import WishFile

MOST_STEPS = 200


def first_wish(program: Program) -> WishFile:
    """Return the wish that the form of a program begins with."""
    wish = Wish(languages=program.languages or Wish().languages)
    return WishFile(wish, program.name, program.organizer)


@dataclass(slots=True)
class FormingBench:
    """What lies on the bench now, and the steps before it.

    Before slips are in a sealed file, none can lie here: there is only the wish.
    """

    kept: KeptSlips
    file: SlipFile | None = None
    _before: list[Forming] = field(default_factory=list, repr=False)
    _undone: list[Forming] = field(default_factory=list, repr=False)

    @classmethod
    def with_wish(cls, file: WishFile) -> FormingBench:
        """Return a bench with nothing on it but a wish."""
        return cls(KeptSlips(not_formed(file.wish, ()), file.program, file.kept_by))

    @property
    def forming(self) -> Forming:
        """The slips and circles as they are now."""
        return self.kept.forming

    @property
    def wish(self) -> WishFile:
        """What is wished now."""
        return WishFile(self.forming.wish, self.kept.program, self.kept.kept_by)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step before."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether a step was undone last."""
        return bool(self._undone)

    def begin(self, file: SlipFile) -> None:
        """Keep slips in a new sealed file from now on.

        Raises:
            OSError: when it could not be written; nothing has changed then.
        """
        file.write(self.kept)
        self.file = file
        self._forget_steps()

    def open(self, file: SlipFile, kept: KeptSlips) -> None:
        """Go on with the slips of a sealed file."""
        self.kept, self.file = kept, file
        self._forget_steps()

    def clear(self) -> None:
        """Lay the slips away, without the file; the wish stays."""
        self.kept = replace(self.kept, forming=not_formed(self.forming.wish, ()))
        self.file = None
        self._forget_steps()

    def ask(self, wish: WishFile) -> None:
        """Wish something else; circles stay as they are until they are formed again.

        Raises:
            OSError: when it could not be written; nothing has changed then.
        """
        forming = replace(self.forming, wish=wish.wish)
        self._keep(KeptSlips(forming, wish.program, wish.kept_by))

    def change(self, forming: Forming) -> None:
        """Keep new slips or circles, as a step that can be undone.

        Raises:
            OSError: when they could not be written; nothing has changed then.
            ValueError: before there is a sealed file for them.
        """
        if self.file is None:
            raise ValueError("slips are in a sealed file before they are anywhere")
        before = self.forming
        if forming == before:
            return
        self._keep(replace(self.kept, forming=forming))
        self._before = [*self._before, before][-MOST_STEPS:]
        self._undone.clear()

    def undo(self) -> bool:
        """Go back a step; return whether there was one.

        Raises:
            OSError: when it could not be written; nothing has changed then.
        """
        return self._step(self._before, self._undone)

    def redo(self) -> bool:
        """Go forward again; return whether something was undone.

        Raises:
            OSError: when it could not be written; nothing has changed then.
        """
        return self._step(self._undone, self._before)

    def _step(self, ways: list[Forming], back: list[Forming]) -> bool:
        if not ways:
            return False
        now = self.forming
        # The wish is no step: what was typed into its form since stays.
        self._keep(replace(self.kept, forming=replace(ways[-1], wish=now.wish)))
        ways.pop()
        back.append(now)
        return True

    def _keep(self, kept: KeptSlips) -> None:
        if self.file is not None and kept != self.kept:
            self.file.write(kept)
        self.kept = kept

    def _forget_steps(self) -> None:
        self._before.clear()
        self._undone.clear()
