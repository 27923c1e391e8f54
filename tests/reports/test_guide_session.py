"""A session of a guide is for the people who come, and knows its times and what participants read."""

from dataclasses import replace
from datetime import time

import pytest

from dialogue_desk.domain.model.document import Bullets, Paragraph, WritingLines
from dialogue_desk.domain.model.guide import Mode
from dialogue_desk.domain.model.guide_extras import BlockKind, Card, CardKind, TextBlock
from dialogue_desk.reports.guide_session import card_text, guide_session, how_it_goes
from dialogue_desk.words import Words
from tests.reports.guide_samples import CLOSE, PARK, ROUND, VIEWS, WELCOME, WORDS, at_seven, text


def test_a_go_round_takes_as_long_as_the_people_who_come_need() -> None:
    few, many = (guide_session(PARK, "s1", people=people).plan.part("memories") for people in (6, 12))
    assert (few.minutes, many.minutes) == (10, 18)


def test_without_a_number_it_is_for_the_circle_that_suits_the_guide_best() -> None:
    assert guide_session(PARK, "s1").people == 9
    assert guide_session(replace(PARK, best=None), "s1").people == 12


def test_it_says_how_long_it_is_and_from_when_to_when() -> None:
    assert guide_session(PARK, "s1").when(WORDS) == "1 h"
    assert at_seven(people=6).when(WORDS) == "1 h · 7:00 PM to 7:56 PM"
    assert guide_session(PARK, "s1", start=time(23, 30), people=6).when(WORDS).endswith("12:26 AM")


def test_a_session_that_the_guide_does_not_have_is_no_session() -> None:
    with pytest.raises(KeyError):
        guide_session(PARK, "s9")


def test_one_line_says_how_a_part_goes() -> None:
    assert how_it_goes(WELCOME, WORDS) == "Welcome · First facilitator leads · Notes are off in this part"
    assert how_it_goes(ROUND, WORDS) == "Go-round · 1:20 each · 1:00 of silence first · 5 s between speakers"
    slow = replace(CLOSE, clock=False, track="youth", table=(4, 5), mode=Mode.TALKING_PIECE, dots=1)
    assert how_it_goes(slow, WORDS) == (
        "Track: youth · Closing · Talking piece · 4 to 5 at a table · 1 dot each · no countdown"
    )


def test_a_kind_that_says_the_mode_is_said_once() -> None:
    assert how_it_goes(replace(CLOSE, kind=ROUND.kind, mode=Mode.GO_ROUND), WORDS) == "Go-round"


def test_lists_of_a_card_stay_lists() -> None:
    blocks = (
        TextBlock(BlockKind.BULLETS, ("Come early.",)),
        TextBlock(BlockKind.NUMBERS, ("Read it.", "Keep it.")),
    )
    bullets, *numbers = card_text(Card(CardKind.CASE, "", text=blocks))
    assert isinstance(bullets, Bullets)
    assert numbers == [Paragraph("1. Read it."), Paragraph("2. Keep it.")]


def test_a_form_has_room_under_what_it_asks() -> None:
    form = Card(CardKind.HANDOUT, "", text=text("The gap:", "What keeps it so?", "Turn the page."))
    assert list(card_text(form)) == [
        WritingLines(2, "The gap:"),
        WritingLines(2, "What keeps it so?"),
        Paragraph("Turn the page."),
    ]
    assert next(iter(card_text(replace(form, kind=CardKind.FACT)))) == WritingLines(1, "The gap:")


def test_a_line_that_breaks_off_has_room_and_one_with_its_own_dots_has_none() -> None:
    ends = ("Next I would like to \u2026", "Next ...", "My team is .......", "\u2026\u2026\u2026", "Done.")
    blocks = card_text(Card(CardKind.HANDOUT, "", text=text(*ends)))
    assert [type(block) for block in blocks] == [WritingLines] * 2 + [Paragraph] * 3


def test_a_text_that_only_asks_or_leads_to_a_list_is_no_form() -> None:
    question = Card(CardKind.CASE, "", text=text("He is sixteen.", "What would you do?"))
    assert list(card_text(question)) == [Paragraph("He is sixteen."), Paragraph("What would you do?")]
    listed = (*text("Good questions:"), TextBlock(BlockKind.BULLETS, ("Who says so?",)))
    assert next(card_text(Card(CardKind.HANDOUT, "", text=listed))) == Paragraph("Good questions:")


def test_a_paper_says_its_language_only_beside_another() -> None:
    session = replace(at_seven(), labeled=True)
    assert session.document("Notes", (), WORDS).footer == "Our Park · The park and us · English"
    assert at_seven().document("Notes", (), WORDS).footer == "Our Park · The park and us"


def test_a_guide_says_who_wrote_it() -> None:
    assert [getattr(one, "text", "") for one in at_seven().origin()] == ["Friends of the Park · CC BY-SA 4.0"]
    assert list(at_seven(replace(PARK, credit="", license="")).origin()) == []


def test_cards_of_all_parts_come_in_order() -> None:
    cards = [card.title for card in at_seven().cards]
    assert cards[:3] == ["Before you come", *(card.title for card in VIEWS.cards[:2])]


def test_times_are_said_as_the_language_says_them() -> None:
    spanish = at_seven(replace(PARK, language="es"), people=6).when(Words("es"))
    assert "7:00 p.\xa0m." in spanish
