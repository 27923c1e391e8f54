"""What was found, in words."""

from __future__ import annotations

from dialogue_desk.desk.session.search import Hit, SearchResult
from dialogue_desk.ui.notes.note_rows import label_of
from dialogue_desk.ui.search.hit_list import HitRow
from dialogue_desk.words import Words
from dialogue_desk.words.part_names import titled
from dialogue_desk.words.times import day

_ONE_LINE = str.maketrans("\r\n\t\u2028\u2029", "     ")


def hit_rows(found: SearchResult, words: Words, *, everywhere: bool) -> list[HitRow]:
    """Return a row for each hit; within one circle its code goes without saying."""
    return [_row(hit, words, everywhere=everywhere) for hit in found.hits]


def how_many(found: SearchResult, words: Words) -> str:
    """Return "12 found"."""
    if not found.count:
        return words.tr("Nothing found")
    if found.uncounted:
        return words.tr("More than {count} found", count=found.count)
    return words.ntr("{count} found", "{count} found", found.count)


def _row(hit: Hit, words: Words, *, everywhere: bool) -> HitRow:
    where = [
        words.tr("Circle {code}", code=hit.circle.code) if everywhere else "",
        words.tr("Session {number}", number=hit.session.number),
        day(hit.session.start, hit.session.zone, words),
    ]
    label = [label_of(hit.body, words)]
    if hit.part is not None:
        number, title = hit.part
        part = titled(title, words)
        label.append(words.tr("{number}. {part}", number=number, part=part))
    return HitRow(
        str(hit.id),
        " · ".join(filter(None, where)),
        hit.excerpt.text.translate(_ONE_LINE),
        hit.excerpt.marks,
        " · ".join(label),
    )
