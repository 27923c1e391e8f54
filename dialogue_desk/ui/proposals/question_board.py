"""The questions that circles still ask, and beside them the office that can answer the chosen ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListView, QWidget

from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.model.text import plain_letters
from dialogue_desk.domain.overview.open_questions import OpenQuestion, questions_by_office
from dialogue_desk.domain.overview.program_proposals import ProgramProposals
from dialogue_desk.reports.phrases import shortened
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.program.index_detail import IndexDetailView
from dialogue_desk.ui.program.kept_text import KeptText
from dialogue_desk.ui.program.program_text import source_text
from dialogue_desk.ui.proposals.actor_choice import ActorChoice
from dialogue_desk.ui.proposals.proposal_acts import ProposalActs
from dialogue_desk.ui.proposals.proposal_text import asked_by, question_row
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.note_list import NoteList
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.words import Words

_LONGEST_TITLE = 400


class QuestionBoard(QWidget):
    """Open questions under the offices they go to; several can be sent to one office at once."""

    session_wanted = Signal(str)

    def __init__(self, acts: ProposalActs, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        self._acts, self._words, self._typed = acts, words, ""
        self._questions: dict[str, OpenQuestion] = {}
        self.list = NoteList(theme, words.tr("Open questions"))
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.card = ScrollColumn(theme, edge=Space.HAIR)
        self._title, self._asked, self._places = Label(role="title"), Label(role="muted"), Label(role="note")
        self.office = ActorChoice(context, words.tr("Who can answer"), words.tr("Not addressed yet"))
        self.what = KeptText(theme)
        hint = words.tr("Leave it empty to keep the words of the circles.")
        self._worded = Field(words.tr("How it is worded"), self.what, hint)
        self.open = Button(theme, words.tr("Open the session"), weight=Weight.QUIET)
        self._opens = flowing(self.open)
        self.card.add(self._title, self._asked, self.office, self._worded, self._opens, self._places)
        self.card.body.addStretch(1)
        detail = QWidget()  # the column itself keeps its keys, by which all of it is read
        column(self.card, within=detail)
        detail.setFocusProxy(self.office)
        index = QWidget()
        index.setProperty("role", "clear")
        column((self.list, 1), within=index)
        index.setFocusProxy(self.list)
        self.panes = IndexDetailView(theme, words.tr("All questions"), index, detail, shares=(1, 1))
        column(self.panes, within=self)
        self.setFocusProxy(self.list)
        self.list.selection_changed.connect(lambda _: self._show_chosen())
        self.list.opened.connect(lambda _: self.panes.open_detail())
        self.office.chosen.connect(lambda name: acts.say_who({one.card: name for one in self._chosen()}))
        self.what.kept.connect(self._reword)
        self.open.clicked.connect(self._open)

    def show_questions(self, known: ProgramProposals) -> None:
        """Show the questions of a program; those that are chosen stay so."""
        self._keep()
        groups = questions_by_office(known.picture)
        self._questions = {one.id: one for group in groups for one in group.questions}
        self._fill()

    def search(self, typed: str) -> None:
        """Show only the questions that have the typed words."""
        self._typed = typed
        self._fill()

    @property
    def count(self) -> int:
        """How many questions there are, those worded alike as one."""
        return len(self._questions)

    def _fill(self) -> None:
        wanted, rows, before = plain_letters(self._typed).split(), [], None
        for one in self._questions.values():
            text = plain_letters(" ".join((one.text, one.office, *(line.circle for line in one.lines))))
            if all(word in text for word in wanted):
                heading = one.office or self._words.tr("Not addressed yet")
                rows.append(question_row(one, "" if heading == before else heading, self._words))
                before = heading
        self.list.show_rows(rows)
        if rows and not self.list.chosen():
            self.list.choose((self.list.current_id() or rows[0].id,))
        self._show_chosen()

    def _chosen(self) -> list[OpenQuestion]:
        return [self._questions[one] for one in self.list.chosen() if one in self._questions]

    def _keep(self) -> None:
        self.office.keep()
        self.what.keep()

    def _show_chosen(self) -> None:
        self._keep()
        chosen, known = self._chosen(), self._acts.known
        if known is None:
            return
        one = chosen[0] if len(chosen) == 1 else None
        self._title.setText(_title(chosen, self._words))
        self._asked.setText(asked_by(one, self._words) if one is not None else "")
        self._places.setText(_places(one, self._words) if one is not None else "")
        self.office.show_actor(known.actors, one.office if one is not None else "")
        self.office.setVisible(bool(chosen) and known.picture.program_id is not None)
        for part in (self._worded, self._opens):
            part.setVisible(one is not None)
        self._worded.setVisible(one is not None and known.picture.program_id is not None)
        self.what.show_text(one.card.what if one is not None else "")

    def _reword(self, text: str) -> None:
        if len(chosen := self._chosen()) == 1:
            self._acts.save(replace(chosen[0].card, what=text))

    def _open(self) -> None:
        if chosen := self._chosen():
            self.session_wanted.emit(chosen[0].lines[0].note_id)


def _title(chosen: Sequence[OpenQuestion], words: Words) -> str:
    if not chosen:
        return words.tr("No question is selected")
    if len(chosen) == 1:
        return shortened(chosen[0].text, _LONGEST_TITLE)
    return words.ntr("{count} question selected", "{count} questions selected", len(chosen))


def _places(question: OpenQuestion, words: Words) -> str:
    lines = (
        f"{source_text(line.circle, line.number, line.language, words)} · {line_code(line.note_id)}"
        for line in sorted(question.lines, key=lambda line: (look_up_order(line.circle), line.number))
    )
    return "\n".join(lines)
