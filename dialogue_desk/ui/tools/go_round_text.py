"""What the screen says about a go-round."""

from __future__ import annotations

from dialogue_desk.domain.model.ids import MINUTE, SECOND, Milliseconds
from dialogue_desk.domain.run.go_round import GoRound, RoundMove, RoundPhase, RoundReading
from dialogue_desk.ui.widgets.seating_table import SeatState, SeatsView
from dialogue_desk.words import Words
from dialogue_desk.words.times import clock_text

_SPOKEN_STEP = 10 * SECOND
"""How exactly screen readers are told the time: a sentence that changed each second would chatter."""

TURNS = (RoundPhase.SPEAKING, RoundPhase.ASKING_AGAIN)
"""The phases in which someone has the turn."""


def seats_of(go_round: GoRound, reading: RoundReading, words: Words) -> SeatsView:
    """Return what the table shows of a go-round."""
    states = dict.fromkeys(range(1, go_round.plan.people + 1), SeatState.WAITING)
    states |= dict.fromkeys(reading.heard, SeatState.HEARD)
    states |= dict.fromkeys(reading.passed, SeatState.PASSED)
    states |= dict.fromkeys(reading.passed_for_now, SeatState.FOR_NOW)
    if reading.seat is not None:
        states[reading.seat] = SeatState.TURN if reading.phase in TURNS else SeatState.NEXT
    left = reading.left_ms
    return SeatsView(
        seats=tuple(states.values()),
        head=whose_turn(reading, words),
        figures="" if left is None else clock_text(left),
        foot=_foot(reading, words),
        late=is_over_time(reading),
        accessible_text=reading_text(reading, words),
    )


def whose_turn(reading: RoundReading, words: Words) -> str:
    """Return "Seat 4 speaks", or what happens while nobody speaks."""
    match reading.phase:
        case RoundPhase.SILENCE:
            return words.tr("Silence first; then seat {seat}", seat=reading.seat)
        case RoundPhase.BETWEEN:
            return words.tr("Short pause, then seat {seat}", seat=reading.seat)
        case RoundPhase.SPEAKING:
            return words.tr("Seat {seat} speaks", seat=reading.seat)
        case RoundPhase.ASKING_AGAIN:
            return words.tr("Seat {seat} is asked again", seat=reading.seat)
        case RoundPhase.DONE:
            return words.tr("The go-round is over")
        case RoundPhase.READY:
            return words.tr("Seat {seat} begins", seat=reading.seat)


def reading_text(reading: RoundReading, words: Words) -> str:
    """Return the whole table in one sentence: "Seat 4 speaks, 1:10 left; heard 3, waiting 6"."""
    said = whose_turn(reading, words)
    if reading.paused:
        said = words.tr("Paused. {what}", what=said)
    left = reading.left_ms
    if left is not None and left > 0:
        coarse = -(-left // _SPOKEN_STEP) * _SPOKEN_STEP
        said = words.tr("{what}, {time} left", what=said, time=clock_text(coarse))
    elif left is not None:
        said = words.tr("{what}, over time", what=said)
    return f"{said}; {', '.join(count for _, count in counts(reading, words))}"


def is_over_time(reading: RoundReading) -> bool:
    """Return whether someone has the turn and its time is over."""
    return reading.phase in TURNS and reading.left_ms is not None and reading.left_ms <= 0


def next_press(reading: RoundReading | None, words: Words) -> tuple[str, str]:
    """Return what the main button says, and its icon; ``reading`` is None before the go-round begins."""
    tr = words.tr
    if reading is None:
        return tr("Begin"), "play"
    if reading.phase is RoundPhase.DONE:
        return tr("Back to the part"), "back"
    if RoundMove.BEGIN in reading.allowed:
        return tr("Seat {seat} now", seat=reading.seat), "next"
    after = reading.waiting + reading.passed_for_now
    if after and reading.seat is not None:
        return tr("Done. Next: seat {seat}", seat=after[0]), "next"
    return tr("Done. That was everyone"), "check"


def counts(reading: RoundReading, words: Words) -> tuple[tuple[SeatState, str], ...]:
    """Return how many are heard and waiting, and how many passed, where anyone did."""
    texts = [
        (SeatState.HEARD, words.tr("heard {count}", count=len(reading.heard))),
        (SeatState.WAITING, words.tr("waiting {count}", count=len(reading.waiting))),
    ]
    if reading.passed_for_now:
        for_now = words.tr("passed for now {count}", count=len(reading.passed_for_now))
        texts.append((SeatState.FOR_NOW, for_now))
    if reading.passed:
        texts.append((SeatState.PASSED, words.tr("passed {count}", count=len(reading.passed))))
    return tuple(texts)


def rest(reading: RoundReading, words: Words) -> str:
    """Return how long the go-round will still take; "" when no clock runs."""
    if reading.phase is RoundPhase.DONE or reading.rest_ms is None:
        return ""
    return words.tr("The go-round has {length} left", length=length(reading.rest_ms, words))


def length(time: Milliseconds, words: Words) -> str:
    """Return "27 min", rounded up, or "40 s" when it is less than a minute."""
    if time < MINUTE:
        return words.tr("{seconds} s", seconds=-(-time // SECOND))
    return words.tr("{minutes} min", minutes=-(-time // MINUTE))


def _foot(reading: RoundReading, words: Words) -> str:
    if reading.paused:
        return words.tr("paused")
    return words.tr("over time; let the sentence end") if is_over_time(reading) else ""
