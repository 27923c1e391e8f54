"""The text of a draft says every text as it is, whatever signs it begins or ends with."""

from __future__ import annotations

import pytest

from dialogue_desk.domain.guides.drafting import DraftCard, DraftPart, DraftSession, DraftStep, GuideDraft
from dialogue_desk.domain.model.guide import PartKind
from dialogue_desk.exchange.guide_draft_text import guide_draft_text
from dialogue_desk.exchange.guide_files import read_guide
from dialogue_desk.words import Words

AWKWARD = (
    "# not a heading", "> not a quote", "- not a list", "+ nor this", "* nor that", "1. January", "2) two",
    "---", "***", "Tip: a word", "Ask: yes", "Wait {.optional}", "{#id}", r"a \ b", r"\# c", "<!-- no -->",
    "=== a", "```", "| a | b |", "Goal: x", "¿Qué: algo?", "a *b* _c_ [d](e) & < > \"", "___", "~~~",
)  # fmt: skip


def draft(**texts):
    part = DraftPart(1, texts.pop("title", "Talk"), PartKind.OPEN_TALK, "talk", 10, **texts)
    session = DraftSession(1, "Our night", "s1", 10, (), (), (part,))
    return GuideDraft("our-night", "Our night", "en", (6, 12), (), (session,))


@pytest.mark.parametrize("text", AWKWARD)
def test_every_text_reads_back_as_it_was(text):
    written = guide_draft_text(
        draft(title=text, purpose=(text,), say=(text, text), ask=(text,), tips=(text,), materials=(text,))
    )
    (part,) = read_guide(written, "x", Words()).sessions[0].parts
    assert part.title == text
    assert part.purpose == text
    assert part.say == (text, text)
    assert part.ask == (text,)
    assert part.tips == (text,)
    assert part.materials == (text,)


def test_steps_read_back():
    written = guide_draft_text(draft(steps=(DraftStep("Tell", 5, ("One tells.", "The other listens.")),)))
    (part,) = read_guide(written, "x", Words()).sessions[0].parts
    assert [(step.title, step.minutes, step.text) for step in part.steps] == [
        ("Tell", 5, "One tells. The other listens.")
    ]


def test_a_card_is_written_with_its_paragraphs_and_its_list():
    card = DraftCard("The ways", (("Three of them.", False), ("Higher", True), ("1. Elsewhere", False)))
    assert guide_draft_text(draft(cards=(card,))).endswith(
        "### The ways {.handout}\n\nThree of them.\n\n- Higher\n\n1\\. Elsewhere\n"
    )


def test_line_ends_within_a_text_become_spaces():
    text = guide_draft_text(draft(tips=("one\ntwo\u2028three",)))
    assert "\nTip: one two three\n" in text
