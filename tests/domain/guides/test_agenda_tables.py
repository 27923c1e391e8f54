"""Tables with times are agendas; their columns say what their cells are."""

from __future__ import annotations

from dialogue_desk.domain.guides.agenda_tables import agenda_of, first_words, head_lines, part_line, row_text
from dialogue_desk.domain.guides.labels import Meaning
from tests.domain.guides.documents import document


def agenda(*rows):
    return agenda_of(document(*rows).lines)


def test_a_table_without_times_is_no_agenda():
    assert agenda("| Chair | Task |", "| One | time |", "| Two | cards |") is None


def test_a_column_of_lengths_goes_before_the_times_of_day():
    found = agenda("| Start | Duration | Activity |", "| 7:00 | 10 | Hello |", "| 7:15 | 20 min | Talk |")
    assert [part_line(row).minutes for row in found.rows.values()] == [10, 20]
    assert [part_line(row).starts for row in found.rows.values()] == [420, 435]


def test_the_activity_is_the_title_wherever_its_column_is():
    found = agenda("| Who | Tema | Hora |", "| Ana | Hola | 7:00-7:10 |", "| Luz | Ronda | 7:10-7:30 |")
    assert [row.title for row in found.rows.values()] == ["Hola", "Ronda"]
    assert [row.others for row in found.rows.values()] == [(("Who", "Ana"),), (("Who", "Luz"),)]


def test_a_time_within_the_title_counts_when_there_is_no_column_of_times():
    found = agenda("| Welcome (5 min) | Ruth |", "| Round (30 min) | Tomas |")
    assert [(row.title, row.time.minutes) for row in found.rows.values()] == [("Welcome", 5), ("Round", 30)]


def test_a_head_that_no_cell_makes_use_of_is_kept_as_a_line():
    found = agenda("| Time | Activity | Candle |", "| 7:00 | Hello | |", "| 7:10 | Bye | |")
    assert [(line.meaning, line.text) for line in head_lines(found)] == [
        (Meaning.LABEL, "Time – Activity – Candle"),
        (Meaning.UNKNOWN, "Candle"),
    ]


def test_a_row_of_a_label_and_a_text_reads_as_one_line():
    assert row_text(("Materials", "pens")) == "Materials: pens"
    assert row_text(("One", "", "time")) == "One – time"


def test_a_long_text_gets_its_first_words_for_a_title():
    assert (
        first_words("one two three four five six seven eight nine")
        == "one two three four five six seven eight…"
    )
    assert first_words("one two.") == "one two"


def test_a_question_behind_the_title_of_a_row_is_taken_out_of_it():
    found = agenda("| 7:00 | Round: What do you see? |", "| 7:10 | Pairs: what we see |")
    assert [row.title for row in found.rows.values()] == ["Round", "Pairs: what we see"]
    assert [row.others for row in found.rows.values()] == [(("", "What do you see?"),), ()]
