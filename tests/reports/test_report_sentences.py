"""Findings, asks and titles as sentences: they say what was counted, and no more."""

from dataclasses import replace

import pytest

from dialogue_desk.domain.model.organizing import FindingKind, ReportSentence, SentenceRole
from dialogue_desk.domain.overview.program_work import ProgramWork
from dialogue_desk.domain.overview.report_findings import finding_id
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.reports.report_sentences import proposed_title, told_finding
from dialogue_desk.words import Words
from tests.reports.folders import STOPS, YOUTH
from tests.reports.program_pictures import PROGRAM, a_picture, at, concern

BOTH = (*STOPS, *YOUTH)


def own_finding(*folders, texts=()):
    """What the report tells of a finding on both themes that a person put into it."""
    about = tuple(sorted(BOTH))
    body = ReportSentence(SentenceRole.FINDING, texts, about, kind=FindingKind.RAISED)
    stored = Stored(finding_id(PROGRAM, FindingKind.RAISED, about), PROGRAM, body)
    plan = report_plan(replace(a_picture(*folders), work=ProgramWork(sentences=(stored,))))
    return told_finding(next(one for one in plan.findings if one.written), plan, Words())


LEVEL = (at("C01", 1, concern("a", BOTH)), at("C02", 1, concern("b", BOTH)))
UNEVEN = (*LEVEL, at("C03", 1, concern("c")))


def test_themes_are_tied_only_where_they_are_and_else_each_has_its_number():
    assert own_finding(*LEVEL).text == "They are tied."
    told = own_finding(*UNEVEN)
    assert told.count == "3 and 2 of 3 circles"
    assert told.text == "“Stops and searches”: 3 circles; “Young people”: 2 circles."


def test_nothing_is_tied_under_a_persons_own_sentence():
    assert own_finding(*LEVEL, texts=(("en", "Both matter."),)).text == ""


@pytest.mark.parametrize(
    ("agreed", "contested", "title"),
    [
        (0, 1, "1 circle disagreed, and none wrote down common ground"),
        (0, 9, "9 circles disagreed, and none wrote down common ground"),
        (2, 1, "common ground and disagreement, side by side"),
        (1, 5, "disagreement in far more circles than common ground"),
        (10, 5, "common ground in far more circles than disagreement"),
        (9, 5, "common ground and disagreement, side by side"),
        (1, 0, "common ground, and no disagreement written down"),
        (0, 0, "raised, with no common ground or disagreement written down"),
    ],
)
def test_far_more_is_said_of_a_real_difference_only(agreed, contested, title):
    theme = replace(a_picture(*LEVEL).themes[0], agreed=agreed, contested=contested)
    assert proposed_title(theme, Words()) == f"Stops and searches: {title}"
