"""The report on many circles."""

from dataclasses import replace

import pytest

from dialogue_desk.domain.closing.leaving import may_be_placed
from dialogue_desk.domain.model.circles import Circle, Officers, Program
from dialogue_desk.domain.model.closing import CloseStep, StepState
from dialogue_desk.domain.model.document import BarChart, Table
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Horizon, Note, NoteKind, Spread
from dialogue_desk.domain.overview.closing_facts import ClosingFacts
from dialogue_desk.domain.overview.program_overview import CircleRow, picture_of
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.reports.program_report import at_a_glance, program_document
from dialogue_desk.words import Words
from tests.reports.folders import STOPS, THEMES, YOUTH, a_folder
from tests.reports.reading import outline

PROGRAM = RecordId("program")
ALONE = "What could be one person’s, without circle or theme"


def at(code, number, *notes, actions=()):
    folder = a_folder(*notes, actions=actions)
    return replace(
        folder,
        id=RecordId(f"{code}-{number}"),
        circle_id=RecordId(code),
        circle=Circle(code, program=PROGRAM),
        session=replace(folder.session, number=number),
    )


def a_picture(*folders, circles=("C01", "C02", "C03")):
    rows = [CircleRow(RecordId(code), code, "", "en", ()) for code in circles]
    themes = [Stored(theme, PROGRAM, body) for theme, body in THEMES.items()]
    return picture_of(PROGRAM, Program("Safer Streets", sessions=2), rows, folders, themes)


def read(*folders, **options):
    return program_document(a_picture(*folders, **options), Words())


def charts(document):
    return [block for block in document.blocks if isinstance(block, BarChart)]


def concern(text, themes=STOPS, spread=Spread.A_FEW, **more):
    return Note(NoteKind.CONCERN, text, themes=themes, spread=spread, **more)


def test_what_counts_is_how_many_circles_raised_a_theme_and_never_how_many_notes():
    document = read(
        at("C01", 1, *(concern(f"{index}", YOUTH) for index in range(30))),
        at("C01", 2, concern("again", YOUTH)),
        at("C02", 1, concern("one")),
        at("C03", 1, concern("two")),
    )
    bars = charts(document)[0].bars
    assert [(bar.label, bar.value) for bar in bars] == [("Stops and searches", 2), ("Young people", 1)]


def test_two_circles_of_one_code_are_two_circles():
    other = replace(at("C01", 1, concern("two")), circle_id=RecordId("another C01"))
    assert a_picture(at("C01", 1, concern("one")), other).themes[0].circles == ("C01", "C01")


def test_a_theme_of_one_circle_only_has_its_own_place():
    said = outline(read(at("C01", 1, concern("alone", YOUTH)), at("C02", 1), at("C03", 1)))
    assert list(said).index("Raised by one circle only") < list(said).index("Young people")
    assert said["Young people"] == [("alone", "Circle C01, session 1 · Concern · a few")]


def test_differences_and_single_voices_are_not_flattened():
    said = outline(
        read(
            at("C01", 1, Note(NoteKind.DISAGREEMENT, "more or fewer", spread=Spread.CONTESTED)),
            at("C02", 1, concern("only me", spread=Spread.ONE_VOICE)),
        )
    )
    assert said["Where people differ"] == [("more or fewer", "Circle C01, session 1 · mixed views")]
    assert said["Said by one voice"] == [("only me", "one voice")]


def test_what_could_be_one_persons_has_neither_circle_nor_theme():
    own = Note(NoteKind.EXPERIENCE, "a night shift alone", themes=YOUTH)
    quote = Note(NoteKind.QUOTE, "I call my son", consent=Consent.YES, themes=YOUTH)
    said = outline(
        read(at("C01", 1, own, concern("lamps", YOUTH)), at("C02", 1, quote, concern("dark", YOUTH)))
    )
    assert said["Young people"] == [
        ("lamps", "Circle C01, session 1 · Concern · a few"),
        ("dark", "Circle C02, session 1 · Concern · a few"),
    ]
    assert said[ALONE] == [("a night shift alone", "Experience"), ("“I call my son”", "Quote")]


def test_a_theme_names_no_circle_that_raised_it_only_in_what_could_be_one_persons():
    own = Note(NoteKind.EXPERIENCE, "a night shift alone", themes=YOUTH)
    document = read(at("C01", 1, own), at("C02", 1, concern("dark", YOUTH)), at("C03", 1, concern("far")))
    assert "Raised by 2 of 3 circles." in repr(document)
    assert "C01" not in repr(document).partition("How this report was made")[0]


def test_a_theme_of_one_circle_that_could_be_one_persons_is_named_without_it():
    own = Note(NoteKind.EXPERIENCE, "a night shift alone", themes=YOUTH)
    document = read(at("C01", 1, own), at("C02", 1, concern("far")))
    assert "Raised in what could be one person’s, so no circle is named: Young people." in repr(document)
    assert "Young people" not in outline(document)
    assert "C01" not in repr(document).partition("How this report was made")[0]


ONE_PERSONS = [
    (kind, spread)
    for kind in NoteKind
    for spread in (None, Spread.ONE_VOICE, Spread.A_FEW)
    if kind is not NoteKind.DEBRIEF and not may_be_placed(Note(kind, "x", spread=spread), None)
]


@pytest.mark.parametrize(("kind", "spread"), ONE_PERSONS)
@pytest.mark.parametrize("themes", [(), STOPS])
def test_no_report_tells_which_circle_a_line_is_from_that_could_be_one_persons(kind, spread, themes):
    note = Note(kind, "these words", spread=spread, themes=themes, consent=Consent.YES)
    codes = ("C01", "C02", "C03")
    said = (concern("a", STOPS), concern("b", YOUTH))
    documents = {
        repr(read(*(at(code, 1, *said, *([note] if code == whose else ())) for code in codes)))
        for whose in codes
    }
    assert len(documents) == 1


def test_it_says_in_how_many_sessions_someone_checked_for_names():
    said = "In {held} of {count} sessions, someone checked that the notes do not name anyone."
    looked = ClosingFacts(steps={CloseStep.PRIVACY: StepState.DONE}, all_answered=True)
    open_finds = replace(looked, all_answered=False)
    folders = (
        at("C01", 1, concern("a")),
        replace(at("C02", 1, concern("b")), closing=looked),
        replace(at("C03", 1, concern("c")), closing=open_finds),
    )
    assert said.format(held=1, count=3) in repr(read(*folders))


def test_only_those_who_were_counted_are_added_up():
    one, other = at("C01", 1, concern("a")), at("C02", 1, concern("b"))
    other = replace(other, session=replace(other.session, present=None))
    said = repr(read(one, other))
    assert (
        "Attendance over all sessions: 9 (" in said and "In 1 session, the people were not counted." in said
    )
    assert "people not counted" in said
    assert "Attendance" not in repr(read(other))


def test_it_says_what_is_missing_and_shows_it_in_the_matrix():
    document = read(at("C01", 1, concern("x")), circles=("C01", "C02"))
    assert [text for text, _ in outline(document)["Not arrived yet"]] == [
        "Circle C01, session 2",
        "Circle C02, session 1",
        "Circle C02, session 2",
    ]
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert table.rows[1][1:] == ("not arrived", "not arrived")
    assert table.rows[0][1] == "9 people"


def test_action_ideas_stand_under_their_horizon_and_in_the_second_chart():
    idea = ActionIdea("Open house", themes=STOPS, who="Police", horizon=Horizon.NOW)
    document = read(at("C01", 2, actions=[idea, ActionIdea("Later talk")]))
    said = outline(document)
    assert said["Within three months"][0][0] == "Open house"
    assert said["No time set"][0][0] == "Later talk"
    assert [bar.label for bar in charts(document)[1].bars] == ["No theme yet", "Stops and searches"]


def test_nothing_private_is_in_it():
    debrief = Note(NoteKind.DEBRIEF, "secret", themes=STOPS)
    quote = Note(NoteKind.QUOTE, "secret", themes=STOPS, consent=Consent.WITHDRAWN)
    assert "secret" not in repr(read(at("C01", 1, debrief, quote)))


def test_languages_are_named_in_the_language_of_the_report():
    picture = a_picture(at("C01", 1))
    picture = replace(picture, rows=(picture.rows[0], replace(picture.rows[1], language="es")))
    assert at_a_glance(picture, Words()).endswith("The circles spoke English and Spanish.")
    assert at_a_glance(picture, Words("es")).endswith("Idiomas de los círculos: inglés, español.")


def test_one_session_is_told_as_one():
    picture = replace(a_picture(at("C01", 1), circles=("C01",)), columns=(1,))
    one = replace(picture, rows=tuple(replace(row, sessions=row.sessions[:1]) for row in picture.rows))
    assert at_a_glance(one, Words()).startswith("1 of 1 session has arrived.")
    assert "In 0 of 1 session, someone checked" in repr(program_document(one, Words()))


def test_a_program_of_which_nothing_has_arrived_says_so():
    document = read()
    assert document.blocks[0].text == "No session has arrived yet."
    assert charts(document) == []


def test_it_reads_the_same_in_whatever_order_the_packages_came():
    folders = [at("C02", 1, concern("b")), at("C01", 2, concern("c")), at("C01", 1, concern("a"))]
    assert read(*folders) == read(*reversed(folders))


@pytest.mark.parametrize("kind", [kind for kind in NoteKind if kind is not NoteKind.DEBRIEF])
@pytest.mark.parametrize("spread", [None, *Spread])
@pytest.mark.parametrize("themes", [(), STOPS])
def test_nothing_that_was_said_is_left_out(kind, spread, themes):
    note = Note(kind, "these words", spread=spread, themes=themes, consent=Consent.YES)
    assert "these words" in repr(read(at("C01", 1, note)))


def test_a_session_that_is_only_planned_has_not_arrived():
    planned = replace(at("C01", 1), runs={})
    assert a_picture(planned, circles=("C01",)).arrived == ()
    noted_on_paper = replace(at("C01", 1, concern("x")), runs={})
    assert len(a_picture(noted_on_paper, circles=("C01",)).arrived) == 1


def test_it_tells_in_how_many_sessions_officers_were_there():
    def with_officers(code, officers):
        folder = at(code, 1, concern("x"))
        return replace(folder, session=replace(folder.session, officers=officers))

    sentence = (
        "Of the sessions that say whether police officers were there, they were at 1 of {total}, for all"
    )
    folders = (
        with_officers("C01", Officers.PARTLY),
        with_officers("C02", Officers.NOT_PRESENT),
        at("C03", 1, concern("x")),
    )
    assert sentence.format(total=2) in at_a_glance(a_picture(*folders), Words())
    assert sentence.format(total=1) in at_a_glance(a_picture(folders[0]), Words())
    assert "fficers" not in at_a_glance(a_picture(folders[2]), Words())


def test_an_action_idea_is_told_whole_and_never_by_its_circles_dots():
    idea = ActionIdea("Open house", why="Unknown", strengths="Near", obstacles="Shifts", dots=7)
    ((_, aside),) = outline(read(at("C01", 1, actions=[idea])))["No time set"]
    assert aside.split("\n") == [
        "Circle C01, session 1",
        "Why: Unknown",
        "What we can build on: Near",
        "Obstacles: Shifts",
    ]
