"""The sheet in which slips of several circles are counted together, typed by keyboard alone."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.error_text import trouble_sentence
from dialogue_desk.desk.program.pile_drafts import PileDraft, forget_draft, keep_draft, kept_draft, typed_pile
from dialogue_desk.desk.program.pooled_edits import (
    CannotCount,
    delete_pool,
    pool_of,
    questions_on,
    write_pool,
)
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.voices import PooledCounts, SlipKind
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.voices.pile_form import PileForm
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.ui.widgets.toast import UNDO
from dialogue_desk.ui.widgets.trouble_line import TroubleLine
from dialogue_desk.words import Words


class CountingSheet(SheetDialog):
    """Counts a new pile of a ``kind``, or changes one that is saved.

    What is typed is kept after each field, apart from what counts: a pile that was left is as it was when
    the sheet opens again, and it counts when it is saved.
    """

    def __init__(
        self,
        desk: Desk,
        context: Context,
        picture: ProgramPicture,
        kind: SlipKind,
        pool: Stored[PooledCounts] | None = None,
        window: QWidget | None = None,
    ) -> None:
        words, tr = context.words, context.words.tr
        super().__init__(context.theme, pile_title(kind, words), window, wide=True, characters=0)
        self._desk, self._context, self._picture, self._pool = desk, context, picture, pool
        self._kind, self._program = kind, picture.program_id or RecordId("")
        self._asked = questions_on(picture, kind, words.language)
        self._warned = False
        own = pool.body.circles if pool is not None else ()
        self.form = PileForm(context, picture, kind, self._asked, own)
        self._begun = Card("notice")
        self._begun.add(
            Label(tr("This pile was begun and not saved. It is as you left it, and counts when you save it."))
        )
        self.column.add(Label(_about(kind, words), "muted"), self._begun)
        self._trouble = TroubleLine(context.announcer)
        self.column.add(self.form, STRETCH)
        self._add_foot()
        self._show()
        self.form.changed.connect(self._keep)
        self.finished.connect(lambda _: self._say_kept())

    @property
    def _pool_id(self) -> RecordId | None:
        return None if self._pool is None else self._pool.id

    def _add_foot(self) -> None:
        tr = self._context.words.tr
        if self._pool is not None:
            self.add_button(tr("Delete this pile"), self._delete, weight=Weight.QUIET, icon="trash")
        self.again = self.add_button(tr("Start again"), self._start_again, weight=Weight.QUIET)
        self.foot.addWidget(self._trouble, 1)
        self.foot.addStretch(0)
        self.add_button(tr("Close"), self.reject, weight=Weight.QUIET)
        self.save = self.add_button(tr("Save the pile"), self._save, weight=Weight.PRIMARY)

    def _show(self) -> None:
        """Show the pile that was begun, the one that is saved, or a new one."""
        begun = kept_draft(self._desk, self._program, self._kind, self._pool_id)
        saved = PileDraft.of(self._pool.body) if self._pool is not None else PileDraft(self._kind)
        self.form.show_draft(begun or saved)
        self._begun.setVisible(begun is not None)
        self.again.setVisible(begun is not None)
        self.form.setVisible(bool(self._asked))
        self.save.setEnabled(bool(self._asked))
        if not self._asked:
            self._trouble.say(_nothing_asked(self._kind, self._context.words))
        self.form.begin()

    def _keep(self) -> None:
        """Keep what is typed, so that a kill loses nothing of it."""
        self._warned = False
        draft = self.form.draft()
        try:
            if self._pool is not None and draft == PileDraft.of(self._pool.body):
                forget_draft(self._desk, self._program, self._kind, self._pool_id)
            else:
                keep_draft(self._desk, self._program, draft, self._pool_id)
        except DeskTrouble as trouble:
            self._trouble.say(trouble_sentence(trouble, self._context.words))
        else:
            self._trouble.say("")

    def _save(self) -> None:
        words = self._context.words
        try:
            pile = typed_pile(self.form.draft(), self._asked, words)
            pool = pool_of(pile, self._asked, words)
            if self._warns():
                return
            write_pool(self._desk, self._picture, pool, words, self._pool_id)
        except CannotCount as refused:
            self._trouble.say(str(refused))
            self.form.focus_on_error()
        except DeskTrouble as trouble:
            self._trouble.say(trouble_sentence(trouble, words))
        else:
            forget_draft(self._desk, self._program, self._kind, self._pool_id)
            said = words.ntr("{count} slip is counted.", "{count} slips are counted.", pool.slips)
            self._tell(said)
            self.accept()

    def _warns(self) -> bool:
        """Say once which questions have no counts: they may have been forgotten."""
        unanswered = self.form.grid.unanswered()
        if not unanswered or self._warned:
            return False
        self._warned = True
        self._trouble.say(
            self._context.words.tr(
                "Nothing is typed under “{question}”. Save again if nobody answered it.",
                question=unanswered[0].text[:80],
            )
        )
        return True

    def _delete(self) -> None:
        if self._pool is None:
            return
        try:
            delete_pool(self._desk, self._pool.id)
        except DeskTrouble as trouble:
            self._trouble.say(trouble_sentence(trouble, self._context.words))
        else:
            forget_draft(self._desk, self._program, self._kind, self._pool_id)
            self._tell(self._context.words.tr("The pile is deleted."))
            self.accept()

    def _start_again(self) -> None:
        forget_draft(self._desk, self._program, self._kind, self._pool_id)
        self._trouble.say("")
        self._show()

    def _tell(self, said: str) -> None:
        self._context.toast.say(said, action=self._context.words.tr("Undo"), action_id=UNDO)

    def _say_kept(self) -> None:
        """Say what becomes of a pile that was closed without saving."""
        if not self.result() and kept_draft(self._desk, self._program, self._kind, self._pool_id) is not None:
            words = self._context.words
            self._context.toast.say(words.tr("The pile is kept as you left it. It counts when you save it."))


def pile_title(kind: SlipKind, words: Words) -> str:
    """Return what counting slips of a kind is called."""
    return {
        SlipKind.TALLY: words.tr("Count tally slips"),
        SlipKind.BEFORE: words.tr("Count questionnaires from before"),
        SlipKind.AFTER: words.tr("Count questionnaires from after"),
    }[kind]


def _about(kind: SlipKind, words: Words) -> str:
    if kind is SlipKind.TALLY:
        return words.tr(
            "Put the slips of several circles on one pile, mix them, and count. Nobody sees what one circle "
            "said, or one person."
        )
    return words.tr(
        "Put the questionnaires of several circles on one pile, mix them, and count how many chose each "
        "step. Count the same circles before and after, so that they can be compared."
    )


def _nothing_asked(kind: SlipKind, words: Words) -> str:
    if kind is SlipKind.TALLY:
        return words.tr(
            "The program counts nothing yet. Add questions to its tally sheet in the set-up first."
        )
    return words.tr("The program has no questionnaire yet. Write it in the set-up of the program first.")
