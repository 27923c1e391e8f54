"""The Voices tab of a program with five circles, and what organizers type there."""

import pytest

from dialogue_desk.domain.model.closing import TallyCategory
from dialogue_desk.domain.model.voices import Invitation, PooledCounts, SlipKind, Voice, VoiceKind
from tests.ui.program.program_pages import filled, page, program, settled

__all__ = ["filled", "page", "program", "settled"]


@pytest.fixture
def tab(filled):
    filled.open_section(filled.sections.voices)
    return filled.sections.voices


@pytest.fixture
def picture(folders, program):
    return lambda: folders.picture(program)


@pytest.fixture
def work(picture):
    """Return what organizers made of the program, as the desk says it."""
    return lambda: picture().work


@pytest.fixture
def age(desk, program):
    return desk.add(program, TallyCategory("Age", ("under 30", "30 to 64", "65 and over")))


@pytest.fixture
def three(desk, program, tab, settled):
    """Three voices wanted, in this order."""
    names = ("Renters", "Officers", "Students")
    kinds = (VoiceKind.GROUP, VoiceKind.POLICE, VoiceKind.YOUNG)
    ids = [
        desk.add(program, Voice(name, kind, 20, place=10 * place))
        for place, (name, kind) in enumerate(zip(names, kinds, strict=True), 1)
    ]
    settled()
    return ids


@pytest.fixture
def counted(desk, program, age, picture):
    """Slips of four of the five circles, on one pile; 40 of whom are wanted, 12 came."""
    circles = tuple(row.circle_id for row in picture().rows[:4])
    counts = ((age, "under 30", 12), (age, "30 to 64", 20), (age, "65 and over", 13))
    return desk.add(program, PooledCounts(SlipKind.TALLY, circles, 45, counts))


@pytest.fixture
def asked(desk, program, three, settled):
    one = desk.add(program, Invitation("Tenants union", "Tell people", (three[0],), 40, 12, "2027-03-02"))
    settled()
    return one
