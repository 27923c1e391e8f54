import pytest

from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names, language_names, own_name


def test_a_language_is_called_what_it_calls_itself_or_by_its_code():
    assert own_name("es") == "Español"
    assert own_name("so") == "so"


def test_the_languages_of_the_app_come_first_and_the_others_in_the_order_of_the_alphabet():
    codes = list(language_names(Words()))
    assert codes[:5] == ["en", "es", "am", "ar", "zh"] and codes[-1] == "vi"


@pytest.mark.parametrize(
    ("last", "joined"),
    [("inglés", "A e inglés"), ("“Historias”", "A e “Historias”"), ("Íñigo", "A e Íñigo")],
)
def test_spanish_lists_have_e_before_the_sound_of_i(last, joined):
    assert join_names(["A", last], Words("es")) == joined


@pytest.mark.parametrize("last", ["hielo", "árabe", "“Younger people”"])
def test_before_other_sounds_the_list_ends_as_usual(last):
    assert " e " not in join_names(["A", last], Words("es"))
    assert join_names(["A", "inglés"], Words()) == "A and inglés"
