"""Guides as the trees and texts of their files: what is written reads back as the same guide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogue_desk.domain.model.guide import Guide, Length, Measure, NotesPolicy, Part, PartStep, SessionPlan
from dialogue_desk.domain.model.guide_extras import BlockKind, Card, FillIn, Moment
from dialogue_desk.exchange.guide_source import GuideSource, Piece, Section, Shape, TopLine
from dialogue_desk.exchange.guide_writing import written

_SHAPES = {
    BlockKind.PARAGRAPH: Shape.PARAGRAPH,
    BlockKind.BULLETS: Shape.ASKED,
    BlockKind.NUMBERS: Shape.NUMBERED,
}


def write_guide(guide: Guide) -> str:
    """Return the text of a guide file, which reads back as the same guide."""
    return written(source_of(guide))


def source_of(guide: Guide) -> GuideSource:
    """Return the tree of a guide file, which reads back as the same guide."""
    return GuideSource(tuple(_top(guide)), (), tuple(_sections(guide)))


def _top(guide: Guide) -> Iterator[TopLine]:
    low, high = guide.people
    values = {
        "id": guide.id,
        "version": guide.version,
        "language": guide.language,
        "title": guide.title,
        "summary": guide.summary,
        "people": f"{low}-{high}" if guide.best is None else f"{low}-{guide.best}-{high}",
        "audience": guide.audience or "",
        "license": guide.license,
        "credit": guide.credit,
    }
    for key, value in values.items():
        if value:
            yield TopLine(key, f"\\{value}" if value[0] in "\\&*!|>[{\"'" else value)


def _sections(guide: Guide) -> Iterator[Section]:
    if guide.ground_rules:
        yield Section(1, "Ground rules", pieces=tuple(_pieces(Shape.ASKED, guide.ground_rules)))
    if guide.glossary:
        terms = (f"{term.word}: {term.meaning}" for term in guide.glossary)
        yield Section(1, "Glossary", pieces=tuple(_pieces(Shape.ASKED, terms)))
    yield from map(_session, guide.sessions)
    if guide.moments:
        yield Section(1, "Moments", sections=tuple(map(_moment, guide.moments)))


def _pieces(shape: Shape, texts: Iterable[str]) -> Iterator[Piece]:
    return (Piece(shape, text) for text in texts if text)


def _labelled(label: str, texts: Iterable[str]) -> Iterator[Piece]:
    return (Piece(Shape.LABELLED, text, label) for text in texts if text)


def _moment(moment: Moment) -> Section:
    pieces = (
        *_pieces(Shape.PARAGRAPH, [moment.happened]),
        *_pieces(Shape.SAID, moment.say),
        *_labelled("Next", moment.after),
        *_labelled("Stop", moment.stop),
    )
    return Section(2, moment.title, (f"#{moment.id}",), pieces)


def _session(plan: SessionPlan) -> Section:
    flags = [mark for mark, on in ((".joint", plan.joint), (".optional", plan.optional)) if on]
    pieces = (*_labelled("Goal", [plan.goal]), *_labelled("Before", plan.before))
    marks = (f"#{plan.id}", f"minutes={plan.minutes}", *flags)
    return Section(1, plan.title, marks, pieces, tuple(map(_part, plan.parts)))


def _part(part: Part) -> Section:
    below = (*map(_step, part.steps), *map(_card, part.cards))
    return Section(2, part.title, tuple(_marks(part)), tuple(_part_pieces(part)), below)


def _marks(part: Part) -> Iterator[str]:
    yield f"#{part.id}"
    floor = part.length.floor if part.length else part.floor
    table = part.table and "-".join(map(str, part.table))
    values = {
        "kind": part.kind,
        "minutes": _minutes(part),
        "clock": None if part.clock else "off",
        "at": None if part.at is None else f"{part.at // 60}:{part.at % 60:02}",
        "track": part.track or None,
        "floor": floor,
        "cut": part.cut,
        "mode": part.mode,
        "lead": part.lead,
        "choose": part.choose,
        "each": part.seconds_each,
        "pause": part.pause or None,
        "silence": part.silence or None,
        "table": table,
        "hosts": part.hosts,
        "local": part.local or None,
        "dots": part.dots,
    }
    yield from (f"{key}={value}" for key, value in values.items() if value is not None)


def _minutes(part: Part) -> str:
    match part.length:
        case None:
            return str(part.minutes)
        case Length(Measure.SHARE, percent):
            return f"{percent}%"
        case length:
            return length.measure


def _part_pieces(part: Part) -> Iterator[Piece]:
    yield from _pieces(Shape.PARAGRAPH, [part.purpose])
    yield from _pieces(Shape.SAID, part.say)
    for question in part.questions:
        yield Piece(Shape.ASKED, question.text, marks=(".optional",) if question.optional else ())
    yield from _labelled("Tip", part.tips)
    yield from _labelled("Note-taker", part.note_taker)
    yield from _labelled("Materials", part.materials)
    if part.notes is not NotesPolicy.ON:
        yield from _labelled("Notes", [part.notes])
    yield from _labelled("Wanted", [", ".join(part.wanted)])
    for carried in part.carry_over:
        sessions = f" from {', '.join(carried.sessions)}" if carried.sessions else ""
        yield from _labelled("Carry over", [", ".join(carried.what) + sessions])
    yield from _fill_in(part.fill_in)


def _fill_in(facts: Iterable[FillIn]) -> Iterator[Piece]:
    return _labelled("Fill in", (f"{one.text} ({one.where})" if one.where else one.text for one in facts))


def _step(step: PartStep) -> Section:
    values = {"minutes": step.minutes, "floor": step.floor, "equal": step.equal or None}
    marks = tuple(f"{key}={value}" for key, value in values.items() if value is not None)
    return Section(3, step.title, marks, tuple(_pieces(Shape.PARAGRAPH, [step.text])))


def _card(card: Card) -> Section:
    marks = (f".{card.kind}", *([f"#{card.id}"] if card.id else []))
    pieces = (
        *(piece for block in card.text for piece in _pieces(_SHAPES[block.kind], block.texts)),
        *_pieces(Shape.SAID, card.say),
        *_fill_in(card.fill_in),
        *_labelled("For", card.gains),
        *_labelled("Against", card.losses),
        *_labelled("Trade-off", card.trade_offs),
    )
    return Section(3, card.title, marks, pieces)
