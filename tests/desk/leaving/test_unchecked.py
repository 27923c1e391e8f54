"""What nobody has looked at is told before anything leaves."""

from __future__ import annotations

import pytest

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.unchecked import Unchecked, unchecked, unchecked_sentences
from dialogue_desk.desk.session.closing_edits import set_read_back, set_step_state
from dialogue_desk.desk.session.privacy_check import PrivacyCheck
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.closing import CloseStep, StepState
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.words import Words
from tests.desk.evening import a_desk, a_shelf, begun, note

NAMES_SOMEBODY = "Call Maria at 555-0147."


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    yield desk
    desk.file.close()


@pytest.fixture
def session_id(desk):
    return begun(desk)


@pytest.fixture
def asked(desk, session_id):
    """Return the question before an export, as sentences."""

    def ask(profile=Profile.ORGANIZER, **how):
        folder = Folders(desk, a_shelf(desk.file.path.parent)).session(session_id)
        return unchecked_sentences(unchecked(PrivacyCheck(desk), folder, profile, **how), Words())

    return ask


def done(desk, session_id, *steps):
    for step in steps:
        set_step_state(desk, session_id, step, StepState.DONE)


def test_an_evening_without_a_word_asks_nothing(asked):
    assert asked() == ()


def test_what_nobody_has_done_is_told_and_what_is_done_is_not(desk, session_id, asked):
    said = desk.add(session_id, note("The stairs are dark."))
    assert asked() == (
        "Nobody has done the privacy check yet.",
        "1 line is not marked as read back to the circle.",
    )
    done(desk, session_id, CloseStep.PRIVACY)
    assert asked() == ("1 line is not marked as read back to the circle.",)
    set_read_back(desk, session_id, said)
    assert asked() == ()


def test_a_name_and_a_number_that_came_in_after_the_check_are_told(desk, session_id, asked):
    set_read_back(desk, session_id, desk.add(session_id, note("The stairs are dark.")))
    done(desk, session_id, CloseStep.PRIVACY)
    assert asked() == ()
    desk.add(session_id, note(NAMES_SOMEBODY))
    assert asked() == (
        "1 line came in or changed after the privacy check.",
        "2 matches could point to someone and have no answer.",
        "1 line is not marked as read back to the circle.",
    )
    done(desk, session_id, CloseStep.PRIVACY, CloseStep.READ_BACK)
    assert asked() == (
        "2 matches could point to someone and have no answer.",
        "1 line is not marked as read back to the circle.",
    )


def test_lines_that_nobody_ticked_are_told_also_once_the_reading_is_called_done(desk, session_id, asked):
    desk.add(session_id, note("The stairs are dark."))
    done(desk, session_id, CloseStep.PRIVACY, CloseStep.READ_BACK)
    assert asked() == ("1 line is not marked as read back to the circle.",)


def test_quotes_without_an_answer_are_told(desk, session_id, asked):
    set_read_back(desk, session_id, desk.add(session_id, note("I call my son.", NoteKind.QUOTE)))
    done(desk, session_id, CloseStep.PRIVACY, CloseStep.READ_BACK)
    assert asked() == ("1 quote stays here: nobody was asked if it may be repeated.",)


def test_the_debrief_is_asked_about_when_it_leaves(desk, session_id, asked):
    set_read_back(desk, session_id, desk.add(session_id, note("The stairs are dark.")))
    done(desk, session_id, CloseStep.PRIVACY)
    desk.add(session_id, note("It went well.", NoteKind.DEBRIEF))
    assert asked() == ()
    assert asked(debrief=True) == ("1 line came in or changed after the privacy check.",)


def test_the_other_laptop_of_the_circle_gets_all_as_it_is_but_papers_are_asked_about(desk, session_id, asked):
    desk.add(session_id, note("The stairs are dark."))
    assert asked(Profile.OTHER_LAPTOP, papers=False) == ()
    assert asked(Profile.OTHER_LAPTOP) == ("Nobody has done the privacy check yet.",)


@pytest.mark.parametrize(
    ("what", "step"),
    [
        (Unchecked(finds=1, quotes=1), CloseStep.PRIVACY),
        (Unchecked(quotes=1, unread=1), CloseStep.EXPORT),
        (Unchecked(unread=1), CloseStep.READ_BACK),
    ],
)
def test_the_way_back_leads_to_what_matters_most(what, step):
    assert what and what.step is step


def about_the_check(asked):
    return [one for one in asked() if "privacy check" in one or "match" in one]


def test_what_is_told_of_the_check_agrees_with_how_far_it_is(desk, session_id, asked):
    desk.add(session_id, note(NAMES_SOMEBODY))
    check = PrivacyCheck(desk)

    def review():
        folder = Folders(desk, a_shelf(desk.file.path.parent)).session(session_id)
        return folder, check.review(folder).open

    def answer_first():
        folder, (first, *_) = review()
        check.keep(folder, (first,))
        return review()[1]

    assert about_the_check(asked)[0] == "Nobody has done the privacy check yet."
    while answer_first():
        assert about_the_check(asked)[0] == "The privacy check was begun and is not finished."
    not_marked = ["In the privacy check every match has an answer, but it is not marked as done."]
    assert about_the_check(asked) == not_marked
    set_step_state(desk, session_id, CloseStep.PRIVACY, StepState.DONE, answered=True)
    assert about_the_check(asked) == []
    set_step_state(desk, session_id, CloseStep.PRIVACY, StepState.OPEN)
    assert about_the_check(asked) == not_marked
