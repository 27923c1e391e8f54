"""Every screen in its states: what each is called, and how it is brought about."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.error_text import trouble_sentence
from dialogue_desk.domain.model.ids import MINUTE, SECOND
from dialogue_desk.domain.run.cool_down import CoolDown
from dialogue_desk.domain.run.go_round import RoundMove
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.guides.guides_page import GuidesPage
from dialogue_desk.ui.notes.notes_panel import NotesPanel
from dialogue_desk.ui.prepare.prepare_page import PreparePage
from dialogue_desk.ui.program.bars import BarList
from dialogue_desk.ui.program.overview import OverviewTab
from dialogue_desk.ui.program.program_page import ProgramPage
from dialogue_desk.ui.program.themes import ThemesTab
from dialogue_desk.ui.room.display import RoomDisplay
from dialogue_desk.ui.room.room_content import RoomContent, RoomMode, with_direction_mark
from dialogue_desk.ui.run.rail import PartsRail
from dialogue_desk.ui.run.resume_panel import ResumePanel
from dialogue_desk.ui.run.room_bar import RoomBar
from dialogue_desk.ui.run.run_page import RunPage
from dialogue_desk.ui.settings.settings_dialog import SettingsDialog
from dialogue_desk.ui.shell.desk_error_page import TroublePage
from dialogue_desk.ui.tools.go_round_sheet import GoRoundSheet
from dialogue_desk.ui.tools.part_tools import Tools
from dialogue_desk.ui.tools.small_groups import SmallGroups
from dialogue_desk.ui.widgets.ring import Pace, TimeLeft
from tools.gallery import notes_scenes
from tools.gallery.capture_scenes import CAPTURE
from tools.gallery.close_scenes import CLOSE_SCENES
from tools.gallery.erase_scenes import STATES as ERASING
from tools.gallery.leaving_scenes import STATES as LEAVING
from tools.gallery.looks import LOOKS
from tools.gallery.papers_scenes import STATES as PAPERS
from tools.gallery.privacy_scenes import PRIVACY
from tools.gallery.search_scenes import STATES as SEARCHES
from tools.gallery.stage import Stage
from tools.gallery.tonight import Tonight

Bring = Callable[[Stage], QWidget | None]
"""Brings a scene about.  Returns what is to be pictured, or nothing for the whole window."""

EVERYWHERE = tuple(LOOKS)
ON_THE_WALL = ("light", "mirrored")
"""What hangs on a wall has colours and sizes of its own."""

_WALL = (1280, 720)


@dataclass(frozen=True, slots=True)
class Scene:
    """One state of one screen."""

    name: str
    title: str
    bring: Bring
    looks: tuple[str, ...] = EVERYWHERE
    with_sample: bool = True


def _home(stage: Stage) -> None:
    stage.go(PageName.HOME)


def _home_menu(stage: Stage) -> None:
    stage.go(PageName.HOME)
    stage.window.move(-600, 0)  # else the menu would be pushed aside by the edge of a small screen
    stage.press(stage.words.tr("Open a file or folder"))


def _home_interrupted(stage: Stage) -> None:
    Tonight(stage.desk, stage.folders, stage.clock).hold(time(10, 41))
    stage.clock.advance(7 * MINUTE)
    stage.go(PageName.HOME)


def _home_sample_opened(stage: Stage) -> None:
    stage.inside.pages.sample_wanted.emit()


def _guides(stage: Stage) -> None:
    stage.go(PageName.GUIDES)


def _guide_read(stage: Stage) -> None:
    stage.go(PageName.GUIDES)
    stage.the(GuidesPage).read("safety-together")


def _settings(stage: Stage) -> None:
    settings = Settings(stage.words.language, stage.theme.name, stage.theme.scale)
    SettingsDialog(settings, stage.theme, stage.words, stage.window).open()


def _keys(stage: Stage) -> None:
    _run(stage)
    stage.inside.show_keys()


def _trouble(stage: Stage) -> QWidget:
    trouble = DeskTrouble(Trouble.LOCKED, Path("desk.db"))
    page = TroublePage(
        stage.theme, stage.words, trouble_sentence(trouble, stage.words), can_open_read_only=True
    )
    page.resize(stage.window.size())
    return page


def _taken(stage: Stage) -> None:
    """Hand in the package that was missing, one that is known, and three files that are no packages."""
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
    stage.inside.import_paths([folder])


def _prepare(stage: Stage) -> None:
    stage.go(PageName.PREPARE)


def _prepare_warned(stage: Stage) -> None:
    stage.go(PageName.PREPARE)
    page = stage.the(PreparePage)
    page.people.box.setValue(14)
    page.interpretation.choose("125")
    page.interpretation.chosen.emit("125")
    stage.settle()


def _prepare_next(stage: Stage) -> None:
    """Prepare the next session of a circle that left something open."""
    stage.go(PageName.PREPARE)
    page = stage.the(PreparePage)
    page.fill_in(circle_id=stage.folders.programs()[0].circles[0].id)
    page.open_threads_expander.unfold(True)
    stage.settle()


def _rehearse(stage: Stage) -> None:
    tonight = Tonight(stage.desk, stage.folders, stage.clock)
    stage.go(PageName.REHEARSE, tonight.id)
    stage.the(RunPage).actions_here["clock"].trigger()
    stage.clock.advance(40_000)
    stage.settle()


def _run(stage: Stage, until: time | None = None, late: int = 0, then: int = 0) -> None:
    """Run tonight, ``until`` the script's clock says so, ``late`` minutes late; ``then`` only time passes."""
    tonight = Tonight(stage.desk, stage.folders, stage.clock)
    if until is not None:
        tonight.hold(until, late=late * MINUTE)
    stage.go(PageName.RUN, tonight.id)
    if until is not None:
        stage.clock.advance(then * MINUTE)
        stage.the(ResumePanel).count_button.click()
        stage.settle()


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
    """Let the line at the foot take its height where there is little of it: a window with a title bar."""
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


def _take_notes(stage: Stage) -> None:
    tonight = Tonight(stage.desk, stage.folders, stage.clock)
    tonight.hold(time(10, 50))
    stage.go(PageName.NOTES, tonight.id)


def _type_up(stage: Stage) -> None:
    tonight = Tonight(stage.desk, stage.folders, stage.clock)
    tonight.hold(time(10, 50))
    stage.go(PageName.TYPE_UP, tonight.id)


def _paper(stage: Stage) -> None:
    stage.go(PageName.PAPER)


def _rules(stage: Stage) -> None:
    _run(stage, time(10, 18))
    stage.the(RunPage).actions_here["rules"].trigger()


def _tool(stage: Stage, action: str, until: time = time(10, 41)) -> Tools:
    """Run tonight, and reach for one of the tools."""
    _run(stage, until)
    page = stage.the(RunPage)
    page.actions_here[action].trigger()
    stage.settle()
    return page.tools


def _round(stage: Stage, over: int = 0) -> None:
    """Let the fifth of a go-round speak: one before passed, and one passed for now."""
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


def _round_asked(stage: Stage) -> None:
    _tool(stage, "round")


def _stack(stage: Stage) -> None:
    stack = _tool(stage, "stack", time(10, 50)).speakers_bar
    for seat in (4, 7, 2):
        stack.box.setText(str(seat))
        stack.box.returnPressed.emit()
    stack.next_button.click()


def _groups(stage: Stage, way: str = "2") -> None:
    groups = _tool(stage, "groups").groups
    groups.draw_by(11)
    groups.way.choose(way)
    groups.way.chosen.emit(way)


def _group_steps(stage: Stage) -> None:
    _groups(stage)
    tools = stage.the(RunPage).tools
    _press_on(stage, tools.groups, 3 * 60 + 5)
    tools.tick()


def _check_in(stage: Stage) -> None:
    _tool(stage, "check in")


def _check_in_silence(stage: Stage) -> None:
    tools = _tool(stage, "check in")
    tools.cool_down.move_buttons[CoolDown.SILENCE].click()
    stage.clock.advance(18 * SECOND)
    tools.tick()


def _parking(stage: Stage) -> None:
    _tool(stage, "park")


def _run_room(stage: Stage) -> None:
    _run(stage, time(10, 41))
    stage.the(RunPage).actions_here["room"].trigger()


def _run_message(stage: Stage) -> None:
    """Type something for the room, which sees two languages otherwise."""
    _run_room(stage)
    bar = stage.the(RoomBar)
    bar.message.setText("Back by 8:10, please")
    bar.chips.chosen.emit(RoomMode.MESSAGE)
    stage.settle()


def _resume(stage: Stage) -> None:
    tonight = Tonight(stage.desk, stage.folders, stage.clock)
    tonight.hold(time(10, 41))
    stage.clock.advance(7 * MINUTE)
    stage.go(PageName.RUN, tonight.id)


def _program(stage: Stage, section: int = 0) -> None:
    stage.go(PageName.PROGRAM, stage.program)
    stage.the(ProgramPage).tabs.setCurrentIndex(section)


def _program_theme(stage: Stage) -> None:
    """Open the theme that most circles raised among those with common ground and differences."""
    _program(stage, section=1)
    themes = stage.folders.picture(stage.program).themes
    both = next(theme for theme in themes if theme.agreed and theme.contested)
    rail = stage.the(ThemesTab).findChildren(BarList)[0]
    rail.go_to(both.theme_id)


def _program_setup(stage: Stage) -> None:
    _program(stage)
    stage.press(stage.words.tr("Change the program"))


def _program_none(stage: Stage) -> None:
    stage.go(PageName.PROGRAM)


def _clash(stage: Stage) -> None:
    _program(stage)
    (clash, *_) = stage.folders.conflicts(stage.program)
    stage.the(OverviewTab).conflict_wanted.emit(clash.record.id)


def _on_wall(sheet: Callable[[Stage], RoomContent], stage: Stage) -> QWidget:
    display = RoomDisplay(stage.theme)
    display.setParent(stage.window)
    display.resize(*_WALL)
    display.show_content(sheet(stage))
    return display


def _question(stage: Stage, languages: int = 1) -> RoomContent:
    folder = stage.folders.session(Tonight(stage.desk, stage.folders, stage.clock).id)
    assert folder is not None
    plans = {folder.guide.language: folder.plan} | stage.folders.other_plans(folder.session)
    texts = [with_direction_mark(language, plan.parts[4].ask[0]) for language, plan in plans.items()]
    return RoomContent(texts=tuple(texts[:languages]))


def _rules_on_wall(stage: Stage) -> RoomContent:
    folder = stage.folders.session(Tonight(stage.desk, stage.folders, stage.clock).id)
    assert folder is not None
    return RoomContent(RoomMode.RULES, tuple(rule.body.text for rule in folder.ground_rules), dark=False)


def _time(left: int, pace: Pace, stage: Stage, *, figures: bool = False) -> RoomContent:  # noqa: ARG001
    return RoomContent(RoomMode.TIME, time=TimeLeft(left * MINUTE, 24 * MINUTE, pace), figures=figures)


def _wall(name: str, title: str, sheet: Callable[[Stage], RoomContent]) -> Scene:
    return Scene(f"room-{name}", f"Room display: {title}", partial(_on_wall, sheet), ON_THE_WALL)


SCENES = (
    Scene("home-first", "Home, first start", _home, with_sample=False),
    Scene("home-opened", "Home, the sample just opened", _home_sample_opened, ("light",), with_sample=False),
    Scene("home", "Home, ten to seven", _home),
    Scene("home-menu", "Home, opening files", _home_menu, ("light", "dark")),
    Scene("home-interrupted", "Home, an interrupted session", _home_interrupted),
    Scene("guides", "Guides", _guides),
    Scene("guide", "A guide to read", _guide_read),
    Scene("settings", "Settings", _settings),
    Scene("prepare", "Prepare a session", _prepare),
    Scene("prepare-first", "Prepare the first session", _prepare, ("light", "large"), with_sample=False),
    Scene("prepare-warned", "Prepare, what will go wrong tonight", _prepare_warned),
    Scene("prepare-next", "Prepare, what the last session left open", _prepare_next),
    Scene("rehearse", "Rehearsal", _rehearse),
    Scene("run-ready", "Run, before the start", _run),
    Scene("run", "Run, with notes", partial(_run, until=time(10, 50), late=2)),
    Scene("run-warning", "Run, little time left", partial(_run, until=time(10, 55))),
    Scene(
        "run-over", "Run, the time of the part is over", partial(_run, until=time(11, 20), late=-1, then=6)
    ),
    Scene("run-late", "Run, very late", partial(_run, until=time(11, 33), late=16)),
    Scene("run-replan", "Run, what could give", partial(_replan, until=time(10, 50), late=9)),
    Scene(
        "run-replan-short", "Run, too late for nine", partial(_replan, until=time(11, 6), late=55), ("light",)
    ),
    Scene("run-left-out", "Run, a part left out", _left_out, ("light", "mirrored")),
    Scene("run-late-start", "Run, started late", _late_start),
    Scene("run-real-start", "Run, the real start", _real_start, ("light", "large", "mirrored")),
    Scene("run-paused", "Run, paused", _run_paused),
    Scene("run-noting", "Run, a note being typed", _run_noting),
    *(Scene(*scene) for scene in CAPTURE),
    Scene("run-toast", "Run, something is said at the foot", _run_toast, ("light", "spanish", "small")),
    *(Scene(*state) for state in SEARCHES),
    Scene("run-room", "Run, the room display open", _run_room),
    Scene("run-message", "Run, words typed for the room", _run_message),
    Scene("run-notes", "Taking notes while another laptop runs", _take_notes),
    Scene("run-paper", "Typing up a session from paper", _type_up),
    Scene("prepare-paper", "Preparing a session that was held before", _paper),
    *(Scene(*scene) for scene in notes_scenes.SCENES),
    Scene("run-rules", "Run, the ground rules", _rules),
    Scene("run-round-asked", "Run, before a go-round", _round_asked),
    Scene("run-round", "Run, a go-round", _round),
    Scene("run-round-over", "Run, a turn over its time", partial(_round, over=90), ("light", "contrast")),
    Scene("run-stack", "Run, the stack", _stack),
    Scene("run-groups", "Run, pairs", _groups),
    Scene("run-tables", "Run, tables that rotate", partial(_groups, way="tables"), ("light", "large")),
    Scene("run-group-steps", "Run, the steps of pairs", _group_steps),
    Scene("run-check-in", "Run, pause and check in", _check_in),
    Scene("run-silence", "Run, a minute of silence", _check_in_silence, ("light", "dark", "large")),
    Scene("run-parking", "Run, a line for the parking lot", _parking, ("light", "large")),
    Scene("run-resume", "Run, taken up again", _resume),
    *(Scene(*scene) for scene in CLOSE_SCENES),
    *(Scene(*state) for state in LEAVING),
    *(Scene(*scene) for scene in PRIVACY),
    Scene("program", "Program, overview", _program),
    Scene("program-themes", "Program, themes", partial(_program, section=1)),
    Scene("program-theme", "Program, a theme", _program_theme, ("light", "contrast", "spanish")),
    Scene("program-actions", "Program, actions", partial(_program, section=2)),
    Scene("program-differences", "Program, differences", partial(_program, section=3)),
    Scene("program-report", "Program, report", partial(_program, section=4)),
    *(Scene(*state) for state in PAPERS),
    Scene("program-setup", "Program, set up", _program_setup),
    Scene("program-none", "Program, none yet", _program_none, ("light", "large"), with_sample=False),
    Scene("clash", "Two wordings", _clash),
    Scene("taken", "What came of opening files", _taken),
    *(Scene(*state) for state in ERASING),
    Scene("keys", "The keys", _keys),
    Scene("trouble", "The desk cannot be opened", _trouble, with_sample=False),
    _wall("question", "a question", _question),
    _wall("two", "a question in two languages", partial(_question, languages=2)),
    _wall("rules", "ground rules", _rules_on_wall),
    _wall("time", "time", partial(_time, 15, Pace.RUNNING)),
    _wall("figures", "time with its minutes", partial(_time, 15, Pace.RUNNING, figures=True)),
    _wall("warning", "little time left", partial(_time, 2, Pace.WARNING)),
    _wall("over", "time over", partial(_time, -3, Pace.OVER, figures=True)),
    _wall("silence", "silence", lambda _: RoomContent(RoomMode.SILENCE, time=TimeLeft(35_000, 60_000))),
    _wall("message", "a message", lambda _: RoomContent(RoomMode.MESSAGE, ("Back by 8:10, please",))),
    _wall("blank", "dark", lambda _: RoomContent(blank=True)),
)
