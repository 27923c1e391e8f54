"""What a circle reads of its own session."""

from dataclasses import replace

import pytest

from dialogue_desk.domain.model.circles import Officers
from dialogue_desk.domain.model.closing import CloseStep, DotVote, StepState, Tally
from dialogue_desk.domain.model.document import Bullets, Paragraph, Role, Table
from dialogue_desk.domain.model.guide import PartKind
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.line_codes import line_code, typed_code
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
from dialogue_desk.domain.overview.session_folder import runs_of
from dialogue_desk.domain.overview.summary import summary_of
from dialogue_desk.reports.session_summary import session_document
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of
from tests.domain.session_folders import WAYS
from tests.reports.folders import MOVES, PLAN, STOPS, YOUTH, a_folder
from tests.reports.reading import outline


def read(folder, **options):
    return session_document(summary_of(folder), Words(), **options)


def proposed(document):
    """The heads of the proposals but for the codes at their ends, and each row with the note under it."""
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    *heads, last = [column.head for column in table.columns]
    assert last == "Code" and all(typed_code(row[-1]) for row in table.rows)
    return heads, [(row[:-1], note) for row, note, _ in table.noted_rows]


def paragraphs(document):
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def test_what_was_said_stands_under_its_theme_with_how_widely_it_was_held():
    hope = Note(NoteKind.HOPE, "Buses after nine.")
    concern = Note(NoteKind.CONCERN, "Stops feel random.", spread=Spread.A_FEW, themes=STOPS)
    assert outline(read(a_folder(hope, concern)))["What we talked about"] == [
        ("Stops feel random.", "Stops and searches · Concern · a few"),
        ("Buses after nine.", "Hope"),
    ]
    said = outline(read(a_folder(*[hope] * 3, *[concern] * 3)))
    assert said["Stops and searches"] == [("Stops feel random.", "Concern · a few")] * 3
    assert said["Other things said"] == [("Buses after nine.", "Hope")] * 3


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
    assert said["Where we agree"] == [("All want to get home.", "Stops and searches · everyone")]
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
    document = read(a_folder(Note(NoteKind.QUOTE, "We wave now.", consent=Consent.YES)))
    assert outline(document)["In people’s own words"] == [("“We wave now.”", "")]


def test_each_line_has_its_code_and_the_paper_says_to_whom_a_quote_is_taken_back():
    notes = [Note(NoteKind.QUOTE, "We wave now.", consent=Consent.YES), Note(NoteKind.HOPE, "Buses.")]
    folder = a_folder(*notes, actions=[ActionIdea("Open house")])
    quote, hope = [line_code(note.id) for note in folder.notes]
    document = read(folder)
    found = outline(document, codes=True)
    assert found["In people’s own words"] == [("“We wave now.”", quote)]
    assert found["What we talked about"] == [("Buses.", f"Hope · {hope}")]
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    assert table.rows == (("Open house", line_code(folder.actions[0].id)),)
    assert "tell its code to those who led the session" in paragraphs(document)[-1]
    program = replace(folder.program, organizer="Town Clerk", contact="555 0134")
    known = paragraphs(read(replace(folder, program=program)))[-1]
    assert "tell its code to Town Clerk · 555 0134." in known


def test_an_action_idea_says_who_what_first_and_when():
    idea = ActionIdea("Open house", themes=STOPS, who="Police", first_step="Pick a day", horizon=Horizon.NOW)
    assert proposed(read(a_folder(actions=[idea]))) == (
        ["What", "Who", "First step", "By when"],
        [(("Open house", "Police", "Pick a day", "Within three months"), "Stops and searches")],
    )


def test_a_column_that_nobody_filled_is_not_there():
    ideas = [ActionIdea("Open house"), ActionIdea("Light", who="Parks")]
    assert proposed(read(a_folder(actions=ideas)))[0] == ["What", "Who"]


def test_what_we_propose_comes_first_and_the_rules_and_the_times_last():
    notes = [Note(NoteKind.COMMON_GROUND, "x"), Note(NoteKind.DISAGREEMENT, "y"), Note(NoteKind.HOPE, "z")]
    headings = list(outline(read(a_folder(*notes, actions=[ActionIdea("Open house")]))))
    assert headings[0] == "What we propose"
    assert headings[1:] == ["Where we agree", "Where we differ", "What we talked about", "About this session"]


def test_the_times_are_one_quiet_line_unless_somebody_asks_for_the_table():
    document = read(a_folder())
    assert not [block for block in document.blocks if isinstance(block, Table)]
    assert document.blocks[-1] == Paragraph("We began at 7:00 PM and ended at 7:12 PM.", Role.MUTED)
    asked = read(a_folder(), times=True)
    (table,) = [block for block in asked.blocks if isinstance(block, Table)]
    assert table.caption == "How long each part took"
    assert table.rows == (
        ("Welcome", "5 min", "7 min"),
        ("Break", "5 min", "left out"),
        ("Close", "5 min", "5 min"),
    )


def test_what_the_evening_made_of_the_plan_has_a_column_only_where_it_made_anything():
    (table,) = [block for block in read(a_folder(), times=True).blocks if isinstance(block, Table)]
    assert [column.head for column in table.columns] == ["Part", "Planned", "Time taken"]
    start, minutes = MOVES[0], (7 * MINUTE, 4 * MINUTE)
    again = replace(start, kind=MoveKind.REPLAN, number=2, parts=("welcome", "close"), given=minutes)
    jump, close = (replace(move, number=move.number + 1) for move in MOVES[1:])
    (table,) = [
        block
        for block in read(a_folder(moves=(start, again, jump, close)), times=True).blocks
        if isinstance(block, Table)
    ]
    assert [column.head for column in table.columns] == ["Part", "Planned", "Adjusted", "Time taken"]
    assert table.rows == (
        ("Welcome", "5 min", "7 min", "7 min"),
        ("Break", "5 min", "none", "left out"),
        ("Close", "5 min", "4 min", "5 min"),
    )


def test_a_session_that_never_ran_tells_no_times():
    document = read(a_folder(moves=()), times=True)
    assert not [block for block in document.blocks if isinstance(block, Table)]
    assert "We began" not in repr(document)


def test_a_session_without_notes_says_so():
    assert "No notes were taken during this session." in repr(read(a_folder()))


def test_it_counts_who_was_there_and_names_the_evening_as_in_the_room():
    document = read(a_folder())
    assert document.title == "Meeting as neighbors"
    assert document.subtitle == (
        "Safer Streets · Circle C07, session 1 · Eastside Library · March 12, 2026 · fewer than 10 people"
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
    _, ((row, note),) = proposed(read(a_folder(actions=[idea])))
    assert row == ("Open house", "Police", "Pick a day")
    assert note.split(" · ") == [
        "Why: Nobody knows the station",
        "What we can build on: The captain lives here",
        "Obstacles: Shifts",
        "Institutions",
    ]


def test_ideas_stand_by_their_dots_and_a_tie_is_a_tie():
    ideas = [ActionIdea(str(dots), dots=dots) for dots in (3, None, 7, 3, 0, 1)]
    folder = replace(a_folder(actions=ideas), closing=ClosingFacts(vote=DotVote(3, 12)))
    document = read(folder)
    heads, rows = proposed(document)
    assert heads == ["What", "Dots"]
    assert [row for row, _ in rows] == [
        ("7", "7"),
        ("3", "3"),
        ("3", "3"),
        ("1", "1"),
        ("None", ""),
        ("0", "0"),
    ]
    assert (
        "12 people voted. Each person had 3 dots, 36 in all. 14 dots were placed. The ideas with the "
        "most dots come first." in repr(document)
    )


def test_ideas_that_nobody_weighed_say_nothing_of_dots():
    assert "dot" not in repr(read(a_folder(actions=[ActionIdea("Open house")]))).lower()


def test_what_the_circle_passes_on_first_stands_first_in_its_order():
    notes = [Note(NoteKind.HOPE, "x", themes=YOUTH)] + [Note(NoteKind.HOPE, "y", themes=STOPS)] * 3
    assert [text for text, _ in outline(read(a_folder(*notes)))["What we talked about"]] == [
        "y",
        "y",
        "y",
        "x",
    ]
    document = read(replace(a_folder(*notes), closing=ClosingFacts(top_themes=(*YOUTH, *STOPS))))
    assert paragraphs(document)[1] == "What we want to share first: Young people · Stops and searches"
    assert [text for text, _ in outline(document)["What we talked about"]] == ["x", "y", "y", "y"]


def test_the_parking_lot_says_what_became_of_it():
    lines = [Note(NoteKind.PARKING_LOT, state.value, parked=state) for state in Parked]
    assert outline(read(a_folder(*lines)))["For later"] == [
        ("next time", "for next time"),
        ("open", "open"),
        ("dealt with", "dealt with"),
    ]


@pytest.mark.parametrize("officers", Officers)
def test_whether_officers_were_there_is_a_fact_of_the_room(officers):
    folder = a_folder()
    there = replace(folder, session=replace(folder.session, officers=officers))
    assert name_of(officers, Words()) in read(there).subtitle
    assert "fficers" not in read(folder).subtitle


@pytest.mark.parametrize(("came", "said"), [(9, "fewer than 10 people"), (10, "10 people")])
def test_few_people_are_not_counted_in_it(came, said):
    folder = a_folder(actions=[ActionIdea("Open house", dots=2)])
    session = replace(folder.session, present=came)
    document = read(replace(folder, session=session, closing=ClosingFacts(vote=DotVote(3, came))))
    assert document.subtitle.endswith(said)
    assert (f"{came} people voted" in repr(document)) is (came == 10)
    planned = replace(folder.session, present=None, people=came)
    assert (f"{came} people expected" in read(replace(folder, session=planned)).subtitle) is (came == 10)


def test_of_what_could_be_only_one_person_it_does_not_say_so_beside_the_circle():
    notes = (
        Note(NoteKind.HOPE, "Buses after nine.", spread=Spread.ONE_VOICE),
        Note(NoteKind.EXPERIENCE, "They stopped my son.", spread=Spread.A_FEW),
        Note(NoteKind.CONCERN, "Stops feel random.", spread=Spread.A_FEW),
        Note(NoteKind.COMMON_GROUND, "Names first.", spread=Spread.ONE_VOICE),
    )
    said = outline(read(a_folder(*notes)))
    assert said["What we talked about"] == [
        ("Buses after nine.", "Hope"),
        ("They stopped my son.", "Experience"),
        ("Stops feel random.", "Concern · a few"),
    ]
    assert said["Where we agree"] == [("Names first.", "")]
    assert "one voice" not in repr(read(a_folder(*notes)))


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


def test_a_read_back_that_took_place_is_not_denied_where_nobody_marked_a_line():
    parts = (*PLAN.parts[:2], replace(PLAN.parts[2], kind=PartKind.READ_BACK, title="Read-back and close"))
    plan = replace(PLAN, parts=parts)
    folder = replace(a_folder(Note(NoteKind.HOPE, "x")), plan=plan)
    folder = replace(folder, runs=runs_of(folder.session, plan, MOVES))
    said = paragraphs(read(folder))[-1]
    assert said.startswith("There was a part for reading back: “Read-back and close”. Nobody marked which")
    assert "was not read back" not in repr(read(folder))
    skipped = replace(folder, runs=runs_of(folder.session, plan, (MOVES[0], replace(MOVES[2], number=2))))
    assert "What is written here was not read back to the circle." in repr(read(skipped))


def test_it_says_that_it_names_nobody_only_when_someone_looked():
    looked = ClosingFacts(steps={CloseStep.PRIVACY: StepState.DONE}, all_answered=True)
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
    document = session_document(summary_of(folder, "es"), Words("es"), times=True)
    items = [item for block in document.blocks if isinstance(block, Bullets) for item in block.items]
    proposals, times = [block for block in document.blocks if isinstance(block, Table)]
    assert (document.title, document.language) == ("Conocernos", "es")
    assert [row[0] for row in times.rows] == ["Bienvenida", "Break", "Close"]
    assert {item.text: item.language for item in items} == {"Buses after nine.": "en", "Un banco": ""}
    assert [row[0] for row in proposals.rows] == ["Open house"] and proposals.languages == ("en",)
    assert Paragraph("One voice at a time", Role.MUTED, "en") in document.blocks


def test_what_was_said_about_each_option_has_a_heading_of_its_own_and_is_said_once():
    said = [
        Note(NoteKind.QUESTION, "Who pays?", "ways", option="bus", themes=STOPS),
        Note(NoteKind.CONCERN, "They are late.", "ways", Spread.A_FEW, option="bus"),
        Note(NoteKind.QUOTE, "I ride at dawn.", "ways", option="bike", consent=Consent.YES),
    ]
    folder = replace(a_folder(*said, moves=()), plan=replace(PLAN, parts=(*PLAN.parts, WAYS)))
    found = outline(read(folder))
    assert found["Bus lanes"] == [
        ("They are late.", "Concern · a few"),
        ("Who pays?", "Stops and searches · Question"),
    ]
    assert found["Bike lanes"] == [("“I ride at dawn.”", "Quote")]
    assert "What was said about each option" in found
    assert not {"Questions still open", "In people’s own words", "What we talked about"} & found.keys()
