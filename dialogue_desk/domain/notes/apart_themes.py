"""Which names of themes a person said do not mean the same, so that they are suggested no more.

What is remembered goes by the names, not by the themes: circles give one theme many records.  Two laptops
that remember one pair write one record.
"""

from __future__ import annotations

import hashlib

from dialogue_desk.domain.model.closing import fact_id
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ThemesApart
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.records.changes import Write


def apart_id(owner: RecordId, one: str, other: str) -> RecordId:
    """Return the id of the record in which ``owner``, a program or a circle, keeps two names apart."""
    return fact_id(owner, f"apart:{_mark(owner, one, other)}")


def keeping_apart(owner: RecordId, one: str, other: str) -> Write:
    """Return the writing of that record."""
    return Write.of(apart_id(owner, one, other), owner, ThemesApart(_mark(owner, one, other)))


def _mark(owner: RecordId, one: str, other: str) -> str:
    names = sorted((twin_key(one), twin_key(other)))
    return hashlib.sha256("\0".join((owner, *names)).encode()).hexdigest()[:24]
