"""Where the plays are played: laptops with real desks in one room."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.packages import export_session
from dialogue_desk.desk.session.session_edits import SessionDraft, create_session
from dialogue_desk.desk.session.session_runner import SessionRunner
from dialogue_desk.domain.model.circles import Circle, GuideText
from dialogue_desk.domain.model.ids import HOUR, MINUTE, SECOND, Milliseconds, RecordId
from dialogue_desk.domain.model.live_session import MoveKind, MoveRefused
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.run.pacing import Lateness, Strategy, drift, milestones, remaining_parts, replan
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.pulse import Pulse
from dialogue_desk.words import Words
from tests.desk.evening import SEVEN_PM
from tests.desk.partners import opened_as_partner
from tools.manual_clock import ManualClock

BEAT = 10 * SECOND
WORDS = Words()
UNITS = {"s": SECOND, "m": MINUTE, "h": HOUR}

SIMPLE = {"next", "back", "pause", "close", "reopen"}
LINE = re.compile(r"(?:(?P<at>\d+:\d\d)\s+)?(?:(?P<laptop>second):\s*)?(?P<deed>.*)")
EXPECTED = re.compile(
    r"(?P<what>part|left|session|late|early|ends|away|phase|pauses|paused|runs|out) (?P<value>\S+)"
    r"|(?P<times>spent|given) (?P<part>\S+) (?P<time>\S+)"
    r"|(?P<is>on time|refused)"
    r"|told (?P<told>[a-z]+( [a-z]+)?(, [a-z]+ [a-z]+)*)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a play."""

    number: int
    text: str
    at: Milliseconds | None
    second: bool
    deed: str


def lines_of(text: str) -> list[Line]:
    """Return what happens in a play."""
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        said = line.partition("#")[0].strip()
        if said:
            match = LINE.fullmatch(said)
            at = length(match["at"]) if match["at"] else None
            found.append(Line(number, said, at, bool(match["laptop"]), match["deed"]))
    return found


def length(said: str) -> Milliseconds:
    """Return "7:40", "-0:30", "20m" or "-1h" in milliseconds."""
    sign = -1 if said.startswith("-") else 1
    said = said.lstrip("+-")
    if ":" in said:
        minutes, seconds = said.split(":")
        return sign * (int(minutes) * MINUTE + int(seconds) * SECOND)
    return sign * int(said[:-1]) * UNITS[said[-1]]


class Laptop:
    """One laptop of the room: its desk file, its clock, and the session that runs on it."""

    def __init__(self, folder: Path, shelf: GuideShelf, seed: int) -> None:
        folder.mkdir()
        self.folder = folder
        self.clock = ManualClock(SEVEN_PM, zone=-240)
        self._shelf, self._seed = shelf, seed
        self.session_id = RecordId("")
        self.told: list[str] = []
        self.refused = False
        self._live: SessionRunner | None = None
        self.open()

    def open(self) -> None:
        """Open the app."""
        self.desk = Desk(DeskFile(self.folder / "desk.db"), self.clock, RandomIds(self._seed))

    @property
    def live(self) -> SessionRunner:
        """The running session, opened when it is first asked for."""
        if self._live is None:
            self._live = SessionRunner(self.desk, self.session(), Pulse(self.desk.file.path))
            self._read = self._live.read()
        return self._live

    def session(self) -> SessionFolder:
        """Return the session as it is on disk."""
        found = Folders(self.desk, self._shelf).session(self.session_id)
        assert found is not None
        return found

    def let_pass(self, time: Milliseconds, *, awake: bool = True) -> None:
        """Let time pass in the room."""
        while awake and time > BEAT:
            self.clock.advance(BEAT)
            self.beat()
            time -= BEAT
        self.clock.advance(time)
        self.beat()

    def beat(self) -> None:
        """Look at the clock, as the window does all the time."""
        if self._live is not None:
            self._live.tick()
            reading = self._live.read()
            assert reading.session_elapsed >= self._read.session_elapsed, "the session's time ran backwards"
            self.told += milestones(self._read, reading)
            self._read = reading

    def package(self) -> Path:
        """Write the session's package."""
        return export_session(self.desk, self.session(), self.folder)

    def receive(self, package: Path) -> None:
        """Import a package of the other laptop of the circle."""
        opened_as_partner(self.desk, package)

    def do(self, deed: str) -> None:
        """Do what a line says."""
        self.refused = False
        verb, _, what = deed.partition(" ")
        try:
            if verb in SIMPLE:
                self.live.make_move(MoveKind(verb))
            else:
                getattr(self, f"do_{verb}")(what)
        except MoveRefused:
            self.refused = True
        if self._live is not None:
            self._read = self._live.read()

    def do_start(self, what: str) -> None:
        since = what.removeprefix("counting from ")
        self.live.start(SEVEN_PM + length(since) if since else None)

    def do_set(self, what: str) -> None:
        self.live.set_start(SEVEN_PM + length(what.removeprefix("start ")))

    def do_go(self, what: str) -> None:
        self.live.make_move(MoveKind.GO_TO, part=what.removeprefix("to "))

    def do_skip(self, what: str) -> None:
        self.live.skip(what)

    def do_add(self, what: str) -> None:
        self.live.make_move(MoveKind.ADD_TIME, by=int(what) * MINUTE)

    def do_replan(self, what: str) -> None:
        strategy, _, pinned = what.partition(" keeping ")
        live, reading = self.live.live, self.live.read()
        parts = remaining_parts(live, reading, pinned.split())
        made = replan(parts, live.hard_end - reading.at, Strategy(strategy))
        self.live.plan(made.remaining_plan(live.hard_end))

    def do_take(self, what: str) -> None:
        self.live.take_back_plan()

    def do_reorder(self, what: str) -> None:
        first, coming = what.split(), self.live.live.remaining_plan.parts[1:]
        self.live.reorder([*first, *(part for part in coming if part not in first)])

    def do_clock(self, what: str) -> None:
        self.clock.set(length(what))
        self.beat()

    def do_zone(self, what: str) -> None:
        self.clock._zone += int(what)

    def do_sleep(self, what: str) -> None:
        self.let_pass(length(what), awake=False)

    def do_kill(self, what: str) -> None:
        self.desk.file.close()
        self._live = None

    def do_come(self, what: str) -> None:
        self.open()
        assert self.live.interruption() is not None

    def do_resume(self, what: str) -> None:
        left = self.live.interruption()
        if left is None:
            self.live.make_move(MoveKind.RESUME)
        else:
            self.live.resume(left, count_the_time_away=bool(what))

    def standing(self, what: str, name: str) -> str:
        """Return how the session stands in one respect, as the plays write it."""
        live = self.live.live
        left = self.live.interruption()
        reading = self.live.read() if left is None else left.reading
        lateness = drift(reading.late)
        index = next((place for place, part in enumerate(live.parts) if part.id == name), 0)
        room = datetime.fromtimestamp(reading.ends / 1000, UTC) + timedelta(minutes=-240)
        return {
            "part": lambda: str(reading.part + 1),
            "left": lambda: clock_text(reading.left),
            "session": lambda: clock_text(reading.session_elapsed),
            "late": lambda: f"{lateness.minutes}" if lateness.lateness is Lateness.LATE else "not",
            "early": lambda: f"{lateness.minutes}" if lateness.lateness is Lateness.EARLY else "not",
            "on time": lambda: "" if lateness.lateness is Lateness.ON_TIME else lateness.lateness,
            "ends": lambda: room.strftime("%H:%M"),
            "away": lambda: clock_text(left.away if left else 0),
            "phase": lambda: live.phase.value,
            "pauses": lambda: str(live.pauses),
            "paused": lambda: clock_text(live.paused),
            "runs": lambda: str(len(self.session().runs)),
            "out": lambda: name if index in live.left_out else "in",
            "spent": lambda: clock_text(live.spent[index]),
            "given": lambda: clock_text(live.adapted(index)),
            "refused": lambda: "" if self.refused else "made",
            "told": self._told,
        }[what]()

    def _told(self) -> str:
        told, self.told = ", ".join(self.told), []
        return told or "nothing"

    def check(self, expected: str) -> None:
        """Check what a line expects."""
        rest = EXPECTED.sub("", expected).strip()
        assert not rest, f"it cannot be expected: {rest}"
        for match in EXPECTED.finditer(expected):
            said = match.groupdict("")
            what = said["what"] or said["times"] or said["is"] or "told"
            stands = self.standing(what, said["part"] or said["value"])
            wanted = said["value"] or said["time"] or said["told"]
            assert stands == wanted, f"{what} {said['part']} is {stands!r}, not {wanted!r}"


def clock_text(time: Milliseconds) -> str:
    """Return "7:40" or "-0:30"."""
    minutes, seconds = divmod(abs(time) // SECOND, 60)
    return f"{'-' if time < 0 else ''}{minutes}:{seconds:02}"


class Stage:
    """The room, and the laptops in it."""

    def __init__(self, folder: Path, shelf: GuideShelf, guide: GuideText) -> None:
        self._folder, self._shelf = folder, shelf
        self._now: Milliseconds = 0
        first = Laptop(folder / "first", shelf, seed=1)
        session_draft = SessionDraft(
            (guide,), "s2", 2, SEVEN_PM, SEVEN_PM + 2 * HOUR, 12, circle=Circle("C07", "Library")
        )
        first.session_id = create_session(first.desk, session_draft)
        self.laptops = [first]

    def play(self, text: str) -> None:
        """Play an evening, and see that what is on disk at its end is what was on the screen."""
        for line in lines_of(text):
            try:
                self._perform(line)
            except Exception as wrong:
                wrong.add_note(f"line {line.number}: {line.text}")
                raise
        for laptop in self.laptops:
            live = laptop.live.live
            assert live in laptop.session().runs.values()

    def end(self) -> None:
        """Close what is open."""
        for laptop in self.laptops:
            laptop.desk.file.close()

    def _perform(self, line: Line) -> None:
        if line.at is not None:
            self._turn_to(line.at)
        laptop = self._second() if line.second else self.laptops[0]
        verb, _, what = line.deed.partition(" ")
        if verb == "expect":
            laptop.check(what)
        elif verb == "sleep":
            self._now += length(what)
            for one in self.laptops:
                one.let_pass(length(what), awake=one is not laptop)
        elif verb == "hand":
            package = laptop.package()
            for other in self.laptops:
                if other is not laptop:
                    other.receive(package)
        else:
            laptop.do(line.deed)

    def _turn_to(self, at: Milliseconds) -> None:
        assert at >= self._now, "time does not run backwards in a room"
        for laptop in self.laptops:
            laptop.let_pass(at - self._now)
        self._now = at

    def _second(self) -> Laptop:
        """Return the second laptop, which is there with the session once it is spoken of."""
        if len(self.laptops) == 1:
            first = self.laptops[0]
            second = Laptop(self._folder / "second", self._shelf, seed=2)
            second.clock.advance(self._now)
            second.session_id = first.session_id
            second.receive(first.package())
            self.laptops.append(second)
        return self.laptops[1]
