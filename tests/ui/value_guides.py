"""A guide with minutes that depend on the people, tracks, a supper, steps and cards, as its file is read."""

from dataclasses import replace

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.session.session_edits import SessionDraft, create_session
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.guide import (
    Cut,
    Guide,
    Lead,
    Length,
    Measure,
    Part,
    PartKind,
    PartStep,
    SessionPlan,
)
from dialogue_desk.domain.model.guide_extras import BlockKind, Card, CardKind, FillIn, TextBlock
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.words import Words


def _paragraph(text):
    return (TextBlock(BlockKind.PARAGRAPH, (text,)),)


PARTS = (
    Part(
        "welcome",
        PartKind.WELCOME,
        "Welcome",
        8,
        4,
        Cut.LAST,
        say=("Welcome, and thank you for coming.", "We take notes. They name nobody."),
        materials=("Chairs in one circle",),
        lead=Lead.FIRST,
    ),
    Part(
        "memories",
        PartKind.GO_ROUND,
        "One memory",
        12,
        12,
        Cut.LAST,
        ask=("Tell about one hour you spent in the park.",),
        seconds_each=60,
        length=Length(Measure.EACH),
        lead=Lead.SECOND,
        wanted=(NoteKind.EXPERIENCE,),
        note_taker=("Write places, never who was there.",),
    ),
    Part(
        "pairs",
        PartKind.PAIRS,
        "In pairs",
        11,
        5,
        Cut.FIRST,
        ask=("What would you miss most?", "What keeps you away?", "Who else should be asked?"),
        optional=(2,),
        steps=(
            PartStep("Find a partner", 1, floor=1),
            PartStep("The first one tells", 5, "The other only listens.", floor=2, equal="tellers"),
            PartStep("Change", 5, floor=2, equal="tellers"),
        ),
    ),
    Part("youth-talk", PartKind.CAUCUS, "The young talk", 20, 10, Cut.LAST, track="youth"),
    Part("elders-talk", PartKind.CAUCUS, "The elders talk", 20, 10, Cut.LAST, track="elders"),
    Part("supper", PartKind.BREAK, "Supper", 25, 20, Cut.LAST, at=20 * 60, materials=("Plates",)),
    Part(
        "ways",
        PartKind.VIEWS,
        "Three ways to go on",
        20,
        12,
        Cut.LAST,
        say=("Each way gets the same time. Nobody here wrote them.",),
        ask=("What would each way give up?",),
        fill_in=(FillIn("how many benches there are", "parks office"),),
        cards=(
            Card(
                CardKind.OPTION,
                "Leave it as it is",
                "leave",
                text=_paragraph("The city mows twice a month."),
                say=("The first way leaves the park as it is.",),
                gains=("it costs nothing new",),
                losses=("the lights stay broken",),
                trade_offs=("quiet now, or a park that more people use",),
            ),
            Card(
                CardKind.OPTION,
                "Neighbors look after it",
                "neighbors",
                text=(
                    *_paragraph("Teams of six take one Saturday each."),
                    TextBlock(BlockKind.BULLETS, ("They rake.", "They plant.")),
                ),
            ),
        ),
    ),
    Part(
        "circle",
        PartKind.OPEN_TALK,
        "The talking piece",
        15,
        10,
        Cut.LAST,
        ask=("What do you take home?",),
        clock=False,
    ),
    Part("close", PartKind.CLOSING, "Close", 8, 5, Cut.NEVER, say=("One word from each of us.",)),
)
PLAN = SessionPlan(
    "s1",
    "The park and us",
    130,
    "Hear what the park means to us.",
    PARTS,
    before=("Ask two neighbors who rarely come to bring a friend.",),
)
GUIDE = Guide(
    "our-park",
    "1.0.0",
    "en",
    "Our Park",
    "Two hours about the park.",
    (6, 14),
    ("One voice at a time.", "You can pass."),
    (PLAN, replace(PLAN, id="s2", title="What now", parts=PARTS[:3])),
)


def shelf_of(folder, guide=GUIDE):
    """Return a shelf with one guide in ``folder``."""
    (folder / f"{guide.id}.{guide.language}.guide.md").write_text(guide.title, encoding="utf-8")
    shelf = GuideShelf(folder, Words())
    shelf._read[guide.title] = guide
    return shelf


def begun_in_the_park(desk, shelf, *, track="youth", people=12):
    """Begin its first session at the hour of the clock, and return the session's id."""
    now = desk.clock.now()
    draft = SessionDraft(
        texts=tuple(shelf.translations(GUIDE.id).values()),
        plan=PLAN.id,
        number=1,
        start=now,
        hard_end=now + PLAN.minutes * MINUTE,
        people=people,
        place="Park house",
        circle=Circle("C07", "Park house"),
        title=PLAN.title,
        track=track,
    )
    return create_session(desk, draft)
