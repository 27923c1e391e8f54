"""The way of a whole program, from slips to answers: what is done in which order, and on which page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from dialogue_desk.reports.help_page import help_html
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.guides.help_text_view import HelpTextView
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.sheet import SheetDialog

PAGE = "from-slips-to-answers"
_HEIGHT = 400
"""So that large text leaves one place to scroll, and not two."""


class WaySheet(SheetDialog):
    """Shows the page in the language of the app; arrows scroll it, Esc closes it."""

    def __init__(self, context: Context, window: QWidget) -> None:
        words, theme = context.words, context.theme
        super().__init__(theme, words.tr("From slips to answers"), window)
        self.text = HelpTextView(theme)
        self.text.setAccessibleName(words.tr("From slips to answers"))
        self.text.show_html(help_html(PAGE, words.language).partition("</h1>")[2])  # the sheet has its title
        self.text.setMinimumHeight(_HEIGHT)
        self.column.add(self.text)
        self.add_button(words.tr("Close"), self.reject, weight=Weight.QUIET)
        self.text.setFocus()
