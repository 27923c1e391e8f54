"""Session folders with just what a test needs in them."""

from dataclasses import replace

from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.closing import Overrule, TallyCategory, TopThemes, fact_of
from dialogue_desk.domain.model.guide import Cut, Guide, Part, PartKind, SessionPlan
from dialogue_desk.domain.model.guide_extras import Card, CardKind
from dialogue_desk.domain.model.ids import HOUR, DeviceId, RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Theme
from dialogue_desk.domain.overview.closing_facts import ClosingFacts
from dialogue_desk.domain.overview.session_folder import SessionFolder, Stored
from dialogue_desk.domain.records.records import Stamp, new_record

SESSION = RecordId("s")
PLAN = SessionPlan(
    "s1",
    "One evening",
    60,
    "",
    (
        Part("stories", PartKind.GO_ROUND, "Stories", 30, 20, Cut.LAST),
        Part("back", PartKind.READ_BACK, "Read back", 30, 20, Cut.NEVER),
    ),
)
OPTIONS = (Card(CardKind.OPTION, "Bus lanes", "bus"), Card(CardKind.OPTION, "Bike lanes", "bike"))
WAYS = Part("ways", PartKind.VIEWS, "Ways to go on", 20, 10, Cut.LAST, cards=OPTIONS)


def a_note(kind=NoteKind.CONCERN, text="Stops feel random.", part="stories", **more):
    return Note(kind, text, part, **more)


STAMP = Stamp(DeviceId("laptop"), 1, 0)


def records_of(*named):
    """Return records by id, each from its name, owner and body."""
    made = (new_record(RecordId(name), RecordId(owner), body, STAMP) for name, owner, body in named)
    return {record.id: record for record in made}


def a_folder(*said, themes=(), present=None, categories=(), closing=None, smallest=10, program=True):
    """Return the folder of a session in which this was said; ids are n0, n1 and so on, as it came."""
    kept = [Stored(RecordId(f"n{number}"), SESSION, body) for number, body in enumerate(said)]
    circle = RecordId("c")
    closing = closing or ClosingFacts()
    facts = [*closing.tallies.values(), *(Overrule(*one) for one in closing.overruled.items())]
    facts += [TopThemes(closing.top_themes)] if closing.top_themes else []
    records = records_of(
        *((one.id, SESSION, one.body) for one in kept),
        *((name, "p", Theme(name.title())) for name in themes),
        *((f"s:{fact_of(fact)}", SESSION, fact) for fact in facts),
    )
    return SessionFolder(
        id=SESSION,
        session=Session(1, "s1", (), 0, HOUR, 11, present=present),
        circle_id=circle,
        circle=Circle("C07"),
        program_id=RecordId("p") if program else None,
        program=Program("Bridges", smallest_total=smallest) if program else None,
        guide=Guide("g", "1", "en", "", "", (5, 15), (), (PLAN,)),
        plan=PLAN,
        runs={},
        notes=tuple(one for one in kept if isinstance(one.body, Note)),
        actions=tuple(one for one in kept if isinstance(one.body, ActionIdea)),
        themes={RecordId(name): Theme(name.title()) for name in themes},
        ground_rules=(),
        closing=closing,
        records=records,
        categories=tuple(
            Stored(RecordId(name), RecordId("p"), TallyCategory(name, ("one", "two"))) for name in categories
        ),
    )


def weighing(*said, **more):
    """Return the folder of a session whose last part weighs two options."""
    folder = a_folder(*said, **more)
    return replace(folder, plan=replace(PLAN, parts=(*PLAN.parts, WAYS)))


def about(option, kind=NoteKind.CONCERN, text="", **more):
    """Return a note about an option of that part."""
    return a_note(kind, text or f"about {option}", "ways", option=option, **more)
