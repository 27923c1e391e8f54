"""Sessions on a desk, for the first places of the app."""

from dialogue_desk.desk.session.session_edits import SessionDraft, create_session
from dialogue_desk.desk.session.session_runner import SessionRunner
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.storage.pulse import Pulse

HOUR = 60 * MINUTE


def prepared(desk, shelf, *, code="C07", hours=0, number=2, plan="s2", place="Eastside Library"):
    """Write a session of Safety Together that starts in so many hours, and return its id."""
    text = shelf.translations("safety-together")["en"]
    start = desk.clock.now() + hours * HOUR
    return create_session(
        desk,
        SessionDraft(
            texts=(text,),
            plan=plan,
            number=number,
            start=start,
            hard_end=start + 120 * MINUTE,
            people=11,
            place=place,
            circle=Circle(code=code, place=place),
        ),
    )


def run(desk, folders, session_id, *kinds, minutes=10):
    """Make moves of the clock, so many minutes apart, and return the running session."""
    live = SessionRunner(desk, folders.session(session_id), Pulse(desk.file.path))
    for kind in kinds:
        live.make_move(kind)
        desk.clock.advance(minutes * MINUTE)
    live.tick()
    return live


def held(desk, shelf, folders, **how):
    """Write a session, start and close it."""
    session_id = prepared(desk, shelf, **how)
    run(desk, folders, session_id, MoveKind.START, MoveKind.CLOSE)
    return session_id
