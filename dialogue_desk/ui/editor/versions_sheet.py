"""The earlier versions of a guide: when each was saved, what it says, and a way back to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from dialogue_desk.desk.guides.own_guides import KeptText
from dialogue_desk.exchange.guide_edits import top_value
from dialogue_desk.exchange.guide_faults import GuideUnreadable
from dialogue_desk.exchange.guide_files import tree_in
from dialogue_desk.exchange.guide_source import Shape
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.mark_list import MarkList, MarkRow
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words import Words
from dialogue_desk.words.times import capitalize_first, day, time_of_day

_ROW, _IN_SIGHT = 58, 4
"""How high a version is in the list, in pixels at 100 % text, and how many are in sight."""


class VersionsSheet(SheetDialog):
    """Shows the ``versions`` of one language, the newest first; ``chosen(instant)`` brings one back."""

    chosen = Signal(object)

    def __init__(
        self, versions: tuple[KeptText, ...], zone: int, context: Context, window: QWidget | None
    ) -> None:
        words, tr = context.words, context.words.tr
        super().__init__(context.theme, tr("Versions"), window, wide=True, characters=0)
        self._versions, self._words = versions, words
        said = tr(
            "A version is saved when you leave the editor, and every ten minutes. Sessions that have begun "
            "keep the one they began with."
        )
        self.column.add(Label(said, "muted"))
        self.list = MarkList(context.theme, tr("Versions"))
        self.list.setFixedHeight(min(len(versions), _IN_SIGHT) * context.theme.scaled(_ROW))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("What this version says"))
        self.text.setMinimumHeight(context.theme.scaled(220))
        self.column.add(self.list, self.text)
        self.cancel = self.add_button(tr("Cancel"), self.reject, weight=Weight.QUIET)
        self.bring = self.add_button(tr("Bring this version back"), self._bring, weight=Weight.PRIMARY)
        self.list.moved.connect(self._show)
        self.list.show_rows(
            [_row(place, one, zone, words, newest=place == 0) for place, one in enumerate(versions)]
        )
        self.list.go_to("0")
        self._show("0")
        self.list.setFocus()

    def _show(self, row_id: str) -> None:
        self.text.setPlainText(words_of(self._versions[int(row_id)].text.text, self._words))

    def _bring(self) -> None:
        place = int(self.list.current_id() or "0")
        self.accept()
        self.chosen.emit(self._versions[place].kept_at)


def words_of(text: str, words: Words) -> str:
    """Return what a guide's text says, to be read: without the signs of guide files, where it has a tree."""
    try:
        source, _ = tree_in(text, words)
    except GuideUnreadable:
        return text
    lines = [top_value(source, "title"), top_value(source, "summary")]
    for path, section in source.walk():
        minutes = section.value("minutes")
        length = words.tr("{minutes} min", minutes=minutes) if minutes else ""
        heading = " · ".join(filter(None, (section.title, length)))
        lines += ["", heading.upper() if len(path) == 1 else heading]
        lines += [f"    {piece.text}" for piece in section.pieces if piece.shape is not Shape.COMMENT]
    return "\n".join(lines)


def _row(place: int, kept: KeptText, zone: int, words: Words, *, newest: bool) -> MarkRow:
    when = capitalize_first(
        words.tr(
            "{day}, {time}", day=day(kept.kept_at, zone, words), time=time_of_day(kept.kept_at, zone, words)
        )
    )
    detail = words.tr("The latest one that is saved") if newest else ""
    count = words.ntr("{count} word", "{count} words", len(kept.text.text.split()))
    told = " · ".join(filter(None, (count, detail)))
    return MarkRow(str(place), when, told, f"{when}. {told}", icon="clock")
