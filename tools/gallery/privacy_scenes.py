"""The privacy pass in its states."""

from __future__ import annotations

from datetime import time
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Spread
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.closing.privacy_step import PrivacyStep
from tools.gallery.stage import Stage
from tools.gallery.tonight import Tonight

_STEPS = 300
"""How wide the list of steps beside it is."""

_SAID = {
    "en": (
        "Officer J. Ruiz, badge 4471, stopped him on 118 Alder Street.",
        "Maria from the bakery said the only Black teacher in the building left.",
        "My 9-year-old is afraid of the tunnel.",
    ),
    "es": (
        "El oficial J. Ruiz, placa 4471, lo paró en la calle Álamo 118.",
        "María, de la panadería, dijo que la única maestra negra del edificio se fue.",
        "Mi hija de 9 años tiene miedo del túnel.",
    ),
}
_WHO = {"en": "Maria and the library", "es": "María y la biblioteca"}
_INSTEAD = {"en": "An officer", "es": "un oficial"}


def asked(stage: Stage, answered: int = 0) -> PrivacyStep:
    """Show the pass with finds in it: those of the evening answered, and some of those put in here."""
    tonight = _evening(stage)
    tongue = "es" if stage.words.language == "es" else "en"
    for text in _SAID[tongue]:
        stage.desk.add(tonight.id, Note(NoteKind.CONCERN, text, spread=Spread.A_FEW))
    stage.desk.add(tonight.id, ActionIdea(_INSTEAD[tongue], who=_WHO[tongue]))
    step = _step(stage, tonight.id)
    while _SAID[tongue][0] != step.line.text():
        step.answers.keep.click()
        stage.settle()
    for _ in range(answered):
        step.answers.keep.click()
        stage.settle()
    return step


def replaced(stage: Stage) -> PrivacyStep:
    """Show words being typed that are to stand in the place of a find."""
    step = asked(stage)
    step.answers.replace.click()
    step.answers.box.setText(_INSTEAD["es" if stage.words.language == "es" else "en"])
    stage.settle()
    return step


def all_done(stage: Stage) -> PrivacyStep:
    """Show the pass when all of it is looked at."""
    return asked(stage, answered=40)


def nothing(stage: Stage) -> PrivacyStep:
    """Show the pass of an evening in which nothing was found."""
    tonight = _evening(stage)
    step = _step(stage, tonight.id)
    folder = _folder(stage, tonight.id)
    for spot in step.privacy.review(folder).open:
        stage.desk.remove(spot.line.record)
    stage.settle()
    return step


def _evening(stage: Stage) -> Tonight:
    tonight = Tonight(stage.desk, stage.folders, stage.clock)
    tonight.hold(time(11, 40))
    return tonight


def _folder(stage: Stage, session: RecordId) -> SessionFolder:
    folder = stage.folders.session(session)
    assert folder is not None
    return folder


def _step(stage: Stage, session: RecordId) -> PrivacyStep:
    """Put the pane over the whole window: which page it stands in is another scene's to show."""
    step = PrivacyStep(stage.desk, stage.context)

    def look(_: Outcome) -> None:
        step.show_folder(_folder(stage, session))

    stage.context.desk_signals.changed.connect(look)
    ground = QWidget(stage.inside)
    ground.setAutoFillBackground(True)
    whole = QVBoxLayout(ground)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(step)
    ground.setGeometry(stage.inside.rect().adjusted(0, 0, -_STEPS, 0))
    step.show_folder(_folder(stage, session))
    ground.show()
    step.take_focus()
    stage.settle()
    return step


PRIVACY = (
    ("privacy", "Privacy pass, a find", asked),
    ("privacy-later", "Privacy pass, half way", partial(asked, answered=3)),
    ("privacy-replace", "Privacy pass, other words typed", replaced),
    ("privacy-done", "Privacy pass, all looked at", all_done),
    ("privacy-nothing", "Privacy pass, nothing found", nothing),
)
"""The scenes: name, title, and how each is brought about."""
