"""The guide that the lines make: what it is called, for whom, its sessions and parts, and its check."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QSizePolicy, QWidget

from dialogue_desk.domain.guides.drafting import DraftPart, DraftSession, GuideDraft
from dialogue_desk.domain.guides.time_phrases import MOST_MINUTES
from dialogue_desk.exchange.guide_preview import GuidePreview, PreviewNote
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.card import Hairline
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Number, Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, column, row
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.ui.widgets.mark_list import MarkList, MarkRow
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words.languages import language_names
from dialogue_desk.words.names import name_of

_MOST_PEOPLE = 500
_MOST_ASKED = 12
"""So many sessions are asked for their minutes here; in a longer guide each is asked at its line."""
_MOST_SAID = 8
_NUMBER = 176


class GuideSide(ScrollColumn):
    """Asks for what holds for the guide as a whole, and shows its outline; a press there leads to the line.

    ``minutes_changed`` carries the number of the line that begins a session.
    """

    title_changed = Signal(str)
    language_changed = Signal(str)
    people_changed = Signal(tuple)
    minutes_changed = Signal(int, int)
    line_wanted = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, edge=Space.BASE)
        self._context = context
        self._asked: tuple[tuple[int, str], ...] = ()
        self._lengths: dict[int, Number] = {}
        theme, words = context.theme, context.words
        self.title = LineBox()
        self.title.editingFinished.connect(self._tell_title)
        self.language = Select(theme, [Choice(code, name) for code, name in language_names(words).items()])
        self.language.chosen.connect(self.language_changed)
        self.fewest, self.most = (
            Number(theme, words, 1, _MOST_PEOPLE),
            Number(theme, words, 1, _MOST_PEOPLE),
        )
        self.fewest.changed.connect(self._tell_people)
        self.most.changed.connect(self._tell_people)
        self._sessions = column(gap=Space.SNUG)
        self.outline = OutlineList(context)
        self.outline.opened.connect(lambda row_id: self.line_wanted.emit(int(row_id.partition(" ")[0])))
        self._check = column(gap=Space.TIGHT)
        tr = words.tr
        self.add(
            Field(tr("Title of the guide"), self.title),
            Field(tr("Language"), self.language),
            self._people(),
            self._sessions,
            Hairline(),
            Section(tr("The guide as it will be")),
            self.outline,
            self._check,
        )
        self.body.addStretch(1)

    def show_preview(self, preview: GuidePreview) -> None:
        """Show the guide as it will be."""
        draft = preview.draft
        if not self.title.hasFocus():
            self.title.setText(draft.title)
            self.title.setCursorPosition(0)
        self.language.choose(draft.language)
        for box, value in zip((self.fewest, self.most), draft.people, strict=True):
            if box.value() != value:
                box.show_value(value)
        self._show_lengths(draft)
        self.outline.show_draft(draft)
        self._show_check(preview)

    def _people(self) -> QWidget:
        """Return the line that asks how many people the guide is for."""
        tr, line = self._context.words.tr, QWidget()
        for number, name in ((self.fewest, tr("Fewest people")), (self.most, tr("Most people"))):
            number.setAccessibleName(name)
        title = Label(tr("People, fewest and most"), "strong")
        title.setBuddy(self.fewest)
        numbers = row((self.fewest, 1), (self.most, 1), gap=Space.SNUG)
        column(title, numbers, gap=Space.TIGHT, within=line)
        return line

    def _show_lengths(self, draft: GuideDraft) -> None:
        asked = tuple((session.number, session.title) for session in draft.sessions[:_MOST_ASKED])
        if asked != self._asked:
            self._asked, self._lengths = asked, {}
            clear_layout(self._sessions)
            for number, title in asked:
                box = Number(self._context.theme, self._context.words, 1, MOST_MINUTES)
                box.changed.connect(partial(self.minutes_changed.emit, number))
                self._lengths[number] = box
                named = self._context.words.tr("Minutes of “{title}”", title=title)
                alone = self._context.words.tr("Minutes of the session")
                self._sessions.addWidget(ask(named if len(asked) > 1 else alone, box))
        for session in draft.sessions[:_MOST_ASKED]:
            if self._lengths[session.number].value() != session.minutes:
                self._lengths[session.number].show_value(session.minutes)

    def _show_check(self, preview: GuidePreview) -> None:
        clear_layout(self._check)
        tr = self._context.words.tr
        for title, notes in (
            (tr("What the check says"), preview.concerns),
            (tr("How the document was read"), preview.remarks),
        ):
            if notes:
                self._check.addWidget(Section(title, str(len(notes))))
                for widget in self._said(notes):
                    self._check.addWidget(widget)

    def _said(self, notes: tuple[PreviewNote, ...]) -> list[QWidget]:
        shown: list[QWidget] = [Label(note.sentence, "note") for note in notes[:_MOST_SAID]]
        if more := len(notes) - len(shown):
            shown.append(Label(self._context.words.ntr("and {count} more", "and {count} more", more), "note"))
        return shown

    def _tell_title(self) -> None:
        if self.title.isModified():
            self.title.setModified(False)
            self.title_changed.emit(self.title.text())

    def _tell_people(self) -> None:
        fewest, most = self.fewest.value(), self.most.value()
        self.people_changed.emit((min(fewest, most), max(fewest, most)))


def ask(question: str, number: Number) -> QWidget:
    """Return a line that asks for a number; a screen reader says the question with it."""
    line = QWidget()
    number.setAccessibleName(question)
    number.keep_width(_NUMBER)
    said = Label(question, "strong")
    said.setBuddy(number)
    middle = Qt.AlignmentFlag.AlignVCenter
    row((said, 1, middle), (number, 0, middle), gap=Space.SNUG, within=line)
    return line


class OutlineList(MarkList):
    """The sessions and parts, all of them in sight; Enter or a click leads to the line."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, context.words.tr("Sessions and parts"))
        self._words = context.words
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_row)

    def show_draft(self, draft: GuideDraft) -> None:
        """Show what the guide consists of."""
        rows = []
        for number, session in enumerate(draft.sessions, 1):
            if len(draft.sessions) > 1:
                rows.append(self._session_row(session, number))
            rows += [self._part_row(place, part) for place, part in enumerate(session.parts, 1)]
        # A part may have no line of its own, and then goes by the line of its session.
        self.show_rows(rows)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        self.doItemsLayout()
        return QSize(280, max(1, self.contentsSize().height()) + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 1)

    def _session_row(self, session: DraftSession, number: int) -> MarkRow:
        length = self._words.tr("{minutes} min", minutes=session.minutes)
        spoken = self._words.tr("Session {number}: {title}", number=number, title=session.title)
        return MarkRow(
            f"{session.number} s", session.title, length, f"{spoken}. {length}", icon="guide", filled=True
        )

    def _part_row(self, place: int, part: DraftPart) -> MarkRow:
        length = self._words.tr("{minutes} min", minutes=part.minutes or 0)
        detail = f"{length} · {name_of(part.kind, self._words)}"
        return MarkRow(
            f"{part.number} p", part.title, detail, f"{place}. {part.title}. {detail}", figure=str(place)
        )
