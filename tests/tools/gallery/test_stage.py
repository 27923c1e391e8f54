"""The hour of the pictures."""

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.program.sample import import_sample
from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tools.gallery.stage import ten_to_seven
from tools.manual_clock import ManualClock


def test_it_is_ten_to_seven_on_the_session_of_the_samples_next_session(tmp_path):
    clock = ManualClock(ten_to_seven(), zone=-240)
    desk = Desk(DeskFile(tmp_path / "desk.db"), clock, RandomIds(1))
    shelf = GuideShelf(resource("guides"), Words())
    import_sample(desk, shelf, Words())
    coming = max(entry.session.start for entry in Folders(desk, shelf).entries())
    assert coming - clock.now() == 10 * 60_000
    desk.file.close()
