from dialogue_desk.words.languages import own_name


def test_a_language_is_called_what_it_calls_itself_or_by_its_code():
    assert own_name("es") == "Español"
    assert own_name("so") == "so"
