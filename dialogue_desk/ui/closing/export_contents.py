"""What a package will contain, kind by kind, and what stays here and why: said before anything is written."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.domain.closing.leaving import Leaving, Reason
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.icon_view import IconView
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of

_HOLD_TOGETHER = "\N{NO-BREAK SPACE}"


class PackageContents(QWidget):
    """Shows what leaves and what stays."""

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._told: tuple[tuple[str, ...], tuple[str, ...]] | None = None
        self._leaves, self._stays = Section(words.tr("In the package")), Section(words.tr("Stays here"))
        self._things = Label()
        self._reasons = QVBoxLayout()
        self._reasons.setSpacing(Space.HAIR)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.TIGHT)
        self._column.addWidget(self._leaves)
        self._column.addWidget(self._things)
        self._column.addSpacing(Space.TIGHT)
        self._column.addWidget(self._stays)
        self._column.addLayout(self._reasons)

    def show_leaving(self, what: Leaving) -> None:
        """Show what would leave, and what would stay."""
        told = (tuple(things_that_leave(what, self._words)), tuple(reasons_to_stay(what, self._words)))
        if told == self._told:
            return
        self._told = told
        things, reasons = told
        notes = sum(what.notes.values())
        self._leaves.show_text(
            self._words.tr("In the package"), self._words.ntr("{count} note", "{count} notes", notes)
        )
        # A line breaks between two of them, and never inside one.
        self._things.setText("  ·  ".join(one.replace(" ", _HOLD_TOGETHER) for one in things))
        clear_layout(self._reasons)
        for icon, sentences in (("pause", reasons), ("check", () if reasons else (self._nothing(),))):
            for sentence in sentences:
                self._reasons.addWidget(self._row(icon, sentence))

    def _nothing(self) -> str:
        return self._words.tr("Everything is included. No names.")

    def _row(self, icon: str, sentence: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.SNUG)
        line.addWidget(IconView(self._theme, icon, side=18), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label(sentence), 1)
        return row


def things_that_leave(what: Leaving, words: Words) -> Iterator[str]:
    """Yield what leaves, each kind with how many there are."""
    yield from (f"{name_of(kind, words)} {count}" for kind in NoteKind if (count := what.notes.get(kind, 0)))
    others = (
        (what.actions, words.tr("Action ideas {count}", count=what.actions)),
        (what.ground_rules, words.tr("Ground rules {count}", count=what.ground_rules)),
        (what.themes, words.tr("Themes {count}", count=what.themes)),
        (what.top_themes, words.tr("Top themes {count}", count=what.top_themes)),
        (what.tallies, words.tr("Tallies {count}", count=what.tallies)),
    )
    yield from (said for count, said in others if count)
    yield words.tr("How the time went")
    if what.conflicts:
        yield words.ntr("{count} version to choose", "{count} versions to choose", what.conflicts)


def reasons_to_stay(what: Leaving, words: Words) -> Iterator[str]:
    """Yield a sentence for each reason why something stays."""
    for why in Reason:
        count = what.stays.get(why, 0)
        if count:
            yield _reason(why, count, words)


def _reason(why: Reason, count: int, words: Words) -> str:
    said = {
        Reason.DEBRIEF: words.ntr(
            "{count} debrief note: it is only for the facilitators.",
            "{count} debrief notes: they are only for the facilitators.",
            count,
        ),
        Reason.NOT_ASKED: words.ntr(
            "{count} quote: no one was asked if it may be repeated.",
            "{count} quotes: no one was asked if they may be repeated.",
            count,
        ),
        Reason.NOT_GIVEN: words.ntr(
            "{count} quote: it may not be repeated.",
            "{count} quotes: they may not be repeated.",
            count,
        ),
        Reason.SENSITIVE: words.ntr(
            "{count} note: it was marked sensitive.",
            "{count} notes: they were marked sensitive.",
            count,
        ),
        Reason.OVERRULE: words.ntr(
            "{count} reason for taking notes where the guide says not to: only the organizer gets it.",
            "{count} reasons for taking notes where the guide says not to: only the organizer gets them.",
            count,
        ),
        Reason.TALLY: words.ntr(
            "{count} tally: in a single circle, it could point to someone.",
            "{count} tallies: in a single circle, they could point to someone.",
            count,
        ),
        Reason.CONFLICT: words.ntr(
            "{count} note: one of its two versions cannot be shared. Choose one first.",
            "{count} notes: one of their two versions cannot be shared. Choose one first.",
            count,
        ),
    }
    return said[why]
