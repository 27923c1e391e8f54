from dialogue_desk.domain.notes.theme_synonyms import synonyms_in
from dialogue_desk.domain.notes.theme_vocabulary import ThemeVocabulary
from dialogue_desk.domain.notes.theme_words import ThemeWords

WEIGHTS = """
silent = "the of de la"
between = "and y"
joining = "between"
slight = "our"
turning = "more less mas"
apart = ["papa papá"]
"""
ENGLISH = frozenset(["cop", "police", "more", "light", "exit", "hospital"])
SPANISH = frozenset(["policia", "exito", "hospital", "hospitales"])


def vocabulary(
    groups="cops, police officers | policía\nyouth, kids | jóvenes\nprograms\nyouth jobs, trabajo juvenil",
):
    return ThemeVocabulary(
        ThemeWords.of(
            WEIGHTS,
            synonyms_in(groups),
            english=lambda word: int(word in ENGLISH),
            spanish=lambda word: int(word in SPANISH),
        )
    )


def test_words_of_a_group_have_one_key_in_any_form():
    words = vocabulary()
    assert words.word("cop").key == words.word("cops").key == words.word("policias").key
    assert words.word("cop").key != words.word("youth").key


def test_a_word_of_no_group_has_its_stem():
    assert vocabulary().word("lights").key == vocabulary().word("light").key


def test_words_of_two_languages_with_one_stem_are_two_words():
    words = vocabulary()
    assert words.word("exit").key != words.word("exito").key
    assert words.word("hospital").key == words.word("hospitales").key


def said_by(words, text):
    found = words.meanings([words.word(word) for word in text.split()])
    return [[word.plain for word in said] for _, said in found]


def test_a_phrase_is_found_in_any_order_and_by_other_words_of_its_groups():
    words = vocabulary("youth, kids\njobs, work\nyouth jobs, first steps")
    assert said_by(words, "work light kids") == [["work", "kids"], ["light"]]


def test_no_word_is_in_two_phrases():
    words = vocabulary("a1, b1 c1\nx1, c1 d1")
    assert said_by(words, "b1 c1 d1") == [["b1", "c1"], ["d1"]]


def test_a_phrase_may_have_a_phrase_in_it():
    words = vocabulary("street lights, lamps\nlack, not enough\ndark streets, lack lamps")
    assert said_by(words, "not enough street lights") == [["not", "enough", "street", "lights"]]


def test_a_group_that_shares_a_word_with_an_earlier_one_says_more_of_the_same():
    words = vocabulary("cops, police\nblue, cops")
    assert words.word("blue").key == words.word("police").key


def test_what_was_meant_is_a_known_word_or_the_spelling_that_is_used_most():
    words = vocabulary()
    meant = words.meant(["policc", "polise", "willamete", "willamette", "willamette", "youth"])
    assert meant["willamete"] == "willamette"
    assert "willamette" not in meant and "youth" not in meant
    assert meant["polise"] == "police"


def test_two_words_that_were_written_as_one_are_told_apart():
    words = vocabulary("affordable housing\njobs\nstreetlights")
    assert words.halves("affordablehousing") == ("affordable", "housing")
    assert words.halves("streetlights") == ("streetlights",)
    assert words.halves("jobsjobs") == ("jobs", "jobs")
    assert words.halves("jobsxyz") == ("jobsxyz",)
    assert words.halves("") == ("",)


def test_words_that_turn_a_name_are_known():
    words = vocabulary()
    assert words.turns(words.word("more"))
    assert not words.turns(words.word("light"))
