"""Gives the app away step by step: what goes along, onto which stick, over what lies there, and the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.desk.leaving.given_content import GivenContent, given_content
from dialogue_desk.desk.leaving.giving import give
from dialogue_desk.desk.leaving.giving_plan import CannotGive, GivingPlan, plan_giving
from dialogue_desk.desk.leaving.giving_text import cannot_give, given_sentences, replacing_sentences
from dialogue_desk.installation import Installation
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.long_saving import LongSaving
from dialogue_desk.ui.core.prompts import ChoicePrompt, PromptAnswer
from dialogue_desk.ui.core.worker import Progress
from dialogue_desk.ui.giving.give_sheet import GivenSheet, GiveSheet, offered_guides
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.whole_file import FileToSave

T = TypeVar("T")

_REPLACE, _KEEP = "replace", "keep"


@dataclass(frozen=True, slots=True)
class AppGiving:
    """Asks in front of ``window``.  The desk is asked for its own guides, and for nothing else."""

    own: OwnGuides
    installation: Installation
    context: Context
    window: QWidget

    def begin(self) -> None:
        """Show what goes along, and ask where to."""
        self.context.worker.run(
            self.context.toast, lambda _: given_content(self.installation), self._show_content
        )

    def give_to(self, place: Path, own_guides: Sequence[FileToSave]) -> None:
        """Look at the stick, ask before something is replaced, and give."""
        sentence = self.context.words.tr("Looking at what is on the stick…")
        self._run(place, sentence, partial(self._plan, place, own_guides), partial(self._ask, place))

    def _show_content(self, content: GivenContent) -> None:
        offered = offered_guides(self.own)
        sheet = GiveSheet(content, self.installation, offered, self.context, self.window.window())
        sheet.place_chosen.connect(partial(self.give_to))  # a method alone would not keep this value
        sheet.open()

    def _plan(self, place: Path, own_guides: Sequence[FileToSave], progress: Progress) -> GivingPlan:
        content = given_content(self.installation, own_guides)
        return plan_giving(content, place, self.installation, progress=progress)

    def _ask(self, place: Path, plan: GivingPlan) -> None:
        """Ask whether what an earlier giving left is to be replaced, where that is so."""
        tr, asked = self.context.words.tr, replacing_sentences(plan, self.context.words)
        if not asked:
            self._give(place, plan, _KEEP)
            return
        keep = () if plan.changed else (PromptAnswer(_KEEP, tr("Keep both")),)
        question = ChoicePrompt(
            tr("Replace what is on the stick"),
            " ".join(asked),
            (PromptAnswer(_REPLACE, tr("Replace it"), Weight.PRIMARY), *keep),
        )
        self.context.prompts.choose(question, partial(self._give, place, plan))

    def _give(self, place: Path, plan: GivingPlan, answer: str) -> None:
        def work(progress: Progress) -> tuple[str, ...]:
            return give(plan, replace_older=answer == _REPLACE, progress=progress)

        sentence = self.context.words.tr("Writing to the stick, and reading it back. Leave the stick in.")
        self._run(place, sentence, work, partial(self._done, plan))

    def _done(self, plan: GivingPlan, stayed: tuple[str, ...]) -> None:
        said = given_sentences(plan, stayed, self.context.words)
        GivenSheet(said, self.context, self.window.window()).open()

    def _run(
        self, place: Path, sentence: str, work: Callable[[Progress], T], done: Callable[[T], None]
    ) -> None:
        context, title = self.context, self.context.words.tr("Give this app to another facilitator")
        shown = LongSaving(context.theme, context.words, title, sentence, self.window.window())
        job = context.worker.run(
            context.toast,
            work,
            done,
            failed=partial(self._failed, place),
            ended=shown.end,
            progressed=shown.show_progress,
        )
        shown.follow(job.stop)
        shown.open()

    def _failed(self, place: Path, error: BaseException) -> bool:
        if not isinstance(error, CannotGive | OSError):
            return False
        self.context.toast.say(cannot_give(error, place, self.context.words))
        return True
