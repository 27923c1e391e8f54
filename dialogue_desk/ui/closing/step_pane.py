"""What the panes of a close share: a title, a sentence that says what the step is for, and what to do."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn


class Pane(QWidget):
    """A pane that scrolls: ``title``, ``lead``, and what is put under them in ``body``."""

    def __init__(self, theme: AppTheme, title: str, lead: str = "") -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.column = ScrollColumn(theme, characters=96)
        self.body: QVBoxLayout = self.column.body
        self.body.setSpacing(Space.BASE)
        self.body.addWidget(Label(title, "title"))
        self.lead = Label(lead, "muted")
        self.body.addWidget(self.lead)
        self.lead.setVisible(bool(lead))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.column)

    def fill(self, *widgets: QWidget) -> None:
        """Put these under the lead, and leave what is left of the height free."""
        for widget in widgets:
            self.body.addWidget(widget)
        self.body.addStretch(1)
