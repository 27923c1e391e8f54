"""Where a session or part goes when a person moves it in the outline, or adds one behind it."""

from __future__ import annotations

from dialogue_desk.exchange.guide_edits import children, session_places
from dialogue_desk.exchange.guide_source import GuideSource, Path


def stepped(source: GuideSource, path: Path, by: int) -> Path | None:
    """Return where a section is when it moves up (-1) or down (1) by one place; None when it cannot.

    A part that is moved over the edge of its session goes into the next one.
    """
    sessions = session_places(source)
    if is_fixed(source, path):
        return None
    if len(path) == 1:
        at = sessions.index(path[0]) + by
        return (sessions[at],) if 0 <= at < len(sessions) else None
    session, place = path
    if 0 <= place + by < len(source.sections[session].sections):
        return session, place + by
    at = sessions.index(session) + by if session in sessions else -1
    if not 0 <= at < len(sessions):
        return None
    return sessions[at], len(source.sections[sessions[at]].sections) if by < 0 else 0


def dropped(source: GuideSource, path: Path, before: Path | None) -> Path | None:
    """Return where a section is when it is dropped before another, None for the end; None when it cannot."""
    return _dropped_session(source, path, before) if len(path) == 1 else _dropped_part(source, path, before)


def _dropped_session(source: GuideSource, path: Path, before: Path | None) -> Path | None:
    sessions = session_places(source)
    if path[0] not in sessions:
        return None
    if before is None or before == ():
        at = sessions[-1] + 1 if before is None else sessions[0]
    else:
        at = before[0] if len(before) == 1 else before[0] + 1
    at = min(max(at, sessions[0]), sessions[-1] + 1)
    at -= at > path[0]
    return None if at == path[0] else (at,)


def _dropped_part(source: GuideSource, path: Path, before: Path | None) -> Path | None:
    if before is not None and len(before) == 2:
        session, place = before
    else:
        sessions = [one for one in session_places(source) if before is None or one < (before or (0,))[0]]
        if not sessions:
            return None
        session, place = sessions[-1], len(source.sections[sessions[-1]].sections)
    if source.sections[session].beside != source.sections[path[0]].beside:
        return None
    place -= session == path[0] and place > path[1]
    return None if (session, place) == path else (session, place)


def siblings(source: GuideSource, path: Path) -> tuple[int, ...]:
    """Return the places among which a session or part has its own."""
    return session_places(source) if len(path) == 1 else tuple(range(len(children(source, path[:-1]))))


def is_fixed(source: GuideSource, path: Path) -> bool:
    """Whether a row of the outline stays where it is: the guide itself, and what is beside the sessions."""
    return not path or (len(path) == 1 and source.sections[path[0]].beside)


def for_part(source: GuideSource, path: Path) -> Path | None:
    """Return where a part goes that is added behind what is selected; None when there is no session."""
    sessions = session_places(source)
    if len(path) == 2 and path[0] in sessions:
        return path[0], path[1] + 1
    if not sessions:
        return None
    session = path[0] if path and path[0] in sessions else sessions[-1]
    return session, len(source.sections[session].sections)


def for_session(source: GuideSource, path: Path) -> Path:
    """Return where a session goes that is added behind what is selected."""
    sessions = session_places(source)
    if path and path[0] in sessions:
        return (path[0] + 1,)
    if sessions:
        return (sessions[-1] + 1,)
    return (sum(1 for one in source.sections if one.beside and one.title != "Moments"),)


def first(source: GuideSource) -> Path:
    """Return what is shown first: the first session, or the guide itself while it has none."""
    return session_places(source)[:1]


def there(source: GuideSource, path: Path) -> Path:
    """Return ``path``, or what is nearest to it when there is nothing at it any more."""
    path = path[:2]
    while path:
        here = children(source, path[:-1]) if _is_there(source, path[:-1]) else ()
        if here:
            return (*path[:-1], min(path[-1], len(here) - 1))
        path = path[:-1]
    return path


def _is_there(source: GuideSource, path: Path) -> bool:
    return not path or path[0] < len(source.sections)
