"""Sessions on a desk for the tests and pictures of the window: prepared, under way, and held."""

from dialogue_desk.desk.session.session_edits import SessionDraft, create_session, find_or_add_theme
from dialogue_desk.desk.session.session_runner import SessionRunner
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Horizon, Level, Note, NoteKind, Spread
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.storage.pulse import Pulse

HOUR = 60 * MINUTE
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
