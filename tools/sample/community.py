"""Plays the sessions of a community on real desks, with a clock that is moved by hand.

Every laptop has its own desk in memory and gets its ids from a seed.  So each run makes the same packages.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.packages import export_program, export_session
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.desk.session.session_edits import (
    SessionDraft,
    create_session,
    find_or_add_theme,
    ground_rules_of,
    set_attendance,
    set_ground_rules,
)
from dialogue_desk.desk.session.session_runner import SessionRunner
from dialogue_desk.desk.trust.known_laptops import join
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.closing import TallyCategory
from dialogue_desk.domain.model.ids import MINUTE, RecordId
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.domain.model.notes import ActionIdea, Note, Theme
from dialogue_desk.domain.overview.session_folder import stored
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.storage.database import IN_MEMORY
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.pulse import Pulse
from dialogue_desk.words import Words
from tools.manual_clock import ManualClock
from tools.sample.script_files import (
    Evening,
    Script,
    ScriptedAction,
    ScriptedMove,
    ScriptedNote,
    ScriptedRule,
    Seat,
)

_SEEDS = 1_000
"""No other desk that gets its ids from a seed, as in a test, is a twin of one of these."""

BEFOREHAND = 45 * MINUTE
AFTERWARDS = 60 * MINUTE


class Laptop:
    """One laptop of the community.  ``folder`` holds the files next to its desk."""

    def __init__(self, seed: int, clock: ManualClock, shelf: GuideShelf, folder: Path) -> None:
        self.desk = Desk(DeskFile(IN_MEMORY), clock, RandomIds(_SEEDS + seed))
        self.folders = Folders(self.desk, shelf)
        self._pulse = Pulse(folder / f"laptop-{seed}")

    def circle(self, code: str) -> RecordId:
        """Return the circle with this code."""
        circles = stored(self.desk.file.records.of_kind(Kind.CIRCLE), Circle)
        return next(circle.id for circle in circles if circle.body.code == code)

    def live(self, session_id: RecordId) -> SessionRunner:
        """Return the runner of a session."""
        folder = self.folders.session(session_id)
        assert folder is not None, "a session of the sample is begun before it is run"
        return SessionRunner(self.desk, folder, self._pulse)

    def themes(self, session_id: RecordId, names: tuple[str, ...]) -> tuple[RecordId, ...]:
        """Return the themes with these names; the circle gets those that the program does not have."""
        folder = self.folders.session(session_id)
        assert folder is not None
        assert folder.program_id is not None
        owners = (folder.circle_id, folder.program_id)
        return tuple(find_or_add_theme(self.desk, owners, name) for name in names)

    def agree(self, code: str, text: str) -> None:
        """Add a ground rule of a circle."""
        circle = self.circle(code)
        rules = [rule.body.text for rule in ground_rules_of(self.desk, circle)]
        set_ground_rules(self.desk, circle, [*rules, text])

    def hand_over(self, session_id: RecordId, to: Path) -> Path:
        """Export a session."""
        folder = self.folders.session(session_id)
        assert folder is not None
        return export_session(self.desk, folder, to)

    def receive(self, package: Path, words: Words, *, partner: bool = False) -> None:
        """Open a package that another laptop handed over, its ``partner`` or the organizer's."""
        plan = read_packages([package], PackageReader(words), words)
        if partner:
            for one in plan.packages:
                assert one.origin is not None, "every package of the sample is signed"
                join(self.desk, one.origin)
        import_packages(self.desk, plan, words)


class Community:
    """The organizer and the laptops of all circles, under one clock.

    Args:
        script: what happens.
        shelf: has the guide they follow.
        words: the language of errors.
        between: a folder for packages between two laptops of one circle.
        files: closes the desks at the end.
    """

    def __init__(
        self, script: Script, shelf: GuideShelf, words: Words, between: Path, files: ExitStack
    ) -> None:
        self._script = script
        self._words = words
        self._between = between
        self._shelf = shelf
        self._texts = shelf.translations(script.guide)
        self.clock = ManualClock(script.begins, script.zone)
        self._circles = {circle.code: circle for circle in script.circles}
        self._rules = {language: shelf.guide(text).ground_rules for language, text in self._texts.items()}
        seats = [(circle.code, seat) for circle in script.circles for seat in Seat]
        laptops = [Laptop(seed, self.clock, shelf, between) for seed in range(1 + len(seats))]
        for laptop in laptops:
            files.callback(laptop.desk.file.close)
        self.organizer = laptops[0]
        self.laptops = dict(zip(seats, laptops[1:], strict=True))

    def set_up(self, to: Path) -> Path:
        """Let the organizer prepare the program, and every laptop import it."""
        desk, script = self.organizer.desk, self._script
        program = Program(
            script.name,
            script.code,
            script.sessions,
            script.languages,
            sample=True,
            actors=script.actors,
            organizer=script.organizer,
            answers=script.answers,
            answer_by=script.answer_by.isoformat(),
            forum=script.forum.isoformat(),
        )
        program_id = desk.add(NO_OWNER, program)
        for circle in script.circles:
            desk.add(NO_OWNER, Circle(circle.code, circle.place, program_id, circle.languages[0]))
        for theme in script.themes:
            desk.add(program_id, Theme(theme))
        for place, asked in enumerate(script.categories):
            desk.add(program_id, TallyCategory(asked.name, asked.answers, place))
        path = export_program(desk, program_id, to)
        for laptop in self.laptops.values():
            laptop.receive(path, self._words)
        return path

    def hold(self, evening: Evening, to: Path) -> list[Path]:
        """Run one session, from preparing it to handing in its packages."""
        running = self.laptops[evening.circle, Seat.FACILITATOR]
        self.clock.advance_to(evening.instant(evening.start, self._script.zone) - BEFOREHAND)
        session_id = self._begin(running, evening)
        if evening.two_laptops:
            return self._hold_on_two(evening, session_id, to)
        self._run(evening, session_id, dict.fromkeys(Seat, running))
        set_attendance(running.desk, session_id, evening.present)
        return [running.hand_over(session_id, to)]

    def hand_in(self, packages: list[Path]) -> None:
        """Let the organizer open the packages of a session."""
        for package in packages:
            self.organizer.receive(package, self._words)

    def _hold_on_two(self, evening: Evening, session_id: RecordId, to: Path) -> list[Path]:
        """Let both laptops import each other's package, edit notes later, and hand in what each has then."""
        laptops = {seat: self.laptops[evening.circle, seat] for seat in Seat}
        running, writing = laptops[Seat.FACILITATOR], laptops[Seat.NOTE_TAKER]
        writing.receive(running.hand_over(session_id, self._between), self._words, partner=True)
        taken = self._run(evening, session_id, laptops)
        set_attendance(running.desk, session_id, evening.present)
        self._exchange(session_id, running, writing, self._between)
        for note_id, scripted in taken.items():
            for seat, text in (scripted.reworded or {}).items():
                self.clock.advance(AFTERWARDS)
                self._reword(laptops[seat].desk, note_id, text)
        return self._exchange(session_id, running, writing, to)

    def _exchange(self, session_id: RecordId, one: Laptop, other: Laptop, to: Path) -> list[Path]:
        packages = [one.hand_over(session_id, to), other.hand_over(session_id, to)]
        other.receive(packages[0], self._words, partner=True)
        one.receive(packages[1], self._words, partner=True)
        return packages

    def _begin(self, laptop: Laptop, evening: Evening) -> RecordId:
        circle = self._circles[evening.circle]
        session_draft = SessionDraft(
            texts=tuple(self._texts[language] for language in circle.languages),
            plan=evening.plan,
            title=self._shelf.guide(self._texts[circle.languages[0]]).session(evening.plan).title,
            number=evening.number,
            start=evening.instant(evening.start, self._script.zone),
            hard_end=evening.instant(evening.hard_end, self._script.zone),
            people=evening.people,
            circle_id=laptop.circle(evening.circle),
            ground_rules=self._rules[circle.languages[0]],
        )
        return create_session(laptop.desk, session_draft)

    def _run(
        self, evening: Evening, session_id: RecordId, laptops: dict[Seat, Laptop]
    ) -> dict[RecordId, ScriptedNote]:
        """Run the clock and add notes, each at its minute, moves before notes."""
        live = laptops[Seat.FACILITATOR].live(session_id)
        taken: dict[RecordId, ScriptedNote] = {}
        things: tuple[ScriptedMove | ScriptedRule | ScriptedNote | ScriptedAction, ...]
        things = (*evening.moves, *evening.ground_rules, *evening.notes, *evening.actions)
        for thing in sorted(things, key=lambda thing: thing.at):
            self.clock.advance_to(evening.instant(thing.at, self._script.zone))
            match thing:
                case ScriptedMove():
                    live.make_move(thing.kind, by=thing.by)
                case ScriptedRule():
                    laptops[Seat.FACILITATOR].agree(evening.circle, thing.text)
                case ScriptedNote():
                    taken[self._note(laptops[thing.laptop], session_id, thing, _part(live))] = thing
                case ScriptedAction():
                    self._action(laptops[Seat.NOTE_TAKER], session_id, thing, _part(live))
        return taken

    def _note(self, laptop: Laptop, session_id: RecordId, scripted: ScriptedNote, part: str) -> RecordId:
        note = Note(
            kind=scripted.kind,
            text=scripted.text,
            part=part,
            spread=scripted.spread,
            themes=laptop.themes(session_id, scripted.themes),
            language=scripted.language,
            said_at=self.clock.now(),
            consent=scripted.consent,
        )
        return laptop.desk.add(session_id, note)

    def _action(self, laptop: Laptop, session_id: RecordId, scripted: ScriptedAction, part: str) -> None:
        action = ActionIdea(
            what=scripted.what,
            part=part,
            themes=laptop.themes(session_id, scripted.themes),
            who=scripted.who,
            first_step=scripted.first_step,
            level=scripted.level,
            horizon=scripted.horizon,
            language=scripted.language,
            said_at=self.clock.now(),
        )
        laptop.desk.add(session_id, action)

    def _reword(self, desk: Desk, note_id: RecordId, text: str) -> None:
        record = desk.get(note_id)
        assert record is not None
        assert isinstance(record.body, Note)
        desk.rewrite(note_id, replace(record.body, text=text))


def _part(live: SessionRunner) -> str:
    """Return the id of the current part, or "" once the session is closed."""
    on = live.live.phase in (Phase.RUNNING, Phase.PAUSED)
    return live.live.parts[live.live.current].id if on else ""
