"""The kinds of record, and what each says."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from dialogue_desk.domain.model.answers import Answer, Progress
from dialogue_desk.domain.model.circles import Circle, GroundRule, GuideText, Program, Session
from dialogue_desk.domain.model.closing import (
    ClosingStep,
    DotVote,
    Overrule,
    PrivacyDecision,
    ReadBack,
    Tally,
    TallyCategory,
    TopThemes,
)
from dialogue_desk.domain.model.forum import ActionTeam, BallotEntry, Forum, ForumOption
from dialogue_desk.domain.model.live_session import Move
from dialogue_desk.domain.model.notes import ActionIdea, Note, Theme, ThemesApart
from dialogue_desk.domain.model.organizing import (
    Card,
    Coding,
    Likeness,
    ReportOutline,
    ReportSentence,
    Star,
    Synonyms,
)
from dialogue_desk.domain.model.own_guide import OwnGuide
from dialogue_desk.domain.model.questionnaire import Questionnaire
from dialogue_desk.domain.model.voices import Invitation, PooledCounts, Voice

Body: TypeAlias = (
    Program
    | Circle
    | Session
    | GuideText
    | GroundRule
    | Note
    | Theme
    | ThemesApart
    | ActionIdea
    | Move
    | ClosingStep
    | TopThemes
    | ReadBack
    | TallyCategory
    | Tally
    | DotVote
    | Overrule
    | PrivacyDecision
    | OwnGuide
    | Coding
    | Likeness
    | Card
    | Star
    | ReportSentence
    | ReportOutline
    | Synonyms
    | Answer
    | Progress
    | Voice
    | Invitation
    | PooledCounts
    | Questionnaire
    | Forum
    | ForumOption
    | BallotEntry
    | ActionTeam
)


class Kind(StrEnum):
    """The kinds of record."""

    PROGRAM = "program"
    CIRCLE = "circle"
    SESSION = "session"
    GUIDE = "guide"
    GROUND_RULE = "ground rule"
    NOTE = "note"
    THEME = "theme"
    THEMES_APART = "themes apart"
    ACTION = "action"
    MOVE = "move"
    CLOSING_STEP = "closing step"
    TOP_THEMES = "top themes"
    READ_BACK = "read-back"
    TALLY_CATEGORY = "tally category"
    TALLY = "tally"
    DOT_VOTE = "dot vote"
    OVERRULE = "overrule"
    PRIVACY_DECISION = "privacy decision"
    OWN_GUIDE = "own guide"
    CODING = "coding"
    LIKENESS = "likeness"
    CARD = "card"
    STAR = "star"
    REPORT_SENTENCE = "report sentence"
    REPORT_OUTLINE = "report outline"
    SYNONYMS = "synonyms"
    ANSWER = "answer"
    PROGRESS = "progress"
    VOICE = "voice"
    INVITATION = "invitation"
    POOLED_COUNTS = "pooled counts"
    QUESTIONNAIRE = "questionnaire"
    FORUM = "forum"
    FORUM_OPTION = "forum option"
    BALLOT_ENTRY = "ballot entry"
    ACTION_TEAM = "action team"

    @classmethod
    def of(cls, body: Body) -> Kind:
        """Return the kind of record that has this body."""
        return _KINDS[type(body)]

    @property
    def type(self) -> type[Body]:
        """The class of what such a record says."""
        return _TYPES[self]


_TYPES: dict[Kind, type[Body]] = {
    Kind.PROGRAM: Program,
    Kind.CIRCLE: Circle,
    Kind.SESSION: Session,
    Kind.GUIDE: GuideText,
    Kind.GROUND_RULE: GroundRule,
    Kind.NOTE: Note,
    Kind.THEME: Theme,
    Kind.THEMES_APART: ThemesApart,
    Kind.ACTION: ActionIdea,
    Kind.MOVE: Move,
    Kind.CLOSING_STEP: ClosingStep,
    Kind.TOP_THEMES: TopThemes,
    Kind.READ_BACK: ReadBack,
    Kind.TALLY_CATEGORY: TallyCategory,
    Kind.TALLY: Tally,
    Kind.DOT_VOTE: DotVote,
    Kind.OVERRULE: Overrule,
    Kind.PRIVACY_DECISION: PrivacyDecision,
    Kind.OWN_GUIDE: OwnGuide,
    Kind.CODING: Coding,
    Kind.LIKENESS: Likeness,
    Kind.CARD: Card,
    Kind.STAR: Star,
    Kind.REPORT_SENTENCE: ReportSentence,
    Kind.REPORT_OUTLINE: ReportOutline,
    Kind.SYNONYMS: Synonyms,
    Kind.ANSWER: Answer,
    Kind.PROGRESS: Progress,
    Kind.VOICE: Voice,
    Kind.INVITATION: Invitation,
    Kind.POOLED_COUNTS: PooledCounts,
    Kind.QUESTIONNAIRE: Questionnaire,
    Kind.FORUM: Forum,
    Kind.FORUM_OPTION: ForumOption,
    Kind.BALLOT_ENTRY: BallotEntry,
    Kind.ACTION_TEAM: ActionTeam,
}
_KINDS: dict[type, Kind] = {body: kind for kind, body in _TYPES.items()}

ORGANIZING = (
    Kind.CODING,
    Kind.LIKENESS,
    Kind.CARD,
    Kind.STAR,
    Kind.REPORT_SENTENCE,
    Kind.REPORT_OUTLINE,
    Kind.SYNONYMS,
    Kind.ANSWER,
    Kind.PROGRESS,
    Kind.VOICE,
    Kind.INVITATION,
    Kind.POOLED_COUNTS,
    Kind.QUESTIONNAIRE,
    Kind.FORUM,
    Kind.FORUM_OPTION,
    Kind.BALLOT_ENTRY,
    Kind.ACTION_TEAM,
)
"""What organizers make beside what circles said; it goes only to other organizers of the program."""
