"""The letters and signs that sort a line while it is typed."""

from __future__ import annotations

from collections.abc import Sequence

from dialogue_desk.domain.model.notes import NoteKind, Spread
from dialogue_desk.domain.notes.shorthand import ACTION_SIGN, SIGNS, SPREADS
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of

ACTION = "action"
"""The choice of an action idea, beside the kinds of note."""

LETTERS = {
    NoteKind.EXPERIENCE: "E",
    NoteKind.CONCERN: "C",
    NoteKind.HOPE: "H",
    NoteKind.COMMON_GROUND: "G",
    NoteKind.DISAGREEMENT: "D",
    NoteKind.STRENGTH: "S",
    NoteKind.QUESTION: "Q",
    NoteKind.QUOTE: "U",
    NoteKind.PARKING_LOT: "P",
    NoteKind.DEBRIEF: "B",
    ACTION: "A",
}
"""The letter that chooses each kind, together with Alt."""

EARLIER_PART_LETTER = "L"
"""The letter that puts the line under an earlier part, together with Alt."""

OPTION_LETTER = "O"
"""The letter that chooses the next option that the line is about, together with Alt."""

SIGN_BY_KIND = {kind: sign for sign, kind in SIGNS.items()} | {ACTION: ACTION_SIGN}
_HOLD_TOGETHER, _NO_BREAK = "\N{NO-BREAK SPACE}", "\N{WORD JOINER}"


def kind_name(kind: str, words: Words) -> str:
    """Return the name of a kind of note or of ``ACTION``."""
    return words.tr("Action idea") if kind == ACTION else name_of(NoteKind(kind), words)


def signs_text(words: Words, known: Sequence[str] = ()) -> str:
    """Return the signs that may begin or end a line with their meanings, without the kinds ``known``."""
    shown = [f"{sign} {kind_name(kind, words)}" for sign, kind in _signs() if kind not in known]
    shown += [words.tr("#theme"), words.tr("/1 one voice to /4 everyone, /5 mixed")]
    return "   ".join(one.replace(" ", _HOLD_TOGETHER).replace("/", f"/{_NO_BREAK}") for one in shown)


def signs_aloud(words: Words) -> str:
    """Return the signs with their meanings for those who listen: a reader passes over signs."""
    tr = words.tr
    names = {
        "?": tr("question mark"),
        "!": tr("exclamation mark"),
        '"': tr("quotation mark"),
        "+": tr("plus"),
        "~": tr("tilde"),
        "*": tr("asterisk"),
        "^": tr("caret"),
    }
    said = [tr("{sign} for {kind}", sign=names[sign], kind=kind_name(kind, words)) for sign, kind in _signs()]
    said.append(tr("number sign and a word for a theme"))
    said.append(tr("slash and 1 for one voice to 4 for everyone, 5 for mixed"))
    return ", ".join(said)


def signs_with_meanings(words: Words) -> list[tuple[str, str]]:
    """Return each sign with its meaning."""
    spreads = [(mark, name_of(spread, words)) for mark, spread in SPREADS.items()]
    kinds = [(sign, kind_name(kind, words)) for sign, kind in _signs()]
    return [*kinds, ("#", words.tr("Theme")), *spreads]


def _signs() -> list[tuple[str, str]]:
    signs: list[tuple[str, str]] = [("?", NoteKind.QUESTION), (ACTION_SIGN, ACTION)]
    return signs + [(sign, kind) for sign, kind in SIGNS.items() if sign != "?"]


def left_out_sentence(spread: Spread, words: Words) -> str:
    """Return the sentence that says that an action idea does not take how widely it is held."""
    return words.tr("“{spread}” was left out: only notes say how many of you.", spread=name_of(spread, words))


def dropped_sentence(themes: Sequence[str], spread: Spread | None, words: Words) -> str:
    """Return the sentence that says what a note no longer has once it was typed over; "" when it has all."""
    marks = [*themes, *([name_of(spread, words)] if spread else [])]
    if not marks:
        return ""
    return words.tr("Removed from the note: {marks}.", marks=", ".join(f"“{mark}”" for mark in marks))
