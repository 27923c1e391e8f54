"""The forms ask for no name, follow the guide, and leave room where notes are taken."""

from dataclasses import replace

from dialogue_desk.domain.model.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Table,
    WritingLines,
)
from dialogue_desk.domain.model.guide import NotesPolicy, Part
from dialogue_desk.reports.guide_forms import notes_document, tallies_document
from tests.reports.guide_samples import (
    BARE,
    CLOSE,
    PARK,
    PLAN,
    ROUND,
    RULES_PART,
    WAYS,
    WELCOME,
    WORDS,
    at_seven,
)
from tests.reports.paper_reading import texts


def sections(document: Document) -> dict[str, list[Block]]:
    found: dict[str, list[Block]] = {"": []}
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            found[block.text] = []
        else:
            found[list(found)[-1]].append(block)
    return found


def form_of(part: Part) -> list[Block]:
    guide = replace(PARK, sessions=(replace(PLAN, parts=(part,)),))
    return list(sections(notes_document(at_seven(guide), WORDS)).values())[1]


def rows_in(blocks: list[Block]) -> list[int]:
    return [len(block.rows) for block in blocks if isinstance(block, Table)]


def test_it_begins_with_no_names() -> None:
    first = notes_document(at_seven(), WORDS).blocks[0]
    assert isinstance(first, Paragraph)
    assert first.text.startswith("Write no names")


def test_a_part_has_its_questions_what_to_listen_for_and_rows_to_write_in() -> None:
    blocks = form_of(ROUND)
    assert [type(block) for block in blocks] == [Bullets, Paragraph, Table]
    assert getattr(blocks[1], "text", "") == "Listen for: Experience, Strength."
    table = blocks[2]
    assert isinstance(table, Table)
    assert [column.head for column in table.columns] == ["What was said", "Kind", "How many of you"]
    assert table.lines > 1
    assert set(table.rows) == {("", "", "")}


def test_a_longer_part_has_more_rows_within_reason() -> None:
    lengths = [rows_in(form_of(replace(CLOSE, minutes=minutes))) for minutes in (2, 15, 90)]
    assert lengths == [[3], [5], [8]]


def test_a_part_with_notes_off_says_so_and_has_no_room() -> None:
    assert [getattr(block, "text", "") for block in form_of(WELCOME)] == ["Notes are off in this part"]


def test_a_part_with_themes_only_says_so_and_has_a_few_lines() -> None:
    said, lines = form_of(RULES_PART)
    assert RULES_PART.notes is NotesPolicy.THEMES_ONLY
    assert getattr(said, "text", "").startswith("Themes only")
    assert lines == WritingLines(3)


def test_each_option_has_room_of_its_own() -> None:
    blocks = form_of(WAYS)
    heads = [block.text for block in blocks if isinstance(block, Heading)]
    assert heads == ["Neighbors look after it"]
    assert rows_in(blocks) == [5]


def test_the_options_of_a_part_share_its_room_equally() -> None:
    blocks = form_of(replace(WAYS, minutes=24, cards=WAYS.cards * 2))
    assert rows_in(blocks) == [4, 4]
    assert rows_in(form_of(replace(WAYS, minutes=10, cards=WAYS.cards * 3))) == [3, 3, 3]


def test_each_option_has_a_few_lines_where_only_themes_are_written_down() -> None:
    blocks = form_of(replace(WAYS, notes=NotesPolicy.THEMES_ONLY))
    assert [block for block in blocks if isinstance(block, WritingLines)] == [WritingLines(3)]
    assert "Neighbors look after it" in [getattr(block, "text", "") for block in blocks]


def test_what_the_note_taker_is_told_is_there() -> None:
    told = form_of(replace(CLOSE, note_taker=("Write places.",)))
    assert "Write places." in [getattr(block, "text", "") for block in told]


def test_ideas_and_the_parking_lot_have_their_place_at_the_end() -> None:
    assert list(sections(notes_document(at_seven(), WORDS)))[-2:] == ["Parking lot", "Action ideas"]


def test_the_sheet_to_count_on_has_the_dots_of_a_ballot_with_its_options() -> None:
    found = sections(tallies_document(at_seven(people=9), WORDS))
    dots = found["Ways to go on"]
    assert getattr(dots[0], "text", "") == "3 dots each · 27 dots with 9 people"
    assert isinstance(dots[1], Table)
    assert [row[0] for row in dots[1].rows] == ["Neighbors look after it", *[""] * 7]


def test_a_session_without_a_ballot_has_attendance_and_groups_alone() -> None:
    document = tallies_document(at_seven(BARE), WORDS)
    assert list(sections(document)) == ["", "Attendance", "Groups of people"]
    assert "at least 10 people" in "\n".join(texts(document))
    assert "Numbers only, never names." in texts(document)
