"""The privacy check in its states."""

from __future__ import annotations

from datetime import time
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.ids import SECOND, RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Spread
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.closing.privacy_step import PrivacyStep
from tools.gallery.coming_session import ComingSession
from tools.gallery.scene import Scene
from tools.gallery.stage import Stage

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
    """Show the check with finds: those of the session answered, and ``answered`` of those added here."""
    coming = _ended_session(stage)
    language = "es" if stage.words.language == "es" else "en"
    for text in _SAID[language]:
        stage.desk.add(coming.id, Note(NoteKind.CONCERN, text, spread=Spread.A_FEW))
    stage.desk.add(coming.id, ActionIdea(_INSTEAD[language], who=_WHO[language]))
    step = _step(stage, coming.id)
    while _SAID[language][0] != step.line.text():
        _keep(stage, step)
    for _ in range(answered):
        _keep(stage, step)
    return step


def _keep(stage: Stage, step: PrivacyStep) -> None:
    stage.clock.advance(SECOND)  # answers given in one moment are one
    step.answers.keep.click()
    stage.settle()


def replaced(stage: Stage) -> PrivacyStep:
    """Show words being typed to replace a find."""
    step = asked(stage)
    step.answers.replace.click()
    step.answers.box.setText(_INSTEAD["es" if stage.words.language == "es" else "en"])
    stage.settle()
    return step


def all_done(stage: Stage) -> PrivacyStep:
    """Show the check when everything is looked at."""
    return asked(stage, answered=40)


def nothing(stage: Stage) -> PrivacyStep:
    """Show the check of a session in which nothing was found."""
    coming = _ended_session(stage)
    step = _step(stage, coming.id)
    folder = _folder(stage, coming.id)
    for spot in step.privacy.review(folder).open:
        stage.desk.remove(spot.line.record)
    stage.settle()
    return step


def _ended_session(stage: Stage) -> ComingSession:
    coming = ComingSession(stage)
    coming.run(time(11, 40))
    return coming


def _folder(stage: Stage, session: RecordId) -> SessionFolder:
    folder = stage.folders.session(session)
    assert folder is not None
    return folder


def _step(stage: Stage, session: RecordId) -> PrivacyStep:
    """Put the step over the whole window; another scene shows its page."""
    step = PrivacyStep(stage.desk, stage.context)

    def look(_: Outcome) -> None:
        step.show_folder(_folder(stage, session))

    stage.context.desk_signals.changed.connect(look)
    ground = QWidget(stage.workspace)
    ground.setAutoFillBackground(True)
    whole = QVBoxLayout(ground)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(step)
    ground.setGeometry(stage.workspace.rect().adjusted(0, 0, -_STEPS, 0))
    step.show_folder(_folder(stage, session))
    ground.show()
    step.take_focus()
    stage.settle()
    return step


SCENES = (
    Scene("privacy", "Privacy check, a find", asked),
    Scene("privacy-later", "Privacy check, half way", partial(asked, answered=3)),
    Scene("privacy-replace", "Privacy check, other words typed", replaced),
    Scene("privacy-done", "Privacy check, all looked at", all_done),
    Scene("privacy-nothing", "Privacy check, nothing found", nothing),
)
