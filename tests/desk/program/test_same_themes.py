"""Themes that mean the same are counted as one or kept apart, for good and with a way back."""

import pytest

from dialogue_desk.desk.program.same_themes import (
    beside,
    count_as_one,
    count_separately,
    counted_with,
    forget_beside,
    set_beside,
    tell_apart,
    together,
    why_joined,
)
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.model.organizing import Rung
from dialogue_desk.domain.notes.theme_suggestions import MOST_SUGGESTED
from dialogue_desk.domain.records.changes import Act, Edit, Write
from tests.desk.program.themes_season import Season


@pytest.fixture
def season(tmp_path):
    made = Season(tmp_path)
    made.circle("C01", "Street lights", "Parking")
    made.circle("C02", "Alumbrado público")
    made.circle("C03", "Alumbrado publico", "Parks")
    yield made
    made.desk.file.close()


def test_themes_of_circles_that_never_met_are_suggested_to_each_other(season):
    assert season.same("Street lights") == ["Alumbrado público"]
    assert season.same("Alumbrado público") == ["Street lights"]
    assert season.same("Parks") == []


def test_what_is_counted_as_one_counts_all_circles_that_gave_either_name(season):
    both = count_as_one(
        season.desk, season.picture, season.count("Street lights"), season.count("Alumbrado público")
    )
    assert season.counts == {"Street lights": 3, "Parking": 1, "Parks": 1}
    assert season.same("Street lights") == []
    now = season.count("Street lights")
    assert (both.theme_id, both.notes, both.circles) == (now.theme_id, now.notes, now.circles)
    assert set(now.also_written) == {"Alumbrado público", "Alumbrado publico"}


def test_the_preview_counts_no_circle_and_no_note_twice(season):
    lights = season.count("Street lights")
    assert together(lights, lights).notes == 1
    both = together(lights, season.count("Alumbrado público"))
    assert (len(both.circles), both.notes) == (3, 3)


def test_counting_as_one_is_one_step_of_undo(season):
    before = season.counts
    count_as_one(
        season.desk, season.picture, season.count("Street lights"), season.count("Alumbrado público")
    )
    season.desk.undo()
    assert season.counts == before


def test_it_is_counted_separately_again_at_any_later_time(season):
    before = season.counts
    count_as_one(
        season.desk, season.picture, season.count("Street lights"), season.count("Alumbrado público")
    )
    season.circle("C04", "Parks")
    assert counted_with(season.desk, season.count("Street lights")) == ("Alumbrado público",)
    count_separately(season.desk, season.count("Street lights"), "Alumbrado público")
    assert season.counts == before | {"Parks": 2}
    assert counted_with(season.desk, season.count("Street lights")) == ()
    assert season.same("Street lights") == ["Alumbrado público"]


def test_a_name_that_comes_later_is_compared_with_every_wording_that_is_counted_together(season):
    season.circle("C04", "The Hollow")
    season.circle("C05", "Lower Creek")
    count_as_one(season.desk, season.picture, season.count("The Hollow"), season.count("Lower Creek"))
    season.circle("C06", "lower  creek area")
    assert season.same("The Hollow") == ["lower  creek area"]
    assert season.same("lower  creek area") == ["The Hollow"]


def test_a_theme_of_the_program_stands_for_one_of_a_circle_whichever_was_asked_first(season):
    starter = season.starter("Lighting of the streets")
    session = next(iter(season.desk.file.records.of_kind(Kind.SESSION))).id
    season.desk.add(session, Note(NoteKind.HOPE, "More lamps", themes=(starter,)))
    both = count_as_one(
        season.desk, season.picture, season.count("Street lights"), season.count("Lighting of the streets")
    )
    assert both.theme_id == starter
    assert "Street lights" not in season.counts


def test_what_was_told_apart_is_never_suggested_again_also_under_another_spelling(season):
    tell_apart(season.desk, season.picture, season.count("Alumbrado público"), season.count("Street lights"))
    assert season.same("Street lights") == season.same("Alumbrado público") == []
    season.circle("C04", "street  lights.", "Street lighting")
    assert season.same("Alumbrado público") == ["Street lighting"]


def test_telling_apart_is_one_step_of_undo(season):
    tell_apart(season.desk, season.picture, season.count("Street lights"), season.count("Alumbrado público"))
    season.desk.undo()
    assert season.same("Street lights") == ["Alumbrado público"]


def test_telling_two_apart_twice_is_one_record_without_words(season):
    for _ in range(2):
        tell_apart(
            season.desk, season.picture, season.count("Street lights"), season.count("Alumbrado público")
        )
    (record,) = season.desk.file.records.of_kind(Kind.THEMES_APART)
    assert record.owner == season.program
    assert "lights" not in str(record)


def test_circles_without_a_program_have_suggestions_too(tmp_path):
    season = Season(tmp_path, in_program=False)
    season.circle("A", "Street lights")
    season.circle("B", "Streetlights")
    assert season.same("Street lights") == ["Streetlights"]
    tell_apart(season.desk, season.picture, season.count("Street lights"), season.count("Streetlights"))
    assert season.same("Street lights") == []
    season.desk.file.close()


def test_at_most_ten_are_suggested_and_those_told_apart_make_room(season):
    for number in range(MOST_SUGGESTED + 3):
        season.circle(f"D{number}", f"{'The ' * (number + 1)}parks")
    assert len(season.same("Parks")) == MOST_SUGGESTED
    for name in season.same("Parks")[:4]:
        tell_apart(season.desk, season.picture, season.count("Parks"), season.count(name))
    assert len(season.same("Parks")) == MOST_SUGGESTED - 1


def test_a_wording_that_was_joined_stays_in_its_own_record(season):
    count_as_one(
        season.desk, season.picture, season.count("Street lights"), season.count("Alumbrado público")
    )
    names = {record.body.name for record in season.desk.file.records.of_kind(Kind.THEME)}
    assert {"Street lights", "Alumbrado público", "Alumbrado publico"} <= names


def test_a_theme_whose_record_is_gone_does_no_harm(season):
    lights, other = season.count("Street lights"), season.count("Alumbrado público")
    record = season.desk.get(RecordId(other.theme_id))
    season.desk.perform(Edit(Act.REMOVE, (Write.again(record, None),)))
    assert counted_with(season.desk, other) == ()
    assert count_as_one(season.desk, season.picture, lights, other).theme_id == lights.theme_id


def test_a_rung_that_merges_is_remembered_with_its_reason_beside_the_name(season):
    one, other = season.count("Street lights"), season.count("Alumbrado público")
    count_as_one(season.desk, season.picture, one, other, Rung.DUPLICATE, "the same lamps")
    now = season.count("Street lights")
    assert why_joined(season.desk, season.picture, now, "Alumbrado público") == "the same lamps"
    assert why_joined(season.desk, season.picture, now, "Street lights") == "the same lamps"
    season.desk.undo()
    assert season.picture.work.likenesses == ()
    assert season.counts["Street lights"] == 1


def test_themes_that_are_related_are_counted_apart_and_name_each_other(season):
    one, other = season.count("Street lights"), season.count("Alumbrado público")
    set_beside(season.desk, season.picture, one, other, Rung.RELATED, "both are about light")
    assert season.counts["Street lights"] == 1
    picture = season.picture
    assert [said.theme.name for said in beside(picture, season.count("Street lights"))] == [
        "Alumbrado público"
    ]
    (said,) = beside(picture, season.count("Alumbrado público"))
    assert (said.theme.name, said.likeness.rung) == ("Street lights", Rung.RELATED)


def test_themes_that_were_compared_are_suggested_no_more_until_that_is_forgotten(season):
    one, other = season.count("Street lights"), season.count("Alumbrado público")
    set_beside(season.desk, season.picture, one, other, Rung.CONFLICT)
    assert season.same("Street lights") == []
    forget_beside(season.desk, season.picture, season.picture.work.likenesses[0])
    assert beside(season.picture, season.count("Street lights")) == ()
    assert season.same("Street lights") == ["Alumbrado público"]
