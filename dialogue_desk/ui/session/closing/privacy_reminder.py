"""The privacy pass as a person does it with their own eyes: what to look for before anything leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt

from dialogue_desk.domain.session_folder import SessionFolder
from dialogue_desk.ui.session.closing.pane import Pane
from dialogue_desk.ui.surroundings import Surroundings
from dialogue_desk.ui.widgets.label import Label


class PrivacyReminder(Pane):
    """Says what may point at somebody."""

    def __init__(self, around: Surroundings) -> None:
        tr = around.words.tr
        lead = tr("Read the notes through once more: could one of them point at somebody?")
        super().__init__(around.theme, tr("Privacy pass"), lead)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        signs = (
            tr("Names, initials, nicknames, and titles with a name."),
            tr("Phone numbers, addresses, badge and case numbers, dates of birth."),
            tr("“The only …”, a rare office, an age that only one person has."),
        )
        self.fill(*(Label(sign) for sign in signs))

    def show_folder(self, folder: SessionFolder) -> None:
        """There is nothing to show of a session."""

    def take_focus(self) -> None:
        """Put the keyboard here, so that a reader begins with it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
