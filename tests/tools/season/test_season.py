"""The season is as large as it says, and the same every time."""

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tools.manual_clock import ManualClock
from tools.season.season import FIRST_EVENING, SPELLINGS, season_desk
from tools.season.season_words import MADE, STARTER


def picture(path):
    program = season_desk(path)
    desk = Desk(DeskFile(path), ManualClock(FIRST_EVENING), RandomIds(1))
    made = Folders(desk, GuideShelf(resource("guides"), Words())).picture(program)
    desk.file.close()
    return made


def test_it_has_48_circles_17_000_notes_550_ideas_and_names_in_380_spellings(tmp_path):
    made = picture(tmp_path / "one.db")
    assert (len(made.rows), len(made.columns), len(made.missing)) == (48, 6, 13)
    assert sum(held.notes for held in made.arrived) == 17_050
    assert len(made.proposals) == 550
    assert len(made.themes) == len(STARTER) + len(MADE) == 52
    assert SPELLINGS == 380 and made.languages == ("en", "es")
    assert picture(tmp_path / "other.db") == made
