"""What a person chooses before saving: who the package is for, and which documents go with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.desk.leaving.documents import SummaryOptions
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.reports.document_files import ENDINGS, USUAL_ENDINGS
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.document_choices import file_kinds, language_choices, sheet_choices
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.tick import Option, Tick
from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.names import name_of

_OFFERED = (Profile.ORGANIZER, Profile.EVERYONE, Profile.OTHER_LAPTOP)
"""The profiles in the order they are offered, the most frequent first."""
_OWN, _ALL = "own", "all"

_MARK = 22
"""How wide the mark of an option is, in pixels at 100 % text."""


class AudienceChoice(QWidget):
    """Asks who it is for.  Emits ``chosen()`` when that changes, or whether the debrief is included."""

    chosen = Signal()

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        hints = {
            Profile.ORGANIZER: words.tr("Notes and action ideas. No quotes without consent, and no debrief."),
            Profile.EVERYONE: words.tr("The same, without the notes marked sensitive."),
            Profile.OTHER_LAPTOP: words.tr(
                "Everything, so both laptops of this circle have the same notes. Do not give it to "
                "anyone else."
            ),
        }
        self.options = {profile: Option(theme, name_of(profile, words)) for profile in _OFFERED}
        self.debrief = Tick(theme, words.tr("With our debrief"))
        self._check_hint = Label(
            words.tr("The privacy check now includes it too. Do the check first."), "note"
        )
        self._indented: list[QVBoxLayout] = []
        whole = column(Section(words.tr("Who is it for?")), within=self)
        whole.addSpacing(Space.HAIR)
        for profile, option in self.options.items():
            option.setAccessibleDescription(hints[profile])
            whole.addWidget(option)
            under = column(Label(hints[profile], "note"), gap=None)
            if profile is Profile.ORGANIZER:
                under.addWidget(self.debrief)
                under.addWidget(self._check_hint)
            self._indented.append(under)
            whole.addLayout(under)
        self._start()
        for option in self.options.values():
            option.toggled.connect(self._on_toggled)
        self._check_hint.setVisible(False)
        self.debrief.toggled.connect(self._check_hint.setVisible)
        self.debrief.toggled.connect(lambda _ticked: self.chosen.emit())
        theme.changed.connect(self._indent)
        self._indent()

    @property
    def profile(self) -> Profile:
        """The profile that is chosen."""
        return next(profile for profile, option in self.options.items() if option.isChecked())

    @property
    def with_debrief(self) -> bool:
        """Whether the debrief is included for the organizer."""
        return self.debrief.isChecked() and self.profile is Profile.ORGANIZER

    def reset(self) -> None:
        """Offer the organizer again, without the debrief."""
        self.blockSignals(True)
        self._start()
        self.blockSignals(False)

    def _start(self) -> None:
        self.options[Profile.ORGANIZER].setChecked(True)
        self.debrief.setChecked(False)

    def _on_toggled(self, on: bool) -> None:
        if on:
            self.debrief.setEnabled(self.profile is Profile.ORGANIZER)
            self.chosen.emit()

    def _indent(self) -> None:
        for under in self._indented:
            under.setContentsMargins(self._theme.scaled(_MARK) + Space.SNUG, 0, 0, Space.TIGHT)


class PackagePapersChoice(QWidget):
    """Which documents are saved, in which language and how they print.  Emits ``changed()``."""

    changed = Signal()

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__()
        names = file_kinds(words)
        self.ticks = {ending: Tick(theme, names[ending]) for ending in ENDINGS}
        for ending, tick in self.ticks.items():
            tick.setChecked(ending in USUAL_ENDINGS)
            tick.toggled.connect(lambda _ticked: self.changed.emit())
        kinds = flowing(*self.ticks.values(), gap=Space.SNUG)
        spoken = (
            Choice(_OWN, words.tr("In the circle's language")),
            *language_choices(),
            Choice(_ALL, words.tr("In both languages")),
        )
        self.language = Select(theme, spoken)
        self.language.setAccessibleName(words.tr("Language of the summary"))
        self.sheets = Select(theme, sheet_choices(words))
        self.sheets.setAccessibleName(words.tr("Page size"))
        self.large = Tick(theme, words.tr("Large print (18 points)"))
        self.large.toggled.connect(lambda _ticked: self.changed.emit())
        for choice in (self.language, self.sheets):
            choice.chosen.connect(lambda _id: self.changed.emit())
        print_options = flowing(self.language, self.sheets, self.large, gap=Space.SNUG)
        hint = words.tr("These have only what anyone may read, and are not sealed.")
        title = Section(words.tr("The summary, with the package"))
        column(title, kinds, print_options, Label(hint, "note"), gap=Space.TIGHT, within=self)

    def papers(self) -> SummaryOptions:
        """Return the documents that are chosen."""
        spoken = self.language.choice()
        languages = {_OWN: (), _ALL: tuple(LANGUAGES)}.get(spoken, (spoken,))
        endings = tuple(ending for ending, tick in self.ticks.items() if tick.isChecked())
        return SummaryOptions(endings, languages, PaperSize(self.sheets.choice()), self.large.isChecked())
