"""Piles that were begun are found again, go with what is erased, and are written on no desk that may not."""

import os

import pytest

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.storage.guide_drafts import GuideDrafts
from dialogue_desk.storage.slip_drafts import SlipDrafts


@pytest.fixture
def desk(tmp_path):
    return tmp_path / "desk.db"


def test_a_pile_is_found_again_under_its_key_alone(desk):
    SlipDrafts(desk).write("one/../../x", '{"slips": "12"}')
    assert SlipDrafts(desk).of("one/../../x") == '{"slips": "12"}'
    assert SlipDrafts(desk).of("two") == ""
    SlipDrafts(desk).forget("one/../../x")
    assert list(desk.parent.iterdir()) == []


def test_erasing_a_circle_takes_the_piles_that_name_it(desk):
    drafts = SlipDrafts(desk)
    drafts.write("one", '["circle-a"]')
    drafts.write("two", '["circle-b"]')
    drafts.forget_naming([RecordId("circle-a")])
    assert (drafts.of("one"), drafts.of("two")) == ("", '["circle-b"]')


def test_everything_that_is_erased_takes_all_of_them(desk):
    SlipDrafts(desk).write("one", "x")
    GuideDrafts(desk).clear()
    assert list(desk.parent.iterdir()) == []


def test_a_desk_that_can_only_be_read_gets_none(desk):
    SlipDrafts(desk, kept=False).write("one", "x")
    assert SlipDrafts(desk, kept=False).of("one") == "" and list(desk.parent.iterdir()) == []


def test_a_pile_that_is_no_text_is_none(desk):
    drafts = SlipDrafts(desk)
    drafts.write("one", "x")
    (path,) = (desk.parent / "desk.db.drafts").iterdir()
    path.write_bytes(b"\xff\xfe")
    assert drafts.of("one") == ""


def test_only_its_owner_reads_it(desk):
    SlipDrafts(desk).write("one", "x")
    (path,) = (desk.parent / "desk.db.drafts").iterdir()
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0


def test_what_cannot_be_written_is_told(desk):
    (desk.parent / "desk.db.drafts").write_text("a file in the way")
    with pytest.raises(DeskTrouble):
        SlipDrafts(desk).write("one", "x")
