"""Cards say their kind and letter, and what is said aloud with them is not on them."""

from dataclasses import replace

from dialogue_desk.domain.model.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Role,
    WritingLines,
)
from dialogue_desk.domain.model.guide_extras import Card, CardKind
from dialogue_desk.reports.guide_cards import cards_document, moments_document
from tests.reports.guide_samples import BARE, PARK, PLAN, VIEWS, WORDS, at_seven
from tests.reports.paper_reading import texts


def cards_in(document: Document | None) -> dict[str, list[Block]]:
    assert document is not None
    found: dict[str, list[Block]] = {}
    for block in document.blocks:
        if isinstance(block, Heading):
            found[block.text] = []
        else:
            found[list(found)[-1]].append(block)
    return found


def labels_of(*cards: Card) -> list[str]:
    plan = replace(PLAN, parts=(replace(VIEWS, cards=cards),))
    found = cards_in(cards_document(at_seven(replace(PARK, sessions=(plan,))), WORDS))
    return [getattr(blocks[0], "text", "") for blocks in found.values()]


def test_views_cases_and_options_have_letters_and_facts_have_numbers() -> None:
    cards = [Card(kind, f"{kind} {more}") for kind in list(CardKind)[:4] for more in ("one", "two")]
    assert labels_of(*cards) == [
        "View A",
        "View B",
        "Case A",
        "Case B",
        "Fact 1",
        "Fact 2",
        "Option A",
        "Option B",
    ]


def test_a_title_that_says_its_own_letter_gets_no_second_one() -> None:
    titles = ("Card A: Fair", "B. Fair", "Card 3", "Tarjeta 1. Fair", "A fair town", "I was robbed", "1931")
    assert labels_of(*(Card(CardKind.VIEW, title) for title in titles)) == [
        *["View"] * 4,
        "View E",
        "View F",
        "View G",
    ]


def test_words_said_with_a_card_are_not_on_it_and_sheets_are_no_cards() -> None:
    found = cards_in(cards_document(at_seven(), WORDS))
    assert list(found) == ["Leave it", "Card B: Change it", "1931", "Neighbors look after it"]
    assert found["Leave it"] == [Paragraph("View A", Role.MUTED), Paragraph("The city mows twice a month.")]
    assert found["1931"][-1] == WritingLines(1, "Who paid for it")


def test_an_option_says_what_speaks_for_it_and_against_it() -> None:
    option = cards_in(cards_document(at_seven(), WORDS))["Neighbors look after it"]
    lists = [block for block in option if isinstance(block, Bullets)]
    assert [(one.margin, one.items[0].text) for one in lists] == [
        ("For", "It costs little"),
        ("Against", "People move away"),
        ("Trade-off", "Quiet now, or a park for all"),
    ]


def test_after_the_letters_come_numbers() -> None:
    labels = labels_of(*(Card(CardKind.CASE, f"case {number:03}") for number in range(1, 28)))
    assert labels[25:] == ["Case Z", "Case 27"]


def test_a_moment_says_what_to_say_what_to_do_and_when_to_stop() -> None:
    moments = moments_document(at_seven(), WORDS)
    assert moments is not None
    assert texts(moments)[1:] == [
        "Someone uses a slur",
        "A word hurt.",
        "I'm stopping us.",
        "Go on.",
        "Twice.",
    ]
    assert [getattr(one, "margin", "") for one in moments.blocks] == ["", "", "Say", "Then", "Stop when"]


def test_a_guide_without_them_has_no_cards() -> None:
    assert cards_document(at_seven(BARE), WORDS) is None
    assert moments_document(at_seven(BARE), WORDS) is None
