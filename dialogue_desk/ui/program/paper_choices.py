"""What kind of paper a person wants: its file, its language, its sheets and the size of its letters."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.document_choices import file_kinds, language_choices, sheet_choices
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.ui.widgets.section import Section

_BESIDE = 900
"""How wide it is, at 100 % text, when two choices have room side by side."""

_ORDINARY, _LARGE = "ordinary", "large"


class ReportFormatChoice(QWidget):
    """Four choices of one each; what was usual stays chosen until a person chooses otherwise."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        kinds = tuple(Choice(ending, name) for ending, name in file_kinds(words).items())
        self.kind = Chips(theme, words.tr("Kind of file"), kinds)
        self.accessible_text = Chips(theme, words.tr("Language of the report"), language_choices())
        self.sheets = Chips(theme, words.tr("Page size"), sheet_choices(words))
        prints = (
            Choice(_ORDINARY, words.tr("Standard")),
            Choice(_LARGE, words.tr("Large print (18 points)")),
        )
        self.print = Chips(theme, words.tr("Print size"), prints)
        for chips, usual in (
            (self.kind, ".pdf"),
            (self.accessible_text, words.language),
            (self.sheets, PaperSize.LETTER),
            (self.print, _ORDINARY),
        ):
            chips.choose(usual)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(Space.BASE)
        for pair in ((self.kind, self.accessible_text), (self.sheets, self.print)):
            row = ResponsiveRow(theme, _BESIDE, gap=Space.BASE)
            for chips, room in zip(pair, (7, 4), strict=True):
                row.add(_named(chips), room)
            lines.addWidget(row)

    @property
    def ending(self) -> str:
        """The ending of the file."""
        return self.kind.choice()

    @property
    def language(self) -> str:
        """The language of the paper."""
        return self.accessible_text.choice()

    @property
    def paper(self) -> PaperSize:
        """The sheets it is printed on."""
        return PaperSize(self.sheets.choice())

    @property
    def large(self) -> bool:
        """Whether it is in large print."""
        return self.print.choice() == _LARGE


def _named(chips: Chips) -> QWidget:
    group = QWidget()
    lines = QVBoxLayout(group)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(Space.TIGHT)
    lines.addWidget(Section(chips.accessibleName()))
    lines.addWidget(chips)
    lines.addStretch(1)
    return group
