from dialogue_desk.domain.guides.labels import Meaning
from dialogue_desk.ui.drafting.meaning_keys import LETTERS, NEXT_LETTER, SPLIT_LETTER, line_keys, meaning_of
from dialogue_desk.words import Words


def test_each_meaning_that_a_person_can_choose_has_a_letter_of_its_own():
    letters = [*LETTERS.values(), NEXT_LETTER, SPLIT_LETTER]
    assert len(set(letters)) == len(letters)
    assert set(Meaning) - set(LETTERS) == {Meaning.UNKNOWN, Meaning.LABEL}


def test_a_letter_is_understood_small_and_large_and_others_say_nothing():
    assert meaning_of("q") is Meaning.ASK is meaning_of("Q")
    assert meaning_of("z") is None and meaning_of("") is None


def test_all_letters_are_on_the_sheet_of_keys():
    keys = {key for action in line_keys(Words()) for key in action.keys}
    assert keys >= {*LETTERS.values(), NEXT_LETTER, "Space", "Enter"}
