"""The plan on paper says what begins when, and leaves room for who leads."""

from dialogue_desk.domain.model.circles import AS_SPOKEN
from dialogue_desk.domain.model.document import Bullets, Heading, Table
from dialogue_desk.domain.model.guide import Cut, Part, PartKind, SessionPlan
from dialogue_desk.domain.model.ids import HOUR, MINUTE
from dialogue_desk.domain.run.outlook import Times, outlook
from dialogue_desk.reports.session_plan import PlanSheet, plan_document
from dialogue_desk.words import Words

PLAN = SessionPlan(
    "s1",
    "",
    30,
    "",
    (
        Part("welcome", PartKind.WELCOME, "Welcome", 10, 5, Cut.LAST),
        Part("round", PartKind.GO_ROUND, "Round", 20, 15, Cut.NEVER, seconds_each=105),
    ),
)


def test_the_plan_has_clock_times_lengths_and_lists():
    found = outlook(PLAN, (), 9, AS_SPOKEN, Times(19 * HOUR, 19 * HOUR + 30 * MINUTE))
    sheet = PlanSheet("C07", "Today", "C07", found, 0, to_bring=("Markers",), rules=("One voice",))
    document = plan_document(sheet, Words())
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert table.rows == (
        ("7:00 PM", "Welcome", "10 min", ""),
        ("7:10 PM", "Round, 1:45 each", "20 min", ""),
        ("7:30 PM", "Hard end", "", ""),
    )
    assert [block.text for block in document.blocks if isinstance(block, Heading)] == [
        "To bring",
        "Ground rules",
    ]
    assert sum(isinstance(block, Bullets) for block in document.blocks) == 2
