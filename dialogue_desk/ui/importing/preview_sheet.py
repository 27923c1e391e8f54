"""The sheet that shows what would become of files before they are opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.program.import_preview import ImportPreview, Standing
from dialogue_desk.desk.program.preview_text import preview_lead
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.importing.preview_list import LEFT_ALONE, PreviewList, preview_rows
from dialogue_desk.ui.search.search_field import SearchField
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.sheet import SheetDialog

_FEW = 12
"""So many files are read without a search, and with all groups unfolded."""


def _folded_at_first(preview: ImportPreview) -> Iterator[str]:
    """Yield the groups of many files that need nobody: what has to be read is then on one screen."""
    for standing in preview.counts:
        files = [one for one in preview.files if one.standing is standing]
        if standing in {Standing.OLDER, Standing.HERE} or all(one.plain for one in files):
            yield standing.value
    yield LEFT_ALONE


class PreviewSheet(SheetDialog):
    """Shows files group by group; a person leaves some out and opens the others in one step.

    ``wanted`` tells the files that are left out (a frozenset of paths); closing the sheet opens none.
    """

    wanted = Signal(object)
    choosing_wanted = Signal()
    """A person wants to choose between the two versions of what is in these files from before."""

    def __init__(self, preview: ImportPreview, context: Context, window: QWidget | None = None) -> None:
        words, theme = context.words, context.theme
        title = words.ntr("Open {count} file?", "Open {count} files?", len(preview.files))
        super().__init__(theme, title, window, wide=True, characters=0)
        self._preview, self._context, self._words = preview, context, words
        self._left_out: set[str] = set()
        many = len(preview.files) > _FEW
        self._folded = set(_folded_at_first(preview)) if many else set()
        lead = preview_lead(preview, words)
        self.setAccessibleDescription(lead)
        self.field = SearchField(theme, words.tr("Find a file or circle"), words.tr("Circle or file"))
        self.field.textChanged.connect(lambda _: self._fill())
        self._none = Label(words.tr("No file has these words."), "muted")
        self.list = PreviewList(theme, words.tr("Files"))
        self.list.opened.connect(self._press)
        self.list.row_reached.connect(self._follow)
        self.field.went_down.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.column.add(Label(lead), self.field, self._none, self.list)
        self.field.setVisible(many)
        self.column.body.addStretch(1)
        self.cancel = self.add_button(words.tr("Open none of them"), self.reject, weight=Weight.QUIET)
        self.foot.addStretch(1)
        self.choose = self.add_button(words.tr("Choose now"), self._choose)
        self.choose.setVisible(bool(preview.still_open) and not preview.coming)
        self.open_button = self.add_button("", self._open, weight=Weight.PRIMARY)
        self.open_button.setVisible(bool(preview.coming))
        if not preview.coming:
            self.cancel.setText(words.tr("Close"))
        self._fill()
        first = self.open_button if preview.coming else self.choose if preview.still_open else self.cancel
        first.set_weight(Weight.PRIMARY)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        rows = tuple(
            preview_rows(
                self._preview,
                self._words,
                left_out=self._left_out,
                folded=self._folded,
                sought=self.field.text(),
            )
        )
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        coming = sum(str(one.path) not in self._left_out for one in self._preview.coming)
        text = self._words.ntr("Open {count} file", "Open {count} files", coming)
        self.open_button.setText(text)
        self.open_button.setEnabled(coming > 0)

    def _press(self, row_id: str) -> None:
        """Fold a group, or leave a file out and back."""
        row = next(one for one in self.list.rows() if one.id == row_id)
        if row.heading:  # type: ignore[attr-defined]  # the list has rows of previews
            self._folded ^= {row_id}
        elif row.ticked is not None:  # type: ignore[attr-defined]  # as above
            self._left_out ^= {row_id}
        else:
            return
        self._fill()
        now = next(one for one in self.list.rows() if one.id == row_id)
        self._context.announcer.announce(now.accessible_text)

    def _follow(self, row: QRect) -> None:
        """Keep the row that the keys are on in sight."""
        if self.list.hasFocus():
            place = self.list.mapTo(self.column.ground, row.topLeft())
            self.column.ensureVisible(place.x(), place.y(), 0, Space.WIDE)
            self.column.ensureVisible(place.x(), place.y() + row.height(), 0, Space.WIDE)

    def _choose(self) -> None:
        self.accept()
        self.choosing_wanted.emit()

    def _open(self) -> None:
        left_out = frozenset(map(Path, self._left_out))
        self.open_button.setEnabled(False)
        self.open_button.setText(self._words.tr("Opening…"))
        self.open_button.repaint()  # many files take a second or two, in which nothing else is painted
        self.accept()
        self.wanted.emit(left_out)
