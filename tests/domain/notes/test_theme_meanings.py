from dialogue_desk.desk.program.theme_word_lists import theme_words
from dialogue_desk.domain.notes.theme_meanings import meanings_of
from dialogue_desk.domain.notes.theme_vocabulary import ThemeVocabulary

VOCABULARY = ThemeVocabulary(theme_words())


def meaning(name):
    return meanings_of([name], VOCABULARY)[0]


def test_small_words_and_words_that_add_little_are_not_the_core():
    assert meaning("The need for parks in our community").core == meaning("Parks").core


def test_a_name_of_nothing_but_such_words_keeps_them():
    assert meaning("Our community").core != frozenset()


def test_and_parts_what_would_be_a_phrase():
    assert len(meaning("Street and lights").core) == 2
    assert len(meaning("Street lights").core) == 1


def test_and_parts_nothing_behind_between():
    said = meaning("Relationship between youth and police")
    assert said.core == meaning("Youth-police relations").core


def test_words_that_add_little_do_not_take_a_word_from_the_phrase_it_is_in():
    assert meaning("Dueños de casas en la comunidad").core == meaning("Landlords").core


def test_two_words_that_are_one_are_read_as_one():
    assert meaning("Side walks").core == meaning("Sidewalks").core


def test_a_mistyped_word_is_known_as_such():
    (piece,) = meaning("Saftey").pieces
    assert piece.mistyped and piece.said == "saftey"
    assert piece.key in meaning("Safety").core


def test_accents_stay_in_what_is_shown():
    assert [piece.said for piece in meaning("Programas para jóvenes").pieces] == ["programas jóvenes"]


def test_a_name_of_two_hundred_words_is_read_to_its_end():
    long = " ".join(f"word{at}" for at in range(200))
    assert len(meaning(long).pieces) == 200
