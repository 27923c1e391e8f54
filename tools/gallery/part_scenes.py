"""Scenes of parts that differ from others: without a clock, at a time of day, with cards or options."""

from __future__ import annotations

from pathlib import Path

from dialogue_desk.desk.session.session_edits import SessionDraft, create_session
from dialogue_desk.domain.model.circles import Circle, GuideText
from dialogue_desk.domain.model.ids import MINUTE, RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind, Spread
from dialogue_desk.exchange.guide_files import guide_text_of
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.run.part_cards import PartCards
from dialogue_desk.ui.run.run_page import RunPage
from tools.gallery.scene import ALL_SIZES, Scene
from tools.gallery.stage import Stage

_PARK = Path(__file__).parents[2] / "tests" / "guides" / "our-park.guide.md"

_SAID = (
    (NoteKind.EXPERIENCE, "Whatever we choose, the gate on the south side has to open.", None, ""),
    (NoteKind.STRENGTH, "It costs nothing new, and nobody has to be asked.", Spread.A_FEW, "leave"),
    (NoteKind.CONCERN, "The lights have been broken for two winters.", Spread.MOST, "leave"),
    (NoteKind.HOPE, "People who rake together say hello afterwards.", Spread.ONE_VOICE, "neighbors"),
)


def _run(stage: Stage, texts: tuple[GuideText, ...], plan: str, part: str = "") -> RecordId:
    """Start a session with twelve people ten minutes from now, and go to one of its parts."""
    stage.clock.advance(10 * MINUTE)
    now = stage.clock.now()
    minutes = stage.folders.shelf.guide(texts[0]).session(plan).minutes
    circle = Circle("C07", "Park house")
    draft = SessionDraft(texts, plan, 1, now, now + minutes * MINUTE, 12, circle=circle, track="youth")
    session = create_session(stage.desk, draft)
    stage.go(PageName.RUN, session)
    page = stage.the(RunPage)
    page.actions_here["clock"].trigger()
    if part:
        page.rail.parts.opened.emit(part)
    stage.settle()
    return session


def _park(stage: Stage, part: str = "") -> RecordId:
    return _run(stage, (guide_text_of(_PARK.read_text(encoding="utf-8")),), "s1", part)


def _later(stage: Stage, minutes: int) -> None:
    stage.clock.advance(minutes * MINUTE)
    stage.settle()


def _untimed(stage: Stage) -> None:
    _park(stage, "circle")
    _later(stage, 4)


def _cards(stage: Stage) -> None:
    _park(stage, "ways")
    stage.the(PartCards).unfold(True)


def _shrunk(stage: Stage) -> None:
    """Be late for supper, and look at shorter parts before it."""
    _park(stage)
    _later(stage, 21)
    page = stage.the(RunPage)
    page.actions_here["plan"].trigger()
    page.planning.sheet.ways.choose("shrink")
    page.planning.sheet.ways.chosen.emit("shrink")
    stage.settle()


def _tellers(stage: Stage) -> None:
    _shrunk(stage)
    page = stage.the(RunPage)
    page.planning.sheet.apply_button.click()
    page.rail.parts.opened.emit("pairs")
    _later(stage, 3)


def _supper(stage: Stage) -> None:
    _park(stage, "supper")
    _later(stage, 6)


def _option(stage: Stage) -> None:
    """Write about the second of two options, beside what was said about both and about each."""
    session = _park(stage, "ways")
    for kind, text, spread, option in _SAID:
        stage.desk.add(session, Note(kind, text, "ways", spread, said_at=stage.clock.now(), option=option))
        stage.clock.advance(MINUTE)
    page = stage.the(RunPage)
    page.actions_here["note"].trigger()
    for _ in range(2):
        page.actions_here["option"].trigger()
    page.notes.note_input.box.insertPlainText("Six Saturdays are a lot for who works on Saturdays.")
    stage.settle()


def _options(stage: Stage) -> None:
    """Write in a part with more options than there is room for, in the language of the look."""
    text = stage.folders.shelf.translations("safety-together")[stage.words.language]
    plans = stage.folders.shelf.guide(text).sessions
    plan, part = next((plan, part) for plan in plans for part, _ in plan.options)
    _run(stage, (text,), plan.id, part)
    page = stage.the(RunPage)
    page.actions_here["note"].trigger()
    for _ in range(2):
        page.actions_here["option"].trigger()
    stage.settle()


SCENES = (
    Scene("part-untimed", "Run, a part without a clock", _untimed, ALL_SIZES),
    Scene("part-cards", "Run, the cards of a part", _cards, ALL_SIZES),
    Scene("part-before-supper", "Run, late for a part with a time of its own", _shrunk, ALL_SIZES),
    Scene("part-supper", "Run, a part with a time of its own", _supper, ALL_SIZES),
    Scene("part-tellers", "Run, both tellers of a pair after a new plan", _tellers, ALL_SIZES),
    Scene("part-option", "Notes, about one of two options", _option, ALL_SIZES),
    Scene("part-options", "Notes, about one of many options", _options, ALL_SIZES),
)
