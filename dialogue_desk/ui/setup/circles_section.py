"""The circles of a program: a list of them, and beside it what is asked of the one that is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.program.program_draft import DraftCircle, ProgramDraft
from dialogue_desk.domain.model.circles import Circle, Round
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import folded, safe_in_sentence
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.program.index_detail import IndexDetailView
from dialogue_desk.ui.setup.circle_fields import CircleFields
from dialogue_desk.ui.setup.setup_section import SetupSection
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column
from dialogue_desk.ui.widgets.mark_list import MarkList, MarkRow
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names, language_name

_LEAST_WIDE = 700
"""Below this many pixels at 100 % text the list and the circle are shown one at a time."""
_LEAST_LIST = 60
"""A row at least, so that all fits a low screen with large text."""


class CirclesSection(SetupSection):
    """Circles are changed one at a time, so that forty-eight of them open at once and can be read."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        tr = words.tr
        self._context = context
        self._keys = map(str, count(1))
        self._drafts: dict[str, DraftCircle] = {}
        self._rounds: tuple[Round, ...] = ()
        self._shown = ""
        self.list = MarkList(theme, tr("Circles"))
        self.list.setMinimumHeight(_LEAST_LIST)
        self.list.moved.connect(self._show)
        self.list.clicked.connect(self._open)
        self.list.opened.connect(self._open)
        self.add_button = Button(theme, tr("Add a circle"), icon="plus")
        self.add_button.clicked.connect(self._add_next)
        from_list = Button(theme, tr("Add circles from a list"))
        from_list.clicked.connect(self._ask_for_list)
        hint = tr(
            "The circles without a program are in it. One that you delete here stays on this laptop, with "
            "its sessions."
        )
        self._hint = Label(hint, "note")
        self.fields = CircleFields(context)
        self.fields.changed.connect(self._change)
        self.fields.remove.clicked.connect(self._remove)
        index, page = QWidget(), ScrollColumn(theme, edge=Space.HAIR)
        self._heading = Section(tr("Circles"))
        column(
            self._heading,
            flowing(self.add_button, from_list, gap=Space.TIGHT),
            self._hint,
            (self.list, 1),
            gap=Space.TIGHT,
            within=index,
        )
        index.setFocusProxy(self.list)
        page.add(self.fields, STRETCH)
        page.setFocusProxy(self.fields.code)
        self._view = IndexDetailView(theme, tr("All circles"), index, page, least_wide=_LEAST_WIDE)
        column(self._view, within=self)

    def show_draft(self, draft: ProgramDraft) -> None:
        self._drafts = {next(self._keys): circle for circle in draft.circles}
        self._rounds = draft.program.rounds
        self._shown = ""
        self._refresh()
        if self._drafts:
            self._select(next(iter(self._drafts)))

    def fill(self, draft: ProgramDraft) -> ProgramDraft:
        return replace(draft, circles=self.circles())

    def follow(self, draft: ProgramDraft) -> None:
        self._rounds = draft.program.rounds
        # A new program that was typed in from above has no language of its own circles yet.
        self._refresh()
        self.fields.show_rounds(self._rounds)

    def check(self) -> bool:
        wrong = self._error()
        self.fields.code_field.show_error("")
        if wrong is None:
            return True
        key, sentence = wrong
        self._select(key)
        self._view.open_detail()
        self.fields.code_field.show_error(sentence)
        self.fields.code.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def circles(self) -> tuple[DraftCircle, ...]:
        """Return the circles; a new one that is still empty does not count."""
        return tuple(one for one in self._drafts.values() if one.id or one.body.code or one.body.place)

    def drop_round(self, place: int) -> None:
        """Take the circles out of the round at ``place``, which is gone; the rounds after it moved up."""
        for key, draft in self._drafts.items():
            at = draft.body.round
            now = 0 if at == place else at - (at > place)
            self._drafts[key] = replace(draft, body=replace(draft.body, round=now))
        if self._shown in self._drafts:
            self._show(self._shown)

    def _error(self) -> tuple[str, str] | None:
        """Return the first circle that cannot be saved as it is, and why."""
        tr, seen = self._context.words.tr, set[str]()
        for key, draft in self._drafts.items():
            code = draft.body.code
            if not code and (draft.id or draft.body.place):
                return key, tr("Give each circle a code, or delete the circle.")
            if code and folded(code) in seen:
                named = safe_in_sentence(code)
                return key, tr("Two circles have the code {code}. Give one of them another.", code=named)
            seen.add(folded(code))
        return None

    def _refresh(self) -> None:
        words = self._context.words
        codes = {one.id: one.body.code for one in self._drafts.values() if one.id}
        rows = [circle_row(key, one.body, self._rounds, codes, words) for key, one in self._drafts.items()]
        self.list.show_rows(rows)
        self._heading.show_text(words.ntr("{count} circle", "{count} circles", len(rows)))
        self._hint.setVisible(any(one.id and one.body.program is None for one in self._drafts.values()))
        self.fields.setVisible(bool(self._drafts))

    def _select(self, key: str) -> None:
        self.list.go_to(key)
        self._show(key)

    def _show(self, key: str) -> None:
        self._shown = key
        shown = self._drafts[key]
        others = {one.id: one.body for one in self._drafts.values() if one.id and one.id != shown.id}
        self.fields.code_field.show_error("")
        self.fields.show_circle(shown, others, self._rounds)

    def _open(self, _row: object) -> None:
        if self.list.current_id():
            self._select(self.list.current_id())
            self._view.open_detail()

    def _change(self, circle: Circle) -> None:
        self._drafts[self._shown] = replace(self._drafts[self._shown], body=circle)
        self.fields.code_field.show_error("")
        self._refresh()

    def _add_next(self) -> None:
        last = next(reversed(self._drafts.values()), None)
        language = last.body.language if last else self._context.words.language
        circle = Circle(self._free_code(), language=language, round=last.body.round if last else 0)
        self._add((DraftCircle(None, circle),))
        self.fields.place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, circles: Sequence[DraftCircle]) -> None:
        """Put circles at the end, and show the first of them."""
        keys = [next(self._keys) for _ in circles]
        self._drafts |= dict(zip(keys, circles, strict=True))
        self._refresh()
        for first in keys[:1]:
            self._select(first)
            self._view.open_detail()

    def _ask_for_list(self) -> None:
        from dialogue_desk.ui.setup.circle_list_sheet import CircleListSheet  # noqa: PLC0415

        codes = [] if self._only_first() else [one.body.code for one in self.circles()]
        language = self._context.words.language
        sheet = CircleListSheet(codes, language, self._rounds, self._context, self.window())
        sheet.taken.connect(self._add_list)
        sheet.open()

    def _add_list(self, circles: tuple[DraftCircle, ...]) -> None:
        if self._only_first():
            self._drafts.clear()
        self._add(circles)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _only_first(self) -> bool:
        """Whether there is only the circle that a new program begins with, and no place in it."""
        drafts = list(self._drafts.values())
        return len(drafts) == 1 and drafts[0].id is None and not drafts[0].body.place

    def _remove(self) -> None:
        if self._shown not in self._drafts:
            return
        keys = list(self._drafts)
        at = keys.index(self._shown)
        del self._drafts[self._shown]
        left = keys[at + 1 :] or keys[:at][-1:]
        self._shown = left[0] if left else ""
        self._refresh()
        if left:
            self._select(left[0])
            self._view.go_back()
        else:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _free_code(self) -> str:
        taken = {one.body.code for one in self._drafts.values()}
        return next(code for n in range(1, len(taken) + 2) if (code := f"C{n:02}") not in taken)


def circle_row(
    key: str, circle: Circle, rounds: Sequence[Round], codes: Mapping[RecordId, str], words: Words
) -> MarkRow:
    """Return the row of a circle: its code and place, and under them what else is known of it."""
    tr = words.tr
    title = "  ".join(filter(None, (circle.code, circle.place))) or tr("A new circle")
    named = rounds[circle.round - 1].name if 0 < circle.round <= len(rounds) else ""
    into = codes.get(circle.into, "") if circle.into else ""
    facts = (
        tr("goes on with {code}", code=into) if into else "",
        tr("formerly {codes}", codes=join_names(list(circle.formerly), words)) if circle.formerly else "",
        language_name(circle.language, words),
        named,
        tr("young people") if circle.youth else "",
        circle.affinity,
        circle.about,
    )
    detail = " · ".join(filter(None, facts))
    return MarkRow(
        key, title, detail, f"{title}. {detail}", icon="next" if into else "people", quiet=bool(into)
    )
