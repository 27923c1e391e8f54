"""What a package contains and what stays, before anything is saved."""

import pytest

from dialogue_desk.domain.closing.leaving import Leaving, Profile, Reason
from dialogue_desk.ui.closing.export_contents import reasons_to_stay
from dialogue_desk.words import Words
from tests.ui.closing.on_page import pick, seen


@pytest.mark.usefixtures("sensitive")
def test_what_goes_and_what_stays_is_told_by_kind_and_reason_before_anything_is_written(step):
    told = seen(step.contents)
    leaves = {"Concern 3", "Quote 1", "Action ideas 2", "Ground rules 6"}
    assert leaves <= set(told.replace("\N{NO-BREAK SPACE}", " ").replace("\n", "  ·  ").split("  ·  "))
    assert "11 notes" in told
    assert "1 debrief note: it is only for the facilitators." in told
    assert "1 quote: no one was asked if it may be repeated." in told
    pick(step, Profile.EVERYONE)
    assert "1 note: it was marked sensitive." in seen(step.contents)
    pick(step, Profile.OTHER_LAPTOP)
    assert "Nothing. Everything goes into the package." in seen(step.contents) and "13 notes" in seen(
        step.contents
    )


def test_each_reason_to_stay_has_a_sentence_for_one_thing_and_for_several():
    words = Words()
    # Decisions and steps are about the laptop, and nothing people said; every kind is known.
    for reason in set(Reason) - {Reason.PRIVACY, Reason.EXPORT, Reason.STEP, Reason.UNKNOWN}:
        one, two = (
            list(reasons_to_stay(Leaving({}, 0, 0, 0, 0, 0, 0, {reason: count}), words)) for count in (1, 2)
        )
        assert one[0].startswith("1 ") and two[0].startswith("2 ") and one[0][2:] != two[0][2:]
