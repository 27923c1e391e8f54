"""What a circle reads of its own session."""

from dataclasses import replace

import pytest

from dialogue_desk.domain.model.circles import Officers
from dialogue_desk.domain.model.closing import CloseStep, DotVote, StepState, Tally
from dialogue_desk.domain.model.document import Bullets, Table
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.domain.model.notes import (
    ActionIdea,
    Consent,
    Horizon,
    Level,
    Note,
    NoteKind,
    Parked,
    Spread,
)
from dialogue_desk.domain.overview.closing_facts import ClosingFacts
from dialogue_desk.domain.overview.summary import summary_of
from dialogue_desk.reports.session_summary import session_document
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of
from tests.reports.folders import MOVES, PLAN, STOPS, YOUTH, a_folder
from tests.reports.reading import outline


def read(folder):
    return session_document(summary_of(folder), Words())


def test_what_was_said_stands_under_its_theme_with_how_widely_it_was_held():
    hope = Note(NoteKind.HOPE, "Buses after nine.")
    concern = Note(NoteKind.CONCERN, "Stops feel random.", spread=Spread.A_FEW, themes=STOPS)
    said = outline(read(a_folder(hope, concern)))
    assert said["Stops and searches"] == [("Stops feel random.", "Concern · a few")]
    assert said["Other things said"] == [("Buses after nine.", "Hope")]


def test_agreement_and_difference_have_their_own_places():
    said = outline(
        read(
            a_folder(
                Note(NoteKind.COMMON_GROUND, "All want to get home.", spread=Spread.EVERYONE, themes=STOPS),
                Note(NoteKind.DISAGREEMENT, "More patrols, or fewer."),
                Note(NoteKind.CONCERN, "Sirens at night.", spread=Spread.CONTESTED),
                Note(NoteKind.QUESTION, "Who reads complaints?"),
                Note(NoteKind.PARKING_LOT, "The bus shelter."),
            )
        )
    )
    assert said["Where we agree"] == [("All want to get home.", "everyone · Stops and searches")]
    assert said["Where we differ"] == [("More patrols, or fewer.", ""), ("Sirens at night.", "mixed views")]
    assert said["Questions still open"] == [("Who reads complaints?", "")]
    assert said["For later"] == [("The bus shelter.", "")]
    assert "What we talked about" not in said


@pytest.mark.parametrize("kind", NoteKind)
@pytest.mark.parametrize("spread", [None, *Spread])
def test_every_note_that_may_leave_is_in_it_once(kind, spread):
    document = read(a_folder(Note(kind, "these words", spread=spread, consent=Consent.YES)))
    assert repr(document).count("these words") == (0 if kind is NoteKind.DEBRIEF else 1)


@pytest.mark.parametrize("consent", [Consent.NOT_ASKED, Consent.WITHDRAWN])
def test_a_debrief_and_a_quote_without_consent_are_nowhere_in_it(consent):
    debrief = Note(NoteKind.DEBRIEF, "secret one")
    quote = Note(NoteKind.QUOTE, "secret two", consent=consent, spread=Spread.CONTESTED)
    assert "secret" not in repr(read(a_folder(debrief, quote)))


def test_a_quote_with_consent_is_quoted():
    said = outline(read(a_folder(Note(NoteKind.QUOTE, "We wave now.", consent=Consent.YES))))
    assert said["In people’s own words"] == [("“We wave now.”", "")]


def test_an_action_idea_says_who_what_first_and_when():
    idea = ActionIdea("Open house", themes=STOPS, who="Police", first_step="Pick a day", horizon=Horizon.NOW)
    aside = "Within three months · Stops and searches\nWho: Police\nFirst step: Pick a day"
    assert outline(read(a_folder(actions=[idea])))["What we propose"] == [("Open house", aside)]


def test_it_tells_how_long_each_part_took_and_which_was_left_out():
    tables = [block for block in read(a_folder()).blocks if isinstance(block, Table)]
    assert tables[0].rows == (
        ("Welcome", "5 min", "7 min"),
        ("Break", "5 min", "left out"),
        ("Close", "5 min", "5 min"),
    )


def test_what_the_evening_made_of_the_plan_has_a_column_only_where_it_made_anything():
    (table,) = [block for block in read(a_folder()).blocks if isinstance(block, Table)]
    assert [column.head for column in table.columns] == ["Part", "Planned", "Time taken"]
    start, minutes = MOVES[0], (7 * MINUTE, 4 * MINUTE)
    again = replace(start, kind=MoveKind.REPLAN, number=2, parts=("welcome", "close"), given=minutes)
    jump, close = (replace(move, number=move.number + 1) for move in MOVES[1:])
    (table,) = [
        block
        for block in read(a_folder(moves=(start, again, jump, close))).blocks
        if isinstance(block, Table)
    ]
    assert [column.head for column in table.columns] == ["Part", "Planned", "Adjusted", "Time taken"]
    assert table.rows == (
        ("Welcome", "5 min", "7 min", "7 min"),
        ("Break", "5 min", "none", "left out"),
        ("Close", "5 min", "4 min", "5 min"),
    )


def test_a_session_that_never_ran_tells_no_times():
    assert not [block for block in read(a_folder(moves=())).blocks if isinstance(block, Table)]


def test_a_session_without_notes_says_so():
    assert "No notes were taken during this session." in repr(read(a_folder()))


def test_it_counts_who_was_there_and_names_the_evening_as_in_the_room():
    document = read(a_folder())
    assert document.title == "Meeting as neighbors"
    assert document.subtitle == (
        "Safer Streets · Circle C07, session 1 · Eastside Library · March 12, 2026 · 9 people"
    )


def test_markup_and_formulas_are_text():
    text = "=1+1 <b>&amp;</b> \u202e"
    assert outline(read(a_folder(Note(NoteKind.HOPE, text))))["What we talked about"] == [(text, "Hope")]


def test_a_session_without_a_program_is_read_as_well():
    folder = replace(a_folder(Note(NoteKind.HOPE, "x")), program=None, program_id=None)
    assert read(folder).subtitle.startswith("Circle C07, session 1 · Eastside Library")


def test_an_action_idea_is_told_whole():
    idea = ActionIdea(
        "Open house",
        who="Police",
        first_step="Pick a day",
        level=Level.INSTITUTION,
        why="Nobody knows the station",
        strengths="The captain lives here",
        obstacles="Shifts",
    )
    ((_, aside),) = outline(read(a_folder(actions=[idea])))["What we propose"]
    assert aside.split("\n") == [
        "Institutions",
        "Why: Nobody knows the station",
        "Who: Police",
        "First step: Pick a day",
        "What we can build on: The captain lives here",
        "Obstacles: Shifts",
    ]


def test_ideas_stand_by_their_dots_and_a_tie_is_a_tie():
    ideas = [ActionIdea(str(dots), dots=dots) for dots in (3, None, 7, 3, 0, 1)]
    folder = replace(a_folder(actions=ideas), closing=ClosingFacts(vote=DotVote(3, 5)))
    document = read(folder)
    assert outline(document)["What we propose"] == [
        ("7", "7 dots, place 1"),
        ("3", "3 dots, tied for place 2"),
        ("3", "3 dots, tied for place 2"),
        ("1", "1 dot, place 4"),
        ("None", ""),
        ("0", "0 dots"),
    ]
    assert (
        "5 people voted. Each person had 3 dots, 15 in all. 14 dots were placed. The ideas with the "
        "most dots come first." in repr(document)
    )


def test_ideas_that_nobody_weighed_say_nothing_of_dots():
    assert "dot" not in repr(read(a_folder(actions=[ActionIdea("Open house")])))


def test_what_the_circle_passes_on_first_stands_first_in_its_order():
    notes = [Note(NoteKind.HOPE, "x", themes=YOUTH)] + [Note(NoteKind.HOPE, "y", themes=STOPS)] * 3
    plain = list(outline(read(a_folder(*notes))))
    assert plain.index("Stops and searches") < plain.index("Young people")
    folder = replace(a_folder(*notes), closing=ClosingFacts(top_themes=(*YOUTH, *STOPS)))
    said = outline(read(folder))
    assert said["What we want to share first"] == [("Young people", ""), ("Stops and searches", "")]
    assert list(said).index("Young people") < list(said).index("Stops and searches")


def test_the_parking_lot_says_what_became_of_it():
    lines = [Note(NoteKind.PARKING_LOT, state.value, parked=state) for state in Parked]
    headings = outline(read(a_folder(*lines)))
    assert (headings["For next time"], headings["Open"], headings["Done"]) == (
        [("next time", "")],
        [("open", "")],
        [("dealt with", "")],
    )


@pytest.mark.parametrize("officers", Officers)
def test_whether_officers_were_there_is_a_fact_of_the_room(officers):
    folder = a_folder()
    there = replace(folder, session=replace(folder.session, officers=officers))
    assert name_of(officers, Words()) in read(there).subtitle
    assert "fficers" not in read(folder).subtitle


def test_who_was_expected_is_not_taken_for_who_came():
    folder = a_folder()
    assert (
        "11 people expected" in read(replace(folder, session=replace(folder.session, present=None))).subtitle
    )


@pytest.mark.parametrize(
    ("read_back", "said"),
    [
        ((), "What is written here was not read back to the circle."),
        (("n0",), "1 of 2 lines written here were read back to the circle."),
        (("n0", "a0"), "Everything written here was read back to the circle."),
        (("n1",), "What is written here was not read back to the circle."),
    ],
)
def test_it_says_how_much_was_read_back_of_what_it_holds(read_back, said):
    debrief = Note(NoteKind.DEBRIEF, "Between us")
    folder = a_folder(Note(NoteKind.HOPE, "x"), debrief, actions=[ActionIdea("y")])
    assert said in repr(read(replace(folder, closing=ClosingFacts(read=frozenset(read_back)))))


def test_it_says_that_it_names_nobody_only_when_someone_looked():
    looked = ClosingFacts(steps={CloseStep.PRIVACY: StepState.DONE})
    folder = a_folder(Note(NoteKind.HOPE, "x"))
    assert "Check that it does not name anyone before you pass it on." in repr(read(folder))
    assert "Someone checked that it does not name anyone." in repr(read(replace(folder, closing=looked)))


def test_what_is_not_for_everyone_is_not_in_it():
    closing = ClosingFacts(
        overruled={"break": "secret one"},
        tallies={"q": Tally("q", (("secret two", 3),))},
    )
    sensitive = Note(NoteKind.HOPE, "secret three", sensitive=True)
    assert "secret" not in repr(read(replace(a_folder(sensitive), closing=closing)))


def test_the_guides_own_words_are_in_the_papers_language_and_the_circles_in_theirs():
    spanish = replace(
        PLAN, title="Conocernos", parts=(replace(PLAN.parts[0], title="Bienvenida"), *PLAN.parts[1:])
    )
    notes = [Note(NoteKind.HOPE, "Buses after nine."), Note(NoteKind.HOPE, "Un banco", language="es")]
    folder = replace(a_folder(*notes, actions=[ActionIdea("Open house")]), plans={"en": PLAN, "es": spanish})
    document = session_document(summary_of(folder, "es"), Words("es"))
    items = [item for block in document.blocks if isinstance(block, Bullets) for item in block.items]
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    assert (document.title, document.language) == ("Conocernos", "es")
    assert [row[0] for row in table.rows] == ["Bienvenida", "Break", "Close"]
    assert {item.text: item.language for item in items} == {
        "Buses after nine.": "en",
        "Un banco": "",
        "Open house": "en",
        "One voice at a time": "en",
    }
