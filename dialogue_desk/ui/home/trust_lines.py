"""The lines of Home about what waits for an answer, what can be brought back, and what is on hold."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.ui.home.home_row import HomeButtons, HomeRow, NamedButton
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.words import Words


def trust_lines(desk: Desk, buttons: HomeButtons) -> list[QWidget]:
    """Return a line for each of the two where there is something, which is seldom."""
    if desk.file.read_only:
        return []
    words, make, lines = buttons.words, buttons.make, []
    if waiting := desk.file.waiting.laptops():
        look = make("waiting:", words.tr("Look at it"))
        lines.append(_line(buttons, waiting_text(waiting, words), [look]))
    if desk.file.way_back.until():
        # Imported late: most starts have nothing to bring back.
        from dialogue_desk.desk.trust.trust_text import erased_text  # noqa: PLC0415
        from dialogue_desk.desk.trust.way_back import erased_lately  # noqa: PLC0415

        gone = make("let go:", words.tr("Erase for good now …"), Weight.QUIET, "trash")
        back = make("bring back:", words.tr("Bring back"))
        lines.append(_line(buttons, erased_text(desk, erased_lately(desk), words), [gone, back]))
    return lines


def hold_lines(desk: Desk, buttons: HomeButtons, told: Collection[RecordId] = ()) -> list[QWidget]:
    """Return a line for each hold, which is seldom, but for those that were ``told`` already."""
    if not desk.file.holds.all():
        return []
    from dialogue_desk.desk.erasing.holds import open_holds  # noqa: PLC0415  # most starts have none
    from dialogue_desk.words.holding_words import hold_text  # noqa: PLC0415

    words, zone = buttons.words, desk.clock.zone(desk.clock.now())
    look = words.tr("Look at the hold …")
    return [
        _line(buttons, hold_text(one, zone, words), [buttons.make(f"hold:{one.id}", look)])
        for one in open_holds(desk)
        if one.id not in told
    ]


def waiting_text(laptops: Collection[DeviceId], words: Words) -> str:
    """Return from how many laptops changes wait."""
    signed = sum(map(bool, laptops))
    if not signed:
        return words.tr("Changes from a file that nobody signed wait for your answer.")
    return words.ntr(
        "Changes from {count} laptop wait for your answer.",
        "Changes from {count} laptops wait for your answer.",
        signed,
    )


def _line(buttons: HomeButtons, text: str, acts: Sequence[NamedButton]) -> QWidget:
    card = Card("notice", edge=Space.BASE)
    card.add(HomeRow(buttons.theme, [(text, "")], acts))
    return card
