"""What languages are called."""

from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.languages import join_names, language_name, language_names


def test_the_languages_of_the_app_are_among_those_that_circles_are_offered():
    for language in LANGUAGES:
        assert set(LANGUAGES) <= set(language_names(Words(language)))


def test_a_language_without_a_name_here_goes_by_its_code():
    assert (language_name("am", Words()), language_name("nah", Words())) == ("Amharic", "nah")
    assert language_name("am", Words("es")) == "amárico"


def test_names_are_joined_as_people_say_them():
    names = ["English", "Spanish", "Arabic"]
    assert [join_names(names[:count], Words()) for count in range(4)] == [
        "",
        "English",
        "English and Spanish",
        "English, Spanish and Arabic",
    ]
