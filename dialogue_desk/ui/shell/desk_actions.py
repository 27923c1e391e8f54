"""What pages can have done with the desk as a whole: the sample, erasing for good, keeping until a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import ChoicePrompt, PromptAnswer

if TYPE_CHECKING:
    from dialogue_desk.ui.settings.holding_section import HoldingSection

_SAMPLE = "sample"


class DeskActions(QObject):
    """Asks in front of ``window`` where something is to be confirmed."""

    erased = Signal()
    sample_changed = Signal()
    """The sample community came or went."""

    def __init__(self, desk: Desk, shelf: GuideShelf, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._shelf, self._context, self._window = desk, shelf, context, window
        context.toast.acted.connect(self._act)

    def import_sample(self) -> None:
        """Add the sample community."""
        from dialogue_desk.desk.program.sample import import_sample  # noqa: PLC0415

        words = self._context.words
        import_sample(self._desk, self._shelf, words)
        self.sample_changed.emit()
        self._context.toast.say(
            words.tr("Here is the sample community. Nothing in it is real, so try anything you like.")
        )

    def remove_sample(self) -> None:
        """Remove the sample community, and offer to bring it back; ask first when somebody wrote in it."""
        from dialogue_desk.desk.program.sample import is_written_in  # noqa: PLC0415

        if not is_written_in(self._desk):
            self._remove_sample()
            return
        tr = self._context.words.tr
        question = ChoicePrompt(
            tr("Delete the sample"),
            tr("What you wrote in it is deleted too, and does not come back."),
            (PromptAnswer("delete", tr("Delete the sample")),),
        )
        self._context.prompts.choose(question, lambda _: self._remove_sample())

    def _remove_sample(self) -> None:
        from dialogue_desk.desk.program.sample import remove_sample  # noqa: PLC0415

        if remove_sample(self._desk) is not None:
            words = self._context.words
            self.sample_changed.emit()
            said = words.tr("The sample community is gone from this laptop.")
            self._context.toast.say(said, action=words.tr("Bring it back"), action_id=_SAMPLE)

    def erase(self, target: str) -> None:
        """Ask whether a session, a circle or a program is to be erased for good, and do it."""
        self._ask_to_erase(RecordId(target))

    def erase_everything(self) -> None:
        """Ask whether everything on this laptop is to be erased for good, and do it."""
        self._ask_to_erase(None)

    def keep_until(self, target: str) -> None:
        """Ask how long a session, a circle or a program is to be kept."""
        from dialogue_desk.ui.erasing.keep_until import KeepUntilSheet  # noqa: PLC0415

        KeepUntilSheet(self._desk, RecordId(target), self._context, self._window.window()).open()

    def hold(self, target: str) -> None:
        """Ask whether a circle or a program is on hold for a public-records request."""
        from dialogue_desk.ui.erasing.hold_sheet import HoldSheet  # noqa: PLC0415

        HoldSheet(self._desk, RecordId(target), self._context, self._window.window()).open()

    def holding_section(self) -> HoldingSection:
        """Return the part of the settings about what this desk holds."""
        from dialogue_desk.ui.settings.holding_section import HoldingSection  # noqa: PLC0415

        section = HoldingSection(self._desk, self._context)
        section.hold_wanted.connect(self.hold)
        section.archive_wanted.connect(self.archive)
        return section

    def give(self) -> None:
        """Ask what goes along and which stick it goes to, and give the app to another facilitator."""
        from dialogue_desk.desk.guides.own_guides import OwnGuides  # noqa: PLC0415
        from dialogue_desk.installation import Installation  # noqa: PLC0415
        from dialogue_desk.ui.giving.app_giving import AppGiving  # noqa: PLC0415

        AppGiving(OwnGuides(self._desk), Installation.here(), self._context, self._window).begin()

    def archive(self, program: str) -> None:
        """Ask whether sensitive notes go along, and save the archive of a program."""
        from dialogue_desk.ui.settings.archive_saving import ask_for_archive  # noqa: PLC0415

        ask_for_archive(self._desk, self._shelf, RecordId(program), self._context)

    def _ask_to_erase(self, target: RecordId | None) -> None:
        from dialogue_desk.ui.erasing.erase_sheet import EraseSheet  # noqa: PLC0415

        sheet = EraseSheet(self._desk, target, self._context, self._window.window())
        sheet.erased.connect(self.erased)
        sheet.open()

    def _act(self, action: str) -> None:
        if action == _SAMPLE:
            self.import_sample()
