"""For whom something leaves: the three profiles, each with a line on what goes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.tick import Option, Tick
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of

_OFFERED = (Profile.ORGANIZER, Profile.EVERYONE, Profile.OTHER_LAPTOP)
"""What is wanted most stands first."""

_MARK = 22
"""How wide the mark of an option is, in pixels at 100 % text."""


class AudienceChoice(QWidget):
    """``chosen`` tells that it is for somebody else now, or that the debrief goes along or stays."""

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
        self._looked_at = Label(
            words.tr("The privacy check now includes it too. Do the check first."), "note"
        )
        self._indented: list[QVBoxLayout] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Section(words.tr("Who is it for?")))
        column.addSpacing(Space.HAIR)
        for profile, option in self.options.items():
            option.setAccessibleDescription(hints[profile])
            column.addWidget(option)
            under = QVBoxLayout()
            under.setContentsMargins(0, 0, 0, Space.HAIR)
            under.addWidget(Label(hints[profile], "note"))
            if profile is Profile.ORGANIZER:
                under.addWidget(self.debrief)
                under.addWidget(self._looked_at)
            self._indented.append(under)
            column.addLayout(under)
        self._start()
        for option in self.options.values():
            option.toggled.connect(self._turned)
        self._looked_at.setVisible(False)
        self.debrief.toggled.connect(self._looked_at.setVisible)
        self.debrief.toggled.connect(lambda _ticked: self.chosen.emit())
        theme.changed.connect(self._indent)
        self._indent()

    @property
    def profile(self) -> Profile:
        """Whom it is for."""
        return next(profile for profile, option in self.options.items() if option.isChecked())

    @property
    def with_debrief(self) -> bool:
        """Whether the debrief goes along to the organizer."""
        return self.debrief.isChecked() and self.profile is Profile.ORGANIZER

    def reset(self) -> None:
        """Offer the organizer again, without the debrief."""
        self.blockSignals(True)
        self._start()
        self.blockSignals(False)

    def _start(self) -> None:
        self.options[Profile.ORGANIZER].setChecked(True)
        self.debrief.setChecked(False)

    def _turned(self, on: bool) -> None:
        if on:
            self.debrief.setEnabled(self.profile is Profile.ORGANIZER)
            self.chosen.emit()

    def _indent(self) -> None:
        for under in self._indented:
            under.setContentsMargins(self._theme.scaled(_MARK) + Space.SNUG, 0, 0, Space.TIGHT)
