from dialogue_desk.domain.guides.labels import Meaning
from dialogue_desk.domain.guides.reviewed_document import Doubt, next_doubt, reviewed
from tests.domain.guides.documents import document

LINES = (
    "# Talking About the River",
    "## Opening (15 min)",
    "Materials: paper, crayons, tape",
    "Light the candle.",
    "* Who helped?",
    "## In pairs",
    "Turn your chairs.",
)


def a_review():
    return reviewed(document(*LINES), "river")


def meanings(review):
    return [line.meaning for line in review.lines]


def doubts(review):
    return review.doubts(review.draft().remarks)


def test_each_line_of_the_document_is_one_line_of_the_review():
    review = a_review()
    assert [line.number for line in review.lines] == [1, 2, 3, 4, 5, 6, 7]
    assert [piece.text for piece in review.lines[2].pieces] == ["paper", "crayons", "tape"]
    assert review.draft().title == "Talking About the River"


def test_what_was_not_understood_and_minutes_that_were_guessed_are_doubts():
    assert doubts(a_review()) == {
        3: Doubt.NOT_UNDERSTOOD,
        5: Doubt.MINUTES_GUESSED,
        6: Doubt.NOT_UNDERSTOOD,
    }


def test_a_line_that_a_person_decided_is_no_doubt_any_more():
    review = a_review().with_meaning([3], Meaning.SAY).with_decided([5]).with_meaning([6], Meaning.TIP)
    assert not doubts(review)
    parts = review.draft().sessions[0].parts
    assert parts[0].say == ("Light the candle.",) and parts[1].tips == ("Turn your chairs.",)


def test_a_line_that_becomes_a_part_takes_the_lines_after_it_along():
    parts = a_review().with_meaning([3], Meaning.PART).draft().sessions[0].parts
    assert [part.title for part in parts] == ["Opening", "Light the candle.", "In pairs"]
    assert parts[1].ask == ("Who helped?",)


def test_things_to_bring_become_one_tip_and_several_things_again():
    review = a_review().with_meaning([2], Meaning.TIP)
    assert [piece.text for piece in review.lines[2].pieces] == ["Materials: paper, crayons, tape"]
    again = review.with_meaning([2], Meaning.MATERIAL)
    assert again.draft().sessions[0].parts[0].materials == ("paper", "crayons", "tape")


def test_minutes_that_a_person_gives_a_part_or_a_session_hold():
    review = a_review().with_minutes(5, 25).with_session_minutes(0, 60)
    session = review.draft().sessions[0]
    assert [part.minutes for part in session.parts] == [15, 25]
    assert session.minutes == 60
    assert not doubts(review).keys() & {5}
    assert review.with_minutes(3, 5) is review


def test_parts_without_minutes_share_what_a_person_gives_the_session():
    (session,) = a_review().with_session_minutes(0, 60).draft().sessions
    assert [part.minutes for part in session.parts] == [15, 45]


def test_a_session_with_a_line_of_its_own_keeps_the_minutes_it_is_given():
    lines = ("# Session 1: Rain", "## Talk (10 min)", "# Session 2: Sun", "## Walk (20 min)")
    review = reviewed(document(*lines), "").with_minutes(2, 75)
    assert [session.minutes for session in review.draft().sessions] == [10, 75]
    assert review.lines[2].decided


def test_the_next_doubt_is_the_first_one_after_the_line_and_then_the_first_of_all():
    assert next_doubt([3, 5, 9], 3) == 5
    assert next_doubt([3, 5, 9], 9) == 3
    assert next_doubt([], 4) is None


def test_a_paragraph_is_split_into_sentences_each_with_its_meaning():
    text = "The host opens the door. “Come in, all of you. Sit down.” What do you smell?"
    review = reviewed(document("# Supper", "## Talk (10 min)", text, "## Bye (5 min)"), "").with_split(2)
    assert [(line.number, line.meaning) for line in review.lines[2:5]] == [
        (3, Meaning.UNKNOWN),
        (3, Meaning.SAY),
        (3, Meaning.ASK),
    ]
    part = review.draft().sessions[0].parts[0]
    assert part.say == ("Come in, all of you. Sit down.",)
    assert part.ask == ("What do you smell?",)
    assert part.tips == ("The host opens the door.",)


def test_a_heading_and_a_single_sentence_are_not_split():
    review = reviewed(document("# Supper", "## Talk. Eat. (10 min)", "Sit down.", "## Bye (5 min)"), "")
    assert review.with_split(1) == review.with_split(2) == review
