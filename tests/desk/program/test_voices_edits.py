"""Whom a program wants and whom it asked: what fits is kept once, what does not has its words."""

from datetime import date

import pytest

from dialogue_desk.desk.program.voices_edits import (
    CannotKeepVoices,
    asked_day_typed,
    delete_voices,
    invitations_in,
    odd_in_invitation,
    odd_in_voice,
    people_typed,
    voices_in,
    write_invitation,
    write_voice,
)
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.closing import TallyCategory
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.voices import Invitation, Voice
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.words import Words
from tests.desk.evening import a_desk

EN = Words()
TODAY = date(2027, 6, 1)
TOWN = RecordId("town")


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "desk.db", 1)
    made.put(TOWN, NO_OWNER, Program("Season"))
    yield made
    made.file.close()


def names(desk):
    return [one.body.name for one in voices_in(desk, TOWN)]


def test_voices_stand_in_the_order_in_which_they_were_named(desk):
    for name in ("Renters", " Night  shift ", "Elders"):
        write_voice(desk, TOWN, Voice(name), EN)
    assert names(desk) == ["Renters", "Night shift", "Elders"]


def test_each_act_is_one_step_that_can_be_undone(desk):
    write_voice(desk, TOWN, Voice("Renters", hoped=40), EN)
    (one,) = voices_in(desk, TOWN)
    write_voice(desk, TOWN, Voice("Renters", hoped=50, place=one.body.place), EN, one.id)
    write_invitation(desk, TOWN, Invitation("Tenants’ union", "to invite members", (one.id,), 60, 12), EN)
    delete_voices(desk, one.id)
    assert names(desk) == []
    desk.undo()
    assert [one.body.hoped for one in voices_in(desk, TOWN)] == [50]
    desk.undo()
    assert invitations_in(desk, TOWN) == ()
    desk.undo()
    assert [one.body.hoped for one in voices_in(desk, TOWN)] == [40]


def test_what_the_desk_says_already_is_not_written_again(desk):
    write_voice(desk, TOWN, Voice("Renters"), EN)
    (one,) = voices_in(desk, TOWN)
    assert write_voice(desk, TOWN, one.body, EN, one.id) is None
    delete_voices(desk, one.id)
    assert delete_voices(desk, one.id) is None


@pytest.mark.parametrize("name", ["", "  ", "\n", "\u202e"])
def test_a_voice_and_an_invitation_need_a_name(desk, name):
    with pytest.raises(CannotKeepVoices, match="Say whom the program wants"):
        write_voice(desk, TOWN, Voice(name), EN)
    with pytest.raises(CannotKeepVoices, match="Say who is asked"):
        write_invitation(desk, TOWN, Invitation(name), EN)
    assert not voices_in(desk, TOWN) and not invitations_in(desk, TOWN)


def test_a_voice_is_on_the_list_once_however_it_is_written(desk):
    write_voice(desk, TOWN, Voice("Jóvenes"), EN)
    with pytest.raises(CannotKeepVoices, match="on the list already"):
        write_voice(desk, TOWN, Voice("jovenes"), EN)


def test_too_long_a_name_is_refused_and_never_cut(desk):
    with pytest.raises(CannotKeepVoices, match="120 letters fit"):
        write_voice(desk, TOWN, Voice("x" * 121), EN)
    with pytest.raises(CannotKeepVoices, match="400 letters at most"):
        write_invitation(desk, TOWN, Invitation("Union", "y" * 401), EN)


def test_people_are_counted_only_by_an_answer_that_the_tally_sheet_has(desk):
    age = desk.add(TOWN, TallyCategory("Age", ("under 18", "older")))
    write_voice(desk, TOWN, Voice("Young", category=age, answer="under 18"), EN)
    with pytest.raises(CannotKeepVoices, match="Choose the answer to “Age”"):
        write_voice(desk, TOWN, Voice("Old", category=age, answer="ancient"), EN)
    with pytest.raises(CannotKeepVoices, match="does not have this question"):
        write_voice(desk, TOWN, Voice("Old", category=RecordId("gone"), answer="older"), EN)


@pytest.mark.parametrize(
    ("typed", "people"), [("", 0), (" 40 ", 40), ("1,200", 1200), ("1.200", 1200), ("1 200", 1200)]
)
def test_a_number_of_people_is_read_as_it_is_written(typed, people):
    assert people_typed(typed, EN) == people


@pytest.mark.parametrize("typed", ["forty", "-3", "4.5", "12 people", "٤٠", "1e3", "100001", "9" * 40])
def test_what_is_no_number_of_people_has_its_words(typed):
    with pytest.raises(CannotKeepVoices, match="people"):
        people_typed(typed, EN)


def test_the_day_somebody_was_asked_may_be_past_or_to_come():
    assert asked_day_typed("2027-03-01", EN, TODAY) == "2027-03-01"
    assert asked_day_typed("", EN, TODAY) == ""
    with pytest.raises(CannotKeepVoices, match="is no date"):
        asked_day_typed("soon", EN, TODAY)
    later = Invitation("Union", day="2027-09-01")
    assert any("still to come" in one for one in odd_in_invitation(later, EN, TODAY))
    assert not list(odd_in_invitation(Invitation("Union", day="2027-03-01"), EN, TODAY))


def test_more_sign_ups_than_were_invited_are_kept_and_told(desk):
    invitation = Invitation("Union", invited=5, signed_up=9)
    write_invitation(desk, TOWN, invitation, EN)
    assert [one.body for one in invitations_in(desk, TOWN)] == [invitation]
    assert any("Both numbers are kept" in one for one in odd_in_invitation(invitation, EN, TODAY))


def test_a_person_where_an_organization_belongs_is_told():
    (told,) = odd_in_invitation(Invitation("Maria Gonzalez", "555-301-2244"), EN, TODAY)
    assert "may point to a person" in told
    assert not list(odd_in_voice(Voice("Renters in the north"), EN))
