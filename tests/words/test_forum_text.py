"""What is said of a vote: who shares a place, which ballots don't count, and what does not add up."""

from dialogue_desk.domain.model.forum import Forum
from dialogue_desk.domain.overview.forum_result import ForumResult, forum_result
from dialogue_desk.words import Words
from dialogue_desk.words.forum_text import (
    count_sentences,
    dots_rule,
    first_place_text,
    how_counted,
    option_name,
    tie_sentences,
)
from tests.reports.forum_plans import ballot, forum_plan, some

EN = Words()


def result(*entries, options=3):
    return forum_result(forum_plan(*some(options), *entries).picture.work)


def test_the_rule_of_the_dots_is_said_and_how_they_were_counted():
    assert dots_rule(Forum(5, 2), EN) == "Each ballot has 5 dots. At most 2 dots go to one option."
    assert dots_rule(Forum(1), EN) == dots_rule(Forum(1, 1), EN) == "Each ballot has 1 dot."
    assert "share a place" in how_counted(Forum(), EN)


def test_the_first_place_is_one_option_or_several():
    assert first_place_text(result(), EN) == ""
    assert first_place_text(result(ballot(1, {2: 2})), EN) == "“Lights on street 2” got the most dots: 2"
    assert first_place_text(result(ballot(1, {2: 1, 3: 1})), EN) == "2 options got the most dots: 1 each"


def test_ties_are_said_and_what_got_no_dot():
    told = list(tie_sentences(result(ballot(1, {1: 1, 3: 1}), options=4), EN))
    assert told == [
        "Options 1 and 3 have as many dots and share place 1.",
        "Options 2 and 4 got no dot.",
    ]


def test_all_that_does_not_count_or_does_not_add_up_is_said():
    odd = ForumResult(
        ballots=12, spoiled=1, left_out=15, once=2, given_out=20, differing=tuple(range(1, 16)), doubled=(3,)
    )
    told = " ".join(count_sentences(odd, EN))
    assert "12 ballots are counted. 1 ballot is spoiled" in told
    assert "12 and 3 more" in told and "2 ballots were typed by one person alone" in told
    assert "28 ballots are typed, and 20 were given out: 8 too many. All are kept." in told
    assert "Number 3 stands for two options" in told
    few = ForumResult(ballots=3, given_out=5, unsettled=True)
    told = " ".join(count_sentences(few, EN))
    assert "5 ballots were given out; 2 did not come back." in told and "Two organizers" in told


def test_an_option_whose_line_was_erased_keeps_its_number():
    gone = result(ballot(1, {5: 1}), options=2).options[0]
    assert option_name(gone, EN) == "Option 5, erased"
