"""The annex: all that was said, once, by the same rule of what may be placed."""

import re
from dataclasses import replace

import pytest

from dialogue_desk.domain.model.document import Bullets, Table
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Note, NoteKind, Spread, Theme
from dialogue_desk.domain.model.organizing import Rung, likeness
from dialogue_desk.domain.overview.program_overview import under_themes
from dialogue_desk.domain.overview.program_work import ProgramWork
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.reports.report_papers import ReportPaper, report_paper
from dialogue_desk.words import Words
from tests.reports.folders import STOPS, THEMES, YOUTH
from tests.reports.program_pictures import PROGRAM, a_picture, annex, at, common, concern, read
from tests.reports.reading import outline

ALONE = "Own experiences, concerns and hopes"


def told(document):
    """What stands under each heading, without the codes of lines, of which a test of its own tells."""
    return {
        title: [(text, re.sub("^[A-Z]{3}[0-9]{2} · ", "", aside)) for text, aside in lines]
        for title, lines in outline(document).items()
    }


@pytest.mark.parametrize("kind", [kind for kind in NoteKind if kind is not NoteKind.DEBRIEF])
@pytest.mark.parametrize("spread", [None, *Spread])
@pytest.mark.parametrize("themes", [(), STOPS, (*STOPS, *YOUTH)])
def test_everything_that_was_said_is_in_it_once(kind, spread, themes):
    note = Note(kind, "these words", spread=spread, themes=themes, consent=Consent.YES)
    assert repr(annex(at("C01", 1, note))).count("these words") == 1


def test_a_line_is_under_its_first_theme_and_names_the_other():
    said = told(annex(at("C01", 1, concern("both", (*YOUTH, *STOPS))), at("C02", 1, concern("x"))))
    assert said["1. Stops and searches"][0] == (
        "both",
        "Circle C01, session 1 · Concern · a few · also: Young people",
    )
    assert said["2. Young people"] == []


def test_what_could_be_one_persons_has_neither_circle_nor_theme():
    own = Note(NoteKind.EXPERIENCE, "a night shift alone", themes=YOUTH)
    quote = Note(NoteKind.QUOTE, "I call my son", consent=Consent.YES, themes=YOUTH)
    alone = concern("only me", YOUTH, Spread.ONE_VOICE)
    said = told(
        annex(at("C01", 1, own, alone, concern("lamps", YOUTH)), at("C02", 1, quote, concern("dark", YOUTH)))
    )
    assert said["1. Young people"] == [
        ("lamps", "Circle C01, session 1 · Concern · a few"),
        ("dark", "Circle C02, session 1 · Concern · a few"),
    ]
    assert said[ALONE] == [("a night shift alone", "Experience")]
    assert said["Quotes, repeated with consent"] == [("“I call my son”", "Quote")]
    assert said["Said by one voice"] == [("only me", "Concern · one voice")]


def test_a_theme_names_no_circle_that_raised_it_only_in_what_could_be_one_persons():
    own = Note(NoteKind.EXPERIENCE, "a night shift alone", themes=YOUTH)
    document = annex(at("C01", 1, own), at("C02", 1, concern("dark", YOUTH)), at("C03", 1, concern("far")))
    assert "Raised by 2 of 3 circles." in repr(document)
    assert "C01" not in repr(document).partition("How this report was made")[0]


def test_it_shows_what_has_arrived():
    document = annex(at("C01", 1, concern("x")), circles=("C01", "C02"))
    *_, table = [block for block in document.blocks if isinstance(block, Table)]
    assert table.rows[0][1] == "fewer than 10 people" and table.rows[1][1:] == ("not arrived", "not arrived")


def test_an_action_idea_is_told_whole_with_its_code_and_never_by_its_circles_dots():
    idea = ActionIdea("Open house", why="Unknown", strengths="Near", obstacles="Shifts", dots=7)
    ((_, aside),) = told(annex(at("C01", 1, actions=[idea])))["What the circles propose"]
    assert aside.split("\n") == [
        "Circle C01, session 1",
        "Why: Unknown",
        "What we can build on: Near",
        "Obstacles: Shifts",
    ]


def test_each_line_is_found_by_the_code_that_it_has_in_the_report():
    lines = (common("lamps"), Note(NoteKind.STRENGTH, "the rink"), Note(NoteKind.QUESTION, "who reads them"))
    folders = [at(code, 1, *lines, actions=[ActionIdea(f"Ask {code}")]) for code in ("C01", "C02")]
    codes = re.compile("[BCDFGHJKLMNPRSTVWXYZ]{3}[0-9]{2}")
    in_report, in_annex = (set(codes.findall(repr(paper(*folders)))) for paper in (read, annex))
    assert in_report and in_report <= in_annex


def test_a_theme_names_its_lines_that_are_under_another_theme_by_their_codes():
    document = annex(at("C01", 1, concern("both", (*YOUTH, *STOPS))), at("C02", 1, concern("x")))
    (line,) = a_picture(at("C01", 1, concern("both", (*YOUTH, *STOPS)))).lines
    assert f"1 more line is under another theme: {line_code(line.note_id)}." in repr(document)


def test_each_number_of_a_finding_leads_to_its_lines():
    folders = [at(code, 1, common(f"lamps {code}"), actions=[ActionIdea("Open")]) for code in ("C01", "C02")]
    tables = [block for block in annex(*folders).blocks if isinstance(block, Table)]
    rows = {said: (count, behind) for _, said, count, behind in tables[0].rows}
    assert rows["“Stops and searches” came up in the most circles"] == (
        "2 of 2 circles",
        "1. Stops and searches",
    )
    count, codes = rows["Open"]
    assert count == "2 of 2 circles" and all(code in repr(annex(*folders)) for code in codes.split(", "))


def test_each_line_and_idea_has_its_code():
    session = at("C01", 1, concern("loose", ()), actions=[ActionIdea("Open house")])
    said = outline(annex(session), codes=True)
    ((_, aside),) = said["Said, without a theme"]
    assert aside.endswith(f" · {line_code(session.notes[0].id)}")
    ((_, first),) = said["What the circles propose"]
    assert first == f"Circle C01, session 1 · {line_code(session.actions[0].id)}"


def test_what_organizers_counted_as_one_keeps_each_wording_and_the_reason():
    folders = [
        at(code, 1, actions=[ActionIdea(what)]) for code, what in (("C01", "Open it"), ("C02", "Unlock"))
    ]
    picture = a_picture(*folders)
    one, other = (proposal.action_id for proposal in picture.proposals)
    joined = likeness(one, other, Rung.NEAR, "both mean the gym")
    plan = report_plan(replace(picture, work=ProgramWork(likenesses=(joined,))))
    document = report_paper(ReportPaper.ANNEX, plan, Words())
    tables = [block for block in document.blocks if isinstance(block, Table)]
    (row,) = next(table.rows for table in tables if "Worded as" in [column.head for column in table.columns])
    assert set(row[2].split("; ")) == {"Open it", "Unlock"} and row[3] == "both mean the gym"


def test_lines_without_a_theme_are_in_it_too():
    said = told(annex(at("C01", 1, concern("loose", ()))))
    assert said["Said, without a theme"] == [("loose", "Circle C01, session 1 · Concern · a few")]


def test_what_is_about_the_talk_itself_stands_apart_and_is_not_numbered():
    folders = [at("C01", 1, concern("phones off", YOUTH), concern("lamps")), at("C02", 1, concern("dark"))]
    picture = a_picture(*folders)
    themes = [
        Stored(YOUTH[0], PROGRAM, Theme("Young people", aside=True)),
        Stored(STOPS[0], PROGRAM, Theme("Stops")),
    ]
    plan = report_plan(under_themes(picture, themes, ProgramWork()))
    said = told(report_paper(ReportPaper.ANNEX, plan, Words()))
    assert said["About the talk itself"] == [
        ("phones off", "Circle C01, session 1 · Concern · a few · also: Young people")
    ]
    assert [title for title in said if title.startswith(("1.", "2."))] == ["1. Stops"]


def test_it_has_no_empty_list():
    assert all(block.items for block in annex(at("C01", 1)).blocks if isinstance(block, Bullets))


def merged(*notes, compared=True):
    """Return the rows that tell of two themes which are one, one circle writing under each."""
    picture = a_picture(*(at(code, 1, note) for code, note in zip(("C01", "C02"), notes, strict=False)))
    (one, other), why = (STOPS[0], YOUTH[0]), "young people speak of stops"
    themes = [
        Stored(one, PROGRAM, THEMES[one]),
        Stored(other, PROGRAM, replace(THEMES[other], into=one)),
    ]
    work = ProgramWork(likenesses=(likeness(one, other, Rung.NEAR, why),) if compared else ())
    plan = report_plan(under_themes(picture, themes, work))
    document = report_paper(ReportPaper.ANNEX, plan, Words())
    tables = [block for block in document.blocks if isinstance(block, Table)]
    heads = {tuple(column.head for column in table.columns): table.rows for table in tables}
    return next((rows for head, rows in heads.items() if "Also written" in head), ())


def test_themes_that_were_joined_are_listed_with_their_circles_and_the_reason():
    names = THEMES[STOPS[0]].name, THEMES[YOUTH[0]].name
    rows = merged(concern("dark"), concern("phones", YOUTH))
    assert rows == ((*names, "C01, C02", "young people speak of stops"),)


def test_circles_of_joined_themes_are_counted_only_where_one_could_be_told_by_a_single_voice():
    (row,) = merged(concern("dark"), concern("phones", YOUTH, Spread.ONE_VOICE))
    assert "C0" not in row[2] and "2" in row[2]


def test_a_name_that_no_organizer_joined_and_nobody_may_read_is_not_listed():
    assert merged(concern("dark"), compared=False) == ()
