"""Notes under the themes that an organizer counts them under; what circles wrote stays."""

import pytest

from dialogue_desk.desk.program.note_coding import (
    add_theme,
    as_circles_wrote,
    choose_coding,
    codings_now,
    codings_of,
    differing_notes,
    move_notes,
    new_theme,
    take_out,
    take_out_of_all,
)
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.model.organizing import Coding, coding_id
from dialogue_desk.domain.records.changes import Act, Change, Pair
from dialogue_desk.domain.records.records import Edition, Record, Version
from tests.desk.program.themes_season import Season


@pytest.fixture
def season(tmp_path):
    made = Season(tmp_path)
    made.circle("C1", "Lamps", "Bus")
    made.circle("C2", "Lamps")
    made.circle("C3", "Benches")
    yield made
    made.desk.file.close()


def lines(season, name):
    return season.count(name).lines


def test_notes_count_under_one_theme_more_and_stay_where_they_were(season):
    add_theme(season.desk, season.picture, lines(season, "Lamps"), season.count("Bus").theme_id)
    assert season.counts == {"Lamps": 2, "Bus": 2, "Benches": 1}
    own = [record.body.themes for record in season.desk.file.records.of_kind(Kind.NOTE)]
    assert all(len(themes) == 1 for themes in own)


def test_notes_that_move_leave_the_theme_and_one_undo_brings_all_back(season):
    lamps, bus = season.count("Lamps"), season.count("Bus")
    move_notes(season.desk, season.picture, lamps.lines, lamps.theme_id, bus.theme_id)
    assert season.counts == {"Bus": 2, "Benches": 1}
    assert season.desk.can_undo() is Act.PUT
    season.desk.undo()
    assert season.counts == {"Lamps": 2, "Bus": 1, "Benches": 1}


def test_a_note_that_moves_out_of_a_wide_theme_leaves_what_is_inside_it(season):
    wide = season.desk.add(season.program, Theme("Streets", starter=False))
    season.desk.add(season.program, Theme("Lamps", under=wide))
    take_out(season.desk, season.picture, season.count("Lamps").lines, wide)
    assert season.counts == {"Bus": 1, "Benches": 1}


def test_a_new_theme_is_the_programs_and_is_not_offered_to_circles(season):
    made = new_theme(season.desk, season.picture, "Light", lines(season, "Lamps")[:1])
    record = season.desk.get(made)
    assert (record.owner, record.body) == (season.program, Theme("Light", starter=False))
    assert season.counts["Light"] == 1
    assert season.counts["Lamps"] == 2


def test_what_is_split_off_counts_in_the_new_theme_alone(season):
    lamps = season.count("Lamps")
    new_theme(season.desk, season.picture, "Lamps in parks", lamps.lines[:1], lamps)
    assert season.counts == {"Lamps": 1, "Lamps in parks": 1, "Bus": 1, "Benches": 1}
    assert season.desk.can_undo() is Act.SPLIT
    season.desk.undo()
    assert season.counts == {"Lamps": 2, "Bus": 1, "Benches": 1}


def test_notes_are_taken_out_of_all_their_themes_at_once(season):
    add_theme(season.desk, season.picture, lines(season, "Lamps"), season.count("Bus").theme_id)
    take_out_of_all(season.desk, season.picture, lines(season, "Lamps"))
    assert season.counts == {"Bus": 1, "Benches": 1}
    assert len(season.picture.without_theme) == 2


def test_notes_go_back_to_the_themes_of_their_circles(season):
    lamps = season.count("Lamps")
    before = season.counts
    take_out(season.desk, season.picture, lamps.lines, lamps.theme_id)
    notes = [line for line in season.picture.lines if not line.theme_ids]
    as_circles_wrote(season.desk, season.picture, notes)
    assert season.counts == before


def test_coding_a_note_as_it_is_writes_nothing(season):
    lamps = season.count("Lamps")
    add_theme(season.desk, season.picture, lamps.lines, lamps.theme_id)
    assert season.picture.work.codings == {}


def differ(season, note, theme):
    """Let another organizer have coded a note, unseen by this one."""
    record = season.desk.get(coding_id(season.program, note))
    other = DeviceId("elsewhere")
    edition = Edition(Version(((other, 1),)), record.shown.at, other, Coding(note, (theme,)))
    both = Record(record.id, record.kind, record.owner, (*record.editions, edition))
    with season.desk.file.writing():
        season.desk.file.records.write(Change(Act.IMPORT, (Pair(record, both),)))


def test_where_two_organizers_differ_both_codings_are_there_until_a_person_chooses(season):
    lamps, bus, benches = (season.count(name) for name in ("Lamps", "Bus", "Benches"))
    line = lamps.lines[0]
    move_notes(season.desk, season.picture, [line], lamps.theme_id, bus.theme_id)
    differ(season, line.note_id, benches.theme_id)
    picture = season.picture
    assert differing_notes(picture) == {line.note_id}
    both = {(bus.theme_id,), (benches.theme_id,)}
    assert set(codings_of(season.desk, picture, line.note_id)) == both
    choose_coding(season.desk, picture, line.note_id, (bus.theme_id, benches.theme_id))
    assert differing_notes(season.picture) == frozenset()
    assert codings_now(season.desk, picture, [line]) == {line.note_id: (bus.theme_id, benches.theme_id)}


@pytest.fixture
def loose(tmp_path):
    made = Season(tmp_path / "loose", in_program=False)
    made.circle("C1", "Lamps")
    yield made
    made.desk.file.close()


def test_circles_without_a_program_are_not_coded(loose):
    with pytest.raises(ValueError, match="no workbench"):
        add_theme(loose.desk, loose.picture, loose.picture.lines, loose.count("Lamps").theme_id)
    assert differing_notes(loose.picture) == frozenset()
