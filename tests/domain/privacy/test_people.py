"""Names of people in letters that have capitals."""

import pytest

from dialogue_desk.desk.session.privacy_words import name_lists, name_weights
from dialogue_desk.domain.privacy.finds import FindKind
from dialogue_desk.domain.privacy.name_tagger import NameTagger
from dialogue_desk.domain.privacy.people import People, Thresholds
from dialogue_desk.domain.privacy.word_facts import WordBook

_TAGGER = []


def found(text, **more):
    if not _TAGGER:
        _TAGGER.append(NameTagger(WordBook(name_lists()), name_weights()))
    finds = People(text, _TAGGER[0], name_lists(), **more).finds()
    return [(text[one.start : one.end], one.kind) for one in finds]


def names(text):
    return [said for said, _ in found(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("we met doña Lupe Ruiz", "doña Lupe Ruiz"),
        ("an Officer J. Ruiz came", "Officer J. Ruiz"),
        ("sgt mackelroy kept yelling", "sgt mackelroy"),
        ("hablé con of. Gallardo ayer", "of. Gallardo"),
    ],
)
def test_a_title_belongs_to_the_name_behind_it(text, said):
    assert found(text) == [(said, FindKind.TITLED_NAME)]
    assert found("the officer on Monday") == []


@pytest.mark.parametrize(
    "name",
    [
        "lupe ruiz",
        "marta ines beltran rojas",
        "amina al-tikriti",
        "terrell j. moseby",
        "maria elena de la torre",
    ],
)
def test_a_name_is_found_whole_in_small_letters_too(name):
    assert names(f"{name} said it twice") == [name]


@pytest.mark.parametrize(
    "text",
    ["Mercy lost her job over it", "Perla organiza la kermés", "remedios cuida a su nieto", "asked Hope why"],
)
def test_a_name_that_is_also_a_word_is_told_by_what_stands_beside_it(text):
    assert len(names(text)) == 1


@pytest.mark.parametrize("text", ["no mercy for us", "we will hope for more", "en mayo llueve"])
def test_the_word_alone_is_no_name(text):
    assert names(text) == []


@pytest.mark.parametrize("text", ["D.W. agreed w the others", "h. delacroix brings the chairs"])
def test_bare_initials_are_found(text):
    assert found(text)[0][1] in {FindKind.INITIALS, FindKind.MAYBE_NAME}


def test_letters_that_stand_for_nobody_are_no_initials():
    assert names("at 7 p.m. in the U.S. by the PD") == []


def test_a_second_capital_belongs_to_the_name():
    assert names("grandpa of Grant Tall Elk spoke") == ["Grant Tall Elk"]


def test_a_possessive_stays_outside_the_find():
    assert names("we saw Lupe's brother") == ["Lupe"]


def test_a_park_named_after_somebody_is_no_person():
    assert names("Lincoln Park is dark") == []


def test_what_is_not_sure_is_maybe_a_name():
    strict = Thresholds(sure=100_000)
    assert found("we saw Lupe there", thresholds=strict) == [("Lupe", FindKind.MAYBE_NAME)]
    assert found("we saw Lenix there", thresholds=Thresholds(maybe=100_000)) == []


@pytest.mark.parametrize(
    "line",
    ["We asked maria twice.", "we asked maria twice", "Nobody told Carlos", "Then peter left."],
)
def test_a_word_that_is_rather_a_name_than_a_word_is_at_least_maybe_one(line):
    assert [said for said in names(line) if said.casefold() in {"maria", "carlos", "peter"}]


@pytest.mark.parametrize("line", ["Grace and patience is what we need.", "we rose to leave, out of hope."])
def test_a_word_that_is_as_common_as_the_name_is_left_to_what_is_around_it(line):
    assert names(line) == []


@pytest.mark.parametrize("name", ["jefe de bomberos Yturralde", "fire chief Nwachukwu"])
def test_a_title_of_several_words_belongs_to_the_name(name):
    assert found(f"we asked {name} about it") == [(name, FindKind.TITLED_NAME)]
