"""The words for what stands out among the sessions that have arrived."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dialogue_desk.domain.overview.arrivals import CircleArrivals, Sign, those_with
from dialogue_desk.domain.overview.program_overview import CircleRow
from dialogue_desk.domain.overview.setup_gaps import SetupGap
from dialogue_desk.ui.widgets.mark_list import MarkRow
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names

_ICONS = {
    Sign.CHOICE: "question",
    Sign.GAP: "clock",
    Sign.FEWER: "people",
    Sign.NO_NOTES: "note",
    Sign.OTHER_GUIDE: "guide",
    Sign.OPEN: "check",
}
"""What waits for the organizer, in this order, and the icon of each."""
_NAMED = 4
"""How many circles a line names before it counts the others."""


UNSAVED_KEY = "unsaved key"
"""Leads to saving the organizer's key."""


def unsaved_key_row(words: Words) -> MarkRow:
    """Return the row that says that the organizer's key is on this laptop and nowhere else."""
    title = words.tr("Your key is not saved")
    detail = words.tr("If this laptop is lost, nobody can open the packages. Save it now.")
    return MarkRow(UNSAVED_KEY, title, detail, f"{title}. {detail}", "warning")


OLDER_FILE = "older program file"
"""Leads to making the program file again."""


def older_file_row(words: Words) -> MarkRow:
    """Return the row that says that facilitators work with the program file from before a change."""
    title = words.tr("Facilitators have the older program file")
    detail = words.tr("The program was changed since. Make its file again and hand it out.")
    return MarkRow(OLDER_FILE, title, detail, f"{title}. {detail}", "warning")


def sign_text(sign: Sign, words: Words) -> str:
    """Return what a sign means, as the legend has it."""
    return {
        Sign.GAP: words.tr("not here, others are"),
        Sign.CHOICE: words.tr("two versions"),
        Sign.FEWER: words.tr("fewer people"),
        Sign.NO_NOTES: words.tr("no notes"),
        Sign.OTHER_GUIDE: words.tr("other guide"),
        Sign.OPEN: words.tr("not wrapped up"),
        Sign.NEWS: words.tr("changed since export"),
    }[sign]


def filter_text(sign: Sign, count: int, words: Words) -> str:
    """Return what the chip says that leaves only ``count`` circles, those with ``sign``."""
    name = {
        Sign.GAP: words.tr("Only gaps"),
        Sign.CHOICE: words.tr("Choices"),
        Sign.FEWER: words.tr("Fewer people"),
        Sign.NO_NOTES: words.tr("No notes"),
        Sign.OTHER_GUIDE: words.tr("Other guide"),
        Sign.OPEN: words.tr("Not wrapped up"),
        Sign.NEWS: words.tr("Changed"),
    }[sign]
    return f"{name} · {words.number(count)}"


def circle_changes_text(circle: CircleRow, words: Words) -> str:
    """Return with which circle one goes on and which codes it had: "formerly C07"; "" for neither."""
    into = words.tr("goes on with {code}", code=circle.into) if circle.into else ""
    before = words.tr("formerly {codes}", codes=_and(circle.formerly, words)) if circle.formerly else ""
    return " · ".join(filter(None, (into, before)))


def comparison_texts(arrivals: CircleArrivals, column: int, words: Words) -> tuple[str, ...]:
    """Return what is seen of a session only beside others: "Fewer people: 12, 9, 7"."""
    signs, said = arrivals.signs[column], []
    if Sign.FEWER in signs:
        people = ", ".join(map(str, arrivals.people))
        said.append(words.tr("Fewer people: {people}", people=people))
    if Sign.OTHER_GUIDE in signs:
        said.append(words.tr("Another guide version than other circles"))
    return tuple(said)


def waiting_rows(arrivals: Sequence[CircleArrivals], choices: int, words: Words) -> tuple[MarkRow, ...]:
    """Return what waits for the organizer, each row under the sign it leads to.

    ``choices`` is how many entries have two versions.
    """
    rows = []
    for sign, icon in _ICONS.items():
        circles = those_with(sign, arrivals)
        count = choices if sign is Sign.CHOICE else sum(one.count(sign) for one in circles)
        if circles:
            title, detail = _waiting(sign, count, words), _which(sign, circles, words)
            rows.append(MarkRow(sign, title, detail, f"{title}. {detail}", icon))
    return tuple(rows)


def setup_rows(gaps: Iterable[SetupGap], words: Words) -> tuple[MarkRow, ...]:
    """Return what the set-up lacks, each row under the gap that it is about."""
    rows = []
    for gap in gaps:
        title = (
            words.tr("Who will answer is not set")
            if gap is SetupGap.ANSWER
            else words.tr("By when they answer is not set")
        )
        detail = words.tr("Settle it before the first circle meets.")
        rows.append(MarkRow(gap, title, detail, f"{title}. {detail}", "settings"))
    return tuple(rows)


def gap_list(arrivals: Iterable[CircleArrivals], columns: Sequence[int], words: Words) -> str:
    """Return the sessions that are not here as a list to paste into an e-mail."""
    lines = [words.tr("These sessions are not here yet. Please send their files:")]
    for one in those_with(Sign.GAP, arrivals):
        numbers = [str(n) for n, signs in zip(columns, one.signs, strict=True) if Sign.GAP in signs]
        called = ", ".join(text for text in (one.circle.code, one.circle.place) if text)
        sessions = words.ntr(
            "session {numbers}", "sessions {numbers}", len(numbers), numbers=_and(numbers, words)
        )
        lines.append(words.tr("{circle}: {sessions}", circle=called, sessions=sessions))
    return "\n".join(lines) + "\n"


def _and(names: Sequence[str], words: Words) -> str:
    return join_names(list(names), words)


def _waiting(sign: Sign, count: int, words: Words) -> str:
    match sign:
        case Sign.CHOICE:
            return words.ntr("{count} entry in two versions", "{count} entries in two versions", count)
        case Sign.GAP:
            return words.ntr("{count} session is not here yet", "{count} sessions are not here yet", count)
        case Sign.FEWER:
            return words.ntr("{count} circle gets smaller", "{count} circles get smaller", count)
        case Sign.NO_NOTES:
            return words.ntr("{count} session without notes", "{count} sessions without notes", count)
        case Sign.OTHER_GUIDE:
            return words.ntr(
                "{count} session with another guide",
                "{count} sessions with another guide",
                count,
            )
        case _:
            return words.ntr(
                "{count} session is not wrapped up", "{count} sessions are not wrapped up", count
            )


def _which(sign: Sign, circles: Sequence[CircleArrivals], words: Words) -> str:
    """Return "C07, C19 and C33"; of circles that get smaller, also how many came to the first."""
    if sign is Sign.FEWER:
        first, more = circles[0], len(circles) - 1
        people = ", ".join(map(str, first.people))
        if not more:
            return words.tr(
                "{circle}: {people} people. Call the facilitators.", circle=first.circle.code, people=people
            )
        return words.ntr(
            "{circle}: {people} people, and {count} more circle. Call the facilitators.",
            "{circle}: {people} people, and {count} more circles. Call the facilitators.",
            more,
            circle=first.circle.code,
            people=people,
        )
    return _codes(circles, words)


def _codes(circles: Sequence[CircleArrivals], words: Words) -> str:
    codes = [one.circle.code for one in circles]
    if len(codes) <= _NAMED:
        return _and(codes, words)
    more = words.ntr("{count} more", "{count} more", len(codes) - _NAMED + 1)
    return _and([*codes[: _NAMED - 1], more], words)
