"""What a circle remembers of its privacy checks."""

from dialogue_desk.desk.session.privacy_memory import WORDS_PREFIX, CircleMemory
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.privacy.finds import Find, FindKind
from dialogue_desk.domain.privacy.lists import Cues, NameLists
from dialogue_desk.domain.privacy.word_lists import WordLists

LISTS = NameLists(
    given=frozenset(),
    cues=Cues(titles=frozenset(("officer",)), particles=frozenset(("de", "la"))),
    grades=WordLists(english={"will": 6, "tulip": 3}),
)
CIRCLE, OTHER = RecordId("circle"), RecordId("other")


def after(kind, words, circle=CIRCLE):
    decisions = list(CircleMemory(circle, (), LISTS).confirmed(kind, words))
    assert all(one.mark.startswith(WORDS_PREFIX) and not one.words for one in decisions)
    return CircleMemory(CIRCLE, decisions, LISTS)


def marked(memory, text, *finds):
    return [text[one.start : one.end] for one in memory.with_names(text, finds)]


def test_the_names_in_a_confirmed_find_are_marked_without_its_title_particles_and_initials():
    memory = after(FindKind.TITLED_NAME, "Officer J. Tulip de la Vega")
    assert marked(memory, "the officer saw a tulip, de la Vega's tulips, J too") == [
        "tulip",
        "Vega",
        "tulips",
    ]


def test_an_everyday_word_is_marked_only_with_a_capital():
    memory = after(FindKind.NAME, "Will")
    assert marked(memory, "we will ask Will") == ["Will"]


def test_what_is_found_already_is_not_marked_twice():
    memory = after(FindKind.NAME, "Tulip")
    assert marked(memory, "big tulip", Find(0, 9, FindKind.NAME)) == ["big tulip"]


def test_another_circle_remembers_nothing_of_it():
    assert marked(after(FindKind.NAME, "Tulip", circle=OTHER), "a tulip") == []


def test_what_is_no_name_is_not_remembered_as_one():
    assert marked(after(FindKind.ADDRESS, "12 Tulip Street"), "a tulip") == []


def test_a_doubtful_find_that_was_kept_is_harmless_until_it_proves_a_name():
    kept = list(CircleMemory(CIRCLE, (), LISTS).kept(FindKind.MAYBE_NAME, "Tulip"))
    assert CircleMemory(CIRCLE, kept, LISTS).is_harmless(FindKind.MAYBE_NAME, "tulip")
    named = [*kept, *CircleMemory(CIRCLE, (), LISTS).confirmed(FindKind.NAME, "Tulip")]
    assert not CircleMemory(CIRCLE, named, LISTS).is_harmless(FindKind.MAYBE_NAME, "tulip")


def test_a_sure_name_that_was_kept_is_not_remembered():
    assert list(CircleMemory(CIRCLE, (), LISTS).kept(FindKind.NAME, "Lupe")) == []
