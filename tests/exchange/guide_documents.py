"""Guides as six authors would have written them, each in another program and another layout."""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from dialogue_desk.domain.model.document import (
    Block,
    Bullet,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Role,
    Table,
    TableColumn,
)
from dialogue_desk.reports.pdf import pdf_of
from dialogue_desk.words import Words


def agenda_table() -> bytes:
    """A parish secretary: a title, a few lines, and one table that holds the whole evening."""
    file = docx.Document()
    file.add_heading("Neighbors and the Night Shelter", 0)
    file.add_paragraph("An evening for 8 to 14 people at St. Brendan's hall.")
    file.add_paragraph("Goal: Hear what living beside the shelter is like, from both sides of the fence.")
    rows = [
        ("Time", "Activity", "Who", "Materials"),
        ("6:30–6:40", "Welcome and why we are here", "Ruth", "name tags"),
        (
            "6:40–6:50",
            "Ground rules\nSay: We use first names only.\nOne person speaks at a time.",
            "Ruth",
            "",
        ),
        (
            "6:50–7:20",
            "Go-round\nWhat is one thing you have seen from your window?\nWhat did you do?",
            "All",
            "",
        ),
        ("7:20–7:30", "Break", "", "tea; cups"),
        ("7:30–8:10", "In pairs: what would help\nWhat would a good night look like for you?", "Tomas", ""),
        ("8:10–8:30", "Closing round", "Ruth", "candle"),
    ]
    table = file.add_table(rows=0, cols=4)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    file.add_paragraph("Please stack the chairs and leave the key with the sexton.")
    return _saved(file)


def narrative() -> bytes:
    """A trainer: styles for everything, two sessions, words to say in shaded boxes."""
    file = docx.Document()
    file.add_paragraph("Talking About the River", style="Title")
    file.add_paragraph("This guide was written after the flood. Use it with people who lost something.")
    file.add_heading("Session 1: What the water took", 1)
    _labelled(file, "Objective:", " Make room for loss before plans are made.")
    file.add_heading("Materials", 3)
    for thing in ("A bowl of river stones", "Paper and crayons"):
        file.add_paragraph(thing, style="List Bullet")
    file.add_heading("Opening (15 minutes)", 2)
    file.add_paragraph("Light the candle before anybody sits down.")
    _shaded(file, "Good evening. You are welcome here, whatever you lost.")
    _shaded(file, "Nobody has to speak.")
    file.add_heading("Stones (about 40 min.)", 2)
    file.add_paragraph("Each person takes a stone.")
    file.add_paragraph("What did the water take from you?", style="List Number")
    file.add_paragraph("Who helped?", style="List Number")
    file.add_paragraph("Note to facilitator: leave silences alone. They are not empty.")
    file.add_heading("Closing, half an hour", 2)
    file.add_paragraph("Thank you. We meet again on Thursday.", style="Quote")
    file.add_heading("Session 2: What we build", 1)
    file.add_heading("Check-in (10–15 minutes)", 2)
    file.add_paragraph("How did you sleep this week?")
    file.add_heading("Three ways to build", 2)
    file.add_paragraph("Read the cards aloud, one after the other.")
    file.add_paragraph("Which of these would your grandmother choose?", style="List Bullet")
    file.add_heading("Handout: The three ways", 3)
    file.add_paragraph("Build higher. Build elsewhere. Build nothing and plant willows.")
    file.add_heading("Break", 2)
    file.add_paragraph("Time: 10 minutes")
    file.add_heading("Close (1 hour)", 2)
    file.add_paragraph("What will you carry home?")
    return _saved(file)


def open_document() -> bytes:
    """A librarian with LibreOffice: real headings, minutes with a prime, an indented italic to read aloud."""
    body = [
        _odt_heading("Who Gets to Use the Reading Room?", 1),
        _odt_paragraph("Purpose: agree on quiet hours nobody hates."),
        _odt_heading("1. Arrival 10'", 2),
        _odt_paragraph("Have coffee ready."),
        _odt_heading("2. Our agreements 5'", 2),
        _odt_list("Speak for yourself", "What is said here stays here"),
        _odt_heading("3. Stories in threes 25'", 2),
        _odt_paragraph("Think of one hour in this room that you remember.", "Said"),
        _odt_paragraph("What were you doing?"),
        _odt_paragraph("Tip: teenagers first, if they want to."),
        _odt_heading("4. Harvest 20'", 2),
        _odt_list("What did you hear that surprised you?", "Write one idea on each card."),
        _odt_paragraph("You will need:"),
        _odt_list("index cards", "tape"),
        _odt_heading("5. Goodbye 5'", 2),
        _odt_paragraph("Say thank you and the date of the next meeting."),
    ]
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">'
        '<office:automatic-styles><style:style style:name="Said" style:family="paragraph">'
        '<style:paragraph-properties fo:margin-left="1.2cm"/>'
        '<style:text-properties fo:font-style="italic"/></style:style></office:automatic-styles>'
        f"<office:body><office:text>{''.join(body)}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


MARKDOWN = """\
# Schools and phones

An hour and a half with parents, pupils and teachers. For 6-10 participants.

## You will need

* one phone basket
* a talking piece

## Community agreements

1. Nobody is here to be fixed.
2. Ask before you give advice.

## Welcome — 10 mins

> Hi everyone. Phones in the basket, mine first.

Facilitator: watch who hesitates, and say nothing.

## Round 1: my phone and me (30 min, whole circle)

- When did a phone last help you?
- When did it *hurt* you?

Two minutes each, no answers in between.

## Fishbowl [25 minutes]

Read aloud: Three pupils sit inside. Everyone else listens.

What do adults not understand?

| Seat | Speaks about |
|------|--------------|
| Inside | what a normal day is like |
| Outside | nothing yet |

## Decide together (20 min)

Each group writes **one** rule. Which rule would you keep yourself?

## Checkout (5 min)

“One word each, and then good night.”
"""


PLAIN = """\
THE BUS LINE THAT WENT AWAY
A talk between riders and the town, Tuesday

SESSION ONE - LISTENING

7:00 pm  Doors, soup, sit anywhere
7:15 pm  Welcome
   Read aloud: "Thank you for walking here. Some of you really did walk."
7:20 pm  Where do you need to go?
   Everyone puts a pin in the map.
   - Where were you going when the bus stopped coming?
   - How do you get there now?
7:50 pm  Pause
8:00 pm  What the town can say
   The deputy speaks for five minutes, no more.
   What surprised you?
8:25 pm - 8:30 pm  Last words

SESSION TWO - PLANNING

Goal: leave with two names for each idea

18:30-18:45  Check in
18:45-19:30  Small groups of four
   What could we start without money?
19:30-19:50  Vote with dots
   Materials: dots, markers
19:50-20:00  Close
"""


def spanish() -> bytes:
    """An organizer in a hurry: no styles at all, bold lines for headings, minutes wherever they fit."""
    file = docx.Document()
    _bold(file, "CÍRCULO DE VECINAS Y VECINOS: EL AGUA")
    _bold(file, "Objetivo")
    file.add_paragraph("Escucharnos sobre los cortes de agua sin buscar culpables.")
    _bold(file, "Materiales")
    file.add_paragraph("Jarra con agua")
    file.add_paragraph("Plumones")
    _bold(file, "1. Bienvenida (10 minutos)")
    file.add_paragraph("Diga: “Buenas tardes. Esta es su casa.”")
    file.add_paragraph("¿Cómo llegan hoy?")
    _bold(file, "2. Acuerdos - 5 min")
    file.add_paragraph("Hablamos en primera persona.", style="List Bullet")
    file.add_paragraph("Lo que se dice aquí, aquí se queda.", style="List Bullet")
    _bold(file, "3. Ronda de historias: media hora")
    file.add_paragraph("La jarra pasa de mano en mano.")
    file.add_paragraph("¿Qué hicieron el último día sin agua?", style="List Bullet")
    file.add_paragraph("¿Quién les ayudó?", style="List Bullet")
    file.add_paragraph("Nota para quien facilita: no corrija las fechas.")
    _bold(file, "Descanso 10'")
    _bold(file, "4. En parejas (un cuarto de hora)")
    file.add_paragraph("Pregunta: Cuenten qué pedirían primero.")
    _bold(file, "5. Cierre")
    file.add_paragraph("Tiempo: 20 minutos")
    file.add_paragraph("Lea en voz alta: Gracias por su palabra.")
    return _saved(file)


def pdf() -> bytes:
    """A peace center: a leaflet of several pages whose words come back from the PDF alone."""
    blocks: list[Block] = [
        Paragraph("An afternoon for a congregation that disagrees about its building.", Role.LEAD),
        Heading("Opening (10 minutes)", 1),
        Paragraph("Set out the chairs before anyone comes."),
        Paragraph("Say: We are here to hear one another, not to vote."),
        Heading("What this building holds (45 minutes)", 1),
        Bullets((Bullet("What happened to you in this building?"), Bullet("What would be lost with it?"))),
        Paragraph("Tip: photographs help more than numbers."),
        Heading("Break (15 minutes)", 1),
        Heading("What we owe those who come after (1 hour 15 minutes)", 1),
        Table(
            (TableColumn("Chair"), TableColumn("Task")),
            (("One", "keeps the time"), ("Two", "keeps the cards")),
        ),
        Paragraph("What would you like them to thank us for?"),
        Heading("Closing (5 minutes)", 1),
        Paragraph("Materials: bell"),
    ]
    return pdf_of(Document("Rooms We Share", tuple(blocks)), Words())


def zipped(members: dict[str, str | bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return made.getvalue()


def _saved(file) -> bytes:
    made = BytesIO()
    file.save(made)
    return made.getvalue()


def _bold(file, text: str) -> None:
    file.add_paragraph().add_run(text).bold = True


def _labelled(file, label: str, text: str) -> None:
    paragraph = file.add_paragraph()
    paragraph.add_run(label).bold = True
    paragraph.add_run(text)


def _shaded(file, text: str) -> None:
    paragraph = file.add_paragraph(text)
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), "E7EFE7")
    paragraph._p.get_or_add_pPr().append(shading)


def _odt_heading(text: str, level: int) -> str:
    return f'<text:h text:outline-level="{level}">{escape(text)}</text:h>'


def _odt_paragraph(text: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{escape(text)}</text:p>'


def _odt_list(*items: str) -> str:
    inside = "".join(f"<text:list-item>{_odt_paragraph(item)}</text:list-item>" for item in items)
    return f"<text:list>{inside}</text:list>"
