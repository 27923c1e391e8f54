"""The draft of a guide has every line in its place, and minutes for every part."""

from __future__ import annotations

from dataclasses import replace

from dialogue_desk.domain.guides.drafting import USUAL_MINUTES, drafted
from dialogue_desk.domain.guides.guide_lines import as_meaning
from dialogue_desk.domain.guides.labels import Meaning
from dialogue_desk.domain.guides.source import RemarkKind
from dialogue_desk.domain.guides.understanding import understood
from tests.domain.guides.documents import document


def draft(*lines, **chosen):
    return drafted(understood(document(*lines)), **chosen)


def remarks(made):
    return [(remark.kind, remark.title, remark.figure) for remark in made.remarks]


def test_a_session_takes_what_its_parts_take():
    made = draft("# Night", "## Hello (10 min)", "## Talk (20 min)")
    assert [session.minutes for session in made.sessions] == [30]


def test_parts_without_minutes_share_what_the_session_has_left():
    made = draft(
        "# Night", "Total time: 60 minutes", "## Hello (10 min)", "## Talk", "## More", "## Bye (15 min)"
    )
    assert [part.minutes for part in made.sessions[0].parts] == [10, 18, 17, 15]
    assert (RemarkKind.MINUTES_GUESSED, "Talk", 18) in remarks(made)
    assert made.sessions[0].minutes == 60


def test_parts_without_minutes_get_the_usual_ones_when_nothing_is_left():
    made = draft("# Night", "## Hello (10 min)", "## Talk", "## Bye (15 min)")
    assert made.sessions[0].parts[1].minutes == USUAL_MINUTES


def test_a_start_and_the_next_make_minutes():
    made = draft("Night", "11:50 Hello", "12:05 Talk", "1:00–1:10 Bye")
    assert [part.minutes for part in made.sessions[0].parts] == [15, 55, 10]


def test_a_session_whose_parts_do_not_add_up_to_its_promise_says_so():
    made = draft("# Night", "Duration: 90 minutes", "## Hello (10 min)", "## Bye (15 min)")
    found = next(remark for remark in made.remarks if remark.kind is RemarkKind.MINUTES_DIFFER)
    assert (found.figure, found.other) == (90, 25)


def test_what_stands_before_the_first_part_is_in_it():
    made = draft(
        "# Night", "Come early.", "## Materials", "* tape", "## Hello (10 min)", "Smile.", "## Bye (5 min)"
    )
    first = made.sessions[0].parts[0]
    assert (first.tips, first.materials) == (("Come early.", "Smile."), ("tape",))


def test_a_goal_is_the_sessions_before_the_first_part_and_a_purpose_in_one():
    made = draft("# Night", "Goal: to hear", "## Hello (10 min)", "Purpose: to arrive", "## Bye (5 min)")
    assert made.sessions[0].goals == ("to hear",)
    assert made.sessions[0].parts[0].purpose == ("to arrive",)


def test_names_come_from_titles_and_each_is_given_once():
    made = draft("# Niño y Niña", "## ¿Qué? (10 min)", "## Qué (10 min)", "## … (5 min)")
    assert made.id == "nino-y-nina"
    assert [part.id for part in made.sessions[0].parts] == ["que", "que-2", "part"]


def test_the_size_of_the_circle_and_the_language_come_from_the_words():
    spanish = draft(
        "# La noche", "De 8 a 14 personas, en la sala de la casa.", "## Hola (10 min)", "## Cierre (5 min)"
    )
    assert (spanish.people, spanish.language) == ((8, 14), "es")
    english = draft("# The night", "## Hello (10 min)", "## Bye (5 min)")
    assert english.language == "en"
    assert (RemarkKind.PEOPLE_GUESSED, "", 6) in remarks(english)


def test_a_chosen_title_and_language_win_and_the_old_title_is_kept():
    made = draft("# Night", "## Hello (10 min)", "## Bye (5 min)", title="Our night", language="es")
    assert (made.title, made.language) == ("Our night", "es")
    assert "Night" in made.sessions[0].parts[0].tips


def test_a_document_without_headings_is_one_part():
    made = draft("We will sit together.", "Nobody has to speak.")
    assert len(made.sessions[0].parts) == 1
    assert made.sessions[0].parts[0].tips == ("We will sit together.", "Nobody has to speak.")
    assert RemarkKind.NO_PARTS in {remark.kind for remark in made.remarks}


def test_changing_what_a_line_means_changes_the_draft():
    lines = understood(
        document("# Night", "## Hello (10 min)", "Now pairs, for five minutes", "## Bye (5 min)")
    )
    changed = [as_meaning(line, Meaning.ASK) if line.number == 3 else line for line in lines]
    assert drafted(changed).sessions[0].parts[0].ask == ("Now pairs, for five minutes",)
    left_out = [replace(line, meaning=Meaning.LEFT_OUT) if line.number == 3 else line for line in lines]
    assert drafted(left_out).sessions[0].parts[0].tips == ()


def test_a_step_keeps_what_stands_below_it():
    made = draft(
        "# Night", "## Pairs (11 min)", "### Tell (10 min)", "The other only listens.", "## Bye (5 min)"
    )
    assert made.sessions[0].parts[0].steps[0].text == ("The other only listens.",)


def test_a_line_that_cannot_be_what_a_person_made_it_is_a_tip_with_all_its_words():
    lines = understood(document("# Night", "## Hello (10 min)", "Sing together", "## Bye (5 min)"))
    changed = [as_meaning(line, Meaning.STEP) if line.number == 3 else line for line in lines]
    assert drafted(changed).sessions[0].parts[0].tips == ("Sing together",)


def test_the_end_is_a_time_and_no_part():
    made = draft("Night", "7:00 Hello", "7:15 Bye", "7:30 End")
    assert [(part.title, part.minutes, part.tips) for part in made.sessions[0].parts] == [
        ("Hello", 15, ()),
        ("Bye", 15, ("End",)),
    ]


def test_a_document_without_a_title_gets_the_usual_one():
    lines = ("## Hello (10 min)", "## Bye (15 min)")
    assert draft(*lines, usual_title="our-night").title == "our-night"
    assert draft("# Night", *lines, usual_title="our-night").title == "Night"
    assert draft(*lines).title == "Hello"


def test_a_part_without_minutes_takes_what_its_steps_take():
    made = draft(
        "# Night", "## Pairs", "### Tell (10 min)", "### Change (5 min)", "## Talk (40 min)", "## Bye (5 min)"
    )
    assert [part.minutes for part in made.sessions[0].parts] == [15, 40, 5]
