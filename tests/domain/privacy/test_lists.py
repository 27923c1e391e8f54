"""The lists of words that the search for names uses."""

from dialogue_desk.domain.privacy.lists import NameLists, word_set

LISTS = NameLists(
    given=frozenset(("maria", "rose", "linda")),
    surnames=frozenset(("ruiz", "cruz")),
    also_words=frozenset(("rose", "cruz")),
    usual=frozenset(("monday",)),
    small_words=frozenset(("linda",)),
)


def test_a_list_is_read_without_its_comments_and_folded():
    assert word_set("# names\nMaría Ruiz\n\nO’Neil's") == {"maria", "ruiz", "o’neil"}


def test_a_name_is_plain_when_it_is_no_word():
    assert (LISTS.plain_given, LISTS.plain_surnames) == ({"maria", "linda"}, {"ruiz"})
    assert [LISTS.is_name(word) for word in ("maria", "ruiz", "rose", "cruz", "monday")] == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert LISTS.small_given == {"maria"}
    assert LISTS.names == {"maria", "rose", "linda", "ruiz", "cruz"}


def test_the_place_of_a_circle_points_at_nobody_unless_it_is_a_name():
    assert LISTS.with_usual(["Tanglewood Hall", "María"]).usual == {"monday", "tanglewood", "hall"}
