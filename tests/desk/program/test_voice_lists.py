"""Lists of voices and invitations: each line is kept once, or left out with its number and the reason."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.desk.program.voice_lists import KnownVoices, invitations_listed, voices_listed
from dialogue_desk.domain.model.closing import TallyCategory
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.voices import Invitation, Voice, VoiceKind
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.exchange.rows_of_files import rows_in_text
from dialogue_desk.words import Words

EN = Words()
TOWN, AGE, HOME = RecordId("town"), RecordId("age"), RecordId("home")
KNOWN = KnownVoices(
    voices=(Stored(RecordId("mill"), TOWN, Voice("Mill Row", hoped=10, place=30)),),
    invitations=(Stored(RecordId("i"), TOWN, Invitation("Union", "to tell members", day="2027-03-01")),),
    questions=(
        Stored(AGE, TOWN, TallyCategory("Age", ("under 18", "older"))),
        Stored(HOME, TOWN, TallyCategory("Home", ("mill row", "older"))),
    ),
    today=date(2027, 6, 1),
)


def voices(text, known=KNOWN):
    return voices_listed(rows_in_text(text), known, EN)


def invitations(text):
    return invitations_listed(rows_in_text(text), KNOWN, EN)


def test_a_plain_list_is_names_and_how_many_are_hoped_for():
    found = voices("Renters,40\nNight shift,\n")
    assert [(one.name, one.hoped) for _, one in found.voices] == [("Renters", 40), ("Night shift", 0)]
    assert found.refused == ()


@pytest.mark.parametrize(
    "text",
    [
        "Kind,Name,Hoped for,Question,Answer\nyoung people,Teens,25,Age,Under 18\n",
        "Tipo;Nombre;Se esperan;Pregunta;Respuesta\nyoung people;Teens;25;Age;under 18\n",
        "who\tsort\thow many\tanswer\nTeens\tYoung people\t25\tunder 18\n",
    ],
)
def test_columns_are_found_by_their_heads_in_any_order_and_language(text):
    ((known, voice),) = voices(text).voices
    assert (known, voice.name, voice.kind, voice.hoped) == (None, "Teens", VoiceKind.YOUNG, 25)
    assert (voice.category, voice.answer) == (AGE, "under 18")


def test_a_voice_that_is_known_is_that_one_and_keeps_what_the_list_leaves_empty():
    ((known, voice),) = voices("mill row,60").voices
    assert (known, voice.hoped, voice.place) == ("mill", 60, 30)
    assert (voice.category, voice.answer) == (HOME, "mill row")


def test_new_voices_stand_after_those_that_are_known_in_the_order_of_the_list():
    places = [voice.place for _, voice in voices("B,1\nA,2").voices]
    assert places == sorted(places) and places[0] > 30


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Renters,forty", "Line 1: “forty” is no number of people"),
        ("Renters,40\nrenters,50", "Line 2: “renters” is on this list twice"),
        ("name,hoped\n,40", "Line 2: Say whom the program wants"),
        ("name,kind\nRenters,martians", "Line 2: “martians” is no sort of voice"),
        ("name,question\nRenters,Shoe size", "Line 2: The tally sheet has no question “Shoe size”"),
        (
            "name,answer\nRenters,older",
            "Line 2: “older” is the answer to no question of the tally sheet, or to",
        ),
        ("x" * 130 + ",1", "120 letters fit"),
    ],
)
def test_a_line_that_cannot_be_kept_has_its_words_and_the_others_are_kept(text, reason):
    found = voices(text + "\nElders,5" if not text.startswith("name") else text)
    assert [one for one in found.refused if reason in one]
    assert len(found.refused) == 1


def test_invitations_name_voices_numbers_and_a_day():
    found = invitations(
        "Organization,What for,Voices,Invited,Signed up,Date\n"
        "High school,a table,Mill Row / mill row,200,31,2027-02-01\n"
        "Clinic,,Elders,,,\n"
        "Union,to tell members,,80,20,2027-03-01\n"
        "union,To tell members,,80,20,2027-03-01\n"
        "Library,,,many,,\n"
        "Church,,,,,yesterweek\n"
    )
    assert found.invitations == (
        (None, Invitation("High school", "a table", (RecordId("mill"),), 200, 31, "2027-02-01")),
        ("i", Invitation("Union", "to tell members", (), 80, 20, "2027-03-01")),
    )
    assert [sentence.split(":")[0] for sentence in found.refused] == ["Line 3", "Line 5", "Line 6", "Line 7"]


@given(st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=6).map(tuple), max_size=6).map(tuple))
def test_whatever_a_list_says_each_line_is_kept_or_refused(rows):
    for read in (voices_listed, invitations_listed):
        found = read(rows, KNOWN, EN)
        assert len(found.voices) + len(found.invitations) + len(found.refused) in (len(rows), len(rows) - 1)
        assert all(voice.name for _, voice in found.voices)
