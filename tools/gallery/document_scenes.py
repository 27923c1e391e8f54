"""Scenes of a document that becomes a guide: chosen, read, refused, looked through, left."""

from __future__ import annotations

from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.domain.guides.labels import Meaning
from dialogue_desk.domain.guides.reviewed_document import reviewed
from dialogue_desk.exchange.document_opening import read_pasted
from dialogue_desk.storage.kept_review import KeptReview
from dialogue_desk.ui.core.prompts import ChoicePromptDialog
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.drafting.begun_review import leaving_question
from dialogue_desk.ui.drafting.document_review import DocumentReview
from tools.gallery.scene import ALL_SIZES, EVERYWHERE, Scene
from tools.gallery.stage import Stage

ENGLISH = """# Who Walks Home Safely? Two Evenings for Maple Street

For 8 to 12 people

## Evening 1: What we have seen (90 min)

Materials: name tags, one candle, six chairs more than people

### Welcome (10 min)

"Good evening. We came to listen to each other, and nobody has to agree tonight."

Dim the big lights once everybody has a chair. The small lamp by the door stays on.

### Our ground rules (10 min)

- One person speaks at a time.
- What is said here stays here.

### First go-round (30 min)

- When did you last feel safe walking home?
- What made it so?

Tip: begin with a person who likes to begin.

### In pairs

Turn to a person you do not know yet.

- What would you change on this street?

### Closing round (10 min)

- Which word do you take home?

## Evening 2: What we could do (90 min)

### Check-in (10 min)

- What stayed with you since last time?

### What could be done (60 min)

Write each idea on a card of its own.

### Close (20 min)

Thank everybody by name.
"""

SPANISH = """# ¿Quién vuelve a casa con tranquilidad? Dos noches para la calle Maple

Para 8 a 12 personas

## Sesión 1: Lo que hemos visto (90 min)

Materiales: etiquetas con nombres, una vela, seis sillas de más

### Bienvenida (10 min)

"Buenas noches. Venimos a escucharnos, y hoy nadie tiene que estar de acuerdo."

Bajen la luz cuando cada persona tenga una silla. La lámpara de la puerta se queda encendida.

### Nuestros acuerdos (10 min)

- Habla una persona a la vez.
- Lo que se dice aquí, aquí se queda.

### Primera ronda (30 min)

- ¿Cuándo fue la última vez que caminó a casa con tranquilidad?
- ¿Por qué fue así?

Consejo: empiece por alguien a quien le guste empezar.

### En parejas

Hablen con una persona que todavía no conocen.

- ¿Qué cambiarían en esta calle?

### Cierre (10 min)

- ¿Qué palabra se llevan a casa?

## Sesión 2: Lo que podríamos hacer (90 min)

### Entrada (10 min)

- ¿Qué les quedó de la última vez?

### Qué se podría hacer (60 min)

Escriban cada idea en una tarjeta.

### Cierre (20 min)

Den las gracias a cada persona por su nombre.
"""


def _text(stage: Stage) -> str:
    return SPANISH if stage.words.language == "es" else ENGLISH


def _shown(stage: Stage) -> DocumentReview:
    """Show the view in place of the page, as large as that is."""
    view = DocumentReview(stage.context, OwnGuides(stage.desk), KeptReview(stage.desk.file.path))
    stage.workspace.stack.addWidget(view)
    stage.workspace.stack.setCurrentWidget(view)
    view.take_focus()
    stage.settle()
    return view


def _choice(stage: Stage) -> None:
    _shown(stage)


def _refused(stage: Stage) -> None:
    path = stage.folder / "Plan de la noche.docx"
    path.write_bytes(b"no archive")
    _shown(stage).open(path)
    stage.settle()


def _begun(stage: Stage) -> None:
    KeptReview(stage.desk.file.path).keep(reviewed(read_pasted(_text(stage)), "Maple Street"))
    _shown(stage)


def _waiting(stage: Stage) -> None:
    """Show the library while a document waits to be gone on with."""
    KeptReview(stage.desk.file.path).keep(reviewed(read_pasted(_text(stage)), "Maple Street"))
    stage.go(PageName.GUIDES)


def _reading(stage: Stage) -> None:
    view = _shown(stage)
    view.reading.show_name("Maple Street.pdf")
    view.views.setCurrentWidget(view.reading)


def _review(stage: Stage) -> DocumentReview:
    view = _shown(stage)
    path = stage.folder / "Maple Street.md"
    path.write_text(_text(stage), encoding="utf-8")
    view.open(path)
    stage.settle()
    return view


def _lines(stage: Stage) -> None:
    _review(stage)


def _guide(stage: Stage) -> None:
    """Turn to the guide, where it has no room beside the lines."""
    view = _review(stage)
    view.review.bar.tabs.setCurrentIndex(1)
    stage.settle()


def _selected(stage: Stage) -> None:
    """Select several lines, and open the menu."""
    lines = _review(stage).review.lines
    lines.select(range(7, 10))
    lines.menu_wanted.emit()
    stage.settle()


def _minutes(stage: Stage) -> None:
    """Go to the part for which the document has no minutes."""
    view = _review(stage)
    view.review.lines.next_wanted.emit()
    stage.settle()


def _settled(stage: Stage) -> None:
    """Decide all that was in doubt."""
    review = _review(stage).review
    for _ in range(len(review.document.lines)):
        review.lines.decided.emit()
        stage.settle()


def _left(stage: Stage) -> None:
    """Leave it in the middle."""
    _review(stage).review.lines.meant.emit(Meaning.TIP)
    question = leaving_question(stage.words)
    ChoicePromptDialog(question, stage.theme, stage.words, stage.window).open()
    stage.settle()


def _long(stage: Stage) -> None:
    """Look through a document that nobody structured."""
    sentences = [line for line in _text(stage).splitlines() if line and not line.startswith(("#", "-"))]
    view = _shown(stage)
    view.open_text("\n\n".join(f"{place}. {text} {text}" for place, text in enumerate(sentences * 30, 1)))
    stage.settle()


SCENES = (
    Scene("document-choose", "A guide from a document", _choice, ALL_SIZES),
    Scene("document-reading", "A document is read", _reading),
    Scene("document-refused", "A document that cannot be read", _refused, ALL_SIZES),
    Scene("document-begun", "A document that was left", _begun),
    Scene("document-waits", "The library while a document waits", _waiting),
    Scene("document-lines", "A document line by line", _lines, ALL_SIZES),
    Scene("document-guide", "The guide that it becomes", _guide, ("low", "large", "small")),
    Scene("document-menu", "What a line can be", _selected, EVERYWHERE),
    Scene("document-minutes", "A part without minutes", _minutes, ALL_SIZES),
    Scene("document-settled", "Nothing left to look at", _settled),
    Scene("document-left", "Leaving in the middle", _left),
    Scene("document-plain", "A document without headings", _long),
)
