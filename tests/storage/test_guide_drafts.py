"""Drafts of guides are whole, for their owner alone, and gone when they are forgotten."""

import os

import pytest

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.guide_drafts import GuideDrafts

GUIDE, OTHER = RecordId("019cd9d1-52a0-7007-9f39-0b2018072e8c"), RecordId("another")


@pytest.fixture
def desk(tmp_path):
    return tmp_path / "desk.db"


def test_a_draft_is_found_again_by_guide_and_language(desk):
    drafts = GuideDrafts(desk)
    drafts.write(GUIDE, "en", "one")
    drafts.write(GUIDE, "pt-BR", "dois\r\ntrês")
    drafts.write(OTHER, "en", "other")
    assert GuideDrafts(desk).of(GUIDE) == {"en": "one", "pt-BR": "dois\r\ntrês"}


def test_what_is_forgotten_leaves_nothing_and_other_drafts_stay(desk):
    drafts = GuideDrafts(desk)
    drafts.write(GUIDE, "en", "one")
    drafts.write(OTHER, "en", "other")
    drafts.forget(GUIDE)
    assert drafts.of(GUIDE) == {} and drafts.of(OTHER) == {"en": "other"}
    drafts.clear()
    assert list(desk.parent.iterdir()) == []


def test_a_desk_that_can_only_be_read_gets_no_draft(desk):
    drafts = GuideDrafts(desk, kept=False)
    drafts.write(GUIDE, "en", "one")
    assert list(desk.parent.iterdir()) == []


@pytest.mark.parametrize("language", ["", "../../en", "e n", "en.md"])
def test_a_language_that_could_lead_elsewhere_is_not_written(desk, language):
    GuideDrafts(desk).write(GUIDE, language, "one")
    assert list(desk.parent.iterdir()) == []


def test_a_draft_that_is_no_text_is_left_out(desk):
    drafts = GuideDrafts(desk)
    drafts.write(GUIDE, "en", "one")
    drafts._file(GUIDE, "es").write_bytes(b"\xff\xfe\xff")
    assert drafts.of(GUIDE) == {"en": "one"}


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_a_draft_is_for_its_owner_alone(desk):
    drafts = GuideDrafts(desk)
    drafts.write(GUIDE, "en", "one")
    assert drafts._file(GUIDE, "en").stat().st_mode & 0o077 == 0
    assert drafts._folder.stat().st_mode & 0o077 == 0


def test_a_draft_that_cannot_be_written_says_why(desk):
    desk.with_name("desk.db.drafts").write_text("in the way")
    with pytest.raises(DeskTrouble) as found:
        GuideDrafts(desk).write(GUIDE, "en", "one")
    assert found.value.trouble in set(Trouble)
