"""Opened guides stand beside those that are here, and never take the place of one."""

import pytest

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.guides.opened_guides import Arrival, open_guides, read_guide_files
from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.exchange.guide_files import guide_text_of
from dialogue_desk.exchange.guide_zip import guide_file
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tests.desk.evening import GUIDE
from tools.manual_clock import ManualClock

SPANISH = guide_text_of(GUIDE.text.replace("language: en", "language: es"))
NEWER = guide_text_of(GUIDE.text.replace(f"version: {GUIDE.version}", "version: 9.1"))
OTHER = guide_text_of(GUIDE.text.replace("id: evening", "id: morning"))
CHANGED = guide_text_of(GUIDE.text.replace("An Evening", "An Evening, changed"))


@pytest.fixture
def own(tmp_path):
    file = DeskFile(tmp_path / "desk.db")
    yield OwnGuides(Desk(file, ManualClock(1_773_356_400_000), RandomIds(7)))
    file.close()


@pytest.fixture
def shelf(tmp_path, own):
    (tmp_path / "shipped").mkdir()
    (tmp_path / "shipped" / "evening.en.guide.md").write_text(GUIDE.text, encoding="utf-8")
    return GuideShelf(tmp_path / "shipped", Words(), own=own)


@pytest.fixture
def opened(tmp_path, shelf, own):
    def open_(*texts, one_by_one=False):
        files = [guide_file((text,)) for text in texts] if one_by_one else [guide_file(texts)]
        paths = []
        for number, file in enumerate(files):
            paths.append(tmp_path / f"{number}-{file.name}")
            paths[-1].write_bytes(file.make_bytes())
        return open_guides(read_guide_files(paths, Words()), shelf, own)

    return open_


def test_a_guide_that_is_new_is_kept(opened, own):
    (arrived,) = opened(OTHER)
    assert (arrived.title, arrived.arrival, arrived.besides) == ("An Evening", Arrival.NEW, ())
    assert own.get(arrived.key).texts == {"en": OTHER}


def test_a_newer_version_stands_beside_the_one_that_ships(opened, shelf):
    (arrived,) = opened(NEWER)
    assert (arrived.arrival, arrived.version, arrived.besides) == (Arrival.VERSION, "9.1", (GUIDE.version,))
    assert [one.version for one in shelf.library().guides] == [GUIDE.version, "9.1"]


def test_a_guide_that_is_here_already_is_not_kept_again(opened, own):
    (arrived,) = opened(GUIDE)
    assert (arrived.key, arrived.arrival) == ("evening", Arrival.KNOWN) and own.all() == ()
    (first,), (again,) = opened(OTHER), opened(OTHER)
    assert again.key == first.key and again.arrival is Arrival.KNOWN and len(own.all()) == 1


def test_another_text_of_the_same_version_stands_beside_it_too(opened, own):
    (arrived,) = opened(CHANGED)
    assert arrived.arrival is Arrival.VERSION and own.get(arrived.key).texts == {"en": CHANGED}


def test_a_language_that_was_missing_joins_the_same_version(opened, own, shelf):
    (arrived,) = opened(SPANISH)
    assert arrived.arrival is Arrival.LANGUAGE
    assert own.get(arrived.key).texts == {"en": GUIDE, "es": SPANISH}
    french = guide_text_of(GUIDE.text.replace("language: en", "language: fr"))
    (again,) = opened(french)
    assert again.key == arrived.key and set(own.get(again.key).texts) == {"en", "es", "fr"}


def test_files_of_one_guide_opened_together_are_one_guide(opened, own):
    spanish = guide_text_of(OTHER.text.replace("language: en", "language: es"))
    assert len(opened(OTHER, spanish, one_by_one=True)) == len(own.all()) == 1


def test_a_guide_with_faults_is_kept_to_be_mended_once(opened, own, shelf):
    begun = guide_text_of(OTHER.text.replace("people: ", "persons: "))
    (arrived,), (again,) = opened(begun), opened(begun)
    assert arrived.faults and again.key == arrived.key and again.arrival is Arrival.KNOWN
    assert [one.key for one in shelf.library().unfinished] == [arrived.key]


def test_a_file_that_is_no_guide_is_refused_and_stops_no_other(tmp_path, shelf, own):
    (tmp_path / "bad.guide.zip").write_bytes(b"PK")
    (tmp_path / "good.guide.md").write_text(OTHER.text, encoding="utf-8")
    read = read_guide_files([tmp_path / "bad.guide.zip", tmp_path / "good.guide.md"], Words())
    assert "bad.guide.zip" in read.refused[0].sentence
    assert [one.version for one in open_guides(read, shelf, own)] == [OTHER.version]
