import pytest

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.guides.guide_copies import begun_with
from dialogue_desk.desk.guides.guide_editing import GuideEditing
from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.domain.model.own_guide import Origin
from dialogue_desk.exchange.guide_files import guide_text_of
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.guide_drafts import GuideDrafts
from dialogue_desk.words import Words
from tests.shelf import GUIDES
from tools.manual_clock import ManualClock


class EditedGuide:
    """A guide of a desk's own, opened as often as a test wants."""

    def __init__(self, desk):
        self.desk, self.own = desk, OwnGuides(desk)
        texts = [GUIDES / f"safety-together.{code}.guide.md" for code in ("en", "es")]
        found = [guide_text_of(path.read_text("utf-8")) for path in texts]
        self.key = self.own.add(begun_with(found, "our-safety"), Origin.COPIED)

    def open(self):
        return GuideEditing(self.key, self.own, GuideDrafts.beside(self.desk.file), Words())


@pytest.fixture
def edited(tmp_path):
    file = DeskFile(tmp_path / "desk.db")
    yield EditedGuide(Desk(file, ManualClock(1_773_356_400_000), RandomIds(7)))
    file.close()
