"""The scenes of the gallery: every screen in its states."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import time
from functools import partial

from PySide6.QtWidgets import QScrollArea, QWidget

from dialogue_desk.domain.model.ids import MINUTE, SECOND
from dialogue_desk.domain.run.cool_down import CoolDown
from dialogue_desk.domain.run.go_round import RoundMove
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.importing.preview_sheet import PreviewSheet
from dialogue_desk.ui.notes.notes_panel import NotesPanel
from dialogue_desk.ui.prepare.prepare_page import PreparePage
from dialogue_desk.ui.program.overview import OverviewTab
from dialogue_desk.ui.program.program_page import ProgramPage
from dialogue_desk.ui.report.report_tab import ReportTab
from dialogue_desk.ui.room.room_content import RoomContent, RoomMode, with_direction_mark
from dialogue_desk.ui.room.room_display import RoomDisplay
from dialogue_desk.ui.run.rail import PartsRail
from dialogue_desk.ui.run.resume_panel import ResumePanel
from dialogue_desk.ui.run.room_bar import RoomBar
from dialogue_desk.ui.run.run_page import RunPage
from dialogue_desk.ui.shell.desk_error_page import TroublePage
from dialogue_desk.ui.themes.themes import ThemesTab
from dialogue_desk.ui.tools.go_round_sheet import GoRoundSheet
from dialogue_desk.ui.tools.part_tools import Tools
from dialogue_desk.ui.tools.small_groups import SmallGroups
from dialogue_desk.ui.widgets.ring import Pace, TimeLeft
from tools.gallery import (
    action_scenes,
    app_scenes,
    close_scenes,
    code_scenes,
    document_scenes,
    editor_scenes,
    erase_scenes,
    follow_scenes,
    forming_scenes,
    forum_scenes,
    giving_scenes,
    guide_scenes,
    hold_scenes,
    home_scenes,
    intake_scenes,
    key_scenes,
    leaving_scenes,
    moment_scenes,
    note_entry_scenes,
    notes_scenes,
    opening_scenes,
    part_scenes,
    practice_scenes,
    privacy_scenes,
    program_scenes,
    questionnaire_scenes,
    report_scenes,
    same_theme_scenes,
    sample_scenes,
    search_scenes,
    setup_scenes,
    town_scenes,
    trust_scenes,
    update_scenes,
    voices_scenes,
    workbench_scenes,
)
from tools.gallery.coming_session import ComingSession
from tools.gallery.scene import ALL_SIZES, Scene
from tools.gallery.stage import Stage

ROOM_LOOKS = ("light", "mirrored")
"""The room display has its own colors and sizes."""

_ROOM_SIZE = (1280, 720)


def _go(page: PageName, stage: Stage) -> None:
    stage.go(page)


def _keys(stage: Stage) -> None:
    _run(stage)
    stage.workspace.show_keys()


def _settings_keys(stage: Stage) -> None:
    stage.go(PageName.SETTINGS)
    stage.press("Keys")


def _trouble(stage: Stage) -> QWidget:
    trouble = DeskTrouble(Trouble.LOCKED, stage.folder / "desk.db")
    page = TroublePage(trouble, trouble.path, stage.theme, stage.words, stage.context.prompts)
    stage.theme.dress(page)
    page.resize(stage.window.size())
    return page


def _imported(stage: Stage) -> None:
    """Open the package that was missing, one that is known, and two files that are not packages."""
    folder = stage.folder / "handed in"
    folder.mkdir()
    packages = {path.name: path for path in stage.stock.packages(stage.words)}
    missing = next(path for name, path in packages.items() if "c04-s2" in name)
    known = next(path for name, path in packages.items() if "c01-s1" in name)
    for path in (missing, known):
        shutil.copy(path, folder)
    (folder / "alder-c06-s1.dialogue").write_bytes(known.read_bytes()[:2_000])
    (folder / "attendance.dialogue").write_text("a list", encoding="utf-8")
    stage.go(PageName.HOME)
    stage.workspace.import_bar.import_paths([folder])
    stage.settle()
    stage.the(PreviewSheet).open_button.click()


def _prepare_warned(stage: Stage) -> None:
    stage.go(PageName.PREPARE)
    page = stage.the(PreparePage)
    page.fill_in(circle_id=stage.folders.programs()[0].circles[0].id)
    page.fields.people.box.setValue(14)
    stage.settle()


def _prepare_interpreted(stage: Stage) -> None:
    """Prepare a session in which everything is said twice, and change when it is."""
    _prepare_warned(stage)
    page = stage.the(PreparePage)
    page.fields.interpretation.choose("125")
    page.fields.interpretation.chosen.emit("125")
    page.form.change(page.fields.times.day_field)
    stage.settle()


def _prepare_next(stage: Stage) -> None:
    """Prepare the next session of a circle that left something open."""
    stage.go(PageName.PREPARE)
    page = stage.the(PreparePage)
    page.fill_in(circle_id=stage.folders.programs()[0].circles[0].id)
    stage.settle()


def _prepare_change(stage: Stage) -> None:
    """Change the session that is coming."""
    stage.go(PageName.PREPARE, ComingSession(stage).id)


def _run_change(stage: Stage) -> None:
    _run(stage, time(10, 41))
    stage.the(PartsRail).session_wanted.emit()


def _rehearse(stage: Stage) -> None:
    coming = ComingSession(stage)
    stage.go(PageName.REHEARSE, coming.id)
    stage.the(RunPage).actions_here["clock"].trigger()
    stage.clock.advance(40_000)
    stage.settle()


def _beside(page: PageName, stage: Stage) -> None:
    """Open a page for notes on the coming session after its fifth part began."""
    coming = ComingSession(stage)
    coming.run(time(10, 50))
    stage.go(page, coming.id)


def _run(stage: Stage, until: time | None = None, late: int = 0, then: int = 0) -> None:
    """Run the coming session ``until`` a time, ``late`` minutes late; then let ``then`` minutes pass."""
    coming = ComingSession(stage)
    if until is not None:
        coming.run(until, late=late * MINUTE)
    stage.go(PageName.RUN, coming.id)
    if until is not None:
        stage.clock.advance(then * MINUTE)
        stage.the(ResumePanel).count_button.click()
        stage.settle()


def _early(stage: Stage) -> None:
    _run(stage, time(10, 50))
    for _ in range(2):
        stage.the(RunPage).card.next_button.click()
        stage.clock.advance(3 * MINUTE)


def _spare_time(stage: Stage) -> None:
    _early(stage)
    stage.settle()
    stage.the(RunPage).top.drift.click()


def _run_paused(stage: Stage) -> None:
    _run(stage, time(10, 41))
    stage.the(RunPage).actions_here["clock"].trigger()


def _run_noting(stage: Stage) -> None:
    _run(stage, time(10, 50))
    stage.the(RunPage).actions_here["note"].trigger()
    notes = stage.the(NotesPanel)
    notes.note_input.box.setPlainText("The gym is empty at four, and the street is full. #after")
    stage.settle()
    notes.note_input.box.moveCursor(notes.note_input.box.textCursor().MoveOperation.End)


def _run_toast(stage: Stage) -> None:
    """Show the message at the foot where there is little height, as in a window with a title bar."""
    _run(stage)
    stage.window.resize(stage.window.width(), stage.window.height() - 19)
    stage.context.toast.say(stage.words.tr("The room display was disconnected."))


def _replan(stage: Stage, until: time, late: int) -> None:
    _run(stage, until, late)
    stage.the(RunPage).actions_here["plan"].trigger()


def _late_start(stage: Stage) -> None:
    """Start nineteen minutes from now, nine after the time that was set."""
    stage.clock.advance(19 * MINUTE)
    _run(stage)
    stage.the(RunPage).actions_here["clock"].trigger()


def _real_start(stage: Stage) -> None:
    _run(stage, time(10, 18))
    stage.the(PartsRail).start_wanted.emit()


def _left_out(stage: Stage) -> None:
    _run(stage, time(11, 6), late=9)
    rail = stage.the(PartsRail)
    rail.parts.setFocus()
    rail.parts.go_to("break")
    rail.changes["out"].trigger()


def _tool(stage: Stage, action: str, until: time = time(10, 41)) -> Tools:
    """Run the coming session, and open one of the tools."""
    _run(stage, until)
    page = stage.the(RunPage)
    page.actions_here[action].trigger()
    stage.settle()
    return page.tools


def _use(stage: Stage, action: str, until: time = time(10, 41)) -> None:
    _tool(stage, action, until)


def _round(stage: Stage, over: int = 0) -> None:
    """Let the fifth person of a go-round speak; two before passed, one of them for now."""
    tools = _tool(stage, "round")
    tools.go_round.setup.people.show_value(12)
    tools.go_round.setup.silence.show_value(60)
    tools.go_round.setup.pause.show_value(5)
    _press_on(stage, tools.go_round, 12)
    _press_on(stage, tools.go_round, 70)
    for seat in range(5):
        if seat in {1, 3}:
            tools.go_round.move_buttons[RoundMove.PASS if seat == 1 else RoundMove.PASS_FOR_NOW].click()
            stage.clock.advance(6 * SECOND)
            tools.tick()
        else:
            _press_on(stage, tools.go_round, 6 if seat == 4 else 70)
    stage.clock.advance((20 + over) * SECOND)
    tools.tick()


def _press_on(stage: Stage, page: GoRoundSheet | SmallGroups, then: int) -> None:
    page.primary.click()
    stage.clock.advance(then * SECOND)
    page.tick()


def _speakers(stage: Stage) -> None:
    speakers = _tool(stage, "stack", time(10, 50)).speakers_bar
    for seat in (4, 7, 2):
        speakers.box.setText(str(seat))
        speakers.box.returnPressed.emit()
    speakers.next_button.click()


def _groups(stage: Stage, way: str = "2") -> None:
    groups = _tool(stage, "groups").groups
    groups.rng.seed(11)
    groups.form.way.choose(way)
    groups.form.way.chosen.emit(way)


def _group_steps(stage: Stage) -> None:
    _groups(stage)
    tools = stage.the(RunPage).tools
    _press_on(stage, tools.groups, 3 * 60 + 5)
    tools.tick()


def _check_in_silence(stage: Stage) -> None:
    tools = _tool(stage, "check in")
    tools.cool_down.move_buttons[CoolDown.SILENCE].click()
    stage.clock.advance(18 * SECOND)
    tools.tick()


def _check_in_swap(stage: Stage) -> None:
    _tool(stage, "check in").cool_down.move_buttons[CoolDown.SWAP_FACILITATORS].click()


def _run_room(stage: Stage) -> None:
    _run(stage, time(10, 41))
    stage.the(RunPage).actions_here["room"].trigger()


def _run_message(stage: Stage) -> None:
    """Type a message for the room, which otherwise sees two languages."""
    _run_room(stage)
    bar = stage.the(RoomBar)
    bar.message.setText("Back by 8:10, please")
    bar.chips.chosen.emit(RoomMode.MESSAGE)
    stage.settle()


def _resume(stage: Stage) -> None:
    coming = ComingSession(stage)
    coming.run(time(10, 41))
    stage.clock.advance(7 * MINUTE)
    stage.go(PageName.RUN, coming.id)


def _program(stage: Stage, section: str = "overview") -> None:
    stage.go(PageName.PROGRAM, stage.program)
    page = stage.the(ProgramPage)
    page.open_section(getattr(page.sections, section))


def _program_report_data(stage: Stage) -> None:
    """Scroll to the end of the report, with the data for other tools."""
    _program(stage, section="report")
    stage.settle()
    bar = stage.the(ReportTab).findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(bar.maximum())


def _program_theme(stage: Stage) -> None:
    """Open the theme that most circles raised among those with common ground and differences."""
    _program(stage, section="themes")
    themes = stage.folders.picture(stage.program).themes
    both = next(theme for theme in themes if theme.agreed and theme.contested)
    stage.the(ThemesTab).go_to(both.theme_id)


def _program_setup(stage: Stage) -> None:
    _program(stage)
    stage.press(stage.words.tr("Change the program"))


def _conflict(stage: Stage) -> None:
    _program(stage)
    (conflict, *_) = stage.folders.conflicts(stage.program)
    stage.the(OverviewTab).conflict_wanted.emit(conflict.record.id)


def _on_display(sheet: Callable[[Stage], RoomContent], stage: Stage) -> QWidget:
    display = RoomDisplay(stage.theme)
    display.setParent(stage.window)
    display.resize(*_ROOM_SIZE)
    display.show_content(sheet(stage))
    return display


def _question(stage: Stage, languages: int = 1) -> RoomContent:
    folder = stage.folders.session(ComingSession(stage).id)
    assert folder is not None
    plans = {folder.guide.language: folder.plan} | stage.folders.other_plans(folder.session)
    texts = [with_direction_mark(language, plan.parts[4].ask[0]) for language, plan in plans.items()]
    return RoomContent(texts=tuple(texts[:languages]), time=TimeLeft(15 * MINUTE, 24 * MINUTE))


def _rules_on_display(stage: Stage) -> RoomContent:
    folder = stage.folders.session(ComingSession(stage).id)
    assert folder is not None
    return RoomContent(RoomMode.RULES, tuple(rule.body.text for rule in folder.ground_rules), dark=False)


def _time(left: int, pace: Pace, stage: Stage) -> RoomContent:  # noqa: ARG001
    return RoomContent(RoomMode.TIME, time=TimeLeft(left * MINUTE, 24 * MINUTE, pace))


def _room(name: str, title: str, sheet: Callable[[Stage], RoomContent]) -> Scene:
    return Scene(f"room-{name}", f"Room display: {title}", partial(_on_display, sheet), ROOM_LOOKS)


SCENES = (
    *home_scenes.SCENES,
    *guide_scenes.SCENES,
    Scene("settings", "Settings", partial(_go, PageName.SETTINGS)),
    Scene("settings-keys", "Settings, keys", _settings_keys, ALL_SIZES),
    Scene("prepare", "Prepare a session", partial(_go, PageName.PREPARE)),
    Scene(
        "prepare-first",
        "Prepare the first session",
        partial(_go, PageName.PREPARE),
        ("light", "large"),
        with_sample=False,
    ),
    Scene("prepare-warned", "Prepare, what will go wrong in the session", _prepare_warned),
    Scene("prepare-next", "Prepare, what the last session left open", _prepare_next),
    Scene("prepare-interpreted", "Prepare, everything said twice", _prepare_interpreted),
    Scene("prepare-change", "Prepare, a session that is changed before it", _prepare_change),
    Scene("run-change", "Run, changing the session", _run_change),
    Scene("rehearse", "Rehearsal", _rehearse),
    Scene("run-ready", "Run, before the start", _run),
    Scene("run", "Run, with notes", partial(_run, until=time(10, 50), late=2), ALL_SIZES),
    Scene("run-warning", "Run, little time left", partial(_run, until=time(10, 55))),
    Scene(
        "run-over", "Run, the time of the part is over", partial(_run, until=time(11, 20), late=-1, then=6)
    ),
    Scene("run-late", "Run, very late", partial(_run, until=time(11, 33), late=16), ALL_SIZES),
    Scene("run-early", "Run, early", _early, ("light", "low")),
    Scene("run-spare", "Run, using the time there is to spare", _spare_time),
    Scene("run-replan", "Run, adjusting the plan", partial(_replan, until=time(10, 50), late=9)),
    Scene(
        "run-replan-short", "Run, too late for nine", partial(_replan, until=time(11, 6), late=55), ("light",)
    ),
    Scene("run-left-out", "Run, a part left out", _left_out, ("light", "mirrored")),
    Scene("run-late-start", "Run, started late", _late_start),
    Scene("run-real-start", "Run, the real start", _real_start, ("light", "large", "mirrored")),
    Scene("run-paused", "Run, paused", _run_paused),
    Scene("run-noting", "Run, a note being typed", _run_noting),
    *note_entry_scenes.SCENES,
    Scene("run-toast", "Run, a message at the foot", _run_toast, ("light", "spanish", "small")),
    *search_scenes.SCENES,
    Scene("run-room", "Run, the room display open", _run_room),
    Scene("run-message", "Run, words typed for the room", _run_message),
    Scene("run-notes", "Taking notes while another laptop runs", partial(_beside, PageName.NOTES)),
    Scene("run-paper", "Typing up a session from paper", partial(_beside, PageName.TYPE_UP)),
    Scene("prepare-paper", "Preparing a session that was held before", partial(_go, PageName.PAPER)),
    *notes_scenes.SCENES,
    Scene("run-rules", "Run, the ground rules", partial(_use, action="rules", until=time(10, 18))),
    Scene("run-round-asked", "Run, before a go-round", partial(_use, action="round")),
    Scene("run-round", "Run, a go-round", _round),
    Scene("run-round-over", "Run, a turn over its time", partial(_round, over=90), ("light", "contrast")),
    Scene("run-speakers", "Run, the speakers' list", _speakers),
    Scene("run-groups", "Run, pairs", _groups, ALL_SIZES),
    Scene("run-tables", "Run, tables that rotate", partial(_groups, way="tables"), ("light", "large")),
    Scene("run-group-steps", "Run, the steps of pairs", _group_steps),
    Scene("run-check-in", "Run, pause and cool down", partial(_use, action="check in")),
    Scene("run-silence", "Run, a minute of silence", _check_in_silence, ("light", "dark", "large")),
    Scene("run-swap", "Run, swapping facilitators", _check_in_swap, ("light", "spanish")),
    *document_scenes.SCENES,
    *moment_scenes.SCENES,
    *practice_scenes.SCENES,
    *editor_scenes.SCENES,
    Scene("run-parking", "Run, a line for the parking lot", partial(_use, action="park"), ("light", "large")),
    Scene("run-resume", "Run, resumed", _resume),
    *close_scenes.SCENES,
    *code_scenes.SCENES,
    *leaving_scenes.SCENES,
    *giving_scenes.SCENES,
    *key_scenes.SCENES,
    *intake_scenes.SCENES,
    *opening_scenes.SCENES,
    *privacy_scenes.SCENES,
    Scene("program", "Program, overview", _program),
    Scene("program-themes", "Program, themes", partial(_program, section="themes")),
    Scene("program-theme", "Program, a theme", _program_theme, ("light", "contrast", "spanish")),
    *same_theme_scenes.SCENES,
    *workbench_scenes.SCENES,
    Scene("program-actions", "Program, actions", partial(_program, section="ideas")),
    Scene("program-differences", "Program, differences", partial(_program, section="differences")),
    Scene("program-report", "Program, report", partial(_program, section="report")),
    Scene("program-report-data", "Program, report, data for other tools", _program_report_data),
    Scene("program-setup", "Program, set up", _program_setup),
    Scene(
        "program-none",
        "Program, none yet",
        partial(_go, PageName.PROGRAM),
        ("light", "large"),
        with_sample=False,
    ),
    Scene("conflict", "Two versions", _conflict),
    Scene("imported", "What came of opening files", _imported),
    *part_scenes.SCENES,
    *action_scenes.SCENES,
    *follow_scenes.SCENES,
    *questionnaire_scenes.SCENES,
    *voices_scenes.SCENES,
    *forum_scenes.SCENES,
    *forming_scenes.SCENES,
    *town_scenes.SCENES,
    *program_scenes.SCENES,
    *setup_scenes.SCENES,
    *report_scenes.SCENES,
    *sample_scenes.SCENES,
    *trust_scenes.SCENES,
    *update_scenes.SCENES,
    *erase_scenes.SCENES,
    *hold_scenes.SCENES,
    *app_scenes.SCENES,
    Scene("keys", "The keys", _keys),
    Scene("trouble", "The desk cannot be opened", _trouble, with_sample=False),
    _room("question", "a question", _question),
    _room("two", "a question in two languages", partial(_question, languages=2)),
    _room("rules", "ground rules", _rules_on_display),
    _room("time", "time", partial(_time, 15, Pace.RUNNING)),
    _room("warning", "little time left", partial(_time, 2, Pace.WARNING)),
    _room("over", "time over", partial(_time, -3, Pace.OVER)),
    _room(
        "figures",
        "time in figures",
        lambda _: RoomContent(RoomMode.TIME, time=TimeLeft(600_000, 24 * MINUTE), figures=True),
    ),
    _room("silence", "silence", lambda _: RoomContent(RoomMode.SILENCE)),
    _room("message", "a message", lambda _: RoomContent(RoomMode.MESSAGE, ("Back by 8:10, please",))),
    _room("blank", "dark", lambda _: RoomContent(blank=True)),
)
