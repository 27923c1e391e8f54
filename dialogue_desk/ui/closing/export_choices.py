"""What a person chooses before saving: who it is for, which documents go with it, and the seal."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.desk.leaving.documents import SummaryOptions, concern_about, paper_document
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.exchange.sealing import NOT_SEALED, Seal
from dialogue_desk.reports.document_files import ENDINGS, USUAL_ENDINGS
from dialogue_desk.ui.closing.export_contents import icon_line
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.document_choices import file_kinds, language_choices, sheet_choices
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.new_passphrase import NewPassphrase
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.spoken_roles import SpokenAs
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

    spoken_as = SpokenAs.GROUP
    chosen = Signal()

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        hints = {
            Profile.ORGANIZER: words.tr(
                "Notes and action ideas. No quotes without permission, and no debrief."
            ),
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
        self.setAccessibleName(words.tr("Who is it for?"))
        whole = column(Section(self.accessibleName()), within=self)
        whole.addSpacing(Space.HAIR)
        for profile, option in self.options.items():
            option.setAccessibleDescription(hints[profile])
            option.toggled.connect(self._on_toggled)
            whole.addWidget(option)
            under = column(Label(hints[profile], "note"), gap=None)
            if profile is Profile.ORGANIZER:
                under.addWidget(self.debrief)
                under.addWidget(self._check_hint)
            self._indented.append(under)
            whole.addLayout(under)
        self._start()
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
        self._words = words
        self._folder: SessionFolder | None = None
        self.changed.connect(self._look_again)
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
        self.accessible = Tick(theme, words.tr("Accessible PDF: screen readers can follow it"))
        self.times = Tick(theme, words.tr("With the minutes of each part"))
        self.page = Tick(theme, words.tr("With the circle’s own page"))
        for tick in (self.large, self.accessible, self.times, self.page):
            tick.toggled.connect(lambda _ticked: self.changed.emit())
        self._concern = Label(role="warn")
        self._concern.hide()
        for choice in (self.language, self.sheets):
            choice.chosen.connect(lambda _id: self.changed.emit())
        sheets = flowing(self.language, self.sheets, self.large, gap=Space.SNUG)
        more = flowing(self.accessible, self.times, self.page, gap=Space.SNUG)
        hint = words.tr("These have only what anyone may read, and are not sealed.")
        title = Section(words.tr("The summary, with the package"))
        note = Label(hint, "note")
        column(title, kinds, sheets, more, self._concern, note, gap=Space.TIGHT, within=self)

    def papers(self) -> SummaryOptions:
        """Return the documents that are chosen."""
        spoken = self.language.choice()
        languages = {_OWN: (), _ALL: tuple(LANGUAGES)}.get(spoken, (spoken,))
        endings = tuple(ending for ending, tick in self.ticks.items() if tick.isChecked())
        return SummaryOptions(
            endings,
            languages,
            PaperSize(self.sheets.choice()),
            large=self.large.isChecked(),
            accessible=self.accessible.isChecked(),
            times=self.times.isChecked(),
            page=self.page.isChecked(),
        )

    def show_folder(self, folder: SessionFolder) -> None:
        """Say what the PDF of a session could not show, beside the kinds of file that show it."""
        self._folder = folder
        papers, sentence = self.papers(), ""
        if ".pdf" in papers.endings:
            document = paper_document(folder, papers, self._words)
            sentence = concern_about(document, ".pdf", self._words, accessible=papers.accessible)
        self._concern.setText(sentence)
        self._concern.setVisible(bool(sentence))

    def _look_again(self) -> None:
        if self._folder is not None:
            self.show_folder(self._folder)


class SealChoice(QWidget):
    """Asks for a passphrase where there is no key.  Emits ``changed()`` when the seal changes."""

    changed = Signal()

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__()
        self._words = words
        self._key_seal = NOT_SEALED
        self._key_text = Label()
        self._key_line = icon_line(theme, "check", self._key_text)
        self._fault = Label(role="warn")
        self.wanted = Tick(theme, words.tr("Seal it with a passphrase"))
        hint = words.tr(
            "A few words are easier to remember than many symbols. The passphrase is not saved "
            "anywhere. The person who opens the package needs it, so share it some other way, "
            "not on the USB stick."
        )
        self._asked = NewPassphrase(theme, words, hint)
        self.first, self.again, self.shown = self._asked.first, self._asked.again, self._asked.shown
        whole = (Section(words.tr("Sealed")), self._key_line, self._fault, self.wanted, self._asked)
        column(*whole, gap=Space.TIGHT, within=self)
        self.wanted.toggled.connect(self._set_wanted)
        self._asked.typed.connect(self.changed)
        self.show_key(NOT_SEALED, "")

    def show_key(self, seal: Seal, program: str, *, unusable: bool = False) -> None:
        """Show that the package is sealed with a key, or offer a passphrase where there is none.

        ``seal`` is ``NOT_SEALED`` without a key of ``program``, and where its key is ``unusable``: damaged.
        """
        self._key_seal = seal
        both = len(seal.to) > 1
        self._key_text.setText(
            self._words.tr(
                "Sealed with the keys of the two organizers of “{program}”. Either of them can open it, and "
                "nobody else. You do not need a passphrase.",
                program=program,
            )
            if both
            else self._words.tr(
                "Sealed with the key of “{program}”. Only its organizer can open it. You do not need "
                "a passphrase.",
                program=program,
            )
        )
        self._fault.setText(
            self._words.tr(
                "The key in the program file of “{program}” is damaged, so it cannot seal a package. "
                "Ask for the program file again, or use a passphrase for now.",
                program=program,
            )
        )
        self._key_line.setVisible(bool(seal))
        self._fault.setVisible(unusable)
        self.wanted.setVisible(not seal)
        self._asked.setVisible(not seal and self.wanted.isChecked())

    def seal(self) -> Seal | None:
        """Return the seal, or None with an error shown when the passphrase is missing or does not match."""
        if self._key_seal:
            return self._key_seal
        if not self.wanted.isChecked():
            return NOT_SEALED
        typed = self._asked.passphrase(self._words.tr("Type a passphrase, or uncheck the box."))
        return Seal(passphrase=typed) if typed else None

    def reset(self) -> None:
        """Clear everything that was typed or ticked."""
        self.forget()
        self.shown.setChecked(False)
        self.wanted.setChecked(False)

    def forget(self) -> None:
        """Clear the passphrase; one is still asked for."""
        self._asked.forget()

    def _set_wanted(self, on: bool) -> None:
        self._asked.setVisible(on)
        if on:
            self.first.setFocus()
        self.changed.emit()
