"""Lines that organizers want in the report."""

import pytest

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.program.stars import set_star
from dialogue_desk.resources import resource
from dialogue_desk.storage.database import IN_MEMORY
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tests.ui.program.filled import fill
from tools.manual_clock import ManualClock

SHELF = GuideShelf(resource("guides"), Words())


@pytest.fixture
def desk():
    desk = Desk(DeskFile(IN_MEMORY), ManualClock(1_775_000_000_000), RandomIds(1))
    yield desk
    desk.file.close()


def test_a_star_is_set_and_taken_away(desk):
    program = fill(desk, SHELF)

    def picture():
        return Folders(desk, SHELF).picture(program)

    line = picture().lines[0].note_id
    set_star(desk, program, line, with_circle=True)
    assert picture().work.stars[line].with_circle
    set_star(desk, program, line, on=False)
    assert not picture().work.stars
