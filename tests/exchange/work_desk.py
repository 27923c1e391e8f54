"""The records of one session in which every column of every table has something to say."""

from __future__ import annotations

from dataclasses import replace

from dialogue_desk.domain.model.answers import Answer, Progress, Reply, Status
from dialogue_desk.domain.model.circles import Circle, Officers, Program, Round
from dialogue_desk.domain.model.closing import (
    CloseStep,
    ClosingStep,
    DotVote,
    Overrule,
    ReadBack,
    StepState,
    TallyCategory,
    TopThemes,
)
from dialogue_desk.domain.model.forum import ActionTeam, BallotEntry, Forum, ForumOption, ForumStage
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.notes import (
    ActionIdea,
    Consent,
    Horizon,
    Level,
    Note,
    NoteKind,
    Parked,
    Spread,
    Theme,
)
from dialogue_desk.domain.model.organizing import (
    Card,
    Coding,
    FindingKind,
    ReportSentence,
    Rung,
    SentenceRole,
    Star,
    Synonyms,
    likeness,
    program_fact_id,
)
from dialogue_desk.domain.model.voices import Invitation, PooledCounts, SlipKind, Voice, VoiceKind
from dialogue_desk.domain.records.records import NO_OWNER, Record, Stamp
from tests.exchange.small_desk import CIRCLE, PROGRAM, SESSION, START, THEME, record, the_records

QUESTION, IDEA, OTHER = RecordId("n1"), RecordId("a1"), RecordId("a2")
ONES = ((RecordId("q"), "under 18", 20), (RecordId("q"), "older", 40))


def everything() -> list[Record]:
    """Return the records."""
    usual = {one.id: one for one in the_records()}
    program = Program(
        "Our town",
        "OURS",
        keep_until="2027-09-30",
        rounds=(Round("Spring", "2026-03-01", "2026-05-31", "guide"),),
        actors=("Public works", "School board"),
        organizer="The library",
        contact="library@example.org",
        answers="City council",
        answer_by="2026-07-01",
        forum="2026-06-20",
        data_license="CC BY 4.0",
    )
    circle = Circle(
        *("C01", "Hall", PROGRAM),
        about="neighbors",
        youth=True,
        affinity="renters",
        round=1,
        formerly=("C9",),
        into=RecordId("c2"),
        out_of=RecordId("c3"),
    )
    session = replace(usual[SESSION].body, officers=Officers.PARTLY, track="renters")
    facts = (
        Coding(QUESTION, (THEME,)),
        Card(IDEA, "Public works", ("Ourselves",)),
        likeness(IDEA, OTHER, Rung.NEAR, "both want lamps"),
        Star(QUESTION, with_circle=True),
        Answer(IDEA, Reply.IN_PART, "Money", "Public works", "2026-09-01"),
        Progress(IDEA, Status.UNDER_WAY, "Two lamps", "Seen", "2026-10-01"),
        Forum(5, 2, 40, ForumStage.COUNTED),
        ForumOption(IDEA, 1, (("en", "Lamps"), ("es", "Lámparas"))),
        BallotEntry(1, 1, ((1, 2),)),
        ActionTeam(
            *(IDEA, "Lamp team", "The library", "Neighbors", "City hall"), 9, "2026-07-01", place="Room 2"
        ),
    )
    clash = record("n3", SESSION, Note(NoteKind.HOPE, "first"))
    ours = clash.written(Note(NoteKind.HOPE, "ours"), Stamp(DeviceId("a"), 2, START))
    theirs = clash.written(Note(NoteKind.HOPE, "theirs"), Stamp(DeviceId("b"), 2, START + 1))
    changed = {
        PROGRAM: record(PROGRAM, NO_OWNER, program),
        CIRCLE: record(CIRCLE, NO_OWNER, circle),
        SESSION: record(SESSION, CIRCLE, session),
    }
    return [
        *(usual | changed).values(),
        record("c2", NO_OWNER, Circle("C02", program=PROGRAM)),
        record("c3", NO_OWNER, Circle("C03", program=PROGRAM)),
        record("t2", CIRCLE, Theme("#streets.", names=(("es", "Calles"),))),
        record("t4", CIRCLE, Theme("Rent")),
        record("t3", PROGRAM, Theme("Light", names=(("es", "Luz"),), under=THEME)),
        record(
            QUESTION,
            SESSION,
            Note(
                NoteKind.QUESTION,
                "Who answers?",
                "one",
                Spread.A_FEW,
                (RecordId("t2"),),
                said_at=START,
                prompt=1,
            ),
        ),
        record("n2", SESSION, Note(NoteKind.QUOTE, "We wait.", consent=Consent.YES)),
        record(
            "n4", SESSION, Note(NoteKind.PARKING_LOT, "Later", "one", parked=Parked.NEXT_TIME, option="o1")
        ),
        clash.merged(ours).merged(theirs),
        record(
            IDEA,
            SESSION,
            ActionIdea(
                *("Lamps", "one", (THEME,), "The city", "Ask", Level.POLICY, Horizon.NOW, "es", START),
                *("It is dark", "Neighbors", "Money", 3, 1),
            ),
        ),
        record(OTHER, SESSION, ActionIdea("Light the path")),
        record("f1", SESSION, DotVote(3, 8)),
        record("f2", SESSION, ReadBack(QUESTION)),
        record("f3", SESSION, ClosingStep(CloseStep.READ_BACK, StepState.DONE)),
        record("f4", SESSION, TopThemes((THEME,))),
        record("f5", SESSION, Overrule("one", "They asked")),
        *(record(program_fact_id(PROGRAM, fact), PROGRAM, fact) for fact in facts),
        record("y", PROGRAM, Synonyms(("bus", "transit"))),
        record("q", PROGRAM, TallyCategory("Age", ("under 18", "older"))),
        record("v", PROGRAM, Voice("Teens", VoiceKind.YOUNG, 40, RecordId("q"), "under 18")),
        record("i", PROGRAM, Invitation("School", "a table", (RecordId("v"),), 90, 20, "2026-02-01")),
        record("k", PROGRAM, PooledCounts(SlipKind.TALLY, (CIRCLE,), 60, ONES)),
        record(
            "x",
            PROGRAM,
            ReportSentence(
                *(SentenceRole.ASK, (("en", "Put up lamps."),), (IDEA,), 1, "Public works", "2026-07-01"),
                kind=FindingKind.PROPOSED,
                counted=1,
                met=2,
            ),
        ),
    ]
