"""How notes and action ideas are shown in rows."""

from dataclasses import replace

from dialogue_desk.domain.model.notes import ActionIdea, Consent, Horizon, Level, Note, NoteKind
from dialogue_desk.ui.notes.note_rows import NoteRowBuilder, label_of, part_label, part_labels
from dialogue_desk.words import Words
from tests.domain.session_folders import a_folder, a_note, about, weighing


def test_a_quote_says_whether_it_may_be_repeated(added, notes):
    added(Note(NoteKind.QUOTE, "I felt seen", "check-in", consent=Consent.YES))
    assert notes.rows()[0].label == "Quote · may be repeated"


def test_a_row_stays_the_same_object_while_nothing_in_it_changes():
    builder = NoteRowBuilder(Words())
    one, two = a_note(text="one", said_at=1), a_note(text="two", said_at=2)
    before = builder.build(a_folder(one, two))
    after = builder.build(a_folder(one, a_note(text="two, and more", said_at=2)))
    assert after[0] is before[0]
    assert [row.text for row in after] == ["one", "two, and more"]


def test_the_first_row_of_each_part_names_it():
    folder = a_folder(
        a_note(text="of no part", part="gone"),
        a_note(text="later", said_at=2),
        a_note(text="sooner", said_at=1),
        a_note(text="at the end", part="back"),
        a_note(text="of no part either", part="", said_at=9),
    )
    rows = [(row.above, row.text) for row in NoteRowBuilder(Words()).build(folder)]
    assert rows == [
        ("1. Stories", "sooner"),
        ("", "later"),
        ("2. Read back", "at the end"),
        ("Outside any part", "of no part"),
        ("", "of no part either"),
    ]


def test_a_part_that_is_not_in_the_session_is_outside_any():
    folder, words = a_folder(), Words()
    assert list(part_labels(folder, words)) == ["stories", "back", ""]
    assert part_label(folder, "back", words) == "2. Read back"
    assert part_label(folder, "gone", words) == part_label(folder, "", words) == "Outside any part"


def test_the_label_of_an_action_idea_tells_who_where_when_and_how_many_dots():
    idea = ActionIdea("A bench", who="The city", level=Level.INSTITUTION, horizon=Horizon.THIS_YEAR, dots=1)
    label = label_of(idea, Words())
    assert label.startswith("Action idea · The city · ") and label.endswith(" · 1 dot")
    assert label.count(" · ") == 4
    assert label_of(ActionIdea("A bench"), Words()) == "Action idea"


def test_a_row_asks_for_a_choice_before_it_asks_for_consent():
    quote = a_note(NoteKind.QUOTE, "I felt seen")
    folder = a_folder(quote)
    assert NoteRowBuilder(Words()).build(folder)[0].flag == "Not shared yet: ask permission first"
    folder = replace(folder, notes=(replace(folder.notes[0], in_conflict=True),))
    assert NoteRowBuilder(Words()).build(folder)[0].flag == "Changed on two laptops: choose"


def test_an_action_idea_shows_its_first_step():
    folder = a_folder(ActionIdea("A bench", first_step="Ask who decides"), ActionIdea("A lamp"))
    assert [row.text for row in NoteRowBuilder(Words()).build(folder)] == [
        "A bench\n→ Ask who decides",
        "A lamp",
    ]


def test_the_first_row_about_an_option_names_it_under_its_part():
    folder = weighing(
        a_note(said_at=1), about("bike", said_at=2), about("bus", said_at=3), about("bus", said_at=4)
    )
    assert [row.above for row in NoteRowBuilder(Words()).build(folder)] == [
        "1. Stories",
        "3. Ways to go on\nAbout: Bus lanes",
        "",
        "About: Bike lanes",
    ]


def test_a_note_about_no_single_option_stands_under_its_part_alone():
    folder = weighing(about("", said_at=2), about("bus", said_at=1))
    rows = NoteRowBuilder(Words()).build(folder)
    assert [row.above for row in rows] == ["3. Ways to go on", "About: Bus lanes"]
