"""A session with everything a guide can hold, to print."""

from dataclasses import replace
from datetime import time

from dialogue_desk.domain.model.guide import (
    Cut,
    Guide,
    Lead,
    Length,
    Measure,
    NotesPolicy,
    Part,
    PartKind,
    PartStep,
    SessionPlan,
)
from dialogue_desk.domain.model.guide_extras import (
    BlockKind,
    Card,
    CardKind,
    Carried,
    CarryOver,
    FillIn,
    Moment,
    Term,
    TextBlock,
)
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.reports.guide_session import GuideSession, guide_session
from dialogue_desk.words import Words

WORDS = Words()


def text(*paragraphs: str) -> tuple[TextBlock, ...]:
    return tuple(TextBlock(BlockKind.PARAGRAPH, (one,)) for one in paragraphs)


def a_part(name: str, title: str, kind: PartKind = PartKind.OPEN_TALK, minutes: int = 10, **more) -> Part:
    return Part(name, kind, title, minutes, minutes, Cut.LAST, **more)


WELCOME = a_part(
    "welcome",
    "Welcome",
    PartKind.WELCOME,
    8,
    purpose="Everyone knows why we are here.",
    say=("Welcome, and thank you.", "We finish in one hour."),
    tips=("Say the end time aloud.",),
    note_taker=("Say your first name.",),
    materials=("chairs in one circle",),
    fill_in=(FillIn("the help page", "the organizers"),),
    lead=Lead.FIRST,
    notes=NotesPolicy.OFF,
    cards=(
        Card(
            CardKind.TERMS,
            "Before you come",
            text=(*text("You can pass."), TextBlock(BlockKind.BULLETS, ("Come in plain clothes.",))),
            fill_in=(FillIn("someone to call", "the organizers"),),
        ),
    ),
)
ROUND = a_part(
    "memories",
    "One memory",
    PartKind.GO_ROUND,
    12,
    ask=("What would you miss most?", "Who else should be asked about the land bank?"),
    optional=(1,),
    choose=1,
    local=2,
    length=Length(Measure.EACH),
    seconds_each=80,
    pause=5,
    silence=60,
    wanted=(NoteKind.EXPERIENCE, NoteKind.STRENGTH),
    carry_over=(CarryOver((Carried.THEMES,), ("s1",)),),
    steps=(PartStep("Find a partner", 2, "Anyone you like."),),
)
VIEWS = a_part(
    "views",
    "Two views",
    PartKind.VIEWS,
    10,
    cards=(
        Card(CardKind.VIEW, "Leave it", text=text("The city mows twice a month."), say=("This is card A.",)),
        Card(CardKind.VIEW, "Card B: Change it", text=text("Nobody goes there after dark.")),
        Card(CardKind.FACT, "1931", text=text("The park opens."), fill_in=(FillIn("who paid for it"),)),
        Card(CardKind.HANDOUT, "To take home", text=text("One small thing I will do:", "Keep this page.")),
    ),
)
WAYS = a_part(
    "ways",
    "Ways to go on",
    PartKind.BALLOT,
    15,
    dots=3,
    ask=("What would each way give up?",),
    lead=Lead.SECOND,
    cards=(
        Card(
            CardKind.OPTION,
            "Neighbors look after it",
            "neighbors",
            text("Teams of six take one Saturday each."),
            gains=("it costs little",),
            losses=("people move away",),
            trade_offs=("quiet now, or a park for all",),
        ),
    ),
)
RULES_PART = a_part("rules", "Our ground rules", PartKind.GROUND_RULES, 5, notes=NotesPolicy.THEMES_ONLY)
CLOSE = a_part("close", "", PartKind.CLOSING, 8)

PLAN = SessionPlan(
    "s1",
    "The park and us",
    60,
    "Hear what the park means to us.",
    (WELCOME, RULES_PART, ROUND, VIEWS, WAYS, CLOSE),
    before=("Ask two neighbors.",),
)
PARK = Guide(
    "our-park",
    "1.0.0",
    "en",
    "Our Park",
    "One hour about the park.",
    (6, 12),
    ("One voice at a time.", "You can pass."),
    (PLAN,),
    best=9,
    license="CC BY-SA 4.0",
    credit="Friends of the Park",
    glossary=(Term("Land bank", "a body that owns empty lots"), Term("Detainer", "a request to a jail")),
    moments=(
        Moment(
            "slur", "Someone uses a slur", "A word hurt.", ("I'm stopping us.",), ("Go on.",), ("Twice.",)
        ),
    ),
)
BARE = replace(
    PARK, ground_rules=(), glossary=(), moments=(), sessions=(SessionPlan("s1", "Bare", 8, "", (CLOSE,)),)
)


def at_seven(guide: Guide = PARK, **more) -> GuideSession:
    """The session of a guide, from seven in the evening on."""
    return guide_session(guide, "s1", start=time(19), **more)
