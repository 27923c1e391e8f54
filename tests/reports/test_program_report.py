"""The report on many circles, which people read to its end."""

from dataclasses import replace

import pytest

from dialogue_desk.domain.closing.leaving import may_be_placed
from dialogue_desk.domain.model.circles import Officers
from dialogue_desk.domain.model.closing import CloseStep, StepState
from dialogue_desk.domain.model.document import BarChart, Columns, Contents, Paragraph, Rings, Table
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Note, NoteKind, Spread
from dialogue_desk.domain.overview.closing_facts import ClosingFacts
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.reports.program_report import program_document
from dialogue_desk.reports.report_papers import ReportPaper
from dialogue_desk.words import Words
from tests.reports.folders import STOPS, YOUTH
from tests.reports.program_pictures import DAY, a_picture, at, codes, common, concern, paper, read


def charts(document):
    return [block for block in document.blocks if isinstance(block, BarChart)]


def titles(document):
    return [heading.text for heading in document.headings]


def topics(document):
    return [heading.topic for heading in document.headings if heading.topic]


def test_what_counts_is_how_many_circles_raised_a_theme_and_never_how_many_notes():
    document = read(
        at("C01", 1, *(concern(f"{index}", YOUTH) for index in range(30))),
        at("C02", 1, concern("again", YOUTH), concern("one")),
        at("C03", 1, concern("two")),
        at("C01", 2, concern("three")),
    )
    bars = charts(document)[0].bars
    assert [(bar.label, bar.value) for bar in bars] == [
        ("1 · Stops and searches", 3),
        ("2 · Young people", 2),
    ]


def test_two_circles_of_one_code_are_two_circles():
    other = replace(at("C01", 1, concern("two")), circle_id=RecordId("another C01"))
    assert a_picture(at("C01", 1, concern("one")), other).themes[0].circles == ("C01", "C01")


def test_it_is_read_from_the_front_page_over_the_themes_to_how_it_was_made():
    quote = Note(NoteKind.QUOTE, "Write back", consent=Consent.YES)
    document = read(
        at("C01", 1, common("a"), Note(NoteKind.STRENGTH, "b"), Note(NoteKind.QUESTION, "c"), quote),
        at("C02", 1, concern("d"), actions=(ActionIdea("Open house"),)),
    )
    assert isinstance(document.blocks[0], Rings)
    assert topics(document) == [
        "The whole report on one page",
        "Who was in the room",
        "What the circles raised",
        "Theme 1 of 1",
        "Strengths",
        "Proposals, by who must act",
        "Open questions, by who can answer",
        "What could be one person’s",
        "About this report",
    ]


def test_themes_that_are_level_are_told_as_level():
    said = repr(
        read(at("C01", 1, concern("a"), concern("b", YOUTH)), at("C02", 1, concern("c"), concern("d", YOUTH)))
    )
    assert "“Stops and searches” and “Young people” came up in the most circles" in said
    assert "They are tied." in said


def test_themes_that_are_level_and_without_a_page_are_told_under_their_names():
    picture = a_picture(at("C01", 1, concern("a")), at("C02", 1, concern("b")))
    (one,) = picture.themes
    every = tuple(
        replace(one, theme_id=RecordId(f"t{number}"), name=f"Theme {number}") for number in range(8)
    )
    texts = [
        block.text
        for block in program_document(report_plan(replace(picture, themes=every)), Words()).blocks
        if isinstance(block, Paragraph)
    ]
    place = texts.index("And 2 more, with all their lines in the annex: Theme 6, Theme 7.")
    assert texts[place + 1] == "2 of these came up in as many circles as the last theme of the chart."


def test_common_ground_is_beside_difference():
    document = read(
        at("C01", 1, common("lamps matter"), Note(NoteKind.DISAGREEMENT, "more or fewer", themes=STOPS)),
        at("C02", 1, concern("x")),
    )
    (beside,) = [
        block
        for block in document.blocks
        if isinstance(block, Columns) and block.sides[0].title == "Common ground"
    ]
    assert [side.blocks[0].items[0].text for side in beside.sides] == ["lamps matter", "more or fewer"]


def test_where_only_one_side_was_written_down_the_other_column_says_so():
    document = read(at("C01", 1, common("a")), at("C02", 1, concern("b")))
    assert repr(document).count("Nobody said otherwise, in what was written down.") == 1
    document = read(at("C01", 1, Note(NoteKind.DISAGREEMENT, "a", themes=STOPS)), at("C02", 1, concern("b")))
    assert repr(document).count("No circle wrote down such a line.") == 1


def test_where_nobody_agreed_or_differed_it_shows_what_else_was_said():
    document = read(at("C01", 1, concern("dark")), at("C02", 1, concern("late")))
    said = repr(document)
    assert "What people said" in said and "dark" in said and "late" in said


def test_no_line_of_the_report_has_its_circle_beside_it():
    lines = (common("a"), concern("b"), Note(NoteKind.STRENGTH, "c"), Note(NoteKind.QUESTION, "d"))
    folders = [at(code, number, *lines) for code in codes(3) for number in (1, 2)]
    assert "C01" not in repr(read(*folders))


@pytest.mark.parametrize("circles", [3, 12])
def test_quotes_and_single_voices_stand_under_a_theme_only_if_many_circles_raised_it(circles):
    own = (
        Note(NoteKind.QUOTE, "I call my son", consent=Consent.YES, themes=STOPS),
        concern("only me", spread=Spread.ONE_VOICE),
    )
    others = [at(code, 1, concern("dark")) for code in codes(circles)[1:]]
    document = read(at("C01", 1, *own, concern("dark")), *others, circles=codes(circles))
    under = False
    for block in document.blocks:
        if block in document.headings:
            under = block.topic.startswith("Theme ")
        if "I call my son" in repr(block) or "only me" in repr(block):
            assert under == (circles == 12)
    assert "I call my son" in repr(document) and "only me" in repr(document)


ONE_PERSONS = [
    (kind, spread)
    for kind in NoteKind
    for spread in (None, Spread.ONE_VOICE, Spread.A_FEW)
    if kind is not NoteKind.DEBRIEF and not may_be_placed(Note(kind, "x", spread=spread), None)
]


@pytest.mark.parametrize(("kind", "spread"), ONE_PERSONS)
@pytest.mark.parametrize("themes", [(), STOPS])
@pytest.mark.parametrize("which", ReportPaper)
@pytest.mark.parametrize("circles", [3, 11])
def test_no_paper_tells_which_circle_a_line_is_from_that_could_be_one_persons(
    kind, spread, themes, which, circles
):
    note = Note(kind, "these words", spread=spread, themes=themes, consent=Consent.YES)
    said = (concern("a", STOPS), concern("b", YOUTH))

    def folder(code, whose):
        made = at(code, 1, *said, *([note] if code == whose else ()))
        same = tuple(replace(one, id=RecordId("the line")) if one.body == note else one for one in made.notes)
        return replace(made, notes=same)

    documents = {
        repr(paper(which, *(folder(code, whose) for code in codes(circles)), circles=codes(circles)))
        for whose in codes(3)
    }
    assert len(documents) == 1


def test_it_says_in_how_many_sessions_someone_checked_for_names():
    said = "In {held} of {count} sessions, someone checked that the notes do not name anyone."
    looked = ClosingFacts(steps={CloseStep.PRIVACY: StepState.DONE}, all_answered=True)
    folders = (
        at("C01", 1, concern("a")),
        replace(at("C02", 1, concern("b")), closing=looked),
        replace(at("C03", 1, concern("c")), closing=replace(looked, all_answered=False)),
    )
    assert said.format(held=1, count=3) in repr(read(*folders))


def test_people_are_counted_once_however_often_they_came():
    def counted(code, number, people):
        folder = at(code, number, concern("a"))
        return replace(folder, session=replace(folder.session, present=people))

    document = read(
        counted("C01", 1, 12), counted("C01", 2, 9), counted("C02", 1, 11), counted("C03", 1, None)
    )
    assert "At least 23 people met in 3 circles" in titles(document)
    assert "In 1 circle, nobody counted the people, or too few came to print a number." in repr(document)


def test_the_cover_says_that_people_are_the_least_and_in_how_many_circles_they_were_counted():
    uncounted = at("C02", 1, concern("b"))
    uncounted = replace(uncounted, session=replace(uncounted.session, present=None))
    counted = at("C01", 1, concern("a"))
    counted = replace(counted, session=replace(counted.session, present=12))
    assert read(counted, uncounted).subtitle.splitlines()[:2] == [
        "What at least 12 people said in 2 circles, and what they ask for",
        "People were counted in 1 of 2 circles.",
    ]
    assert "People were counted" not in read(counted).subtitle


def test_the_heading_of_proposals_says_how_many_there_are_and_how_many_are_here():
    few = at("C01", 1, concern("a"), actions=(ActionIdea("Open house"), ActionIdea("Lamps")))
    many = at("C01", 1, concern("a"), actions=[ActionIdea(f"Idea {number}") for number in range(60)])
    assert "What circles propose: 2 proposals" in titles(read(few))
    assert "60 proposals; the 24 of most circles are here" in titles(read(many))


def test_so_few_people_that_the_number_points_at_them_are_not_counted():
    folder = at("C01", 1, concern("a"))
    document = read(replace(folder, session=replace(folder.session, present=4)))
    assert "1 circle met" in titles(document) and "At least" not in repr(document)


def test_it_says_what_is_missing():
    said = repr(read(at("C01", 1, concern("x")), circles=("C01", "C02")))
    assert "Not arrived yet: circle C01, session 2; circle C02, session 1; circle C02, session 2." in said
    assert "3 of 4 sessions have not arrived, so their words are missing here." in said
    assert "Of 1 more circle, nothing has arrived." in said


def test_what_moved_is_counted_only_where_first_and_last_have_arrived():
    document = read(
        at("C01", 1, concern("a")),
        at("C01", 2, concern("b"), concern("c", YOUTH)),
        at("C02", 1, concern("d")),
        at("C02", 2, concern("e", YOUTH)),
        at("C03", 1, concern("f")),
    )
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert table.rows == (("Young people", "0", "2", "+2"), ("Stops and searches", "2", "1", "-1"))
    assert "of the 2 whose first and last sessions have arrived" in table.caption


def test_nothing_private_is_in_any_paper():
    debrief = Note(NoteKind.DEBRIEF, "secret", themes=STOPS)
    quote = Note(NoteKind.QUOTE, "secret", themes=STOPS, consent=Consent.WITHDRAWN)
    sensitive = Note(NoteKind.CONCERN, "secret", themes=STOPS, sensitive=True)
    for which in ReportPaper:
        assert "secret" not in repr(paper(which, at("C01", 1, debrief, quote, sensitive)))


def test_a_program_of_which_nothing_has_arrived_says_so():
    document = read()
    assert document.subtitle == "No session has arrived yet." and charts(document) == []


@pytest.mark.parametrize("which", ReportPaper)
def test_it_reads_the_same_in_whatever_order_the_packages_came(which):
    folders = [at("C02", 1, concern("b")), at("C01", 2, concern("c")), at("C01", 1, concern("a"))]
    assert paper(which, *folders) == paper(which, *reversed(folders))


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
    assert sentence.format(total=2) in repr(read(*folders))
    assert sentence.format(total=1) in repr(read(folders[0]))
    assert "police officers" not in repr(read(folders[2]))


def test_a_large_program_has_contents_and_a_page_for_each_theme():
    folders = [at(code, 1, concern(f"{code}"), concern("b", YOUTH)) for code in codes(12)]
    document = read(*folders, circles=codes(12))
    assert any(isinstance(block, Contents) for block in document.blocks)
    assert not any(isinstance(block, Contents) for block in read(*folders[:3]).blocks)


def test_its_properties_say_who_made_it_and_when():
    document = read(at("C01", 1, concern("a")))
    assert (document.author, document.day) == ("Safer Streets", DAY)


def test_a_very_long_line_is_shortened_here():
    document = read(at("C01", 1, common("word " * 2_000)), at("C02", 1, concern("b")))
    assert "word " * 50 not in repr(document) and "word …" in repr(document)
