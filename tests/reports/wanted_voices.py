"""Programs that want some voices and have counted, for the tests of what is printed of them."""

from dataclasses import replace

from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.closing import Tally, TallyCategory
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.voices import Invitation, PooledCounts, SlipKind, Voice, VoiceKind
from dialogue_desk.domain.overview.program_work import ProgramWork
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.domain.overview.session_folder import Stored
from tests.domain.arrived import came, pictured

TOWN, AGE, HOME = RecordId("town"), RecordId("age"), RecordId("home")
AGES = ("under 18", "18 to 29", "30 to 64", "65 and over")
HOMES = ("north side", "south side", "east bank", "mill row", "outside town")
QUESTIONS = (
    Stored(AGE, TOWN, TallyCategory("How old are you?", AGES)),
    Stored(HOME, TOWN, TallyCategory("Where do you live?", HOMES)),
)
VOICES = (
    Stored(RecordId("young"), TOWN, Voice("People under 18", VoiceKind.YOUNG, 40, AGE, "under 18", place=1)),
    Stored(RecordId("mill"), TOWN, Voice("Mill Row", VoiceKind.NEIGHBORHOOD, 60, HOME, "mill row", place=2)),
    Stored(RecordId("elders"), TOWN, Voice("Elders", VoiceKind.GROUP, 20, AGE, "65 and over", place=3)),
    Stored(RecordId("police"), TOWN, Voice("Police officers", VoiceKind.POLICE, 30, place=4)),
    Stored(RecordId("trade"), TOWN, Voice("People who work at night", VoiceKind.SECTOR, 25, place=5)),
)
ASKED = (
    Stored(
        RecordId("i1"),
        TOWN,
        Invitation("Tenants’ union", "to invite their members", (RecordId("mill"),), 80, 24, "2026-02-01"),
    ),
    Stored(RecordId("i2"), TOWN, Invitation("High school", "a table at lunch", (RecordId("young"),), 200, 3)),
)


def tallied(ages, homes):
    tallies = (
        Tally(AGE, tuple(zip(AGES, ages, strict=True))),
        Tally(HOME, tuple(zip(HOMES, homes, strict=True))),
    )
    return replace(came(sum(ages)), tallies=tallies)


def pooled(circles, ages, homes, name="pile"):
    counts = tuple(
        (question, answer, count)
        for question, answers, numbers in ((AGE, AGES, ages), (HOME, HOMES, homes))
        for answer, count in zip(answers, numbers, strict=True)
    )
    owners = tuple(map(RecordId, circles))
    return Stored(RecordId(name), TOWN, PooledCounts(SlipKind.TALLY, owners, sum(ages), counts))


def counted_picture(*, voices=VOICES, asked=ASKED, uncounted=1):
    """Eight circles: two keep tallies, the others but some last ones are on one pile."""
    rows = [(tallied((0, 6, 5, 4), (5, 5, 1, 2, 2)),)] * 2 + [(came(8),)] * 6
    picture = pictured(*rows)
    circles = [f"c{number}" for number in range(3, 9 - uncounted)]
    pool = pooled(circles, (14, 12, 14, 10), (10, 10, 1, 18, 11))
    work = ProgramWork(voices=voices, invitations=asked, pools=(pool,))
    program = Program("Safer Streets", languages=("en", "es"), organizer="Porch Lights")
    return replace(picture, program_id=TOWN, program=program, categories=QUESTIONS, work=work)


def counted_plan(**options):
    return report_plan(counted_picture(**options))


def wanting_voices(picture):
    """A picture of any program that wants sixteen voices, and counted all its circles on piles of four."""
    circles = [row.circle_id for row in picture.rows]
    piles = tuple(
        pooled(circles[at : at + 4], (9, 12, 14, 5), (10, 10, 3, 9, 8), name=f"pile {at}")
        for at in range(0, len(circles), 4)
    )
    wanted = tuple(
        Stored(
            RecordId(f"w{place}"),
            TOWN,
            Voice(f"People of the {answer}", hoped=500, category=HOME, answer=answer, place=place),
        )
        for place, answer in enumerate(HOMES * 3 + HOMES[:1])
    )
    asked = tuple(
        Stored(
            RecordId(f"a{place}"), TOWN, Invitation(f"Organization {place}", "to invite", (one.id,), 40, 12)
        )
        for place, one in enumerate(wanted)
    )
    questions = tuple(
        replace(one, id=RecordId(f"{one.id}{copy}")) if copy else one
        for copy in range(3)
        for one in QUESTIONS
    )
    work = replace(picture.work, voices=wanted, invitations=asked, pools=piles)
    return replace(picture, categories=questions, work=work)
