import pytest

from dialogue_desk.domain.notes.theme_suggestions import Suggestion, Why
from dialogue_desk.words import Words
from dialogue_desk.words.suggestion_reasons import reason_text


@pytest.mark.parametrize("why", Why)
def test_each_reason_is_a_sentence_of_its_own(why):
    told = {reason_text(Suggestion("", 1.0, other, ("cops", "police")), Words()) for other in Why}
    assert len(told) == len(Why)
    assert reason_text(Suggestion("", 1.0, why, ("cops", "police")), Words()) in told


def test_a_reason_shows_the_words_it_is_about():
    one = Suggestion("Police", 0.9, Why.SYNONYM, ("cops", "police"))
    assert reason_text(one, Words()) == "Two words for one thing: cops, police"


def test_what_one_says_more_is_shown_whichever_says_it():
    assert "access" in reason_text(Suggestion("", 0.7, Why.PART_OF, ("access", "")), Words())
    assert "access" in reason_text(Suggestion("", 0.7, Why.PART_OF, ("", "access")), Words())
