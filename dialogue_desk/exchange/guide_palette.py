"""The parts and sessions that an author can add: each with a sensible length, and with first words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dialogue_desk.domain.model.guide import Cut, Mode, PartKind
from dialogue_desk.domain.model.guide_extras import CardKind
from dialogue_desk.exchange.guide_source import Piece, Section, Shape
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of


@dataclass(frozen=True, slots=True)
class Usual:
    """What a part of some kind usually is: its minutes, the fewest, when it may be cut, and other figures."""

    minutes: int
    floor: int
    cut: Cut = Cut.LAST
    each: int | None = None
    mode: Mode | None = None
    dots: int | None = None
    notes: bool = True


KINDS: Mapping[str, Mapping[PartKind, Usual]] = {
    "opening": {
        PartKind.WELCOME: Usual(5, 4, Cut.NEVER),
        PartKind.PRIVACY_NOTICE: Usual(3, 2, Cut.NEVER),
        PartKind.INTRODUCTIONS: Usual(12, 8, each=45),
        PartKind.ICEBREAKER: Usual(8, 5, Cut.FIRST),
        PartKind.CHECK_IN: Usual(12, 8, each=45),
        PartKind.GROUND_RULES: Usual(6, 4, Cut.NEVER),
        PartKind.RECAP: Usual(5, 3),
    },
    "talking": {
        PartKind.GO_ROUND: Usual(24, 18, each=90),
        PartKind.OPEN_TALK: Usual(20, 12),
        PartKind.CURIOUS_QUESTIONS: Usual(20, 12),
        PartKind.SILENCE: Usual(2, 1, Cut.FIRST, notes=False),
    },
    "small groups": {
        PartKind.PAIRS: Usual(10, 6, mode=Mode.PAIRS, notes=False),
        PartKind.TRIOS: Usual(15, 9, mode=Mode.TRIOS, notes=False),
        PartKind.FOURS: Usual(20, 12, mode=Mode.FOURS, notes=False),
        PartKind.CAUCUS: Usual(20, 15, mode=Mode.CAUCUS),
        PartKind.FISHBOWL: Usual(30, 20, mode=Mode.FISHBOWL),
        PartKind.GALLERY: Usual(15, 10, mode=Mode.GALLERY),
        PartKind.REPORT: Usual(10, 6),
    },
    "views and facts": {
        PartKind.VIEWS: Usual(15, 10),
        PartKind.CASES: Usual(20, 12),
        PartKind.FACTS: Usual(12, 8),
    },
    "deciding": {
        PartKind.BRAINSTORM: Usual(12, 8),
        PartKind.CLUSTER: Usual(10, 6),
        PartKind.BALLOT: Usual(8, 6, mode=Mode.BALLOT, dots=3),
        PartKind.ACTION_PLANNING: Usual(20, 12),
    },
    "closing": {
        PartKind.READ_BACK: Usual(8, 5, Cut.NEVER),
        PartKind.REFLECTION: Usual(10, 6),
        PartKind.CLOSING: Usual(8, 5, Cut.NEVER),
        PartKind.EVALUATION: Usual(4, 3, Cut.FIRST, notes=False),
        PartKind.BREAK: Usual(10, 6, Cut.FIRST, notes=False),
    },
}
"""All kinds of parts, in groups, in the order in which a session has them."""


def usual(kind: PartKind) -> Usual:
    """Return what a part of a kind usually is."""
    return next(kinds[kind] for kinds in KINDS.values() if kind in kinds)


def new_part(kind: PartKind, name: str, words: Words) -> Section:
    """Return a part of a kind, whose first words are in the language of ``words``."""
    about = usual(kind)
    figures = {
        "kind": kind,
        "minutes": about.minutes,
        "floor": about.floor,
        "cut": about.cut,
        "mode": about.mode,
        "each": about.each,
        "dots": about.dots,
    }
    marks = (f"#{name}", *(f"{key}={value}" for key, value in figures.items() if value is not None))
    shape, first = _first_words(kind, words)
    pieces = (Piece(shape, first), *(() if about.notes else (Piece(Shape.LABELLED, "off", "Notes"),)))
    return Section(2, name_of(kind, words), marks, pieces)


def new_session(name: str, words: Words) -> Section:
    """Return a session of ninety minutes that opens, has everyone speak, and closes."""
    parts = (
        new_part(kind, kind.value, words)
        for kind in (PartKind.WELCOME, PartKind.PRIVACY_NOTICE, PartKind.CHECK_IN, PartKind.CLOSING)
    )
    title = words.tr("A new session")
    return Section(1, title, (f"#{name}", "minutes=90"), sections=tuple(parts))


def new_step(words: Words) -> Section:
    """Return a step of a part."""
    return Section(3, words.tr("A new step"), ("minutes=5",))


def new_card(kind: CardKind, name: str, words: Words) -> Section:
    """Return a card of a kind."""
    marks = (f".{kind}", *([f"#{name}"] if name else []))
    return Section(
        3, name_of(kind, words), marks, (Piece(Shape.PARAGRAPH, words.tr("Write the card here.")),)
    )


def new_moment(name: str, words: Words) -> Section:
    """Return a moment: what to do when it gets hot."""
    said = words.tr("Let us stop for a moment and take a breath.")
    return Section(2, words.tr("A new moment"), (f"#{name}",), (Piece(Shape.SAID, said),))


def _first_words(kind: PartKind, words: Words) -> tuple[Shape, str]:
    """Return the first words of a part: what is said, or what is asked."""
    tr = words.tr
    said = {
        PartKind.WELCOME: tr("Welcome, and thank you for coming."),
        PartKind.PRIVACY_NOTICE: tr("Our notes say what was said, never who said it. You will hear them."),
        PartKind.GROUND_RULES: tr("These are ground rules that helped other circles. What would you add?"),
        PartKind.RECAP: tr("This is what we heard from you last time."),
        PartKind.SILENCE: tr("Let us be quiet for two minutes. Nobody has to say anything."),
        PartKind.VIEWS: tr("You will hear several views. Nobody here wrote them."),
        PartKind.CASES: tr("Listen to this story. It is made up, and something like it happened to many."),
        PartKind.FACTS: tr("Here are facts about our place. Take a minute to read them."),
        PartKind.CLUSTER: tr("Let us put next to each other what belongs together."),
        PartKind.BALLOT: tr("You have three dots. Put them where you want us to begin."),
        PartKind.READ_BACK: tr("I will read you our notes. Please say where they are not right."),
        PartKind.EVALUATION: tr("Please take two minutes for this page. You do not have to sign it."),
        PartKind.BREAK: tr("Let us take a break. We go on in ten minutes."),
    }
    asked = {
        PartKind.INTRODUCTIONS: tr("What is your name, and what brought you here?"),
        PartKind.ICEBREAKER: tr("What is a small thing that made you smile this week?"),
        PartKind.CHECK_IN: tr("How are you, in a sentence?"),
        PartKind.GO_ROUND: tr("What have you lived through that has to do with our question?"),
        PartKind.OPEN_TALK: tr("What do you hear that surprises you?"),
        PartKind.CURIOUS_QUESTIONS: tr("What would you like to understand better about what you heard?"),
        PartKind.PAIRS: tr("Tell each other: what matters most to you in this?"),
        PartKind.TRIOS: tr("In threes: what do you share, and where do you differ?"),
        PartKind.FOURS: tr("In fours: what would you like everyone to hear?"),
        PartKind.CAUCUS: tr("Among yourselves: what do you want the others to know?"),
        PartKind.FISHBOWL: tr("What would you say if you knew that everyone listened?"),
        PartKind.GALLERY: tr("Walk around and read. Where do you stop, and why?"),
        PartKind.REPORT: tr("What is the one thing that the others should hear from your group?"),
        PartKind.BRAINSTORM: tr("What could be done? Every idea counts."),
        PartKind.ACTION_PLANNING: tr("Who does what, by when, and who helps?"),
        PartKind.REFLECTION: tr("What do you see differently than when we began?"),
        PartKind.CLOSING: tr("What do you take home with you, in one word?"),
    }
    return (Shape.SAID, said[kind]) if kind in said else (Shape.ASKED, asked[kind])
