"""Plans of a program whose asks came to something."""

from dataclasses import replace

from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.organizing import program_fact_id
from dialogue_desk.domain.overview.program_work import work_of
from dialogue_desk.domain.overview.report_plan import report_plan
from tests.domain.overview.circle_ideas import PROGRAM, ideas_picture, proposed
from tests.exchange.small_desk import record

PROPOSED = (
    proposed("C01", "Repair the lamps behind the rink", who="Parks"),
    proposed("C01", "Print the complaint form in Spanish"),
    proposed("C02", "A bench at every bus stop"),
)
LAMPS, FORM, BENCH = (one.action_id for one in PROPOSED)


def followed_plan(*facts, ideas=PROPOSED):
    """Return the plan of a report with these answers, and what became of its asks."""
    records = [record(program_fact_id(PROGRAM, one), PROGRAM, one) for one in facts]
    picture = ideas_picture(*ideas)
    program = Program("Bridges", organizer="Porch Lights", contact="555 0134")
    return report_plan(replace(picture, program=program, work=work_of(records)))
