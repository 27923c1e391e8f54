"""Guides that a desk has of its own are records: what they say, what they said before, how they came."""

import pytest

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.domain.model.own_guide import Origin
from dialogue_desk.exchange.guide_files import guide_text_of
from dialogue_desk.storage.desk_file import DeskFile
from tests.desk.evening import GUIDE
from tools.manual_clock import ManualClock

SPANISH = guide_text_of(
    GUIDE.text.replace("language: en", "language: es").replace("An Evening", "Una sesión")
)


@pytest.fixture
def desk(tmp_path):
    file = DeskFile(tmp_path / "desk.db")
    yield Desk(file, ManualClock(1_773_356_400_000), RandomIds(7))
    file.close()


@pytest.fixture
def own(desk):
    return OwnGuides(desk)


def titled(title, text=GUIDE):
    return guide_text_of(text.text.replace("An Evening", title))


def test_a_guide_is_kept_in_all_its_languages(own):
    key = own.add((GUIDE, SPANISH), Origin.OPENED)
    (kept,) = own.all()
    assert (kept.key, kept.origin, dict(kept.texts)) == (key, Origin.OPENED, {"en": GUIDE, "es": SPANISH})


def test_what_a_guide_said_before_stays_the_newest_first(own, desk):
    key = own.add((GUIDE, SPANISH), Origin.COPIED)
    desk.clock.advance(60_000)
    own.keep(key, titled("Our Evening"))
    assert own.get(key).texts["en"] == titled("Our Evening") and own.get(key).texts["es"] == SPANISH
    now, before = own.versions(key, "en")
    assert (now.text, before.text) == (titled("Our Evening"), GUIDE)
    assert now.kept_at - before.kept_at == 60_000
    assert [one.text for one in own.versions(key, "es")] == [SPANISH]


def test_to_keep_what_it_says_already_makes_no_version(own, desk):
    key = own.add((GUIDE,), Origin.WRITTEN)
    before = desk.file.history.to_undo()
    own.keep(key, GUIDE)
    assert len(own.versions(key, "en")) == 1 and desk.file.history.to_undo() == before


def test_an_earlier_text_can_be_kept_again(own):
    key = own.add((GUIDE,), Origin.WRITTEN)
    own.keep(key, titled("Our Evening"))
    own.keep(key, GUIDE)
    assert own.get(key).texts["en"] == GUIDE and len(own.versions(key, "en")) == 3


def test_a_text_that_is_no_guide_yet_is_kept_as_it_is(own):
    begun = guide_text_of("---\ntitle: Not yet\n---\n\n# \n")
    key = own.add((begun,), Origin.WRITTEN)
    assert own.get(key).texts == {"": begun}


def test_a_removed_guide_is_gone_until_undo_brings_it_back(own, desk):
    key = own.add((GUIDE,), Origin.OPENED)
    own.remove(key)
    assert own.all() == ()
    with pytest.raises(KeyError):
        own.keep(key, SPANISH)
    desk.undo()
    assert own.get(key).texts == {"en": GUIDE}


def test_undo_takes_back_what_was_kept_last(own, desk):
    key = own.add((GUIDE,), Origin.OPENED)
    own.keep(key, titled("Our Evening"))
    desk.undo()
    assert own.get(key).texts == {"en": GUIDE}
    desk.undo()
    assert own.all() == ()


def test_the_same_text_can_be_there_twice_as_two_guides(own):
    first, second = own.add((GUIDE,), Origin.OPENED), own.add((GUIDE,), Origin.COPIED)
    own.remove(first)
    assert [kept.key for kept in own.all()] == [second] and own.get(second).texts == {"en": GUIDE}
