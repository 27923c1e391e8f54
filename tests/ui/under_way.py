"""A session that is under way, for the tests and the pictures of a session's screens."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.session.session_edits import SessionDraft, create_session, find_or_add_theme
from dialogue_desk.desk.session.session_runner import SessionRunner
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.domain.model.notes import ActionIdea, Horizon, Level, Note, NoteKind, Spread
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.storage.pulse import Pulse
from dialogue_desk.ui.room.room_content import RoomContent, RoomMode

CAUGHT = (
    (NoteKind.EXPERIENCE, "An officer who stayed after the call to fix a door chain.", Spread.ONE_VOICE, ()),
    (
        NoteKind.DISAGREEMENT,
        "Whether more patrols calm the block or tense it up.",
        Spread.CONTESTED,
        ("patrols",),
    ),
    (NoteKind.QUESTION, "Who reads the complaint forms, and when do people hear back?", None, ()),
    (
        NoteKind.CONCERN,
        "Stops near the school feel random; nobody says why.",
        Spread.A_FEW,
        ("school", "stops"),
    ),
    (
        NoteKind.COMMON_GROUND,
        "Everyone wants the same two things: to be greeted, and to get home.",
        Spread.EVERYONE,
        (),
    ),
)


class FakeRoom(QObject):
    """A room display that remembers what it was given to show."""

    opened = Signal()
    closed = Signal()
    key_pressed = Signal(str)

    def __init__(self):
        super().__init__()
        self.shown = []
        self._content = RoomContent()
        self._open = self._blank = False

    def is_open(self):
        return self._open

    def is_blank(self):
        return self._blank

    def open(self):
        self._open = True
        self.opened.emit()

    def close(self):
        self._open = False
        self.closed.emit()

    def set_blank(self, on):
        self._blank = on

    def preview(self):
        return QWidget()

    def show(self, content):
        if content != self._content:
            self._content = content
            self.shown.append(content)

    def show_lines(self, lines):
        self.show(replace(self._content, mode=RoomMode.LINES, texts=tuple(lines)))


def begun(
    desk, shelf, *, guide="safety-together", plan="s2", number=2, people=11, code="C07", languages=("en",)
):
    """Begin a session at the hour of the clock, and return its id."""
    editions = shelf.translations(guide)
    texts = tuple(editions[language] for language in languages)
    minutes = next(one.minutes for one in shelf.guide(texts[0]).sessions if one.id == plan)
    now = desk.clock.now()
    program = desk.add(NO_OWNER, Program("Safety Together", "ST", sessions=5))
    return create_session(
        desk,
        SessionDraft(
            texts=texts,
            plan=plan,
            number=number,
            start=now,
            hard_end=now + minutes * MINUTE,
            people=people,
            place="Eastside Library",
            circle=Circle(code, "Eastside Library", program),
            ground_rules=shelf.guide(texts[0]).ground_rules,
        ),
    )


def pulse_of(desk, tmp_path):
    return Pulse(tmp_path / "desk.db")


def lived_in(desk, folders, shelf, clock, pulse, **begin):
    """Begin a session and play it into its fourth part, six minutes late, with notes."""
    session_id = begun(desk, shelf, **begin)
    live = SessionRunner(desk, folders.session(session_id), pulse)
    live.make_move(MoveKind.START)
    for minutes in (14, 6, 15):
        clock.advance(minutes * MINUTE + 10_000)
        live.tick()
        live.make_move(MoveKind.NEXT)
    folder = folders.session(session_id)
    part = folder.plan.parts[3].id
    for kind, text, spread, names in CAUGHT:
        clock.advance(MINUTE)
        live.tick()
        themes = tuple(find_or_add_theme(desk, [folder.circle_id], name) for name in names)
        desk.add(session_id, Note(kind, text, part, spread, themes, "en", live.now()))
    desk.add(
        session_id,
        ActionIdea(
            "A bench and a lamp at the stop on Third",
            part,
            who="The block club",
            first_step="Ask the transit office who decides",
            level=Level.INSTITUTION,
            horizon=Horizon.THIS_YEAR,
            said_at=live.now(),
        ),
    )
    clock.advance(40_000)
    live.tick()
    return session_id
