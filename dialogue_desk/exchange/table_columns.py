"""What the columns of tables hold: a name has one meaning and one type, in whichever table it stands.

In every form a table has the words "yes" and "no", and a cell that says nothing is empty: an empty cell in a
spreadsheet, NULL in SQL.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.domain.model.answers import Reply, Status
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Officers
from dialogue_desk.domain.model.closing import CloseStep, StepState
from dialogue_desk.domain.model.forum import ForumStage
from dialogue_desk.domain.model.guide import PartKind
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.domain.model.notes import Consent, Horizon, Level, NoteKind, Parked, Spread
from dialogue_desk.domain.model.organizing import FindingKind, Rung, SentenceRole
from dialogue_desk.domain.model.voices import VoiceKind


class ColumnType(StrEnum):
    """What stands in the cells of a column."""

    TEXT = "text"
    WHOLE = "whole number"
    DECIMAL = "number"
    YES_NO = "yes or no"
    DAY = "day"
    TIME = "day and time"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.  ``choices`` are all values that it can have; () where they are not counted."""

    name: str
    type: ColumnType
    meaning: str
    choices: tuple[str, ...] = ()


def column(table: str, name: str) -> Column:
    """Return what a column of a table holds.

    Raises:
        KeyError: when there is no such column.
    """
    own = f"{table}.{name}"
    type_, meaning = _COLUMNS[own if own in _COLUMNS else name]
    return Column(name, type_, meaning, _CHOICES.get(own) or _CHOICES.get(name) or ())


def _values(choices: type[StrEnum]) -> tuple[str, ...]:
    return tuple(one.value for one in choices)


_CHOICES: Mapping[str, tuple[str, ...]] = {
    "officers": _values(Officers),
    "sessions.state": _values(Phase),
    "closing_steps.state": _values(StepState),
    "step": _values(CloseStep),
    "parts.kind": _values(PartKind),
    "part_kinds_by_circle.kind": _values(PartKind),
    "notes.kind": _values(NoteKind),
    "clashes.kind": _values(Kind),
    "spread": _values(Spread),
    "consent": _values(Consent),
    "parked": _values(Parked),
    "level": _values(Level),
    "horizon": _values(Horizon),
    "rung": _values(Rung),
    "role": _values(SentenceRole),
    "counts": _values(FindingKind),
    "reply": _values(Reply),
    "status": _values(Status),
    "stage": _values(ForumStage),
    "voice_kind": _values(VoiceKind),
    "likenesses.about_kind": ("action", "theme"),
    "cards.about_kind": ("note", "action"),
}

TABLE_MEANINGS: Mapping[str, str] = {
    "about": "what these tables are, and on what terms they may be used",
    "columns": "what each column of each table holds",
    "programs": "a community's whole effort",
    "rounds": "the rounds of a program",
    "circles": "the groups that meet",
    "sessions": "each meeting of a circle; those with arrived = yes have begun",
    "parts": "how long each part of a session took",
    "part_kinds_by_circle": "how a circle holds each kind of part",
    "notes": "what was written down while people talked, a line each, without who said it",
    "actions": "what circles propose",
    "closings": "what each circle did at its wrap-up",
    "closing_steps": "which steps of a wrap-up were done",
    "top_themes": "the themes that a circle found most important",
    "overruled_parts": "where notes were taken against the guide, and why",
    "themes": "each theme once, whatever it is called, with how many circles raised it",
    "themes_by_circle": "which circle raised which theme",
    "note_themes": "each note under each of its themes",
    "action_themes": "each action idea under each of its themes",
    "ground_rules": "what a circle agreed on",
    "codings": "under which themes organizers count a note",
    "cards": "what organizers add to a proposal or a question: who must act",
    "likenesses": "how two action ideas, or two themes, stand to each other",
    "sentences": "the report's sentences: question, findings, asks, titles; a row for each language",
    "stars": "lines that organizers want in the report",
    "synonyms": "words that mean the same in a program",
    "answers": "the answers of whoever was asked, each under the code of its line",
    "progress": "what became of what was asked for or proposed",
    "forums": "how a program votes at its action forum, and how many ballots count",
    "forum_options": "what is voted on; its dots once the count is closed",
    "ballots": "each ballot as one person typed it, once the count is closed; nobody's name",
    "action_teams": "who goes on with a line, as roles and organizations",
    "voices": "whom a program wants in its circles, and how many were counted of them in the whole program",
    "invitations": "who was asked to invite people, as roles and organizations",
    "people_counts": "how many people of the whole program gave each answer of its tally sheet",
    "clashes": "every version of what two laptops wrote differently, until a person chooses",
}
"""What the rows of each table are."""

_ID = "the same on every laptop and in every file"
_NAMED: Mapping[ColumnType, Mapping[str, str]] = {
    ColumnType.TEXT: {
        "program_id": f"id of the program, {_ID}",
        "circle_id": f"id of the circle, {_ID}",
        "session_id": f"id of the session, {_ID}",
        "note_id": f"id of the note, {_ID}",
        "action_id": f"id of the action idea, {_ID}",
        "theme_id": "id of the theme; of several that are one, the one that stands for them",
        "ground_rule_id": f"id of the ground rule, {_ID}",
        "coding_id": f"id of what organizers say of the note, {_ID}",
        "card_id": f"id of the card, {_ID}",
        "likeness_id": f"id of what organizers say of the two, {_ID}",
        "sentence_id": f"id of the sentence, {_ID}",
        "star_id": f"id of the star, {_ID}",
        "synonym_id": f"id of the group of words, {_ID}",
        "answer_id": f"id of the answer, {_ID}",
        "progress_id": f"id of what became of a line, {_ID}",
        "forum_id": f"id of how the program votes, {_ID}",
        "forum_option_id": f"id of what is voted on, {_ID}",
        "ballot_id": f"id of the ballot as one person typed it, {_ID}",
        "team_id": f"id of the action team, {_ID}",
        "record_id": f"id of what was written differently, {_ID}",
        "program": "the program's code, or its name when it has no code",
        "circle": "the circle's code",
        "name": "what it is called",
        "code": "the program's short name",
        "languages": "codes of languages, with spaces between",
        "organizer": "who organizes the program",
        "contact": "how to reach the organizer",
        "actors": "who could act on what circles propose, with semicolons between",
        "answers": "who will answer the report",
        "data_license": "on what terms this data may be used",
        "guide": "the id of the guide",
        "guide_version": "the version of the guide",
        "plan": "the id of the session in the guide",
        "title": "what the guide calls the session",
        "place": "where people meet",
        "language": "the code of the language; of a line, its circle's where it says no other",
        "about": "what sort of circle it is",
        "affinity": "for whom it is, where it is for one group only",
        "round_name": "what the round is called",
        "formerly": "codes that the circle had before, with semicolons between",
        "into_circle_id": "the circle with which it goes on since they merged",
        "into_circle": "the code of the circle with which it goes on since they merged",
        "out_of_circle_id": "the circle it was split from",
        "out_of_circle": "the code of the circle it was split from",
        "state": "how far it is",
        "officers": "whether police officers were in the room; empty when nobody said",
        "track": "which of the plan's tracks the circle followed",
        "part_id": "the id of the guide's part; empty outside any",
        "part": "what the guide calls the part",
        "kind": "what sort it is",
        "line_code": "the short code of the line, as on paper",
        "text": "the words",
        "spread": "how widely it was held in the circle; empty when nobody noted it",
        "themes": "the circle's themes, with semicolons between",
        "counted_themes": "the themes under which it counts, wider ones too, with semicolons between",
        "consent": "of a quote, whether those who said it let it be repeated",
        "parked": "of a parked note, what became of it",
        "option_id": "the id of the option of its part that it is about",
        "option": "the option of its part that it is about",
        "what": "what is proposed or asked; organizers' words where they have any",
        "why": "why",
        "who": "who would have to act, as the circle wrote it",
        "first_step": "the first step",
        "strengths": "what there is to build on",
        "obstacles": "what is in the way",
        "level": "where the change would have to happen",
        "horizon": "when it could be taken up",
        "step": "a step of the wrap-up",
        "theme": "what the theme is called",
        "reason": "why",
        "own_theme_of": "the circle that made the theme; empty for one of the program",
        "also_written": "other ways in which its name is written, with semicolons between",
        "names": "what it is called in each language",
        "under_theme_id": "the wider theme that it belongs to",
        "under_theme": "what the wider theme is called",
        "written_as": "how the circle wrote the theme; empty where only organizers put the line there",
        "theme_ids": "ids of themes, with semicolons between",
        "about_id": "the action idea or the note that it is about",
        "about_kind": "whether that is an action idea or a note",
        "actor": "the office that has to act, or can answer",
        "reply": "what whoever was asked answered",
        "by": "the office that answered",
        "status": "what became of it",
        "changed": "what changed",
        "evidence": "by which it can be seen",
        "stage": "how far the vote is",
        "voice_id": f"id of the voice wanted, {_ID}",
        "invitation_id": f"id of the invitation, {_ID}",
        "category_id": f"id of the question of the tally sheet, {_ID}",
        "voice": "who is wanted",
        "voice_kind": "what sort of people",
        "question": "the question of the tally sheet",
        "answer": "the answer to that question",
        "voices": "the voices wanted that are meant, with semicolons between",
        "invited_by": "who was asked to invite people, as a role or an organization",
        "invited_for": "what they were asked",
        "ballot_words": "what the ballot says in each language",
        "dots_by_option": "the option's number and its dots, with semicolons between",
        "convener": "the role or organization that calls the team together",
        "facilitator": "the role or organization that leads its meetings",
        "support": "who helps the team",
        "joins": "who would take part, with semicolons between",
        "one_id": "one action idea, or theme",
        "one_line_code": "the short code of the one idea; empty for a theme",
        "one_text": "the one idea, or the name of the one theme",
        "other_id": "the other action idea, or theme",
        "other_line_code": "the short code of the other idea; empty for a theme",
        "other_text": "the other idea, or the name of the other theme",
        "rung": "how alike they are",
        "role": "what the sentence is for",
        "likenesses.about_kind": "whether they are action ideas or themes",
        "counts": "of a finding, what it counts",
        "about_ids": "the themes or ideas that it speaks of, with semicolons between",
        "line_id": "the note or the action idea",
        "words": "the words, with semicolons between",
        "lies_under": "the id of what it belongs to",
        "record_json": "this version in full",
        "subject": "what is told",
        "statement": "what is said of it",
        "of_table": "the table",
        "column_name": "the column",
        "holds": "what stands in its cells",
        "meaning": "what it means",
        "choices": "all values that it can have, with semicolons between; empty where they are not counted",
    },
    ColumnType.WHOLE: {
        "sessions": "how many sessions each circle has",
        "smallest_total": "no smaller number of people is shown",
        "round": "the place among the program's rounds, from 1; empty without one",
        "session": "the number of the session in its circle",
        "minutes_from_utc": "how far the room's clock is ahead of UTC, in minutes",
        "pauses": "how often the session paused",
        "people_expected": "how many people were expected",
        "people_present": "how many people came; empty when nobody counted",
        "interpretation_percent": "how long speech takes with its interpretation; 100 without",
        "parts.place": "the place in the session, from 1",
        "top_themes.place": "the place in the circle's order, from 1",
        "held": "how many were held",
        "part_kinds_by_circle.left_out": "how many were left out",
        "ran_over": "how many took longer than planned",
        "prompt": "the question of the part that was on, from 1; empty when none was",
        "dots": "how many dots the circle gave it; empty when it did not vote",
        "notes": "how many notes",
        "actions": "how many action ideas",
        "closings.read_back": "how many lines the circle heard again",
        "dots_each": "how many dots each person had",
        "voters": "how many people voted",
        "dots_in_all": "how many dots there were",
        "dots_placed": "how many dots were given",
        "circles": "how many circles raised it, as the app counts",
        "circles_counted": "how many circles stood behind it when a person last read it",
        "circles_met": "how many circles had met then",
        "place_in_order": "orders findings and asks, with gaps between",
        "wording": "the number of the version; screens show the first",
        "most_on_one": "how many of them could go to one option; empty where that was open",
        "ballots_given_out": "how many ballots were given out; empty when nobody counted",
        "ballots_counted": "how many ballots count",
        "ballots_spoiled": "how many ballots count for nothing",
        "ballots_left_out": "how many ballots are left out because two entries differ",
        "ballots_typed_once": "how many ballots one person alone typed",
        "ballot_option": "the number on the ballot",
        "forum_options.dots": "how many dots it got; empty until the count is closed",
        "forum_options.place": "1 for the most dots; those with as many share a place",
        "ballot": "the number of the ballot in the pile",
        "entry": "whose typing it is, 1 or 2",
        "ballots": "how many ballots it stands for: more than 1 on a tally sheet",
        "dots_given": "how many dots it gives",
        "people_hoped": "how many are hoped for; empty when nobody said",
        "people": "how many people; empty where nobody was counted or the number is hidden",
        "people_in_circles": "in how many circles people were counted",
        "people_of_circles": "how many circles met",
        "people_invited": "how many people they invited",
        "people_signed_up": "how many of these signed up",
        "signed_up": "how many people signed up; empty when nobody counted",
    },
    ColumnType.DECIMAL: {
        "planned_minutes": "minutes in the guide",
        "added_minutes": "minutes added while it ran",
        "actual_minutes": "minutes that it took",
        "paused_minutes": "minutes of pauses",
        "adapted_minutes": "minutes planned after what was added and re-planned",
    },
    ColumnType.YES_NO: {
        "sample": "whether it is the made-up community to try things on",
        "youth": "whether it is a circle of young people",
        "arrived": "whether the session has begun",
        "parts.held": "whether it was held",
        "always_over": "whether it took longer than planned every time",
        "sensitive": "whether only the organizer may read it",
        "read_back": "whether the circle heard it again at the wrap-up",
        "clash": "whether two versions wait for a person to choose",
        "aside": "whether it, or a theme that it is under, is about the talk itself and no finding",
        "by_circle": "whether the circle put the line under this theme",
        "counted": "whether the line counts under this theme, as in the app; for a wider theme too",
        "counts_as_one": "whether the two count as one",
        "left_out": "whether it is left out, and not proposed again",
        "with_circle": "whether circle and place may stand beside the line",
        "tied": "whether another option has as many dots; empty until the count is closed",
        "hidden": "whether few people, or what would give them away, are hidden",
        "spoiled": "whether it counts for nothing",
    },
    ColumnType.DAY: {
        "keep_until": "the day on which notes are to be erased",
        "answer_by": "the day by which an answer is asked",
        "forum": "the day of the action forum",
        "by_day": "by when",
        "next_day": "when there is more to hear",
        "first_day": "the first day",
        "invited_on": "the day on which they were asked",
        "last_day": "the last day",
    },
    ColumnType.TIME: {
        "planned_start": "when it was to begin, in the room",
        "planned_end": "when it had to end, in the room",
        "started": "when it began, in the room",
        "closed": "when it ended, in the room",
        "said_at": "when it was written down, in the room; empty when typed up later",
        "written_at_utc": "when this version was written, in UTC, by that laptop's clock",
    },
}
_COLUMNS: Mapping[str, tuple[ColumnType, str]] = {
    name: (type_, meaning) for type_, named in _NAMED.items() for name, meaning in named.items()
}
