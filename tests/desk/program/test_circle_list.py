"""An organizer's list of circles is understood as people write it."""

from dialogue_desk.desk.program.circle_list import ListFault, ListRemark, circles_in
from dialogue_desk.domain.model.circles import Circle, Round
from dialogue_desk.exchange.rows_of_files import rows_in_text
from dialogue_desk.words import Words

ROUNDS = (Round("Spring"), Round("Fall 2027"))


def read(text, taken=(), language="en", words=None):
    return circles_in(rows_in_text(text), taken, language, words or Words(), ROUNDS)


def told(found):
    return [(one.body.code, one.body.place, one.body.language) for one in found.circles]


def test_the_heads_of_columns_say_what_stands_where():
    found = read("Idioma;Lugar;Código\nEspañol;Biblioteca;C07\nInglés;Iglesia;C08")
    assert told(found) == [("C07", "Biblioteca", "es"), ("C08", "Iglesia", "en")]


def test_without_heads_a_line_is_the_code_the_place_and_the_language():
    found = read("C01, Eastside Library, English\nC02, Church, lower hall, Haitian Creole\nC03")
    assert told(found) == [
        ("C01", "Eastside Library", "en"),
        ("C02", "Church, lower hall", "ht"),
        ("C03", "", "en"),
    ]


def test_places_alone_get_free_codes_and_the_language_that_is_usual():
    found = read("Eastside Library\nChurch hall\tVietnamese", taken=["C01"], language="es")
    assert told(found) == [("C02", "Eastside Library", "es"), ("C03", "Church hall", "vi")]


def test_a_code_that_is_taken_or_comes_twice_is_left_out_and_said():
    found = read("c07, Library\nC08, Church\nC08, Mill", taken=["C07"])
    assert told(found) == [("C08", "Church", "en")]
    lines = ("c07, Library", "C08, Mill")
    assert found.remarks == tuple(ListRemark(ListFault.TWIN, line) for line in lines)


def test_a_line_that_says_nothing_under_the_heads_is_no_circle():
    found = read("Nr,Code,Place\n1,C01,Library\n2,,\n3,,Mill", taken=["C02"])
    assert told(found) == [("C01", "Library", "en"), ("C03", "Mill", "en")]
    assert ListRemark(ListFault.EMPTY, "2") in found.remarks


def test_a_neighborhood_is_a_place_where_no_other_is_named():
    found = read("Circle name;Neighborhood;Code\nNight owls;Oak Flats;OAK-3")
    assert told(found) == [("OAK-3", "Oak Flats", "en")]
    assert found.remarks == (ListRemark(ListFault.COLUMN, "Circle name"),)
    assert told(read("Name,Code\nOak Flats,OAK-3")) == [("OAK-3", "Oak Flats", "en")]


def test_a_language_that_is_not_known_and_a_column_that_is_not_taken_are_said():
    found = read("Code,Place,Language,Chairs\nC01,Library,Klingon,12")
    assert told(found) == [("C01", "Library", "en")]
    column, language = found.remarks
    assert column == ListRemark(ListFault.COLUMN, "Chairs")
    assert language == ListRemark(ListFault.LANGUAGE, "Klingon")


def test_the_apps_language_names_languages_too():
    assert told(read("C01, Biblioteca, árabe", words=Words("es"))) == [("C01", "Biblioteca", "ar")]


def test_nothing_is_no_circle():
    assert read("").circles == () and read("Code, Place").circles == ()


def test_columns_say_which_sort_of_circle_it_is_for_whom_and_in_which_round():
    found = read(
        "Circle #;Meeting place;Idioma hablado;Type of circle;Youth?;Affinity group;Season\n"
        "C01;Mill;es;tenants;yes;women;fall 2027\n"
        "C02;Rink;;;no;;1\n"
        "C03;Pool;;;14 to 18;;Winter"
    )
    first, second, third = (one.body for one in found.circles)
    assert first == Circle("C01", "Mill", None, "es", "", "tenants", True, "women", 2)
    assert (second.youth, second.round) == (False, 1)
    assert (third.youth, third.round) == (False, 0)
    assert found.remarks == (
        ListRemark(ListFault.ROUND, "Winter"),
        ListRemark(ListFault.YOUTH, "14 to 18"),
    )


def test_a_column_that_is_called_just_so_goes_before_one_that_only_has_the_word_in_it():
    found = read("Language of papers,Language,Code\nen,es,C01")
    assert told(found) == [("C01", "", "es")]
    assert found.remarks == (ListRemark(ListFault.COLUMN, "Language of papers"),)
