"""Themes of one name are one across the circles of a program, however they are written."""

from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.overview.program_themes import of_each_program, of_one_name
from dialogue_desk.domain.overview.session_folder import Stored

PROGRAM = RecordId("p")


def theme(theme_id, name, owner="c1", into=None):
    return Stored(RecordId(theme_id), RecordId(owner), Theme(name, RecordId(into) if into else None))


def ids(found):
    return [[one.id for one in together] for together in found]


def test_capitals_accents_full_stops_and_number_signs_make_no_other_theme():
    themes = [
        theme("a", "Street lights"),
        theme("b", "street LIGHTS.", "c2"),
        theme("c", "#street lights", "c3"),
    ]
    assert ids(of_one_name(themes, PROGRAM)) == [["a", "b", "c"]]
    assert ids(of_one_name([theme("a", "policía"), theme("b", "Policia", "c2")], PROGRAM)) == [["a", "b"]]


def test_a_theme_of_the_program_stands_for_those_of_its_circles():
    assert ids(of_one_name([theme("a", "lights"), theme("z", "Lights", "p")], PROGRAM)) == [["z", "a"]]


def test_a_joined_theme_goes_with_the_one_that_stands_for_it_and_so_do_its_twins():
    themes = [theme("a", "lights"), theme("b", "lamps", into="a"), theme("c", "Lights", "c2")]
    assert ids(of_one_name(themes, PROGRAM)) == [["a", "b", "c"]]


def test_other_words_stay_themes_of_their_own():
    assert (
        len(
            of_one_name(
                [theme("a", "lights"), theme("b", "light", "c2"), theme("c", "año"), theme("d", "ano")], None
            )
        )
        == 4
    )


def test_programs_do_not_share_themes_and_neither_do_circles_without_one():
    circles = {
        RecordId("c1"): Circle("C1", program=PROGRAM),
        RecordId("c2"): Circle("C2", program=PROGRAM),
        RecordId("c3"): Circle("C3"),
        RecordId("c4"): Circle("C4"),
    }
    themes = [theme(f"t{n}", "lights", owner) for n, owner in enumerate(("c1", "c2", "c3", "c4", "p", "q"))]
    assert ids(of_each_program(themes, circles)) == [["t4", "t0", "t1"], ["t2"], ["t3"], ["t5"]]
