"""The names people see for the members of the domain's enums."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.answers import Reply, Standing, Status
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Officers
from dialogue_desk.domain.model.closing import CloseStep, PrivacyAnswer, StepState
from dialogue_desk.domain.model.forum import ForumStage
from dialogue_desk.domain.model.guide import Cut, Lead, Mode, NotesPolicy, PartKind
from dialogue_desk.domain.model.guide_extras import CardKind, Carried
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.domain.model.notes import Consent, Horizon, Level, NoteKind, Parked, Spread
from dialogue_desk.domain.model.organizing import Rung
from dialogue_desk.domain.model.voices import SlipKind, VoiceKind
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.domain.run.breakouts import FEWEST, MOST, MOST_ROUNDS, BreakoutFault, Cue
from dialogue_desk.domain.run.cool_down import CoolDown
from dialogue_desk.words import Words

Names: TypeAlias = Callable[[Words], dict[StrEnum, str]]
"""Makes the names of the members of one enum."""


def name_of(member: StrEnum, words: Words) -> str:
    """Return the name people see for a member of one of the domain's enums; of a fault, what to do about it.

    Raises:
        KeyError: when people never see that enum.
    """
    return names_made(_NAMES[type(member)], words)[member]


@lru_cache(maxsize=256)
def names_made(names: Names, words: Words) -> dict[StrEnum, str]:
    """Return the names of an enum, and keep them: a list of 500 notes asks for 500 names at a time."""
    return names(words)


_NAMES: dict[type[StrEnum], Names] = {
    NoteKind: lambda words: {
        NoteKind.EXPERIENCE: words.tr("Experience"),
        NoteKind.CONCERN: words.tr("Concern"),
        NoteKind.HOPE: words.tr("Hope"),
        NoteKind.COMMON_GROUND: words.tr("Common ground"),
        NoteKind.DISAGREEMENT: words.tr("Disagreement"),
        NoteKind.STRENGTH: words.tr("Strength"),
        NoteKind.QUESTION: words.tr("Question"),
        NoteKind.QUOTE: words.tr("Quote"),
        NoteKind.PARKING_LOT: words.tr("Parking lot"),
        NoteKind.DEBRIEF: words.tr("Debrief"),
    },
    Spread: lambda words: {
        Spread.ONE_VOICE: words.tr("one voice"),
        Spread.A_FEW: words.tr("a few"),
        Spread.MOST: words.tr("most"),
        Spread.EVERYONE: words.tr("everyone"),
        Spread.CONTESTED: words.tr("mixed views"),
    },
    Consent: lambda words: {
        Consent.NOT_ASKED: words.tr("not asked yet"),
        Consent.YES: words.tr("may be repeated"),
        Consent.WITHDRAWN: words.tr("permission withdrawn"),
    },
    Level: lambda words: {
        Level.INDIVIDUAL: words.tr("Each of us"),
        Level.GROUP: words.tr("Groups"),
        Level.INSTITUTION: words.tr("Institutions"),
        Level.POLICY: words.tr("Rules and policy"),
    },
    Horizon: lambda words: {
        Horizon.NOW: words.tr("Within three months"),
        Horizon.THIS_YEAR: words.tr("This year"),
        Horizon.LONGER: words.tr("After this year"),
    },
    Phase: lambda words: {
        Phase.READY: words.tr("The session has not started"),
        Phase.RUNNING: words.tr("The session is running"),
        Phase.PAUSED: words.tr("The session is paused"),
        Phase.CLOSED: words.tr("The session is over"),
    },
    Cut: lambda words: {
        Cut.NEVER: words.tr("never cut"),
        Cut.LAST: words.tr("may be shortened"),
        Cut.FIRST: words.tr("may be left out first"),
    },
    NotesPolicy: lambda words: {
        NotesPolicy.ON: words.tr("Notes are taken"),
        NotesPolicy.THEMES_ONLY: words.tr("Themes only: write what it was about, not what was said"),
        NotesPolicy.OFF: words.tr("Notes are off in this part"),
    },
    Lead: lambda words: {
        Lead.FIRST: words.tr("First facilitator"),
        Lead.SECOND: words.tr("Second facilitator"),
        Lead.NOTE_TAKER: words.tr("Note-taker"),
    },
    Mode: lambda words: {
        Mode.OPEN: words.tr("Open talk"),
        Mode.GO_ROUND: words.tr("Go-round"),
        Mode.POPCORN: words.tr("Whoever wants to speaks"),
        Mode.SILENT: words.tr("In silence"),
        Mode.PAIRS: words.tr("Pairs"),
        Mode.TRIOS: words.tr("Threes"),
        Mode.FOURS: words.tr("Fours"),
        Mode.ONE_TWO_FOUR_ALL: words.tr("Alone, in pairs, in fours, all together"),
        Mode.FISHBOWL: words.tr("Fishbowl"),
        Mode.CAUCUS: words.tr("Caucus"),
        Mode.ROTATION: words.tr("Rounds at tables"),
        Mode.GALLERY: words.tr("Gallery walk"),
        Mode.BALLOT: words.tr("Dot voting"),
        Mode.TALKING_PIECE: words.tr("Talking piece"),
    },
    CardKind: lambda words: {
        CardKind.VIEW: words.tr("View"),
        CardKind.CASE: words.tr("Case"),
        CardKind.FACT: words.tr("Fact"),
        CardKind.OPTION: words.tr("Option"),
        CardKind.HANDOUT: words.tr("Page to take home"),
        CardKind.TERMS: words.tr("Before the first meeting"),
    },
    Carried: lambda words: {
        Carried.THEMES: words.tr("Themes"),
        Carried.IDEAS: words.tr("Action ideas"),
        Carried.GROUND_RULES: words.tr("Ground rules"),
    },
    PartKind: lambda words: {
        PartKind.WELCOME: words.tr("Welcome"),
        PartKind.PRIVACY_NOTICE: words.tr("What is written down"),
        PartKind.INTRODUCTIONS: words.tr("Introductions"),
        PartKind.ICEBREAKER: words.tr("Icebreaker"),
        PartKind.CHECK_IN: words.tr("Check-in"),
        PartKind.GROUND_RULES: words.tr("Ground rules"),
        PartKind.RECAP: words.tr("Recap"),
        PartKind.SILENCE: words.tr("Silence"),
        PartKind.GO_ROUND: words.tr("Go-round"),
        PartKind.PAIRS: words.tr("Pairs"),
        PartKind.TRIOS: words.tr("Threes"),
        PartKind.FOURS: words.tr("Fours"),
        PartKind.VIEWS: words.tr("Views read aloud"),
        PartKind.CASES: words.tr("Cases"),
        PartKind.FACTS: words.tr("Facts"),
        PartKind.OPEN_TALK: words.tr("Open talk"),
        PartKind.CURIOUS_QUESTIONS: words.tr("Curious questions"),
        PartKind.CAUCUS: words.tr("Caucus"),
        PartKind.FISHBOWL: words.tr("Fishbowl"),
        PartKind.GALLERY: words.tr("Gallery walk"),
        PartKind.REPORT: words.tr("Reporting back"),
        PartKind.BRAINSTORM: words.tr("Brainstorm"),
        PartKind.CLUSTER: words.tr("Grouping ideas"),
        PartKind.BALLOT: words.tr("Dot voting"),
        PartKind.ACTION_PLANNING: words.tr("Action planning"),
        PartKind.READ_BACK: words.tr("Read-back"),
        PartKind.REFLECTION: words.tr("Reflection"),
        PartKind.CLOSING: words.tr("Closing"),
        PartKind.EVALUATION: words.tr("Evaluation"),
        PartKind.BREAK: words.tr("Break"),
    },
    Act: lambda words: {
        Act.BEGIN: words.tr("starting a session"),
        Act.WRITE: words.tr("what you wrote"),
        Act.REMOVE: words.tr("deleting"),
        Act.CHOOSE: words.tr("choosing a version"),
        Act.PREPARE: words.tr("preparing"),
        Act.MOVE: words.tr("a clock action"),
        Act.SPLIT: words.tr("splitting"),
        Act.JOIN: words.tr("joining"),
        Act.PUT: words.tr("moving"),
        Act.SORT: words.tr("changing details"),
        Act.TURN: words.tr("changing to an action idea or back"),
        Act.IMPORT: words.tr("opening packages"),
        Act.FORGET: words.tr("deleting packages"),
        Act.UNDO: words.tr("undoing"),
        Act.REDO: words.tr("redoing"),
        Act.ERASE: words.tr("erasing"),
        Act.BRING_BACK: words.tr("bringing back"),
    },
    Kind: lambda words: {
        Kind.PROGRAM: words.tr("Program"),
        Kind.CIRCLE: words.tr("Circle"),
        Kind.SESSION: words.tr("Session"),
        Kind.GUIDE: words.tr("Guide"),
        Kind.GROUND_RULE: words.tr("Ground rule"),
        Kind.NOTE: words.tr("Note"),
        Kind.THEME: words.tr("Theme"),
        Kind.ACTION: words.tr("Action idea"),
        Kind.MOVE: words.tr("Clock action"),
        Kind.CLOSING_STEP: words.tr("Wrap-up step"),
        Kind.TOP_THEMES: words.tr("Top themes"),
        Kind.READ_BACK: words.tr("Read-back"),
        Kind.TALLY_CATEGORY: words.tr("Tally question"),
        Kind.TALLY: words.tr("Tally"),
        Kind.DOT_VOTE: words.tr("Dot vote"),
        Kind.OVERRULE: words.tr("Why notes were taken"),
        Kind.PRIVACY_DECISION: words.tr("Privacy check decision"),
        Kind.OWN_GUIDE: words.tr("Own guide"),
        Kind.THEMES_APART: words.tr("Themes that do not mean the same"),
        Kind.CODING: words.tr("Themes of a note, by organizers"),
        Kind.LIKENESS: words.tr("How two themes or action ideas compare"),
        Kind.CARD: words.tr("Who must act"),
        Kind.STAR: words.tr("Star for the report"),
        Kind.REPORT_SENTENCE: words.tr("Sentence of the report"),
        Kind.REPORT_OUTLINE: words.tr("Outline of the report"),
        Kind.SYNONYMS: words.tr("Words that mean the same"),
        Kind.ANSWER: words.tr("Answer of whoever was asked"),
        Kind.PROGRESS: words.tr("What became of an ask"),
        Kind.VOICE: words.tr("Voice wanted"),
        Kind.INVITATION: words.tr("Invitation"),
        Kind.POOLED_COUNTS: words.tr("Slips counted together"),
        Kind.QUESTIONNAIRE: words.tr("Questionnaire"),
        Kind.FORUM: words.tr("Action forum"),
        Kind.FORUM_OPTION: words.tr("Option on the ballot"),
        Kind.BALLOT_ENTRY: words.tr("Ballot"),
        Kind.ACTION_TEAM: words.tr("Action team"),
    },
    Reply: lambda words: {
        Reply.YES: words.tr("yes"),
        Reply.IN_PART: words.tr("in part"),
        Reply.ALREADY_SO: words.tr("already so"),
        Reply.LATER: words.tr("later"),
        Reply.NO: words.tr("no"),
    },
    VoiceKind: lambda words: {
        VoiceKind.GROUP: words.tr("group"),
        VoiceKind.NEIGHBORHOOD: words.tr("neighborhood"),
        VoiceKind.SECTOR: words.tr("sector"),
        VoiceKind.POLICE: words.tr("police"),
        VoiceKind.OFFICIALS: words.tr("officials"),
        VoiceKind.YOUNG: words.tr("young people"),
        VoiceKind.BRIDGE: words.tr("bridge-building organizations"),
    },
    SlipKind: lambda words: {
        SlipKind.TALLY: words.tr("tally slips"),
        SlipKind.BEFORE: words.tr("questionnaires before"),
        SlipKind.AFTER: words.tr("questionnaires after"),
    },
    ForumStage: lambda words: {
        ForumStage.CHOOSING: words.tr("options are chosen"),
        ForumStage.VOTING: words.tr("voting, options are locked"),
        ForumStage.COUNTED: words.tr("counted"),
    },
    Standing: lambda words: {
        Standing.WAITING: words.tr("waiting for an answer"),
        Standing.ANSWERED: words.tr("answered"),
        Standing.PLANNED: words.tr("planned"),
        Standing.UNDER_WAY: words.tr("under way"),
        Standing.ON_HOLD: words.tr("on hold"),
        Standing.DONE: words.tr("done"),
        Standing.DROPPED: words.tr("dropped"),
    },
    Status: lambda words: {
        Status.PLANNED: words.tr("planned"),
        Status.UNDER_WAY: words.tr("under way"),
        Status.ON_HOLD: words.tr("on hold"),
        Status.DONE: words.tr("done"),
        Status.DROPPED: words.tr("dropped"),
    },
    Rung: lambda words: {
        Rung.DUPLICATE: words.tr("The same"),
        Rung.NEAR: words.tr("Nearly the same"),
        Rung.RELATED: words.tr("Related"),
        Rung.CONFLICT: words.tr("In conflict"),
        Rung.DIFFERENT: words.tr("Different"),
    },
    Cue: lambda words: {
        Cue.ALONE: words.tr("Think alone, in silence"),
        Cue.IN_PAIRS: words.tr("Talk in pairs"),
        Cue.IN_FOURS: words.tr("Two pairs together"),
        Cue.EVERYONE: words.tr("All together: what did you notice?"),
        Cue.FIRST_SPEAKS: words.tr("The first one speaks, the others listen"),
        Cue.NEXT_SPEAKS: words.tr("The next one speaks, the others listen"),
        Cue.AT_TABLES: words.tr("Talk at the tables"),
        Cue.CHANGE_TABLES: words.tr("Change tables; hosts stay"),
    },
    CoolDown: lambda words: {
        CoolDown.SILENCE: words.tr("A minute of silence"),
        CoolDown.QUICK_WRITING: words.tr("Two minutes of writing"),
        CoolDown.GO_ROUND: words.tr("A go-round"),
        CoolDown.GROUND_RULES: words.tr("Back to the ground rules"),
        CoolDown.BREAK: words.tr("A five-minute break"),
        CoolDown.SWAP_FACILITATORS: words.tr("Swap facilitators"),
        CoolDown.PARK_IT: words.tr("Park it for later"),
    },
    Parked: lambda words: {
        Parked.OPEN: words.tr("open"),
        Parked.NEXT_TIME: words.tr("for next time"),
        Parked.DEALT_WITH: words.tr("dealt with"),
    },
    Officers: lambda words: {
        Officers.PRESENT: words.tr("Police officers were there"),
        Officers.PARTLY: words.tr("Police officers were there part of the time"),
        Officers.NOT_PRESENT: words.tr("No police officers were there"),
    },
    CloseStep: lambda words: {
        CloseStep.READ_BACK: words.tr("Read back"),
        CloseStep.TOP_THEMES: words.tr("Top themes"),
        CloseStep.ACTIONS: words.tr("Action ideas"),
        CloseStep.PARKING_LOT: words.tr("Parking lot"),
        CloseStep.ATTENDANCE: words.tr("Attendance"),
        CloseStep.TALLIES: words.tr("Tallies"),
        CloseStep.DEBRIEF: words.tr("Debrief"),
        CloseStep.PRIVACY: words.tr("Privacy check"),
        CloseStep.EXPORT: words.tr("Export"),
    },
    StepState: lambda words: {
        StepState.OPEN: words.tr("open"),
        StepState.DONE: words.tr("done"),
        StepState.LATER: words.tr("left for later"),
    },
    PrivacyAnswer: lambda words: {
        PrivacyAnswer.KEEP: words.tr("Keep"),
        PrivacyAnswer.REPLACE: words.tr("Replace"),
        PrivacyAnswer.BLANK: words.tr("Blank"),
    },
    Profile: lambda words: {
        Profile.OTHER_LAPTOP: words.tr("For our other laptop"),
        Profile.ORGANIZER: words.tr("For the organizer"),
        Profile.EVERYONE: words.tr("For everyone"),
    },
    BreakoutFault: lambda words: {
        BreakoutFault.TOO_FEW_PEOPLE: words.tr(
            "Groups need at least {fewest} people. With fewer, stay in one circle.", fewest=FEWEST
        ),
        BreakoutFault.TOO_MANY_PEOPLE: words.tr(
            "You can make groups for up to {most} people. With more, divide the room first.", most=MOST
        ),
        BreakoutFault.GROUPS_TOO_SMALL: words.tr("A group has at least two people. Choose pairs, or more."),
        BreakoutFault.TOO_FEW_TABLES: words.tr("There is no table yet. Choose at least one."),
        BreakoutFault.TOO_MANY_TABLES: words.tr(
            "With so many tables someone would sit alone. Choose fewer tables."
        ),
        BreakoutFault.NO_ROUNDS: words.tr("There is no round yet. Choose at least one."),
        BreakoutFault.TOO_MANY_ROUNDS: words.tr("Choose at most {most} rounds.", most=MOST_ROUNDS),
        BreakoutFault.HOSTS_DO_NOT_FIT: words.tr(
            "Each table needs one host, and each host needs a seat in the circle."
        ),
    },
}
