"""What lines of a document are understood as, in the layouts that people write guides in."""

from __future__ import annotations

from dialogue_desk.domain.guides.labels import Meaning
from dialogue_desk.domain.guides.understanding import understood
from tests.domain.guides.documents import document


def meanings(*lines):
    return [(line.meaning, line.text) for line in understood(document(*lines))]


def meant(meaning, *lines):
    return [text for found, text in meanings(*lines) if found is meaning]


def parts(*lines):
    return [
        (line.text, line.minutes) for line in understood(document(*lines)) if line.meaning is Meaning.PART
    ]


def test_headings_beneath_one_title_are_the_parts():
    lines = ("# Our Park", "## Welcome (10 min)", "## Stories (30 min)", "## Close (5 min)")
    assert meant(Meaning.TITLE, *lines) == ["Our Park"]
    assert parts(*lines) == [("Welcome", 10), ("Stories", 30), ("Close", 5)]


def test_headings_with_a_number_are_sessions():
    lines = (
        "# Series",
        "## Session 1: Listen",
        "### Welcome (5 min)",
        "## Session 2: Act",
        "### Close (5 min)",
    )
    assert meant(Meaning.SESSION, *lines) == ["Session 1: Listen", "Session 2: Act"]
    assert parts(*lines) == [("Welcome", 5), ("Close", 5)]


def test_headings_that_each_fill_an_evening_are_sessions_without_a_number():
    lines = (
        "# Series",
        "## Listening",
        "### Welcome (10 min)",
        "### Round (40 min)",
        "## Acting",
        "### Check-in (10 min)",
        "### Plans (50 min)",
    )
    assert meant(Meaning.SESSION, *lines) == ["Listening", "Acting"]


def test_headings_over_a_few_minutes_are_no_sessions():
    lines = (
        "# Night",
        "## Opening",
        "### Hello (5 min)",
        "## Middle",
        "### Talk (20 min)",
        "## End",
        "### Bye (5 min)",
    )
    assert meant(Meaning.SESSION, *lines) == []
    assert parts(*lines) == [("Hello", 5), ("Talk", 20), ("Bye", 5)]
    assert meant(Meaning.UNKNOWN, *lines) == ["Opening", "Middle", "End"]


def test_minutes_in_the_line_below_a_heading_are_its_minutes():
    assert parts(
        "# Night", "## Hello", "Time: 10 minutes", "## Talk", "(about 20 minutes)", "## Bye", "5 min"
    ) == [
        ("Hello", 10),
        ("Talk", 20),
        ("Bye", 5),
    ]


def test_bold_lines_are_headings_where_there_are_no_styles():
    lines = ("! El agua", "! 1. Bienvenida (10 min)", "Hola.", "! Descanso 10'", "! 3. Cierre", "Adiós.")
    assert parts(*lines) == [("Bienvenida", 10), ("Descanso", 10), ("Cierre", None)]


def test_a_loud_line_among_timed_headings_is_no_part():
    lines = ("! Night", "! Hello (10 min)", "! Remember to smile", "! Talk (20 min)", "! Bye (5 min)")
    assert parts(*lines) == [("Hello", 10), ("Talk", 20), ("Bye", 5)]


def test_a_bold_question_is_asked():
    assert meant(Meaning.ASK, "! Night", "! Hello (10 min)", "! What do you see?", "! Bye (5 min)") == [
        "What do you see?"
    ]


def test_lines_that_begin_with_a_time_are_parts():
    lines = ("Night", "7:00 Doors", "7:15 What do we need?", "Talk as long as it takes.", "7:45–8:00 Bye")
    assert parts(*lines) == [("Doors", None), ("What do we need?", None), ("Bye", 15)]


def test_a_sentence_with_minutes_in_it_is_no_heading():
    lines = ("# Night", "## Hello (10 min)", "The mayor speaks for five minutes, no more.", "## Bye (5 min)")
    assert meant(Meaning.UNKNOWN, *lines) == ["The mayor speaks for five minutes, no more."]


def test_a_small_heading_with_minutes_below_a_part_is_a_step():
    lines = (
        "# Night",
        "## Pairs (11 min)",
        "### Find a partner (1 min)",
        "### Tell (10 min)",
        "## Bye (5 min)",
    )
    found = [line for line in understood(document(*lines)) if line.meaning is Meaning.STEP]
    assert [(line.text, line.minutes) for line in found] == [("Find a partner", 1), ("Tell", 10)]


def test_a_heading_whose_minutes_are_those_of_its_parts_is_not_counted_twice():
    lines = (
        "# Night",
        "## Talk (30 min)",
        "### Round one (15 min)",
        "### Round two (15 min)",
        "### Round three (15 min)",
        "## Bye (5 min)",
    )
    assert parts(*lines) == [("Round one", 15), ("Round two", 15), ("Round three", 15), ("Bye", 5)]


def test_questions_are_asked_and_statements_are_not():
    lines = (
        "# Night",
        "## Talk (10 min)",
        "What do you see?",
        "* ¿Quién ayudó?",
        "* Write a card.",
        "## Bye (5 min)",
    )
    assert meant(Meaning.ASK, *lines) == ["What do you see?", "¿Quién ayudó?"]
    assert meant(Meaning.UNKNOWN, *lines) == ["Write a card."]


def test_a_label_makes_a_statement_a_question():
    lines = (
        "# Night",
        "## Talk (10 min)",
        "Pregunta: Cuenten qué pedirían.",
        "Questions:",
        "* Tell of a day.",
        "## Bye (5 min)",
    )
    assert meant(Meaning.ASK, *lines) == ["Cuenten qué pedirían.", "Tell of a day."]


def test_a_question_at_the_end_of_a_long_paragraph_is_taken_out_of_it():
    told = "This place has had many names and many owners, and each of them left something behind. " * 3
    lines = ("# Night", "## Talk (10 min)", f"{told}What did yours leave?", "## Bye (5 min)")
    assert meant(Meaning.ASK, *lines) == ["What did yours leave?"]
    assert meant(Meaning.UNKNOWN, *lines) == [told.strip()]


def test_what_is_set_apart_or_in_quotes_or_labelled_is_said():
    lines = (
        "# Night",
        "## Talk (10 min)",
        "> You are welcome.",
        "“Nobody has to speak.”",
        "Read aloud: “The house is open.”",
        "Diga: Buenas tardes.",
        "## Bye (5 min)",
    )
    assert meant(Meaning.SAY, *lines) == [
        "You are welcome.",
        "Nobody has to speak.",
        "The house is open.",
        "Buenas tardes.",
    ]


def test_say_on_a_line_of_its_own_is_about_the_next_paragraph():
    lines = ("# Night", "## Talk (10 min)", "Say:", "Good evening.", "Wait a moment.", "## Bye (5 min)")
    assert meant(Meaning.SAY, *lines) == ["Good evening."]
    assert meant(Meaning.UNKNOWN, *lines) == ["Wait a moment."]


def test_tips_are_known_by_their_labels():
    lines = (
        "# Night",
        "## Talk (10 min)",
        "Tip: slowly",
        "Note to facilitator: wait",
        "Facilitator: smile",
        "## Bye (5 min)",
    )
    assert meant(Meaning.TIP, *lines) == ["slowly", "wait", "smile"]


def test_a_list_below_materials_is_materials_until_it_ends():
    lines = (
        "# Night",
        "## Materials",
        "* chairs",
        "* tape",
        "Bring a bell too.",
        "## Talk (10 min)",
        "Materials: pens, paper",
        "## Bye (5 min)",
    )
    assert meant(Meaning.MATERIAL, *lines) == ["chairs", "tape", "pens", "paper"]
    assert meant(Meaning.UNKNOWN, *lines) == ["Bring a bell too."]


def test_ground_rules_are_taken_from_their_list_and_from_a_part_about_them():
    apart = ("# Night", "## Agreements", "* One voice.", "## Talk (10 min)", "## Bye (5 min)")
    assert (meant(Meaning.GROUND_RULE, *apart), len(parts(*apart))) == (["One voice."], 2)
    as_part = ("# Night", "## Ground rules (5 min)", "* One voice.", "Add yours.", "## Bye (5 min)")
    assert (meant(Meaning.GROUND_RULE, *as_part), len(parts(*as_part))) == (["One voice."], 2)


def test_a_handout_holds_what_stands_below_its_heading():
    lines = (
        "# Night",
        "## Talk (10 min)",
        "### Handout: Three ways",
        "Build? Or not.",
        "* Higher",
        "## Bye (5 min)",
    )
    assert meant(Meaning.CARD, *lines) == ["Three ways"]
    assert meant(Meaning.CARD_TEXT, *lines) == ["Build? Or not.", "Higher"]


def test_an_introduction_is_no_part_and_asks_nothing():
    lines = ("# Night", "## About this guide", "What is dialogue?", "## Talk (10 min)", "## Bye (5 min)")
    assert parts(*lines) == [("Talk", 10), ("Bye", 5)]
    assert meant(Meaning.UNKNOWN, *lines) == ["About this guide", "What is dialogue?"]


def test_each_row_of_an_agenda_with_a_time_is_a_part():
    lines = (
        "# Night",
        "| Time | Activity | Who | Materials |",
        "| 7:00–7:10 | Welcome/Say: Come in. | Ruth | tags |",
        "| 7:10–7:40 | Round/What do you see? | | |",
    )
    assert parts(*lines) == [("Welcome", 10), ("Round", 30)]
    assert meant(Meaning.SAY, *lines) == ["Come in."]
    assert meant(Meaning.ASK, *lines) == ["What do you see?"]
    assert meant(Meaning.MATERIAL, *lines) == ["tags"]
    assert meant(Meaning.UNKNOWN, *lines) == ["Who: Ruth"]


def test_a_column_of_minutes_may_hold_figures_alone():
    lines = ("| Topic | Minutes |", "| Welcome | 5 |", "| Talk | 45 |", "| Close | 10 |")
    assert parts(*lines) == [("Welcome", 5), ("Talk", 45), ("Close", 10)]


def test_an_agenda_before_the_parts_it_lists_gives_them_their_minutes():
    lines = (
        "# Night",
        "| 7:00–7:10 | Welcome |",
        "| 7:10–7:40 | Stories |",
        "## Welcome",
        "Hello.",
        "## Stories",
        "Once.",
    )
    assert parts(*lines) == [("Welcome", 10), ("Stories", 30)]
    assert len(meant(Meaning.UNKNOWN, *lines)) == 4


def test_another_table_stands_row_by_row():
    lines = ("# Night", "## Talk (10 min)", "| Chair | Task |", "| One | time |", "## Bye (5 min)")
    assert meant(Meaning.UNKNOWN, *lines) == ["Chair – Task", "One – time"]


def test_paragraphs_that_tell_their_minutes_are_parts_where_there_are_no_headings():
    lines = (
        "Sit down together and be quiet for ten minutes before you begin to speak.",
        "Then talk for 30 minutes about the house.",
    )
    assert [minutes for _, minutes in parts(*lines)] == [10, 30]
    assert meant(Meaning.UNKNOWN, *lines) == list(lines)


def test_a_line_knows_where_it_stood():
    found = understood(document("# Night", "## Talk (10 min)", "Hm.", "## Bye (5 min)"))
    assert [line.number for line in found] == [1, 2, 3, 4]
    assert found[2].source == "Hm."


def test_days_and_weeks_without_any_part_beneath_are_no_sessions():
    lines = (
        "# Night",
        "## Talk (20 min)",
        "## Bye (5 min)",
        "## Afterward",
        "### Day 1",
        "Call.",
        "### Week 2",
        "Write.",
    )
    assert meant(Meaning.SESSION, *lines) == []
    assert meant(Meaning.UNKNOWN, *lines) == ["Day 1", "Call.", "Week 2", "Write."]


def test_a_heading_with_the_minutes_of_all_parts_is_the_title():
    lines = ("## Our night (60 min)", "## Hello (10 min)", "## Talk (40 min)", "## Bye (10 min)")
    assert meant(Meaning.TITLE, *lines) == ["Our night (60 min)"]
    assert len(parts(*lines)) == 3


def test_a_question_with_a_note_in_brackets_is_asked():
    line = "“What do you see?” (one sentence each)."
    assert meant(Meaning.ASK, "# Night", "## Talk (20 min)", line, "## Bye (5 min)") == [line]


def test_a_label_with_more_words_in_brackets_is_kept_and_heeded():
    lines = (
        "# Night",
        "## Materials (get these first)",
        "For the facilitator:",
        "* chairs",
        "## Talk (10 min)",
        "## Bye (5 min)",
    )
    assert meant(Meaning.UNKNOWN, *lines) == ["Materials (get these first)"]
    assert meant(Meaning.MATERIAL, *lines) == ["For the facilitator:", "chairs"]


def test_what_stands_in_a_box_after_facilitator_is_said():
    lines = ("# Night", "## Talk (10 min)", "Facilitator:", "> Imagine a bridge.", "## Bye (5 min)")
    assert meant(Meaning.SAY, *lines) == ["Imagine a bridge."]


def test_items_with_a_time_below_a_label_are_what_it_says():
    lines = (
        "# Night",
        "## Talk (10 min)",
        "## Bye (5 min)",
        "## Facilitator notes",
        "* Breaks (5 min each half hour)",
        "* A stretch (2 min)",
    )
    assert meant(Meaning.TIP, *lines) == ["Breaks (5 min each half hour)", "A stretch (2 min)"]


def test_a_time_below_a_heading_after_the_parts_is_no_step():
    lines = (
        "# Night",
        "## Talk (10 min)",
        "## Bye (5 min)",
        "## Facilitator notes",
        "### Online",
        "* Breaks (5 min)",
    )
    assert meant(Meaning.STEP, *lines) == []


def test_a_question_in_a_document_without_headings_is_asked():
    assert meant(Meaning.ASK, "Dear all,", "What should we do about the fence?") == [
        "What should we do about the fence?"
    ]


def test_a_heading_called_opening_question_is_a_part_where_no_part_has_a_time():
    lines = ("# Night", "## Welcome", "## Opening question", "What brought you here?", "## Closing")
    assert [title for title, _ in parts(*lines)] == ["Welcome", "Opening question", "Closing"]


def test_questions_after_a_tip_that_has_said_all_are_asked_and_those_it_announces_are_tips():
    head = ("# Night", "## Talk (10 min)", "## Bye (5 min)")
    assert meant(Meaning.ASK, *head, "Tip: go slowly.", "* What do you see?") == ["What do you see?"]
    assert meant(Meaning.ASK, *head, "Tip: ask yourself:", "* Who is quiet?") == []


def test_a_question_at_the_end_of_notes_in_an_agenda_is_asked():
    lines = (
        "|Time|What|Facilitator notes|",
        "|7:00-7:10|Welcome|Two minutes each. What do you see?|",
        "|7:10-7:30|Talk|What helps? What hurts?|",
        "|7:30-7:40|Close|Thank everybody.|",
    )
    assert meant(Meaning.TIP, *lines) == ["Two minutes each.", "Thank everybody."]
    assert meant(Meaning.ASK, *lines) == ["What do you see?", "What helps? What hurts?"]


def test_a_label_may_have_a_letter_or_a_number_before_it():
    lines = ("# Night", "## Talk (10 min)", "B. Agreements", "* Listen first.", "## Bye (5 min)")
    assert meant(Meaning.GROUND_RULE, *lines) == ["Listen first."]


def test_a_line_that_tells_people_and_time_begins_no_part():
    lines = ("# Night", "8-12 people, about two hours", "! Welcome (15 min)", "! Close (5 min)")
    assert meant(Meaning.MINUTES, *lines) == ["8-12 people, about two hours"]
    assert parts(*lines) == [("Welcome", 15), ("Close", 5)]


def test_a_label_without_a_sign_announces_the_list_after_it():
    lines = ("# Night", "Before you start", "* print the sheets", "## Talk (10 min)", "## Bye (5 min)")
    assert meant(Meaning.BEFORE, *lines) == ["print the sheets"]
    lines = ("# Night", "## Talk (10 min)", "Questions", "Nobody has to answer.", "## Bye (5 min)")
    assert meant(Meaning.LABEL, *lines) == []


def test_a_column_of_instructions_holds_tips_and_questions():
    lines = (
        "|Min.|Actividad|Indicaciones|",
        "|10|Bienvenida|Salude a cada persona.|",
        "|30|Ronda|¿Cuál fue su primer trabajo?|",
        "|10|Cierre|Cada quien dice una palabra.|",
    )
    assert meant(Meaning.TIP, *lines) == ["Salude a cada persona.", "Cada quien dice una palabra."]
    assert meant(Meaning.ASK, *lines) == ["¿Cuál fue su primer trabajo?"]
