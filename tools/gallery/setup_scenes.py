"""Scenes of the form that sets a program up: empty, of a few circles, and of forty-eight."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program, Round
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.overview.session_folder import stored
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.setup.program_setup import ProgramForm
from tools.gallery.half_season import add_half_season
from tools.gallery.scene import FEW, Scene
from tools.gallery.stage import Stage

_LOOKS = (*FEW, "dark", "low")

_ROUNDS = (
    Round("Spring", "2026-03-02", "2026-05-31", "safety-together"),
    Round("Fall", "2026-09-07", "2026-11-29", "safety-together"),
    Round("Winter", "2027-01-11", "2027-03-21"),
)
_SORTS = ("open to all", "tenants", "faith leaders", "small businesses")


def _open(stage: Stage, program: RecordId | None, part: str = "basics") -> ProgramForm:
    stage.go(PageName.PROGRAM, program or stage.program)
    stage.press(stage.words.tr("Change the program" if program else "Make another program"))
    form = stage.the(ProgramForm)
    form.show_part(getattr(form, part))
    stage.settle()
    return form


def _new(stage: Stage) -> None:
    _open(stage, None)


def _small(stage: Stage, part: str) -> None:
    """Show a part of a program that knows who answers."""
    body = stage.desk.get(stage.program)
    assert body is not None
    assert isinstance(body.body, Program)
    known = replace(
        body.body,
        rounds=_ROUNDS[:2],
        actors=("City council", "Police department", "School board"),
        organizer="Alder Bend Public Library",
        contact="circles@alderbend.example",
        answers="City manager, for the city council",
        answer_by="2026-10-01",
        forum="2026-06-13",
    )
    stage.desk.rewrite(stage.program, known)
    for theme in stored(stage.desk.file.records.under(stage.program, Kind.THEME), Theme):
        if spanish := _SPANISH.get(theme.body.name):
            stage.desk.rewrite(theme.id, replace(theme.body, names=(("es", spanish),)))
    _open(stage, stage.program, part)


_SPANISH = {
    "Knowing each other": "Conocernos",
    "Traffic stops": "Paradas de tráfico",
    "Young people": "La juventud",
    "Streets, lights and speed": "Calles, luces y velocidad",
    "Calling for help": "Pedir ayuda",
}


def _large(stage: Stage, part: str) -> None:
    """Show a part of the program of forty-eight circles."""
    _open(stage, _season(stage), part)


def _merged(stage: Stage) -> None:
    """Show the overview of a program in which circles merged, and one got another code."""
    stage.go(PageName.PROGRAM, _season(stage))


def _season(stage: Stage) -> RecordId:
    """Return a program of forty-eight circles in three rounds, two of which merged."""
    program = add_half_season(stage.desk, stage.folders.shelf)
    record = stage.desk.get(program)
    assert record is not None
    assert isinstance(record.body, Program)
    stage.desk.rewrite(program, replace(record.body, rounds=_ROUNDS))
    known = stored(stage.desk.file.records.of_kind(Kind.CIRCLE), Circle)
    circles = sorted(
        (one for one in known if one.body.program == program), key=lambda one: look_up_order(one.body.code)
    )
    for number, one in enumerate(circles):
        sort = _SORTS[number % 4]
        body = replace(one.body, round=number // 16 + 1, about=sort, youth=number % 6 == 5)
        if number == 6:
            body = replace(body, into=circles[4].id)
        if number == 3:
            body = replace(body, formerly=("C99",))
        stage.desk.rewrite(one.id, body)
    return program


SCENES = (
    Scene("setup-new", "A new program", _new, _LOOKS),
    Scene("setup-answers", "Who will answer", partial(_small, part="answers"), _LOOKS),
    Scene("setup-rounds", "The rounds of a program", partial(_small, part="rounds"), _LOOKS),
    Scene("setup-themes", "Starter themes in two languages", partial(_small, part="themes"), _LOOKS),
    Scene("setup-actors", "Who could act", partial(_small, part="actors"), _LOOKS),
    Scene("setup-privacy", "Privacy and key", partial(_small, part="privacy"), _LOOKS),
    Scene("setup-few-circles", "The circles of a program", partial(_small, part="circles"), _LOOKS),
    Scene("setup-circles", "Forty-eight circles", partial(_large, part="circles"), _LOOKS, with_sample=False),
    Scene("setup-merged", "Circles that merged", _merged, ("light", "low"), with_sample=False),
)
