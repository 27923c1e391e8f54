"""What a package will contain, kind by kind, and what stays on this laptop and why."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.closing.leaving import Leaving, Reason
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.icon_view import IconView
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, column, row
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of

_NO_BREAK = "\N{NO-BREAK SPACE}"


class PackageContents(QWidget):
    """Shows what will be in the package, and what stays on this laptop."""

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._shown: tuple[tuple[str, ...], tuple[str, ...]] | None = None
        self._leaves, self._stays = Section(words.tr("In the package")), Section(words.tr("Stays here"))
        self._things = Label()
        self._reasons = column(gap=Space.HAIR)
        whole = column(self._leaves, self._things, gap=Space.TIGHT, within=self)
        whole.addSpacing(Space.TIGHT)
        whole.addWidget(self._stays)
        whole.addLayout(self._reasons)

    def show_leaving(self, what: Leaving) -> None:
        """Show what would be in the package, and what would stay."""
        shown = (tuple(things_that_leave(what, self._words)), tuple(reasons_to_stay(what, self._words)))
        if shown == self._shown:
            return
        self._shown = shown
        things, reasons = shown
        notes = sum(what.notes.values())
        self._leaves.show_text(
            self._words.tr("In the package"), self._words.ntr("{count} note", "{count} notes", notes)
        )
        # A line may break between two things, and never inside one.
        self._things.setText("  ·  ".join(one.replace(" ", _NO_BREAK) for one in things))
        clear_layout(self._reasons)
        for sentence in reasons:
            self._reasons.addWidget(icon_line(self._theme, "pause", Label(sentence)))
        if not reasons:
            everything = Label(self._words.tr("Nothing. Everything goes into the package."))
            self._reasons.addWidget(icon_line(self._theme, "check", everything))


def icon_line(theme: AppTheme, icon: str, text: Label) -> QWidget:
    """Return ``text`` with a small icon before its first line."""
    ground = QWidget()
    line = row((text, 1), gap=Space.SNUG, within=ground)
    line.insertWidget(0, IconView(theme, icon, side=18), 0, Qt.AlignmentFlag.AlignTop)
    return ground


def things_that_leave(what: Leaving, words: Words) -> Iterator[str]:
    """Yield what will be in the package: each kind with its count."""
    yield from (f"{name_of(kind, words)} {count}" for kind in NoteKind if (count := what.notes.get(kind, 0)))
    others = (
        (what.actions, words.tr("Action ideas {count}", count=what.actions)),
        (what.ground_rules, words.tr("Ground rules {count}", count=what.ground_rules)),
        (what.themes, words.tr("Themes {count}", count=what.themes)),
        (what.top_themes, words.tr("Top themes {count}", count=what.top_themes)),
        (what.tallies, words.tr("Tallies {count}", count=what.tallies)),
    )
    yield from (text for count, text in others if count)
    yield words.tr("How the time went")
    if what.conflicts:
        yield words.ntr("{count} version to choose", "{count} versions to choose", what.conflicts)


def reasons_to_stay(what: Leaving, words: Words) -> Iterator[str]:
    """Yield a sentence for each reason why something stays on this laptop."""
    yield from (_reason(why, count, words) for why in Reason if (count := what.stays.get(why, 0)))


def _reason(why: Reason, count: int, words: Words) -> str:
    sentences = {
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
    return sentences[why]
