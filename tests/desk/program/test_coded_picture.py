"""After coding, the picture is the one that a full read gives; and what needs a full read says so."""

from dataclasses import replace

import pytest

from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.program.coded_picture import coded_again, only_codes
from dialogue_desk.desk.program.note_coding import add_theme, move_notes, new_theme, take_out
from dialogue_desk.desk.program.program_theme_edits import color_theme, put_under, rename_theme, set_aside
from dialogue_desk.desk.program.same_themes import count_as_one
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.notes import ActionIdea
from tests.desk.program.themes_season import Season


@pytest.fixture
def season(tmp_path):
    made = Season(tmp_path)
    made.circle("C1", "Lamps", "Bus", "Thanks")
    made.circle("C2", "lamps", "Walks")
    session = next(iter(made.desk.file.records.of_kind(Kind.SESSION))).id
    theme = made.count("Bus").theme_id
    made.desk.add(session, ActionIdea("A night bus", themes=(theme,)))
    made.told = []
    made.desk.subscribe(made.told.append)
    yield made
    made.desk.file.close()


ACTS = {
    "a theme more": lambda s: add_theme(s.desk, s.picture, s.count("Lamps").lines, s.count("Bus").theme_id),
    "moved": lambda s: move_notes(
        s.desk, s.picture, s.count("Lamps").lines, s.count("Lamps").theme_id, s.count("Bus").theme_id
    ),
    "taken out": lambda s: take_out(s.desk, s.picture, s.count("Lamps").lines, s.count("Lamps").theme_id),
    "split": lambda s: new_theme(s.desk, s.picture, "Parks", s.count("Lamps").lines[:1], s.count("Lamps")),
    "nested": lambda s: put_under(s.desk, s.picture, s.count("Lamps"), s.count("Bus").theme_id),
    "colored": lambda s: color_theme(s.desk, s.picture, s.count("Lamps"), 2),
    "set aside": lambda s: set_aside(s.desk, s.picture, s.count("Thanks"), aside=True),
}


@pytest.mark.parametrize("act", ACTS)
def test_what_is_coded_again_is_what_a_full_read_gives(season, act):
    before = season.picture
    ACTS[act](season)
    assert only_codes(season.told[-1], before)
    assert coded_again(season.desk, before) == season.picture
    assert season.picture != before


def test_lines_that_did_not_move_are_the_same_objects(season):
    before = season.picture
    ACTS["moved"](season)
    after = coded_again(season.desk, before)
    same = [now is then for now, then in zip(after.lines, before.lines, strict=True)]
    assert (same.count(True), same.count(False)) == (3, 2)


def test_what_joins_themes_or_changes_a_circle_is_read_again(season):
    before = season.picture
    count_as_one(season.desk, before, season.count("Lamps"), season.count("Walks"))
    assert not only_codes(season.told[-1], before)
    rename_theme(season.desk, season.picture, season.count("Lamps"), "Light")
    assert not only_codes(season.told[-1], before), "circles' themes are joined with the new name"
    season.desk.undo()
    assert not only_codes(season.told[-1], before)
    assert not only_codes(Outcome.of_everything(), before)
    assert not only_codes(replace(season.told[0], conflicts=frozenset({"x"})), before)
