"""Six documents in six layouts: every heading, minute and question comes through in place, and every word."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.guides.drafting import drafted
from dialogue_desk.domain.guides.guide_lines import as_meaning
from dialogue_desk.domain.guides.labels import Meaning
from dialogue_desk.domain.guides.source import SourceDocument, SourceLine
from dialogue_desk.domain.guides.understanding import understood
from dialogue_desk.exchange.document_opening import read_bytes
from dialogue_desk.exchange.guide_draft_text import guide_draft_text
from dialogue_desk.exchange.guide_files import read_guide
from dialogue_desk.words import Words
from tests.exchange import guide_documents as written

DOCUMENTS = {
    "agenda": (written.agenda_table, ".docx"),
    "narrative": (written.narrative, ".docx"),
    "odt": (written.open_document, ".odt"),
    "markdown": (written.MARKDOWN.encode, ".md"),
    "plain": (written.PLAIN.encode, ".txt"),
    "spanish": (written.spanish, ".docx"),
    "pdf": (written.pdf, ".pdf"),
}


def read(name):
    make, suffix = DOCUMENTS[name]
    return read_bytes(make(), suffix)


def made(name):
    return drafted(understood(read(name)))


def outline(draft):
    return [
        (
            session.title,
            session.minutes,
            [(part.title, part.minutes, len(part.ask)) for part in session.parts],
        )
        for session in draft.sessions
    ]


def words_of(text):
    return set(re.findall(r"\w+", text.casefold()))


def test_an_agenda_table():
    draft = made("agenda")
    assert draft.people == (8, 14)
    assert outline(draft) == [
        (
            "Neighbors and the Night Shelter",
            120,
            [
                ("Welcome and why we are here", 10, 0),
                ("Ground rules", 10, 0),
                ("Go-round", 30, 2),
                ("Break", 10, 0),
                ("In pairs: what would help", 40, 1),
                ("Closing round", 20, 0),
            ],
        )
    ]
    parts = draft.sessions[0].parts
    assert parts[1].say == ("We use first names only.",)
    assert [part.materials for part in parts if part.materials] == [
        ("name tags",),
        ("tea", "cups"),
        ("candle",),
    ]
    assert parts[4].tips == ("Who: Tomas",)


def test_a_narrative_with_styles():
    draft = made("narrative")
    assert draft.title == "Talking About the River"
    assert outline(draft) == [
        ("Session 1: What the water took", 85, [("Opening", 15, 0), ("Stones", 40, 2), ("Closing", 30, 0)]),
        (
            "Session 2: What we build",
            95,
            [("Check-in", 15, 1), ("Three ways to build", 10, 1), ("Break", 10, 0), ("Close", 60, 1)],
        ),
    ]
    opening, stones, closing = draft.sessions[0].parts
    assert opening.say == ("Good evening. You are welcome here, whatever you lost.", "Nobody has to speak.")
    assert opening.materials == ("A bowl of river stones", "Paper and crayons")
    assert stones.tips == ("Each person takes a stone.", "leave silences alone. They are not empty.")
    assert closing.say == ("Thank you. We meet again on Thursday.",)
    assert draft.sessions[0].goals == ("Make room for loss before plans are made.",)
    assert [card.title for card in draft.sessions[1].parts[1].cards] == ["The three ways"]


def test_an_open_document():
    draft = made("odt")
    assert outline(draft) == [
        (
            "Who Gets to Use the Reading Room?",
            65,
            [
                ("Arrival", 10, 0),
                ("Our agreements", 5, 0),
                ("Stories in threes", 25, 1),
                ("Harvest", 20, 1),
                ("Goodbye", 5, 0),
            ],
        )
    ]
    assert draft.ground_rules == ("Speak for yourself", "What is said here stays here")
    assert draft.sessions[0].parts[2].say == ("Think of one hour in this room that you remember.",)
    assert draft.sessions[0].parts[3].materials == ("index cards", "tape")


def test_markdown():
    draft = made("markdown")
    assert draft.people == (6, 10)
    assert outline(draft) == [
        (
            "Schools and phones",
            90,
            [
                ("Welcome", 10, 0),
                ("Round 1: my phone and me (whole circle)", 30, 2),
                ("Fishbowl", 25, 1),
                ("Decide together", 20, 1),
                ("Checkout", 5, 0),
            ],
        )
    ]
    parts = draft.sessions[0].parts
    assert parts[1].ask == ("When did a phone last help you?", "When did it hurt you?")
    assert parts[2].tips == (
        "Seat – Speaks about",
        "Inside – what a normal day is like",
        "Outside – nothing yet",
    )
    assert [part.say for part in parts if part.say] == [
        ("Hi everyone. Phones in the basket, mine first.",),
        ("Three pupils sit inside. Everyone else listens.",),
        ("One word each, and then good night.",),
    ]


def test_plain_text_with_times_at_the_beginning_of_lines():
    assert outline(made("plain")) == [
        (
            "SESSION ONE - LISTENING",
            90,
            [
                ("Doors, soup, sit anywhere", 15, 0),
                ("Welcome", 5, 0),
                ("Where do you need to go?", 30, 2),
                ("Pause", 10, 0),
                ("What the town can say", 25, 1),
                ("Last words", 5, 0),
            ],
        ),
        (
            "SESSION TWO - PLANNING",
            90,
            [
                ("Check in", 15, 0),
                ("Small groups of four", 45, 1),
                ("Vote with dots", 20, 0),
                ("Close", 10, 0),
            ],
        ),
    ]


def test_spanish_with_bold_lines_for_headings():
    draft = made("spanish")
    assert draft.language == "es"
    assert outline(draft) == [
        (
            "CÍRCULO DE VECINAS Y VECINOS: EL AGUA",
            90,
            [
                ("Bienvenida", 10, 1),
                ("Acuerdos", 5, 0),
                ("Ronda de historias", 30, 2),
                ("Descanso", 10, 0),
                ("En parejas", 15, 1),
                ("Cierre", 20, 0),
            ],
        )
    ]
    assert draft.sessions[0].goals == ("Escucharnos sobre los cortes de agua sin buscar culpables.",)
    assert draft.ground_rules == ("Hablamos en primera persona.", "Lo que se dice aquí, aquí se queda.")


def test_a_pdf_of_our_own():
    draft = made("pdf")
    assert outline(draft) == [
        (
            "Rooms We Share",
            150,
            [
                ("Opening", 10, 0),
                ("What this building holds", 45, 2),
                ("Break", 15, 0),
                ("What we owe those who come after", 75, 1),
                ("Closing", 5, 0),
            ],
        )
    ]
    assert "One – keeps the time" in draft.sessions[0].parts[3].tips


@pytest.mark.parametrize(
    ("name", "gone"),
    [
        ("agenda", "activity say 6 7 50"),
        ("narrative", "objective note facilitator time an half hour min"),
        ("odt", "purpose will need 2 3 4"),
        ("markdown", "community agreements facilitator read aloud will need min mins"),
        ("plain", "read aloud pm 00 7 8 18 19 50"),
        (
            "spanish",
            "objetivo materiales diga pregunta lea voz alta nota para quien facilita tiempo"
            " min minutos media hora un cuarto 2 3 4",
        ),
        ("pdf", "say hour"),
    ],
)
def test_only_words_that_became_figures_or_labels_are_gone(name, gone):
    text = guide_draft_text(made(name))
    assert {word for line in read(name).lines for word in words_of(line.text)} - words_of(text) == words_of(
        gone
    )


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_the_text_is_a_guide_that_can_be_read(name):
    draft = made(name)
    guide = read_guide(guide_draft_text(draft), name, Words())
    assert [plan.title for plan in guide.sessions] == [session.title for session in draft.sessions]
    assert [
        (part.id, part.title, part.minutes, part.kind, part.say, part.ask, part.tips, part.materials)
        for plan in guide.sessions
        for part in plan.parts
    ] == [
        (part.id, part.title, part.minutes, part.kind, part.say, part.ask, part.tips, part.materials)
        for session in draft.sessions
        for part in session.parts
    ]


TEMPLATES = (
    "{}", "{}.", "{}?", "“{}”", "{}: {}", "3. {}", "# {}", "- {}", "> {}", "\\{}", "***{}***", "<!-- {} -->",
    "{} (10 min)", "7:00–7:20 {}", "7:15 pm {}", "{} – 20 minutes", "{} {{.optional}}", "Say: {}", "Tip: {}",
    "Materials: {}, {}", "Session 1: {}", "Handout: {}", "Goal: {}", "Time: {}", "Time: 5 minutes {}",
    "Note-taker: {}", "Ground rules: {}", "Before: {}",
)  # fmt: skip
LABELS = (
    "Materials",
    "Say:",
    "Ground rules",
    "Questions:",
    "Introduction",
    "Handout",
    "Time: 20 minutes",
    "Goal:",
)


@st.composite
def documents(draw):
    """Documents of lines that look in every way, each with words that no other has."""
    count = 0
    lines = []
    for number in range(1, draw(st.integers(1, 14)) + 1):
        fresh = []
        for _ in range(3):
            count += 1
            fresh.append(f"zq{count}w")
        text = (
            draw(st.sampled_from(TEMPLATES)).format(*fresh)
            if draw(st.integers(0, 4))
            else draw(st.sampled_from(LABELS))
        )
        look = draw(st.sampled_from(("", "", "heading", "bold", "listed", "apart", "row")))
        lines.append(
            SourceLine(
                number,
                text,
                heading=draw(st.integers(1, 3)) if look == "heading" else 0,
                bold=look == "bold",
                listed=look == "listed",
                apart=look == "apart",
                table=1 if look == "row" else 0,
                cells=(draw(st.sampled_from(("", "7:00–7:10", "10", "Time"))), text) if look == "row" else (),
            )
        )
    return SourceDocument(tuple(lines))


def marked(text):
    return set(re.findall(r"zq\d+w", text))


@given(documents())
def test_every_word_of_every_document_is_in_the_guide(document):
    lines = understood(document)
    text = guide_draft_text(drafted(lines))
    assert marked(" ".join(line.text for line in document.lines)) - marked(text) == set()


@given(documents(), st.data())
def test_no_word_is_lost_whatever_a_person_makes_of_the_lines(document, data):
    chosen = st.sampled_from(
        [meaning for meaning in Meaning if meaning not in (Meaning.LABEL, Meaning.LEFT_OUT)]
    )
    lines = [as_meaning(line, data.draw(chosen)) for line in understood(document)]
    text = guide_draft_text(drafted(lines))
    assert marked(" ".join(line.text for line in document.lines)) - marked(text) == set()


@given(documents())
def test_every_part_has_minutes_and_every_session_their_sum(document):
    for session in drafted(understood(document)).sessions:
        assert all(part.minutes and part.minutes > 0 for part in session.parts)
        assert session.minutes == min(600, sum(part.minutes or 0 for part in session.parts))


@given(documents())
def test_what_is_written_can_be_read_with_every_word(document):
    text = guide_draft_text(drafted(understood(document)))
    guide = read_guide(text, "guide", Words())
    assert marked(text) == marked(repr(guide) + text.partition("\n# ")[0])
