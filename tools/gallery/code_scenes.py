"""Scenes of short codes: the circle's page in the room and on paper, a code looked up, a quote taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.session.session_edits import set_attendance
from dialogue_desk.domain.closing.read_back import to_read
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Program, Session
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import Consent, Note, NoteKind
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.closing.closing_page import ClosePage
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.home.home_page import HomePage
from dialogue_desk.ui.notes.read_back_view import ReadBack
from dialogue_desk.ui.notes.room_choice import RoomReadBack
from dialogue_desk.ui.room.room_content import RoomContent, RoomMode
from dialogue_desk.ui.room.room_display import RoomDisplay
from dialogue_desk.ui.room.room_page import RoomPage, room_page
from dialogue_desk.ui.search.code_sheet import CodeSheet
from dialogue_desk.ui.search.search_panel import SearchPanel
from dialogue_desk.ui.widgets.button import Button
from tools.gallery.scene import ALL_SIZES, Scene
from tools.gallery.stage import Stage

_TABLET, _PROJECTOR = (1024, 768), (1280, 720)
_AT = 5
"""Which line of the page is read."""


def _session(stage: Stage) -> SessionFolder:
    """Return a session of the sample in which quotes were said, held in both languages."""
    for record in stage.desk.file.records.of_kind(Kind.SESSION):
        folder = stage.folders.session(record.id)
        if folder is not None and folder.notes_of(NoteKind.QUOTE) and isinstance(record.body, Session):
            stage.desk.rewrite(record.id, replace(record.body, languages=("en", "es")))
            set_attendance(stage.desk, record.id, 11)
            again = stage.folders.session(record.id)
            assert again is not None
            return again
    raise AssertionError("the sample has quotes")


def _quote(stage: Stage) -> RecordId:
    folder = _session(stage)
    quotes = folder.notes_of(NoteKind.QUOTE)
    return next(one.id for one in quotes if one.body.consent is Consent.YES)


def _page(stage: Stage, at: int = _AT, **fields: object) -> RoomPage:
    folder = _session(stage)
    entries = to_read(folder)
    return replace(room_page(folder, entries, str(entries[at].id), stage.words), **fields)  # type: ignore[arg-type]


def _display(
    page: Callable[[Stage], RoomPage], size: tuple[int, int], stage: Stage, *, dark: bool = True
) -> QWidget:
    display = RoomDisplay(stage.theme)
    display.setParent(stage.window)
    display.resize(*size)
    display.show_content(RoomContent(RoomMode.LINES, dark=dark, page=page(stage)))
    return display


def _read_back(stage: Stage) -> ClosePage:
    folder = _session(stage)
    stage.go(PageName.CLOSE, folder.id)
    page = stage.the(ClosePage)
    page.go_to("read-back")
    stage.settle()
    return page


def _shown_in_room(stage: Stage) -> None:
    _read_back(stage)
    view = stage.the(ReadBack)
    view.room_choice.choose(RoomReadBack.PAGE)
    view.room_choice.chosen.emit(RoomReadBack.PAGE)
    stage.settle()


def _print(stage: Stage) -> None:
    _read_back(stage)
    stage.the(ReadBack).print_button.click()
    stage.settle()


def _program(stage: Stage) -> None:
    record = stage.desk.get(stage.program)
    if record is not None and isinstance(record.body, Program):
        stage.desk.rewrite(stage.program, replace(record.body, organizer="Town Clerk", contact="555 0134"))
    stage.go(PageName.PROGRAM, stage.program)


def _look_up(stage: Stage, *, wrong: bool = False, twice: bool = False, code: str = "") -> CodeSheet:
    quote = _quote(stage)
    if twice:
        _twin(stage, quote)
    _program(stage)
    stage.press(stage.words.tr("Look up a code"))
    sheet = stage.the(CodeSheet)
    right = line_code(quote)
    sheet.box.setText(code or (f"{right[:4]}{(int(right[4]) + 1) % 10}" if wrong else right))
    sheet.box.returnPressed.emit()
    stage.settle()
    return sheet


def _shown(stage: Stage, **how: object) -> None:
    _look_up(stage, **how)  # type: ignore[arg-type]


def _twin(stage: Stage, line: RecordId) -> None:
    """Write another line that happens to have the same code."""
    wanted, owner = line_code(line), stage.desk.get(line)
    numbered = (RecordId(f"019cd9d1-52a0-7007-9f39-{number:012x}") for number in range(4_000_000))
    twin = next(one for one in numbered if line_code(one) == wanted)
    assert owner is not None
    stage.desk.put(twin, owner.owner, Note(NoteKind.HOPE, "A bench where people can wait for the bus."))


def _take_back(stage: Stage) -> None:
    sheet = _look_up(stage)
    button = next(one for one in sheet.findChildren(Button) if one.text().startswith(_taking(stage)))
    button.click()
    stage.settle()


def _taking(stage: Stage) -> str:
    return stage.words.tr("Take this quote back …")


def _in_search(stage: Stage, *, wrong: bool = False) -> None:
    right = line_code(_quote(stage))
    stage.go(PageName.HOME)
    stage.the(HomePage).open_search()
    panel = stage.the(SearchPanel)
    panel.field.setText(f"{right[:4]}{(int(right[4]) + 1) % 10}" if wrong else right)
    panel.search()
    stage.settle()


SCENES = (
    Scene(
        "code-room",
        "Room display: the circle's page",
        partial(_display, _page, _PROJECTOR),
        ("light", "mirrored"),
    ),
    Scene(
        "code-room-tablet",
        "Room display: the circle's page on a tablet, dark on light",
        partial(_display, partial(_page, at=0), _TABLET, dark=False),
        ("light",),
    ),
    Scene(
        "code-room-hidden",
        "Room display: the circle's page while a line is read that the room does not see",
        partial(_display, partial(_page, marked=False), _PROJECTOR),
        ("light",),
    ),
    Scene("code-read-back", "Wrap up, the circle's page in the room", _shown_in_room, ALL_SIZES),
    Scene("code-print", "Wrap up, printing the circle's page", _print, ALL_SIZES),
    Scene("code-program", "Program, with the way to look up a code", _program, ALL_SIZES),
    Scene("code-sheet", "A code that is looked up", _shown, ALL_SIZES),
    Scene("code-sheet-near", "A code typed wrong by one digit", partial(_shown, wrong=True), ALL_SIZES),
    Scene("code-sheet-twice", "Two lines with one code", partial(_shown, twice=True)),
    Scene("code-sheet-none", "What is no code", partial(_shown, code="KTA42")),
    Scene("code-take-back", "A quote is taken back", _take_back, ALL_SIZES),
    Scene("code-search", "A code in the search", _in_search, ALL_SIZES),
    Scene("code-search-near", "A code in the search, wrong by one digit", partial(_in_search, wrong=True)),
)
