"""Circles and what has arrived of them, as plain values."""

from dataclasses import replace

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.program_overview import ArrivedSession, CircleRow, picture_of


def came(people=10, *, notes=3, conflicts=0, closed=True, news=0, guide="bridges 1"):
    """Return a session to which so many people came."""
    return ArrivedSession(
        RecordId("s"), people, notes, 0, conflicts, closed, checked=True, news=news, guide=guide
    )


def pictured(*rows, place="Library"):
    """Return the picture of circles C1, C2 ..., each given as its sessions."""
    circles = tuple(
        CircleRow(
            RecordId(f"c{number}"),
            f"C{number}",
            place,
            "en",
            tuple(
                one and replace(one, session_id=RecordId(f"c{number}-s{at}")) for at, one in enumerate(row, 1)
            ),
        )
        for number, row in enumerate(rows, 1)
    )
    columns = tuple(range(1, max(map(len, rows), default=1) + 1))
    return replace(picture_of(None, None, (), (), ()), rows=circles, columns=columns)
