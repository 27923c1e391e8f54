"""Reading back in the place of the part, while the session runs."""

from __future__ import annotations

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.read_back_view import ReadBack
from dialogue_desk.ui.run.overlay import Overlay
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn


class ReadBackSheet(Overlay):
    """The notes of the part that is on, or of the whole session in a part that is there to read them."""

    def __init__(self, desk: Desk, context: Context) -> None:
        super().__init__()
        tr = context.words.tr
        self.view = ReadBack(desk, context)
        self.primary = self.view.primary
        self.close_button = Button(context.theme, tr("Back to the part"), icon="back")
        self.close_button.clicked.connect(self.closed)
        self._scroll = scroll = ScrollColumn(context.theme, characters=0)
        scroll.body.setSpacing(Space.SNUG)
        scroll.body.addLayout(row((Label(tr("Read back"), "title"), 1), self.close_button, gap=None))
        scroll.body.addWidget(self.view, 1)
        column(scroll, gap=None, within=self)

    def begin(self, folder: SessionFolder, part: str) -> None:
        """Read the notes of ``part``; "" for those of the whole session."""
        self.view.show_folder(folder)
        self.view.show_part(part)

    def focus_next(self) -> None:
        self.view.take_focus()
        self._scroll.ensureWidgetVisible(self.view.list)
