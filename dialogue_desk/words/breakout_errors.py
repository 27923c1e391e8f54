"""Why people cannot be divided into such groups, and what to do instead."""

from __future__ import annotations

from dialogue_desk.domain.run.breakouts import FEWEST, MOST, BreakoutFault
from dialogue_desk.domain.run.rotation import MOST_ROUNDS
from dialogue_desk.words import Words


def fault_said(fault: BreakoutFault, words: Words) -> str:
    """Return the sentence that tells a facilitator about ``fault`` and what to do."""
    return {
        BreakoutFault.TOO_FEW_PEOPLE: words.tr(
            "Groups need at least {fewest} people. With fewer, stay in one circle.", fewest=FEWEST
        ),
        BreakoutFault.TOO_MANY_PEOPLE: words.tr(
            "You can make groups for up to {most} people. With more, divide the room first.", most=MOST
        ),
        BreakoutFault.GROUPS_TOO_SMALL: words.tr("A group has at least two people. Choose pairs, or more."),
        BreakoutFault.TOO_FEW_TABLES: words.tr("There is no table yet. Choose at least one."),
        BreakoutFault.TOO_MANY_TABLES: words.tr(
            "With so many tables someone would sit alone. Choose fewer tables."
        ),
        BreakoutFault.NO_ROUNDS: words.tr("There is no round yet. Choose at least one."),
        BreakoutFault.TOO_MANY_ROUNDS: words.tr("Choose at most {most} rounds.", most=MOST_ROUNDS),
        BreakoutFault.HOSTS_DO_NOT_FIT: words.tr(
            "Each table needs one host, and each host needs a seat in the circle."
        ),
    }[fault]
