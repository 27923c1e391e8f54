"""Voices, pooled slips and the action forum, as a person reads two versions of them to tell them apart."""

from __future__ import annotations

import pytest

from dialogue_desk.domain.model.forum import ActionTeam, BallotEntry, Forum, ForumOption, ForumStage
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.questionnaire import Questionnaire, Statement
from dialogue_desk.domain.model.voices import Invitation, PooledCounts, SlipKind, Voice, VoiceKind
from dialogue_desk.ui.notes.version_text import version_text
from dialogue_desk.words import Words

LINE = RecordId("line")
STATEMENTS = tuple(Statement(key, (("en", f"I say {key}."),)) for key in "abc")


@pytest.mark.parametrize(
    ("body", "text", "details"),
    [
        (
            Voice("Mill Street", VoiceKind.NEIGHBORHOOD, 40),
            "Mill Street",
            {"Kind": "neighborhood", "Hoped for": "40"},
        ),
        (
            Invitation("Youth council", "Ten young people", invited=30, signed_up=12, day="2027-01-15"),
            "Youth council",
            {"Asked for": "Ten young people", "Invited": "30", "Signed up": "12", "Day": "2027-01-15"},
        ),
        (
            PooledCounts(SlipKind.TALLY, (RecordId("a"), RecordId("b")), 20, (("q", "yes", 12),)),
            "tally slips",
            {"Circles": "2", "Slips": "20", "Answers": "12"},
        ),
        (Questionnaire(STATEMENTS), "", {"Statements": "I say a.; I say b.; I say c."}),
        (
            Forum(4, 2, 90, ForumStage.VOTING),
            "",
            {
                "Vote": "voting, options are locked",
                "Dots each": "4",
                "At most on one option": "2",
                "Ballots given out": "90",
            },
        ),
        (
            ForumOption(LINE, 3, (("en", "Fix the lamps"), ("es", "Arreglar los faroles"))),
            "More lamps.",
            {"Number on the ballot": "3", "English": "Fix the lamps", "Spanish": "Arreglar los faroles"},
        ),
        (BallotEntry(2, 17, ((3, 2), (4, 0))), "Ballot 17, entry 2", {"Dots": "3: 2", "Ballots": "1"}),
        (
            BallotEntry(1, 5, spoiled=True),
            "Ballot 5, entry 1",
            {"Dots": "counts for nothing", "Ballots": "1"},
        ),
        (
            ActionTeam(LINE, "Lamps", "Youth council", "Porch Lights", first_day="2027-02-01"),
            "More lamps.",
            {
                "Team": "Lamps",
                "Convener": "Youth council",
                "Facilitator": "Porch Lights",
                "First date": "2027-02-01",
            },
        ),
    ],
)
def test_each_says_by_what_it_is_known_and_what_this_version_says(body, text, details):
    version = version_text(body, {}, Words(), lines={LINE: "More lamps."})
    assert (version.text, dict(version.details)) == (text, details)
