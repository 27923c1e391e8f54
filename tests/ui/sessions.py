"""An evening that was held, for the pages that look back at one."""

from dialogue_desk.desk.session.session_edits import SessionDraft, create_session, find_or_add_theme
from dialogue_desk.desk.session.session_runner import SessionRunner
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Note, NoteKind, Spread
from dialogue_desk.storage.pulse import Pulse

RULES = (
    "One voice at a time.",
    "Listen to understand, not to answer.",
    "Speak for yourself; nobody here stands for a whole group.",
    "You can pass, or pass for now.",
    "Question ideas, never a person's worth.",
    "Stories stay here; what we learn can travel.",
)
NOTES = (
    (
        NoteKind.EXPERIENCE,
        "The bus stop went dark in autumn; since then we walk round the block.",
        Spread.A_FEW,
    ),
    (NoteKind.CONCERN, "Stops near the school feel random; nobody says why.", Spread.MOST),
    (NoteKind.CONCERN, "Young people are sent home from the only square there is.", Spread.A_FEW),
    (NoteKind.HOPE, "That whoever answers the phone at night speaks our language.", Spread.ONE_VOICE),
    (NoteKind.STRENGTH, "The market on Saturdays: everyone knows somebody there.", Spread.EVERYONE),
    (
        NoteKind.COMMON_GROUND,
        "Everyone wants the same two things: to be greeted, and to get home.",
        Spread.EVERYONE,
    ),
    (NoteKind.DISAGREEMENT, "Whether more patrols calm the block or tense it up.", Spread.CONTESTED),
    (NoteKind.QUESTION, "Who reads the complaint forms, and when do people hear back?", None),
    (NoteKind.PARKING_LOT, "Parking on market days.", None),
)
PARTS = {
    NoteKind.EXPERIENCE: "round-one",
    NoteKind.STRENGTH: "round-one",
    NoteKind.CONCERN: "round-two",
    NoteKind.HOPE: "round-two",
    NoteKind.DISAGREEMENT: "round-two",
    NoteKind.COMMON_GROUND: "read-back",
    NoteKind.QUESTION: "read-back",
    NoteKind.PARKING_LOT: "",
}
SAID_YES = "I stopped counting how often I was asked where I am from."
NOT_ASKED = "If the lamp works, I walk. If not, I call my son."
DEBRIEF = "Two people left early; call the library about the heating."
IDEAS = (
    ActionIdea(
        "A lamp walk with the city's lighting office",
        first_step="Ask for a date in April",
        who="Us and the city",
    ),
    ActionIdea("A monthly open hour of the precinct at the market"),
)


def begin(desk, shelf, *, people=11):
    editions = shelf.translations("one-evening")
    now = desk.clock.now()
    return create_session(
        desk,
        SessionDraft(
            texts=(editions["en"],),
            plan="s1",
            number=2,
            start=now,
            hard_end=now + 90 * MINUTE,
            people=people,
            place="Eastside Library",
            circle=Circle("C07", "Eastside Library"),
            ground_rules=RULES,
        ),
    )


def take_notes(desk, session_id):
    """Write down what was said, two quotes and a debrief among it."""
    safety = find_or_add_theme(desk, [desk.get(session_id).owner], "Getting home")
    for number, (kind, text, spread) in enumerate(NOTES):
        themes = (safety,) if number < 3 else ()
        desk.add(session_id, Note(kind, text, PARTS[kind], spread, themes))
    desk.add(session_id, Note(NoteKind.QUOTE, SAID_YES, consent=Consent.YES))
    desk.add(session_id, Note(NoteKind.QUOTE, NOT_ASKED))
    desk.add(session_id, Note(NoteKind.DEBRIEF, DEBRIEF))
    for idea in IDEAS:
        desk.add(session_id, idea)


def hold(desk, folders, clock, session_id):
    """Run the session to its end: a little late, with one part left out."""
    live = SessionRunner(desk, folders.session(session_id), Pulse(desk.file.path))
    live.make_move(MoveKind.START)
    for took in (6, 10, 13, 2, 24):
        clock.advance(took * MINUTE)
        live.make_move(MoveKind.NEXT)
    clock.advance(19 * MINUTE)
    live.make_move(MoveKind.GO_TO, part="read-back")
    clock.advance(5 * MINUTE)
    live.make_move(MoveKind.NEXT)
    clock.advance(8 * MINUTE)
    live.make_move(MoveKind.CLOSE)


def whole_evening(desk, folders, shelf, clock):
    """Return the session of an evening that was held and written down."""
    session_id = begin(desk, shelf)
    take_notes(desk, session_id)
    hold(desk, folders, clock, session_id)
    return session_id
