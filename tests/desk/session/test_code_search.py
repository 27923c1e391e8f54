"""A line is found by the code that stands beside it on paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.session.code_search import CodeMatch, search_code
from dialogue_desk.desk.session.code_text import found_sentence
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code, near_codes
from dialogue_desk.domain.model.notes import ActionIdea, NoteKind, Theme
from dialogue_desk.domain.model.organizing import FindingKind, ReportSentence, SentenceRole
from dialogue_desk.domain.notes.note_edits import turned_into_ideas
from dialogue_desk.domain.overview.report_findings import ask_id, finding_id
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.words import Words
from dialogue_desk.words.idea_labels import labels_in
from tests.desk.evening import a_desk, a_shelf, begun, note


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    yield desk
    desk.file.close()


@pytest.fixture
def folders(desk, tmp_path):
    return Folders(desk, a_shelf(tmp_path))


def twins():
    """Two ids that have one code."""
    known: dict[str, str] = {}
    for number in range(20_000):
        other = known.setdefault(line_code(RecordId(f"line {number}")), f"line {number}")
        if other != f"line {number}":
            return RecordId(other), RecordId(f"line {number}")
    raise AssertionError


def neighbors():
    """Two ids whose codes are near each other."""
    codes = {line_code(RecordId(f"line {number}")): RecordId(f"line {number}") for number in range(3_000)}
    return next((codes[code], codes[near[0]]) for code in codes if (near := near_codes(code, codes)))


def test_a_note_and_an_idea_are_found_by_their_codes_with_where_they_belong(desk, folders):
    session = begun(desk, "C07")
    concern = desk.add(session, note("The corner is dark", part="round"))
    idea = desk.add(session, ActionIdea("Lamps"))
    found = search_code(desk, folders, line_code(concern))
    (hit,) = found.hits
    assert (found.match, hit.id, hit.code) == (CodeMatch.EXACT, concern, line_code(concern))
    assert (hit.circle.code, hit.session.number, hit.part) == ("C07", 1, (2, "First round"))
    assert [one.id for one in search_code(desk, folders, line_code(idea)).hits] == [idea]


def test_two_lines_with_one_code_are_both_found_and_told_apart_by_their_words(desk, folders):
    session = begun(desk)
    one, other = twins()
    desk.put(one, session, note("The corner is dark"))
    desk.put(other, session, note("The bus is late"))
    found = search_code(desk, folders, line_code(one))
    assert [hit.excerpt.text for hit in found.hits] == ["The corner is dark", "The bus is late"]
    assert found_sentence(found, Words()).startswith("2 lines have the code")


def test_a_code_that_no_line_has_offers_those_near_it(desk, folders):
    session = begun(desk)
    here, elsewhere = neighbors()
    desk.put(here, session, note("The corner is dark"))
    found = search_code(desk, folders, line_code(elsewhere))
    assert found.match is CodeMatch.NEAR and [hit.id for hit in found.hits] == [here]
    said = found_sentence(found, Words())
    assert said == f"No line has {line_code(elsewhere)}. Near it: {line_code(here)}"


def test_a_code_that_nothing_is_near_says_so(desk, folders):
    begun(desk)
    found = search_code(desk, folders, "KTR42")
    assert found.match is CodeMatch.NONE
    assert found_sentence(found, Words()) == "No line here has KTR42, and none is near it."


def test_a_line_that_was_erased_is_said_to_be_and_none_near_it_is_offered(desk, folders):
    session = begun(desk)
    one, near = neighbors()
    desk.put(one, session, note("I call my son", NoteKind.QUOTE))
    desk.put(near, session, note("The bus is late"))
    desk.erase([one])
    found = search_code(desk, folders, line_code(one))
    assert (found.match, found.hits, found.erased) == (CodeMatch.NONE, (), True)
    assert "was erased for good" in found_sentence(found, Words())


def test_a_note_that_became_an_idea_is_found_by_the_code_it_had(desk, folders):
    session = begun(desk)
    concern = desk.add(session, note("Lamps at the corner"))
    body = desk.get(concern).body
    entry = Stored(concern, session, body)
    desk.perform(turned_into_ideas([entry], labels_in(Words()), desk.new_id))
    found = search_code(desk, folders, line_code(concern))
    (hit,) = found.hits
    assert found.match is CodeMatch.GOES_ON and isinstance(hit.body, ActionIdea)
    assert f"It goes on as {hit.code}." in found_sentence(found, Words())


def test_a_line_that_was_deleted_is_said_to_be(desk, folders):
    session = begun(desk)
    concern = desk.add(session, note("Lamps"))
    desk.remove(concern)
    found = search_code(desk, folders, line_code(concern))
    assert found.removed and "was deleted" in found_sentence(found, Words())


def test_a_search_in_one_circle_finds_no_line_of_another(desk, folders):
    here, there = begun(desk, "C07"), begun(desk, "C08")
    line = desk.add(there, note("The corner is dark"))
    circles = [desk.get(session).owner for session in (here, there)]
    in_each = [search_code(desk, folders, line_code(line), circle).match for circle in circles]
    assert in_each == [CodeMatch.NONE, CodeMatch.EXACT]


def test_a_finding_of_the_report_is_found_in_the_language_that_is_asked_for(desk, folders):
    program = desk.add(NO_OWNER, Program("Porch Lights"))
    texts = (("en", "Lamps come first"), ("es", "Primero, las luces"))
    finding = desk.add(program, ReportSentence(SentenceRole.FINDING, texts))
    (found,) = search_code(desk, folders, line_code(finding), language="es").sentences
    assert (found.role, found.text, found.program) == (
        SentenceRole.FINDING,
        "Primero, las luces",
        "Porch Lights",
    )
    (untold,) = search_code(desk, folders, line_code(finding), language="ar").sentences
    assert untold.text == "Lamps come first"


def test_a_finding_that_only_the_counts_propose_is_found_by_the_code_on_paper(desk, folders):
    program = desk.add(NO_OWNER, Program("Porch Lights"))
    theme = desk.add(program, Theme("Street lights"))
    code = line_code(finding_id(program, FindingKind.AGREED, [theme]))
    (found,) = search_code(desk, folders, code).sentences
    assert (found.text, found.program, found.code) == ("Street lights", "Porch Lights", code)


def test_a_finding_on_themes_that_are_level_is_found_by_the_code_on_paper(desk, folders):
    program = desk.add(NO_OWNER, Program("Porch Lights"))
    themes = tuple(desk.add(program, Theme(name)) for name in ("Street lights", "Bus stops"))
    for code in ("C07", "C08"):
        desk.add(
            begun(desk, code, circle=Circle(code, program=program)), note("Dark and late", themes=themes)
        )
    code = line_code(finding_id(program, FindingKind.RAISED, themes))
    (found,) = search_code(desk, folders, code).sentences
    assert (set(found.text.split(", ")), found.program) == ({"Street lights", "Bus stops"}, "Porch Lights")


def test_an_ask_is_found_with_its_idea_under_one_code(desk, folders):
    program = desk.add(NO_OWNER, Program("Porch Lights"))
    idea = desk.add(begun(desk), ActionIdea("Lamps at the corner"))
    ask = ReportSentence(SentenceRole.ASK, (("en", "Light the corner"),), (idea,))
    desk.put(ask_id(program, idea), program, ask)
    found = search_code(desk, folders, line_code(idea))
    assert [hit.id for hit in found.hits] == [idea]
    assert [one.text for one in found.sentences] == ["Light the corner"]


def test_a_sentence_that_nobody_worded_is_known_by_its_themes_and_one_left_out_is_not_found(desk, folders):
    program = desk.add(NO_OWNER, Program("Porch Lights"))
    theme = desk.add(program, Theme("Street lights"))
    found = ReportSentence(SentenceRole.FINDING, about=(theme,), kind=FindingKind.DIFFERED, place=1)
    code = line_code(desk.add(program, found))
    assert [one.text for one in search_code(desk, folders, code).sentences] == ["Street lights"]
    left_out = desk.add(program, replace(found, left_out=True))
    assert search_code(desk, folders, line_code(left_out)).match is not CodeMatch.EXACT


def test_a_code_near_that_of_a_finding_offers_it(desk, folders):
    program = desk.add(NO_OWNER, Program("Porch Lights"))
    here, elsewhere = neighbors()
    desk.put(here, program, ReportSentence(SentenceRole.FINDING, (("en", "Lamps come first"),)))
    found = search_code(desk, folders, line_code(elsewhere))
    assert found.match is CodeMatch.NEAR and found.codes == (line_code(here),)


def test_only_lines_have_codes(desk, folders):
    session = begun(desk)
    circle = desk.get(session)
    assert circle.kind is Kind.SESSION
    assert search_code(desk, folders, line_code(session)).match is CodeMatch.NONE
