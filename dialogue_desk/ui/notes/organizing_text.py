"""What organizers made, in words: each version of it, for a person who compares it with another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from dialogue_desk.domain.model.answers import Answer, Progress
from dialogue_desk.domain.model.bodies import Body
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.model.organizing import (
    Card,
    Coding,
    Likeness,
    ReportOutline,
    ReportSentence,
    Star,
    Synonyms,
    spoken_of,
)
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names, language_name
from dialogue_desk.words.names import name_of

ORGANIZERS = (Coding, Likeness, Card, Star, ReportSentence, ReportOutline, Synonyms, Answer, Progress)
"""What organizers make of what circles said."""


def line_shown(body: Body | None, lines: Mapping[RecordId, str], language: str) -> str:
    """Return the line that ``body`` is about, by which a person knows it, or a sentence itself.

    ``lines`` are the words of notes, ideas and themes.
    """
    match body:
        case ReportSentence(texts=texts):
            return dict(texts).get(language) or next((text for _, text in texts), "")
        case Synonyms(words=same):
            return ", ".join(same)
        case _:
            return "\n".join(lines[one] for one in spoken_of(body) if lines.get(one))


def organizing_details(
    body: Body | None, lines: Mapping[RecordId, str], themes: Mapping[RecordId, Theme], words: Words
) -> Iterable[tuple[str, str]]:
    """Yield what a version says beside its line: names and values, "" for what it leaves open."""
    tr = words.tr
    match body:
        case Coding():
            names = [themes[theme].called(words.language) for theme in body.themes if theme in themes]
            yield tr("Themes"), join_names(names, words) or tr("no theme")
        case Likeness():
            yield tr("How they compare"), name_of(body.rung, words)
            yield tr("Why"), body.why
        case Card():
            yield tr("Who must act"), body.actor
            yield tr("Who would join"), join_names(list(body.joins), words)
            yield tr("What"), body.what
            yield tr("First step"), body.first_step
            yield tr("Level"), _named(body.level, words)
            yield tr("When"), _named(body.horizon, words)
        case Star():
            placed = tr("with its circle and place") if body.with_circle else tr("without its circle")
            yield tr("In the report"), placed
        case ReportSentence():
            yield from ((language_name(code, words), text) for code, text in body.texts)
            yield tr("About"), line_shown(Coding(body.about[0]), lines, "") if body.about else ""
            yield tr("Who must act"), body.actor
            yield tr("By when"), body.by
            yield tr("In the report"), tr("left out") if body.left_out else tr("yes")
        case ReportOutline():
            yield tr("Sections"), ", ".join(body.sections)
            yield tr("Left out"), ", ".join(body.left_out)
            yield tr("Headings"), "; ".join(heading for _, _, heading in body.headings)
        case Answer() | Progress():
            yield from _follow_up_details(body, words)
        case _:
            return


def _follow_up_details(body: Answer | Progress, words: Words) -> Iterable[tuple[str, str]]:
    tr = words.tr
    match body:
        case Answer():
            yield tr("Answer"), name_of(body.reply, words)
            yield tr("Why"), body.why
            yield tr("By whom"), body.by
            yield tr("Next date"), body.next_day
        case Progress():
            yield tr("Status"), name_of(body.status, words)
            yield tr("What changed"), body.changed
            yield tr("Evidence"), body.evidence
            yield tr("Next date"), body.next_day


def _named(member: StrEnum | None, words: Words) -> str:
    return "" if member is None else name_of(member, words)
