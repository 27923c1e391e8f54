"""The ready-made statements can be asked as they are."""

from dialogue_desk.domain.model.questionnaire import MOST_STATEMENTS, SCALE
from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.questionnaire_words import ready_questionnaire, ready_statements, scale_ends


def test_there_are_as_many_as_a_questionnaire_can_have_each_in_every_language():
    ready = ready_statements()
    assert len({one.key for one in ready}) == len(ready) == MOST_STATEMENTS
    assert all(one.text(code) for one in ready for code in LANGUAGES)


def test_a_new_questionnaire_has_the_first_of_them_and_an_open_line():
    ready = ready_questionnaire()
    assert ready.statements == ready_statements()[:5]
    assert dict(ready.open_line).keys() == set(LANGUAGES)


def test_the_words_at_the_ends_of_the_scale_have_its_numbers():
    for code in LANGUAGES:
        least, most = scale_ends(Words(code))
        assert least.startswith(SCALE[0]) and most.startswith(SCALE[-1])
