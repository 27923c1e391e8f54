"""What is still missing for a report is said before it is saved."""

from dataclasses import replace

import pytest

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea
from dialogue_desk.domain.model.organizing import ReportSentence, SentenceRole
from dialogue_desk.domain.overview.program_work import ProgramWork
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.ui.report.missing_card import missing_texts, read_again_prompt
from dialogue_desk.words import Words
from tests.reports.program_pictures import PROGRAM, a_picture, at

IDEAS = (ActionIdea("Open house", language="en"), ActionIdea("Más luces", language="es"))


def plan_with(**sentence):
    """A plan of two proposals, the first of which a person asks for."""
    picture = a_picture(at("C01", 1, actions=IDEAS), circles=("C01",))
    idea = next(one.action_id for one in picture.proposals if one.idea.what == "Open house")
    ask = ReportSentence(SentenceRole.ASK, about=(idea,), **sentence)
    work = ProgramWork(sentences=(Stored(RecordId("ask"), PROGRAM, ask),))
    return report_plan(replace(picture, work=work))


def said(plan, *languages, others=0):
    return missing_texts(plan, 0, languages, others, Words())


def test_asks_that_a_report_has_in_another_language_only_are_counted_for_each_of_its_languages():
    plan = plan_with(place=1)
    assert "1 of 2 ask is in Spanish only: write it in English" in said(plan, "en")
    both = said(plan, "en", "es")
    assert "1 of 2 ask is in English only: write it in Spanish" in both
    assert "1 of 2 ask is in Spanish only: write it in English" in both


def test_sentences_that_nobody_wrote_in_a_language_of_the_report_are_counted():
    plan = plan_with(texts=(("es", "Abran la casa"),), counted=1, met=1)
    line = "1 sentence of yours is not written in English: there, what the app proposes stands"
    assert line in said(plan, "en") and line not in said(plan, "es")


def test_sentences_that_wait_to_be_read_again_are_counted_and_asked_about():
    waiting = plan_with(texts=(("en", "Open it"),), counted=3, met=5)
    line = "1 sentence waits to be read again: its numbers have changed"
    assert line in said(waiting, "en")
    assert read_again_prompt(waiting, Words()).sentence.startswith(f"{line}.")
    assert line not in said(plan_with(texts=(("en", "Open it"),), counted=1, met=1), "en")


@pytest.mark.parametrize("others", [0, 2])
def test_asks_that_are_not_those_of_the_saved_report_are_counted(others):
    line = "2 asks in front are others than in the report you saved"
    assert (line in said(plan_with(), "en", others=others)) is bool(others)
