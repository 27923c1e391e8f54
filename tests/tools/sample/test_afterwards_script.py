"""The script of what the sample's organizers did around its circles."""

from __future__ import annotations

from collections import Counter

from dialogue_desk.domain.model.answers import Reply, Status
from dialogue_desk.domain.model.voices import VoiceKind
from tools.sample import SCRIPT, sample_script
from tools.sample.afterwards_script import afterwards_in


def test_every_kind_of_voice_is_wanted_and_each_that_is_counted_by_a_question_of_the_slips():
    did, asked = afterwards_in(SCRIPT), {one.name: one.answers for one in sample_script().categories}
    assert {one.kind for one in did.voices} == set(VoiceKind)
    counted = [one for one in did.voices if one.question]
    assert counted and all(one.answer in asked[one.question] for one in counted)
    assert len(counted) < len(did.voices), "for some, no question asks"


def test_who_was_asked_is_close_to_voices_that_are_wanted():
    did = afterwards_in(SCRIPT)
    assert {name for one in did.invitations for name in one.voices} <= {one.name for one in did.voices}
    assert any(not one.signed_up for one in did.invitations)


def test_the_forum_has_ten_options_in_both_languages_and_ballots_that_count_for_nothing():
    forum = afterwards_in(SCRIPT).forum
    assert len(forum.options) == 10 and all(one.en != one.es for one in forum.options)
    assert len({one.about for one in forum.options}) == 10
    assert forum.ballots.count("spoiled") == 2


def test_four_actions_have_different_fates_and_two_answers_differ():
    did = afterwards_in(SCRIPT)
    fates = {Status.DONE, Status.UNDER_WAY, Status.ON_HOLD, Status.DROPPED}
    assert Counter(one.status for one in did.progress) == Counter(fates)
    assert {one.reply for one in did.answers} == {Reply.IN_PART, Reply.NO}
    assert all(one.why for one in did.answers)
