from dialogue_desk.domain.overview.arrivals import Sign, arrivals_of
from dialogue_desk.ui.program.arrival_text import (
    comparison_texts,
    filter_text,
    gap_list,
    sign_text,
    waiting_rows,
)
from dialogue_desk.words import Words
from tests.domain.arrived import came, pictured

WORDS = Words()


def rows(*circles, choices=0):
    found = waiting_rows(arrivals_of(pictured(*circles)), choices, WORDS)
    return {row.id: (row.title, row.detail) for row in found}


def test_nothing_waits_where_all_is_well():
    assert rows((came(),), (came(),)) == {}


def test_each_kind_that_waits_has_a_row_with_its_circles():
    found = rows((came(conflicts=2),), (None,), (came(notes=0, closed=False),), choices=2)
    assert found == {
        Sign.CHOICE: ("2 entries in two versions", "C1"),
        Sign.GAP: ("1 session is not here yet", "C2"),
        Sign.NO_NOTES: ("1 session without notes", "C3"),
        Sign.OPEN: ("1 session is not wrapped up", "C3"),
    }


def test_circles_that_get_smaller_say_how_many_came():
    smaller = (came(12), came(9), came(7))
    assert rows(smaller)[Sign.FEWER] == (
        "1 circle gets smaller",
        "C1: 12, 9, 7 people. Call the facilitators.",
    )
    assert rows(smaller, smaller, smaller)[Sign.FEWER] == (
        "3 circles get smaller",
        "C1: 12, 9, 7 people, and 2 more circles. Call the facilitators.",
    )


def test_four_circles_are_named_and_of_more_the_others_are_counted():
    silent = (came(notes=0),)
    assert rows(*[silent] * 4)[Sign.NO_NOTES][1] == "C1, C2, C3 and C4"
    assert rows(*[silent] * 5)[Sign.NO_NOTES][1] == "C1, C2, C3 and 2 more"


def test_the_list_of_what_is_not_here_can_be_pasted_into_an_e_mail():
    picture = pictured((came(), came()), (None, None), (came(), None), (came(), came()))
    assert gap_list(arrivals_of(picture), picture.columns, WORDS) == (
        "These sessions are not here yet. Please send their files:\n"
        "C2, Library: sessions 1 and 2\n"
        "C3, Library: session 2\n"
    )


def test_what_is_seen_only_beside_others_is_said():
    picture = pictured((came(12), came(6, guide="bridges 2")), *[(came(), came())] * 2)
    (circle, *_) = arrivals_of(picture)
    assert comparison_texts(circle, 0, WORDS) == ()
    assert comparison_texts(circle, 1, WORDS) == (
        "Fewer people: 12, 6",
        "Another guide version than other circles",
    )


def test_each_sign_has_words_of_its_own_in_the_legend_and_on_its_filter():
    assert len({sign_text(sign, WORDS) for sign in Sign}) == len(Sign)
    assert len({filter_text(sign, 3, WORDS) for sign in Sign}) == len(Sign)
    assert filter_text(Sign.GAP, 9, WORDS) == "Only gaps · 9"
