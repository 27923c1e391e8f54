"""Scenes of questionnaires and slips: piles that are typed, wrong or begun, and the setup."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.program.pile_drafts import PileDraft, keep_draft
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.closing import TallyCategory
from dialogue_desk.domain.model.ids import MINUTE, RecordId
from dialogue_desk.domain.model.live_session import Move, MoveKind
from dialogue_desk.domain.model.organizing import program_fact_id
from dialogue_desk.domain.model.questionnaire import SCALE, Questionnaire
from dialogue_desk.domain.model.voices import PooledCounts, SlipKind
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.setup.program_setup import ProgramForm
from dialogue_desk.ui.setup.tally_categories import ready_categories
from dialogue_desk.ui.voices.counting_sheet import CountingSheet
from dialogue_desk.words.questionnaire_words import in_each_language, open_line_text, ready_statements
from tools.gallery.scene import ALL_SIZES, FEW, Scene
from tools.gallery.stage import Stage

_PROGRAM = RecordId("lanterns")
_CIRCLES, _DAY = 48, 24 * 60 * MINUTE


def season_of_slips(stage: Stage) -> RecordId:
    """Put a program of 48 circles on the desk whose slips are counted in part, and return it."""
    stage.desk.perform(Edit(Act.PREPARE, tuple(_bodies(stage))))
    return _PROGRAM


def _bodies(stage: Stage) -> Iterator[Write]:
    start = stage.clock.now() - 90 * _DAY
    yield Write.of(_PROGRAM, NO_OWNER, Program("Lanterns, Mill Hollow", "LAMP", 6, ("en", "es")))
    for place, ready in enumerate(ready_categories(stage.words)):
        category = RecordId(f"{_PROGRAM}-category-{place}")
        yield Write.of(category, _PROGRAM, TallyCategory(ready.name, ready.answers, place))
    asked = Questionnaire(ready_statements(), in_each_language(open_line_text))
    yield Write.of(program_fact_id(_PROGRAM, asked), _PROGRAM, asked)
    for number in range(_CIRCLES):
        circle = RecordId(f"{_PROGRAM}-circle-{number:02}")
        session = RecordId(f"{circle}-1")
        language = "es" if number % 5 == 3 else "en"
        yield Write.of(circle, NO_OWNER, Circle(f"C{number + 1:02}", "Library", _PROGRAM, language))
        people = None if number == 17 else 7 + number % 6
        at = start + number * _DAY
        yield Write.of(session, circle, Session(1, "s1", (), at, at + 120 * MINUTE, 10, present=people))
        yield Write.of(RecordId(f"move-{session}"), session, Move(MoveKind.START, at, RecordId("run"), 1))
    for kind, ahead in ((SlipKind.BEFORE, 0), (SlipKind.AFTER, 1)):
        for pile in range(2):
            yield Write.of(RecordId(f"pile-{kind}-{pile}"), _PROGRAM, _pile(kind, pile, ahead, asked))


def _pile(kind: SlipKind, pile: int, ahead: int, asked: Questionnaire) -> PooledCounts:
    """Return a pile of eight circles; answers are ``ahead`` by a step at the end."""
    circles = tuple(RecordId(f"{_PROGRAM}-circle-{number:02}") for number in range(8 * pile, 8 * pile + 8))
    counts = []
    for place, statement in enumerate(asked.statements):
        shares = (4, 9, 21, 18, 9) if (place + ahead) % 3 else (2, 6, 14, 23, 16)
        shares = shares if not ahead or place == 2 else (*shares[:1], 3, 10, 28, 18)
        counts += [(statement.key, step, count) for step, count in zip(SCALE, shares, strict=True)]
    return PooledCounts(kind, circles, 65, tuple(counts), ("More light on Mill Street.",) if ahead else ())


def _sheet(stage: Stage, kind: SlipKind, draft: PileDraft | None = None) -> CountingSheet:
    program = season_of_slips(stage)
    if draft is not None:
        keep_draft(stage.desk, program, draft)
    stage.go(PageName.PROGRAM, program)
    picture = stage.folders.picture(program)
    sheet = CountingSheet(stage.desk, stage.context, picture, kind, None, stage.window)
    sheet.open()
    stage.settle()
    return sheet


def _typed(stage: Stage, kind: SlipKind) -> QWidget:
    sheet = _sheet(stage, kind)
    sheet.form.slips.setText("24")
    sheet.form.slips.entered.emit()
    for place, box in enumerate(sheet.form.grid.boxes()[:23]):
        box.setText(str((2, 3, 5, 8, 4)[place % 5]))
    sheet.form.grid.show_slips(24)
    sheet.form.grid.boxes()[23].setFocus()
    stage.settle()
    return sheet


def _wrong(stage: Stage) -> QWidget:
    sheet = _sheet(stage, SlipKind.AFTER)
    sheet.form.slips.setText("12")
    for box, text in zip(sheet.form.grid.boxes(), ("5", "4", "6", "3", "2", "x"), strict=False):
        box.setText(text)
    sheet.form.grid.show_slips(12)
    sheet.form.lines.setPlainText("Call Maria Lopez, 555-0134, about the lamp.")
    sheet.save.click()
    stage.settle()
    return sheet


def _begun(stage: Stage) -> QWidget:
    circles = tuple(RecordId(f"{_PROGRAM}-circle-{number:02}") for number in (20, 21, 22))
    typed = {("lanterns-category-0", "under 18"): "5", ("lanterns-category-0", "18 to 29"): "12"}
    return _sheet(stage, SlipKind.TALLY, PileDraft(SlipKind.TALLY, circles, "24", typed))


def _form(stage: Stage, program: RecordId) -> ProgramForm:
    stage.go(PageName.PROGRAM, program)
    stage.press(stage.words.tr("Change the program"))
    form = stage.the(ProgramForm)
    form.show_part(form.questionnaire)
    stage.settle()
    return form


def _setup(stage: Stage) -> None:
    _form(stage, season_of_slips(stage))


def _setup_empty(stage: Stage) -> None:
    _form(stage, stage.program)


def _setup_asks(stage: Stage) -> None:
    row = _form(stage, season_of_slips(stage)).questionnaire.statements()[0]
    code, box = next(iter(row.lines.boxes.items()))
    box.setText("People listen to me here." if code == "en" else "Aquí me escuchan.")
    box.textEdited.emit(box.text())
    row.check()
    stage.settle()


SCENES = (
    Scene("setup-questionnaire", "Set-up, the questionnaire", _setup, ALL_SIZES, with_sample=False),
    Scene("setup-questionnaire-empty", "Set-up, no questionnaire yet", _setup_empty, FEW),
    Scene(
        "setup-questionnaire-asks",
        "Set-up, words that were answered are changed",
        _setup_asks,
        FEW,
        with_sample=False,
    ),
    Scene(
        "slips-before",
        "Questionnaires, typed by keyboard",
        partial(_typed, kind=SlipKind.BEFORE),
        ALL_SIZES,
        with_sample=False,
    ),
    Scene("slips-wrong", "Questionnaires, what cannot be counted", _wrong, FEW, with_sample=False),
    Scene("slips-begun", "Tally slips that were begun", _begun, FEW, with_sample=False),
)
