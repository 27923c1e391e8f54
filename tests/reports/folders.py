"""Made-up sessions, for the documents' tests."""

from dialogue_desk.domain.model.circles import Circle, GroundRule, Program, Session
from dialogue_desk.domain.model.guide import Cut, Guide, Part, PartKind, SessionPlan
from dialogue_desk.domain.model.ids import MINUTE, RecordId
from dialogue_desk.domain.model.live_session import Move, MoveKind
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.overview.session_folder import SessionFolder, Stored, runs_of

START = 1_773_356_400_000
RUN = RecordId("run")
PLAN = SessionPlan(
    "s1",
    "Meeting as neighbors",
    15,
    "Know each other.",
    (
        Part("welcome", PartKind.WELCOME, "Welcome", 5, 5, Cut.NEVER),
        Part("break", PartKind.BREAK, "Break", 5, 0, Cut.FIRST),
        Part("close", PartKind.CLOSING, "Close", 5, 5, Cut.NEVER),
    ),
)
MOVES = (
    Move(MoveKind.START, START, RUN, 1),
    Move(MoveKind.GO_TO, START + 7 * MINUTE, RUN, 2, part="close"),
    Move(MoveKind.CLOSE, START + 12 * MINUTE, RUN, 3),
)
STOPS = (RecordId("stops"),)
YOUTH = (RecordId("youth"),)
THEMES = {STOPS[0]: Theme("Stops and searches"), YOUTH[0]: Theme("Young people")}


def a_folder(*notes, actions=(), moves=MOVES):
    """The first session of circle C07: nine of eleven came, and the break was left out."""
    session = Session(1, "s1", (), START, START + 15 * MINUTE, 11, "Eastside Library", -240, present=9)
    circle, own = RecordId("circle"), RecordId("session")
    return SessionFolder(
        own,
        session,
        circle,
        Circle("C07"),
        RecordId("program"),
        Program("Safer Streets"),
        Guide("g", "1", "en", "", "", (1, 9), (), (PLAN,)),
        PLAN,
        runs_of(session, PLAN, moves),
        tuple(Stored(RecordId(f"n{index}"), own, note) for index, note in enumerate(notes)),
        tuple(Stored(RecordId(f"a{index}"), own, action) for index, action in enumerate(actions)),
        THEMES,
        (Stored(RecordId("r"), circle, GroundRule("One voice at a time", 1)),),
    )
