"""Searches notes and action ideas, in one circle or in all that are on this laptop."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import UNKNOWN_CIRCLE, Folders
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Session
from dialogue_desk.domain.model.guide import SessionPlan
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Note, Theme, about
from dialogue_desk.domain.model.text import plain_letters
from dialogue_desk.domain.notes.joined_themes import stand_ins
from dialogue_desk.domain.notes.search_terms import Excerpt, SearchQuery, excerpt, parse_query, search_words
from dialogue_desk.domain.overview.session_folder import stored
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.search_index import MOST_COUNTED

_MOST_THEMES = 24
"""The most themes whose notes are looked for; more have names of one letter in common."""
AT_ONCE = 50
"""So many hits are shown; a person who gets more types another word."""

_Parts: TypeAlias = dict[str, tuple[int, str]]
"""The number and title of each part of a plan, by its id."""

NO_WORDS = parse_query("")
"""Finds no words: for lines that were found otherwise."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One note or action idea in which the words were found, and where it belongs.

    ``part`` is the number of its part in the session's plan, from 1, and the part's title; it is None for
    what was said outside of parts.  ``option`` is the title of the option of that part that it is about.
    ``theme`` is the theme by whose name it was found, ``code`` the code by which it was; "" otherwise.
    """

    id: RecordId
    body: Note | ActionIdea
    excerpt: Excerpt
    session_id: RecordId
    session: Session
    circle: Circle
    part: tuple[int, str] | None = None
    theme: str = ""
    option: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What a search found: how many hits, and the first of them.

    With ``uncounted`` there are more hits than ``count``.  ``query`` is false when no words were typed.
    """

    query: SearchQuery
    count: int = 0
    hits: tuple[Hit, ...] = ()
    uncounted: bool = False


def search(
    desk: Desk, folders: Folders, text: str, within: RecordId | None = None, most: int = AT_ONCE
) -> SearchResult:
    """Search for ``text`` in the circle ``within``, or in all for None.

    All the words must be found, in what was said or in the name of its theme; the last may be unfinished.
    Where the first word is the code of a circle, or one it had before, the others are looked for in that
    circle, and by itself it finds what the circle said last.

    Raises:
        DeskTrouble: when the desk file cannot be read.
    """
    query = parse_query(text)
    if not query:
        return SearchResult(query)
    code, _, words = text.strip().partition(" ")
    circles = _circles_called(desk, code) if within is None else [within]
    in_circles = [session for circle in circles for session in _sessions_of(desk, circle)]
    if within is None and in_circles and words.strip():
        found = _search(desk, folders, parse_query(words), in_circles, (), most)
        if found.count:
            return found
    if within is not None:
        return _search(desk, folders, query, in_circles, (), most)
    return _search(desk, folders, query, None, () if words.strip() else in_circles, most)


def _search(
    desk: Desk,
    folders: Folders,
    query: SearchQuery,
    owners: list[RecordId] | None,
    whole: Sequence[RecordId],
    most: int,
) -> SearchResult:
    """Search the sessions ``owners``, all for None; what the sessions ``whole`` have is found as well."""
    count, ids = _found(desk, query, owners, most)
    for session in whole:
        said = [one.id for one in desk.file.records.under(session, Kind.NOTE, Kind.ACTION) if one.body]
        said = [one for one in reversed(said) if one not in ids]
        count, ids = count + len(said), [*ids, *said[: max(0, most - len(ids))]]
    themes = _themes_called(desk, query)
    room = max(0, most - len(ids))
    under = desk.file.search.under_themes([*themes][:_MOST_THEMES], owners, room + len(ids)) if room else []
    more = [record_id for record_id in under if record_id not in ids][:room]
    count, ids = count + len(more), [*ids, *more]
    known = desk.file.records.known(ids)
    places = HitContext(desk, folders, [record.owner for record in known.values()])
    hits = tuple(
        hit
        for record_id in ids
        if (record := known.get(record_id)) is not None
        and isinstance(record.body, Note | ActionIdea)
        and (hit := places.hit(record.id, record.owner, record.body, query)) is not None
    )
    hits = tuple(_with_theme(hit, themes) if hit.id in more else hit for hit in hits)
    counted = len(hits) if count <= most else min(count, MOST_COUNTED)
    return SearchResult(query, counted, hits, count > MOST_COUNTED)


def _circles_called(desk: Desk, code: str) -> list[RecordId]:
    """Return the circles that have this code, or had it before."""
    wanted = plain_letters(code)
    return [
        one.id
        for one in desk.file.records.of_kind(Kind.CIRCLE)
        if isinstance(one.body, Circle) and wanted in map(plain_letters, (one.body.code, *one.body.formerly))
    ]


def _sessions_of(desk: Desk, circle: RecordId) -> list[RecordId]:
    """Return the sessions of a circle, the last first."""
    sessions = stored(desk.file.records.under(circle, Kind.SESSION), Session)
    return [one.id for one in sorted(sessions, key=lambda one: (-one.body.number, one.id))]


def _themes_called(desk: Desk, query: SearchQuery) -> dict[RecordId, str]:
    """Return the names of the themes that are called so, and of those that were joined with one of them."""
    themes = {
        one.id: one.body for one in desk.file.records.of_kind(Kind.THEME) if isinstance(one.body, Theme)
    }
    instead = stand_ins(themes)
    named = {theme_id: themes[instead.get(theme_id, theme_id)].every_name for theme_id in themes}
    found = {
        theme_id: next((name for name in names if query.found_in(search_words(name))), "")
        for theme_id, names in named.items()
    }
    return {theme_id: name for theme_id, name in found.items() if name}


def _with_theme(hit: Hit, names: Mapping[RecordId, str]) -> Hit:
    return replace(hit, theme=next((names[theme] for theme in hit.body.themes if theme in names), ""))


def _found(
    desk: Desk, query: SearchQuery, owners: list[RecordId] | None, most: int
) -> tuple[int, list[RecordId]]:
    """Query the index.  A damaged index is rebuilt from the records."""
    try:
        return desk.file.search.find(query, owners, most)
    except DeskTrouble as trouble:
        if trouble.trouble is not Trouble.DAMAGED or desk.file.read_only:
            raise
    desk.file.rebuild_search()
    return desk.file.search.find(query, owners, most)


class HitContext:
    """Finds the session, circle and part of each hit, with two queries for all of them."""

    def __init__(self, desk: Desk, folders: Folders, session_ids: Sequence[RecordId]) -> None:
        self._folders = folders
        self._sessions = desk.file.records.known(set(session_ids))
        self._circles = desk.file.records.known({session.owner for session in self._sessions.values()})
        self._plans: dict[tuple[tuple[RecordId, ...], str], SessionPlan] = {}

    def hit(
        self, record_id: RecordId, session_id: RecordId, body: Note | ActionIdea, query: SearchQuery
    ) -> Hit | None:
        """Return a hit, or None when its session was removed."""
        record = self._sessions.get(session_id)
        if record is None or not isinstance(record.body, Session):
            return None
        owner = self._circles.get(record.owner)
        circle = owner.body if owner is not None and isinstance(owner.body, Circle) else UNKNOWN_CIRCLE
        plan = self._plan(record.body)
        part, option = _parts(plan).get(body.part), plan.options.get(about(body), "")
        shown = _shown(body, query)
        return Hit(record_id, body, shown, session_id, record.body, circle, part, option=option)

    def _plan(self, session: Session) -> SessionPlan:
        key = (session.guides, session.plan)
        if key not in self._plans:
            self._plans[key] = self._folders.guide(session)[1]
        return self._plans[key]


def _parts(plan: SessionPlan) -> _Parts:
    return {part.id: (number, part.title) for number, part in enumerate(plan.parts, start=1)}


def _shown(body: Note | ActionIdea, query: SearchQuery) -> Excerpt:
    """Return an excerpt of the note or of what the idea is, or of the whole idea when that has no match."""
    if isinstance(body, Note):
        return excerpt(body.text, query)
    what = excerpt(body.what, query)
    if what.marks:
        return what
    lines = (body.what, body.why, body.who, body.first_step, body.strengths, body.obstacles)
    return excerpt(" · ".join(line for line in lines if line), query)
