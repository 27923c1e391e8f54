"""Writes the draft of a guide as the text of a guide file."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_desk.domain.guides.drafting import DraftCard, DraftPart, DraftSession, DraftStep, GuideDraft
from dialogue_desk.domain.model.text import one_line
from dialogue_desk.exchange.guide_source import GROUND_RULES, GuideSource, Piece, Section, Shape, TopLine
from dialogue_desk.exchange.guide_writing import written


def guide_draft_text(draft: GuideDraft) -> str:
    """Return the text of the guide."""
    top = {
        "id": draft.id,
        "version": "1.0.0",
        "language": draft.language,
        "title": one_line(draft.title),
        "people": f"{draft.people[0]}-{draft.people[1]}",
    }
    rules = Section(1, GROUND_RULES, pieces=_pieces(Shape.ASKED, draft.ground_rules))
    sessions = tuple(map(_session, draft.sessions))
    lines = tuple(TopLine(key, value) for key, value in top.items())
    return written(GuideSource(lines, sections=(rules, *sessions) if draft.ground_rules else sessions))


def _session(session: DraftSession) -> Section:
    return Section(
        1,
        one_line(session.title),
        (f"#{session.id}", f"minutes={session.minutes}"),
        (*_labelled("Goal", session.goals), *_labelled("Before", session.before)),
        tuple(map(_part, session.parts)),
    )


def _part(part: DraftPart) -> Section:
    return Section(
        2,
        one_line(part.title),
        (f"#{part.id}", f"kind={part.kind}", f"minutes={part.minutes}"),
        (
            *_paragraph(part.purpose),
            *_pieces(Shape.SAID, part.say),
            *_pieces(Shape.ASKED, part.ask),
            *_labelled("Tip", part.tips),
            *_labelled("Note-taker", part.note_taker),
            *_labelled("Materials", part.materials),
        ),
        (*map(_step, part.steps), *map(_card, part.cards)),
    )


def _step(step: DraftStep) -> Section:
    return Section(3, one_line(step.title), (f"minutes={step.minutes}",), _paragraph(step.text))


def _card(card: DraftCard) -> Section:
    pieces = (Piece(Shape.ASKED if listed else Shape.PARAGRAPH, one_line(text)) for text, listed in card.text)
    return Section(3, one_line(card.title), (".handout",), tuple(pieces))


def _paragraph(texts: tuple[str, ...]) -> tuple[Piece, ...]:
    return _pieces(Shape.PARAGRAPH, (" ".join(texts),) if texts else ())


def _pieces(shape: Shape, texts: Iterable[str]) -> tuple[Piece, ...]:
    return tuple(Piece(shape, one_line(text)) for text in texts)


def _labelled(label: str, texts: Iterable[str]) -> tuple[Piece, ...]:
    return tuple(Piece(Shape.LABELLED, one_line(text), label) for text in texts)
