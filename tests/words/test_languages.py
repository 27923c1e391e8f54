from dialogue_desk.words import Words
from dialogue_desk.words.languages import language_names, own_name


def test_a_language_is_called_what_it_calls_itself_or_by_its_code():
    assert own_name("es") == "Español"
    assert own_name("so") == "so"


def test_the_languages_of_the_app_come_first_and_the_others_in_the_order_of_the_alphabet():
    codes = list(language_names(Words()))
    assert codes[:5] == ["en", "es", "am", "ar", "zh"] and codes[-1] == "vi"
