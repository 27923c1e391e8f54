import time

import pytest

from dialogue_desk.desk.program.theme_word_lists import theme_words
from dialogue_desk.domain.notes.theme_suggestions import MOST_SUGGESTED, Why, theme_suggestions
from dialogue_desk.domain.notes.theme_vocabulary import ThemeVocabulary

VOCABULARY = ThemeVocabulary(theme_words())


def suggested(one, other):
    return next(iter(theme_suggestions([one, other], VOCABULARY)[one]), None)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Parks", "parks.", Why.LETTERS),
        ("Basura", "BASURA", Why.LETTERS),
        ("Streetlights", "Street lights", Why.SPACING),
        ("Safety of schools", "The safety of our schools", Why.SMALL_WORDS),
        ("Parks", "Local parks", Why.PART_OF),
        ("The parks", "Parks", Why.SMALL_WORDS),
        ("Police and schools", "Schools and police", Why.ORDER),
        ("Pothole", "Potholes", Why.PLURAL),
        ("Autobús", "Autobuses", Why.PLURAL),
        ("Neighborhod garden", "Neighborhood garden", Why.TYPING),
        ("Vesinos", "Vecinos", Why.TYPING),
        ("Enforcing the curfew", "Curfew enforcement", Why.STEM),
        ("#AffordableHousing", "Affordable houzing", Why.TYPING),
        ("Cops", "Law enforcement", Why.SYNONYM),
        ("Banquetas", "Aceras", Why.SYNONYM),
        ("Mental health", "Salud mental", Why.TRANSLATION),
        ("Street lights", "Alumbrado público", Why.TRANSLATION),
        ("Meditation", "Meditación", Why.TRANSLATION),
    ],
)
def test_names_that_mean_the_same_are_suggested_with_the_reason(one, other, why):
    found = suggested(one, other)
    assert found is not None and found.name == other
    assert found.why is why
    assert suggested(other, one).why is why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("More police", "Fewer police"),
        ("More police on our streets at night in winter", "Fewer police on our streets at night in winter"),
        ("Safe", "Unsafe"),
        ("Trust in police", "Distrust of police"),
        ("Police in the parks in summer at night", "No police in the parks in summer at night"),
        ("Street lights", "Traffic lights"),
        ("Youth center", "Senior center"),
        ("Parks", "Parking"),
        ("Housing", "House"),
        ("Race", "Racing"),
        ("Trust", "Trash"),
        ("Papa", "Papá"),
        ("Año", "Ano"),
        ("Exit", "Éxito"),
        ("Más policía", "Menos policía"),
        ("Seguro", "Inseguro"),
        ("Library", "Librería"),
        ("Affordable housing", "Housing"),
        ("Police in schools", "Police"),
        ("Bus 12", "Bus 14"),
        ("Zone A", "Zone B"),
        ("Precinct 4", "Precinct 5"),
    ],
)
def test_opposites_look_alikes_and_parts_are_not_suggested(one, other):
    assert suggested(one, other) is None
    assert suggested(other, one) is None


def test_an_accent_left_out_of_a_longer_name_makes_no_difference():
    assert suggested("Clases de ingles", "Clases de inglés").why is Why.LETTERS


def test_the_reason_names_the_words_it_is_about():
    assert suggested("Programs for teens", "Programas juveniles").words == (
        "programs teens",
        "programas juveniles",
    )
    assert suggested("Access to health care", "Health care").words == ("access", "")


def test_one_word_more_is_suggested_only_beside_three_that_are_shared():
    long = "Loud music in parks on weekends"
    assert suggested(long, "Loud music in parks on weekends downtown").score < 0.8
    assert suggested("Loud music in parks", "Loud music") is None


def test_the_likeliest_come_first_and_there_are_at_most_ten():
    names = ["Trash", "trash.", "Garbage", "Basura", "Litter", *(f"The {'trash ' * n}" for n in range(2, 12))]
    found = theme_suggestions(names, VOCABULARY)["Trash"]
    assert len(found) == MOST_SUGGESTED
    assert found[0].name == "trash."
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_the_order_of_the_names_makes_no_difference():
    names = ["Trash", "Garbage", "Basura", "Litter", "Wilamette Park", "Willamette Park", "Park Willamette"]
    found = theme_suggestions(names, VOCABULARY)
    assert found == theme_suggestions(reversed(names), VOCABULARY)
    assert [one.name for one in found["Wilamette Park"]] == ["Park Willamette", "Willamette Park"]


@pytest.mark.parametrize(
    "name", ["", "   ", "!!!", "🙂", "的", "the of", "\0", "a" * 5_000, "ñ\u0303\u0303", "—"]
)
def test_odd_names_do_no_harm(name):
    found = theme_suggestions([name, "Parks", "Police"], VOCABULARY)
    assert found["Parks"] == () and found["Police"] == ()


def test_names_without_words_are_not_the_same():
    assert theme_suggestions(["🙂", "!!!", "的", "—?"], VOCABULARY)["🙂"] == ()


def test_a_thousand_names_take_less_than_half_a_second_and_many_of_one_meaning_not_much_more():
    phrases = [phrase for group in theme_words().synonyms for phrase in (*group.english, *group.spanish)]
    names = [f"{one} {other}" for one, other in zip(phrases, phrases[500:1500], strict=False)]
    began = time.process_time()
    theme_suggestions(names, VOCABULARY)
    mixed = time.process_time() - began
    same = [f"{'the ' * (at % 9)}police {'our ' * (at // 9)}" for at in range(1_000)]
    theme_suggestions(same, VOCABULARY)
    assert mixed < 2.5, "four times what it takes on a slow laptop: it grew out of proportion"
    assert time.process_time() - began < 8
