"""The session that the sample community still has before it, run up to any minute."""

from __future__ import annotations

from datetime import time

from dialogue_desk.desk.session.session_edits import find_or_add_theme
from dialogue_desk.desk.session.session_runner import SessionRunner
from dialogue_desk.domain.model.ids import SECOND, Instant, Milliseconds, RecordId
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.domain.model.notes import ActionIdea, Note
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.storage.pulse import Pulse
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.run.resume_panel import ResumePanel
from dialogue_desk.ui.run.run_page import RunPage
from tools.gallery.stage import Stage
from tools.sample import sample_script
from tools.sample.script_files import ScriptedAction, ScriptedMove, ScriptedNote


class ComingSession:
    """Plays the script of that session on the desk of a stage, at the time it is planned for there."""

    def __init__(self, stage: Stage) -> None:
        script = sample_script()
        self._desk, self._folders, self._clock = stage.desk, stage.folders, stage.clock
        self._evening = script.evening(script.still_to_come)
        self._zone = script.zone
        self.id = next(entry.id for entry in stage.folders.entries() if entry.phase is Phase.READY)
        stage.go(PageName.SETTINGS)  # Home would be filled anew with each line that is noted

    def run(self, until: time, *, late: Milliseconds = 0) -> None:
        """Run it ``until`` a time of the script, with everything ``late`` by so much."""
        evening, folder = self._evening, self._folder()
        live = SessionRunner(self._desk, folder, Pulse(self._desk.file.path))
        shift = folder.session.start - evening.instant(evening.start, self._zone) + late
        things: tuple[ScriptedMove | ScriptedNote | ScriptedAction, ...]
        things = (*evening.moves, *evening.notes, *evening.actions)
        for thing in sorted(things, key=lambda thing: thing.at):
            if thing.at > until:
                break
            self._clock.advance_to(evening.instant(thing.at, self._zone) + shift)
            live.tick()
            if isinstance(thing, ScriptedMove):
                live.make_move(thing.kind, by=thing.by)
            else:
                self._write(folder, thing, live)
        self._clock.advance_to(evening.instant(until, self._zone) + shift)
        self._clock.advance(17 * SECOND)
        live.tick()

    def _folder(self) -> SessionFolder:
        folder = self._folders.session(self.id)
        assert folder is not None
        return folder

    def _write(self, folder: SessionFolder, said: ScriptedNote | ScriptedAction, live: SessionRunner) -> None:
        on = live.live.phase is not Phase.CLOSED
        part = live.live.parts[live.live.current].id if on else ""
        owners = [folder.circle_id, *([folder.program_id] if folder.program_id else [])]
        themes = tuple(find_or_add_theme(self._desk, owners, name) for name in said.themes)
        self._desk.add(self.id, _body(said, part, themes, live.now()))


def open_running(stage: Stage, until: time, *, late: Milliseconds = 0) -> RunPage:
    """Run the coming session ``until`` a time of the script, and resume it in the window."""
    coming = ComingSession(stage)
    coming.run(until, late=late)
    stage.go(PageName.RUN, coming.id)
    stage.the(ResumePanel).count_button.click()
    stage.settle()
    return stage.the(RunPage)


def _body(
    said: ScriptedNote | ScriptedAction, part: str, themes: tuple[RecordId, ...], at: Instant
) -> Note | ActionIdea:
    """Return the note or idea.  Consent to a quote is only asked while wrapping up."""
    if isinstance(said, ScriptedNote):
        return Note(said.kind, said.text, part, said.spread, themes, said.language, at)
    return ActionIdea(
        said.what,
        part,
        themes,
        said.who,
        said.first_step,
        said.level,
        said.horizon,
        language=said.language,
        said_at=at,
    )
