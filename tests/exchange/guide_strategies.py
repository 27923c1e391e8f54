"""Guides of every sort, for what must hold of all of them."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import strategies as st

from dialogue_desk.domain.model.guide import (
    Audience,
    Cut,
    Guide,
    Hosts,
    Lead,
    Length,
    Measure,
    Mode,
    NotesPolicy,
    Part,
    PartKind,
    PartStep,
    SessionPlan,
)
from dialogue_desk.domain.model.guide_extras import (
    BlockKind,
    Card,
    CardKind,
    Carried,
    CarryOver,
    FillIn,
    Moment,
    Term,
    TextBlock,
)
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.exchange.guide_source import GuideSource, Piece, Section, Shape

MARKS = "#>-*+_`~=:;.,()[]{}<>|\\!\"'&/ 0123456789aBT\t\u00a0ñ漢ع🙂•\x0b\x85\u2028"
SIGNS = [
    "Tip: x", "Notes: off", "# x", "- x", "1. x", "12) x", "---", "***", "+", "> > x", "\\", "{#a}", "Ask: x",
    "For: x", "**Say:** x", "Two words: x", "tip: x", "| a | b |", "--- | ---", "```", "~~~", "===",
    "<b>x</b>", "<!-- x -->", "<div", "![a](b)", "#x", "####### x", "x {.optional}", "x {a=b}", "x {", "}",
    "•", "1987. x",
    "Tip :", "http://x", "&a", "*a", "[x]", '"x"', "|", "> x", "\\<b>", "x \\", "x #", "#", "1.", "C:\\x",
]  # fmt: skip
TEXTS = (
    st.one_of(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\r\0"), max_size=40),
        st.text(st.sampled_from(MARKS), max_size=20),
        st.sampled_from(SIGNS),
    )
    .map(str.strip)
    .filter(bool)
)
IDS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
SECONDS = st.integers(0, 1800)
MINUTES = st.integers(1, 600)
LINE = st.one_of(st.just(""), TEXTS)


def texts(most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(TEXTS, max_size=most).map(tuple)


def _merged(blocks: Iterable[TextBlock]) -> tuple[TextBlock, ...]:
    """Two lists of a kind, one after the other, are one in a text."""
    found: list[TextBlock] = []
    for block in blocks:
        if found and found[-1].kind is block.kind is not BlockKind.PARAGRAPH:
            found[-1] = TextBlock(block.kind, (*found[-1].texts, *block.texts))
        else:
            found.append(block)
    return tuple(found)


FACTS = st.lists(
    st.builds(
        FillIn, TEXTS.filter(lambda text: not text.endswith(")")), st.sampled_from(["", "the library"])
    ),
    max_size=2,
).map(tuple)
BLOCKS = st.lists(
    st.one_of(
        st.builds(TextBlock, st.just(BlockKind.PARAGRAPH), TEXTS.map(lambda text: (text,))),
        st.builds(
            TextBlock,
            st.sampled_from([BlockKind.BULLETS, BlockKind.NUMBERS]),
            st.lists(TEXTS, min_size=1, max_size=3).map(tuple),
        ),
    ),
    max_size=3,
).map(_merged)


@st.composite
def cards(draw: st.DrawFn) -> Card:
    kind = draw(st.sampled_from(CardKind))
    option = kind is CardKind.OPTION
    more = texts(2) if option else st.just(())
    return Card(
        kind,
        draw(TEXTS),
        draw(IDS if option else st.one_of(st.just(""), IDS)),
        draw(BLOCKS),
        draw(texts(2)),
        draw(FACTS),
        draw(more),
        draw(more),
        draw(more),
    )


LENGTHS = st.none() | st.one_of(
    st.builds(Length, st.just(Measure.SHARE), st.integers(1, 100), st.none() | MINUTES),
    st.builds(Length, st.sampled_from([Measure.EQUAL, Measure.EACH]), st.just(0), st.none() | MINUTES),
)


@st.composite
def parts(draw: st.DrawFn) -> Part:
    length, ask = draw(LENGTHS), draw(texts())
    each = length is not None and length.measure is Measure.EACH
    sizes = st.integers(2, 30)
    return Part(
        id=draw(IDS),
        kind=draw(st.sampled_from(PartKind)),
        title=draw(TEXTS),
        minutes=draw(MINUTES),
        floor=draw(MINUTES),
        cut=draw(st.sampled_from(Cut)),
        purpose=draw(LINE),
        say=draw(texts()),
        ask=ask,
        choose=draw(st.none() | st.integers(1, 50)),
        tips=draw(texts(2)),
        materials=draw(texts(2)),
        notes=draw(st.sampled_from(NotesPolicy)),
        wanted=draw(st.lists(st.sampled_from(NoteKind), unique=True).map(tuple)),
        seconds_each=draw(st.integers(5, 1800) if each else st.none() | st.integers(5, 1800)),
        silence=draw(SECONDS),
        pause=draw(SECONDS),
        steps=draw(
            st.lists(
                st.builds(PartStep, TEXTS, MINUTES, LINE, st.none() | MINUTES, st.just("") | IDS), max_size=2
            ).map(tuple)
        ),
        length=length,
        clock=draw(st.booleans()),
        at=draw(st.none() | st.integers(0, 24 * 60 - 1)),
        track=draw(st.just("") | IDS),
        mode=draw(st.none() | st.sampled_from(Mode)),
        lead=draw(st.none() | st.sampled_from(Lead)),
        table=draw(st.none() | st.tuples(sizes, sizes).map(lambda two: (min(two), max(two)))),
        hosts=draw(st.none() | st.sampled_from(Hosts)),
        local=draw(st.integers(0, 10)),
        dots=draw(st.none() | st.integers(1, 50)),
        optional=tuple(place for place in range(len(ask)) if draw(st.booleans())),
        note_taker=draw(texts(2)),
        carry_over=draw(
            st.lists(
                st.builds(
                    CarryOver,
                    st.lists(st.sampled_from([*NoteKind, *Carried]), min_size=1, max_size=3, unique=True).map(
                        tuple
                    ),
                ),
                max_size=2,
            ).map(tuple)
        ),
        fill_in=draw(FACTS),
        cards=draw(st.lists(cards(), max_size=2, unique_by=lambda card: card.id or id(card)).map(tuple)),
    )


PLANS = st.builds(
    SessionPlan,
    id=IDS,
    title=TEXTS,
    minutes=MINUTES,
    goal=LINE,
    parts=st.lists(parts(), min_size=1, max_size=3, unique_by=lambda part: part.id).map(tuple),
    before=texts(2),
    joint=st.booleans(),
    optional=st.booleans(),
)


@st.composite
def guides(draw: st.DrawFn) -> Guide:
    low, best, high = sorted(draw(st.tuples(*[st.integers(1, 500)] * 3)))
    words = TEXTS.filter(lambda text: ":" not in text and "\\" not in text)
    return Guide(
        id=draw(IDS),
        version=draw(st.from_regex(r"[0-9]{1,3}(\.[0-9]{1,3}){0,2}", fullmatch=True)),
        language=draw(st.sampled_from(["en", "es", "pt-BR", "zh-Hant"])),
        title=draw(TEXTS),
        summary=draw(LINE),
        people=(low, high),
        ground_rules=draw(texts()),
        sessions=draw(st.lists(PLANS, min_size=1, max_size=2, unique_by=lambda plan: plan.id).map(tuple)),
        best=draw(st.sampled_from([None, best])),
        audience=draw(st.none() | st.sampled_from(Audience)),
        license=draw(LINE),
        credit=draw(LINE),
        glossary=draw(st.lists(st.builds(Term, words, TEXTS), max_size=2).map(tuple)),
        moments=draw(
            st.lists(
                st.builds(Moment, IDS, TEXTS, LINE, texts(2), texts(2), texts(2)),
                max_size=2,
                unique_by=lambda moment: moment.id,
            ).map(tuple)
        ),
    )


COMMENTS = st.sampled_from(["<!-- later -->", "<!--\n\ntwo\nlines\n-->", "<!-- # x -->"]).map(
    lambda text: Piece(Shape.COMMENT, text)
)


@st.composite
def commented(draw: st.DrawFn, source: GuideSource) -> GuideSource:
    """A tree with comments between its pieces, and with words in braces that nobody knows."""

    def with_more(section: Section) -> Section:
        pieces = [one for piece in section.pieces for one in (*draw(st.lists(COMMENTS, max_size=1)), piece)]
        more = (
            draw(st.sampled_from([(), ("shade=blue",), (".gathering", "x-rank=1")])) if section.marks else ()
        )
        below = tuple(map(with_more, section.sections))
        return Section(section.depth, section.title, (*section.marks, *more), tuple(pieces), below)

    opening = tuple(draw(st.lists(COMMENTS, max_size=1)))
    return GuideSource(source.top, opening, tuple(map(with_more, source.sections)))
