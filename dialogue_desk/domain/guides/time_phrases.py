"""Minutes as people write them in agendas, in English and Spanish: "20 min", "7:00–7:20", "media hora"."""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_MINUTES = 600
_EARLIEST_HOUR = 6
_HALF_A_DAY = 12 * 60
_MOST_LETTERS = 1000
"""A longer text is no heading, and looking through it for times would only take long."""

_COUNTED = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30,
    "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "ninety": 90,
    "un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8,
    "nueve": 9, "diez": 10, "doce": 12, "quince": 15, "veinte": 20, "veinticinco": 25, "treinta": 30,
    "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "noventa": 90,
}  # fmt: skip

_NUMBER = rf"(?:\d{{1,3}}(?:[.,]\d)?\s?[½¼¾]?|[½¼¾]|(?:{'|'.join(sorted(_COUNTED, key=len, reverse=True))}))"
_TO = r"(?:-|–|—|to|a|until|hasta)"
_HOUR = r"(?:(?:hours?|hrs?|horas?)\b\.?|h(?![^\W\d]))"
_MINUTE = r"(?:(?:minutes?|minutos?|mins?|min)\b\.?|['’′](?![\w’']))"
_PER_PERSON = r"(?!\s*(?:each\b|apiece\b|per\s|por\s|cada\s|for each\b|a person))"
_DURATION = re.compile(
    rf"(?<![\w:.,])(?:"
    rf"(?P<half>half an hour|half hour|media hora)"
    rf"|(?P<quarter>(?:a )?quarter of an hour|(?:un )?cuarto de hora)"
    rf"|(?P<three>three quarters of an hour|tres cuartos de hora)"
    rf"|(?:(?P<from_hours>{_NUMBER})\s*{_TO}\s*)?(?P<hours>{_NUMBER})[\s-]*{_HOUR}"
    rf"(?:,?\s*(?:(?:and|y)\s+)?(?:(?P<more>{_NUMBER})\s*{_MINUTE}"
    rf"|(?P<and_half>(?:and )?a half|(?:y )?media)\b|(?P<tight>[0-5]\d)\b))?"
    rf"|(?:(?P<from_minutes>{_NUMBER})\s*{_TO}\s*)?(?P<minutes>{_NUMBER})[\s-]*{_MINUTE}"
    rf"){_PER_PERSON}",
    re.IGNORECASE,
)
_NOON = r"(?:\s*(?P<{0}>[ap]\.?\s?m\b\.?))?"
_CLOCK = r"(?P<{0}h>[01]?\d|2[0-4])(?:[:.h](?P<{0}m>[0-5]\d))(?:\s*h(?:rs)?\b\.?)?" + _NOON.format("{0}noon")
_LOOSE = r"(?P<{0}h>[01]?\d|2[0-4])(?:[:.h](?P<{0}m>[0-5]\d))?(?:\s*h(?:rs)?\b\.?)?" + _NOON.format("{0}noon")
_RANGE = re.compile(
    rf"(?<![\w:.,])(?:(?:from|de|desde las?|de las?)\s+)?{_LOOSE.format('b')}\s*{_TO}(?:\s+las?)?\s*"
    rf"{_LOOSE.format('e')}(?![\w:½]|[.,]\d)",
    re.IGNORECASE,
)
_START = re.compile(
    rf"(?:at\s+|a las?\s+)?(?:{_CLOCK.format('b')}|(?P<oh>[01]?\d)\s*(?P<onoon>[ap]\.?\s?m\b\.?))"
    r"(?![\w:]|[.,]\d)",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"\b(?:about|approx(?:imately|\.)?|around|circa|ca\.|up to|(?:in |en )?total|in all|max(?:imum|\.)?|long"
    r"|needed|estimated|aprox(?:imadamente|\.)?|unos|unas|alrededor de|cerca de|m[aá]ximo|duraci[oó]n"
    r"|duration|time|tiempo)(?!\w)[:.]?",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_EDGES = " \t-–—:|,;·•/~+"
_ORDINAL = re.compile(r"^(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]|[ivxIVX]{1,4}[.)]|[A-Ha-h][.)])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Timed:
    """A text without its time phrase, the phrase, and what it means: minutes, and perhaps the time of day."""

    text: str
    phrase: str = ""
    minutes: int | None = None
    starts: int | None = None

    @property
    def has_time(self) -> bool:
        """Whether there was a time phrase at all."""
        return self.minutes is not None or self.starts is not None

    @property
    def is_only_time(self) -> bool:
        """Whether nothing but the time was there, and words such as "about" around it."""
        return self.has_time and not _FILLER.sub("", self.text).strip(_EDGES + ".()[]")


def timed(text: str, *, sentence: bool = False) -> Timed:
    """Find the time in a heading, an agenda line, or (``sentence``) anywhere in running text.

    A time for each person is not the time of a part, and is left where it is.
    """
    if len(text) > _MOST_LETTERS:
        return Timed(text.strip())
    found = _clock_range(text) or (None if sentence else _start(text)) or _duration(text)
    if found is None:
        return Timed(text.strip())
    (begin, end), minutes, starts = found
    left, phrase = _without(text, begin, end)
    more = _duration(left) if starts is not None and not sentence else None
    if more is not None and (minutes is None or more[1] == minutes):
        # "7:00 Welcome (20 min)" says the same thing twice, or a start and a length.
        minutes = more[1]
        left, again = _without(left, *more[0])
        phrase = f"{phrase} {again}"
    return Timed(left, phrase, minutes, starts)


def bare_minutes(text: str) -> int | None:
    """Return the minutes in a cell of a column of minutes, which may be a figure alone."""
    number = text.strip()
    return int(number) if re.fullmatch(r"[1-9]\d{0,2}", number) else timed(number).minutes


def without_ordinal(text: str) -> str:
    """Return a title without the ``3.`` or ``b)`` before it."""
    return _ORDINAL.sub("", text.strip())


_Found = tuple[tuple[int, int], int | None, int | None]


def _duration(text: str) -> _Found | None:
    for match in _DURATION.finditer(text):
        minutes = _minutes_of(match)
        if minutes is not None and 1 <= minutes <= MOST_MINUTES:
            return match.span(), minutes, None
    return None


def _minutes_of(match: re.Match[str]) -> int | None:
    for group, spoken in (("half", 30), ("quarter", 15), ("three", 45)):
        if match[group]:
            return spoken
    if match["hours"]:
        hours = _number(match["hours"])
        more = 30.0 if match["and_half"] else _number(match["more"] or match["tight"] or "0")
        return None if hours is None or more is None else round(hours * 60 + more)
    minutes = _number(match["minutes"])
    return None if minutes is None else round(minutes)


def _number(text: str) -> float | None:
    plain = text.strip().casefold()
    if plain in _COUNTED:
        return _COUNTED[plain]
    parts = {"½": 0.5, "¼": 0.25, "¾": 0.75}
    piece = parts.get(plain[-1:], 0.0)
    figures = plain.rstrip("½¼¾").strip().replace(",", ".")
    try:
        return float(figures or 0) + piece
    except ValueError:
        return None


def _clock_range(text: str) -> _Found | None:
    for match in _RANGE.finditer(text):
        if not (match["bm"] or match["em"] or match["bnoon"] or match["enoon"]):
            continue  # "8-12" may be people, pages or points
        begin, end = _clock(match, "b"), _clock(match, "e")
        minutes = (end - begin) % _HALF_A_DAY
        if 1 <= minutes <= MOST_MINUTES:
            return match.span(), minutes, begin
    return None


def _start(text: str) -> _Found | None:
    match = _START.match(text.lstrip(" \t([|"))
    if match is None or ("h" in match[0] and int(match["bh"] or 12) < _EARLIEST_HOUR):
        return None  # "1h30" is how long it takes
    shift = len(text) - len(text.lstrip(" \t([|"))
    begin, end = match.span()
    prefix = "o" if match["oh"] else "b"
    return (begin + shift, end + shift), None, _clock(match, prefix)


def _clock(match: re.Match[str], prefix: str) -> int:
    hour = int(match[f"{prefix}h"])
    minute = int(match[f"{prefix}m"] or 0) if prefix != "o" else 0
    noon = (match[f"{prefix}noon"] or "").casefold()
    if noon.startswith("p") and hour < 12:
        hour += 12
    return hour * 60 + minute


def _without(text: str, begin: int, end: int) -> tuple[str, str]:
    """Return the text without the phrase, and the phrase; brackets around nothing else go with it."""
    for brackets in _BRACKETS.finditer(text):
        if brackets.start() <= begin and end <= brackets.end():
            inside = text[brackets.start() + 1 : begin] + text[end : brackets.end() - 1]
            if not _FILLER.sub("", inside).strip(_EDGES + "."):
                begin, end = brackets.span()
            else:
                kept = inside.strip(_EDGES)
                left = f"{text[: brackets.start()]}({kept}){text[brackets.end() :]}"
                return _tidy(left), text[begin:end].strip()
            break
    else:
        before = re.search(rf"(?:{_FILLER.pattern}[\s:]*)+$", text[:begin], re.IGNORECASE)
        begin = before.start() if before and before.start() else begin
    return _tidy(f"{text[:begin].rstrip(_EDGES)} {text[end:].lstrip(_EDGES)}"), text[begin:end].strip()


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(_EDGES)
