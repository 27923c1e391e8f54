"""Notes of a program that a person looks for."""

from dataclasses import replace

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import Note, NoteKind, Spread, Theme
from dialogue_desk.domain.overview.note_filter import Facet, NoteFilter, NoteIndex, Shelf
from dialogue_desk.domain.overview.program_overview import CircleRow, picture_of
from dialogue_desk.domain.overview.session_folder import Stored
from tests.domain.session_folders import a_folder

PROGRAM = RecordId("p")
SAFETY, LAMPS, BUS = (RecordId(key) for key in ("safety", "lamps", "bus"))
THEMES = [
    Stored(SAFETY, PROGRAM, Theme("Safety")),
    Stored(LAMPS, PROGRAM, Theme("Street lights", under=SAFETY)),
    Stored(BUS, PROGRAM, Theme("Night bus")),
]
SAID = {
    "C1": (
        Note(NoteKind.CONCERN, "Half the lamps are out.", spread=Spread.MOST, themes=(LAMPS,)),
        Note(NoteKind.HOPE, "A bus at night.", themes=(BUS,)),
    ),
    "C2": (
        Note(NoteKind.CONCERN, "La calle está oscura.", themes=(LAMPS,), language="es"),
        Note(NoteKind.STRENGTH, "Neighbors help."),
    ),
}


def an_index(differing=()):
    folders = []
    for code, notes in SAID.items():
        folder = a_folder(*notes)
        own = tuple(replace(note, id=RecordId(f"{code}-{at}")) for at, note in enumerate(folder.notes))
        circle = replace(folder.circle, code=code)
        folders.append(replace(folder, circle_id=RecordId(code), circle=circle, notes=own))
    rows = [CircleRow(RecordId(code), code, "", "en", ()) for code in SAID]
    return NoteIndex.of(picture_of(PROGRAM, None, rows, folders, THEMES), frozenset(differing))


INDEX = an_index()


def found(**wanted):
    return [line.text for line in INDEX.find(NoteFilter(**wanted))]


def test_nothing_is_left_out_where_nothing_is_asked():
    assert len(found()) == 4


def test_all_words_that_are_typed_have_to_be_there_without_accents_or_capitals():
    assert found(text="CALLE esta") == ["La calle está oscura."]
    assert found(text="calle bus") == []


def test_a_note_is_found_by_its_theme_its_circle_and_its_code():
    assert found(text="night bus") == ["A bus at night."]
    assert found(text="c2 neighbors") == ["Neighbors help."]
    assert found(text=line_code(RecordId("C2-1"))) == ["Neighbors help."]


def test_values_of_one_facet_widen_and_another_facet_narrows():
    kinds = frozenset({(Facet.KIND, "concern"), (Facet.KIND, "hope")})
    assert len(found(wanted=kinds)) == 3
    assert found(wanted=kinds | {(Facet.LANGUAGE, "es")}) == ["La calle está oscura."]
    assert found(wanted=frozenset({(Facet.SPREAD, "most")})) == ["Half the lamps are out."]


def test_under_a_theme_stands_what_is_under_those_inside_it():
    assert found(theme=SAFETY) == ["Half the lamps are out.", "La calle está oscura."]


def test_what_one_circle_alone_raised_and_what_has_no_theme_have_their_shelves():
    assert found(shelf=Shelf.ONE_CIRCLE) == ["A bus at night."]
    assert found(shelf=Shelf.LOOSE) == ["Neighbors help."]


def test_what_two_organizers_coded_differently_has_its_shelf():
    index = an_index(["C2-1"])
    assert [line.text for line in index.find(NoteFilter(Shelf.DIFFERING))] == ["Neighbors help."]


def test_the_values_of_a_facet_are_counted_beside_the_other_filters():
    wanted = NoteFilter(wanted=frozenset({(Facet.CIRCLE, "C1"), (Facet.KIND, "hope")}))
    assert INDEX.values(Facet.KIND, wanted) == {"concern": 1, "hope": 1}
    assert INDEX.values(Facet.CIRCLE, wanted) == {"C1": 1}


def test_how_many_there_are_is_told_without_what_is_filtered():
    assert INDEX.total(NoteFilter(theme=SAFETY, text="calle")) == 2


def test_notes_that_were_just_coded_are_found_under_their_new_theme():
    after = INDEX.coded({RecordId("C2-1"): (BUS,), RecordId("C1-1"): ()})
    assert [line.text for line in after.find(NoteFilter(theme=BUS))] == ["Neighbors help."]
    assert [line.text for line in after.find(NoteFilter(Shelf.LOOSE))] == ["A bus at night."]
    assert [line.text for line in after.find(NoteFilter(text="night bus neighbors"))] == ["Neighbors help."]


def test_a_value_that_is_added_and_taken_off_leaves_what_was_there():
    before = NoteFilter(text="bus")
    value = (Facet.SESSION, "1")
    assert before.with_value(value).without_value(value) == before
    assert (before.narrows, NoteFilter(theme=BUS).narrows) == (True, False)
