"""Changes of a guide in all its languages at once: what a person does to it, as functions on its trees.

Order, names and figures are the same in every language, so a change of them is made in each tree.  Words
are changed in one language.  Where another has the same words, they are not translated yet, and ``follow``
when the original is changed; not when somebody translates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from dialogue_desk.exchange import section_texts
from dialogue_desk.exchange.guide_attributes import MOST_ID
from dialogue_desk.exchange.guide_source import (
    GLOSSARY,
    GROUND_RULES,
    MOMENTS,
    GuideSource,
    Path,
    Section,
    TopLine,
)
from dialogue_desk.exchange.guide_top import read_value, written_value
from dialogue_desk.exchange.section_texts import Sort, plain

Sources: TypeAlias = Mapping[str, GuideSource]
"""The trees of a guide by language."""

ROOT: Path = ()
"""The place of the guide itself, above its sessions."""

SHARED_TOP = ("id", "version", "people", "audience")
"""What is the same at the top of every language's file."""

_NUMBERED_ID = re.compile(r"(.*?)-?\d*")


# The same section in another language


def children(source: GuideSource, path: Path) -> tuple[Section, ...]:
    """Return the sections below a section, or the sessions and what stands beside them."""
    return source.at(path).sections if path else source.sections


def twin(source: GuideSource, other: GuideSource, path: Path) -> Path | None:
    """Return where in ``other`` the section at ``path`` of ``source`` is, or None when it has none."""
    found = ROOT
    for depth in range(1, len(path) + 1):
        place = _twin_place(children(source, path[: depth - 1]), path[depth - 1], children(other, found))
        if place is None:
            return None
        found = (*found, place)
    return found


def _twin_place(sections: Sequence[Section], place: int, others: Sequence[Section]) -> int | None:
    """Return the place among ``others`` of the same section: by its name, its heading, or its number."""
    section = sections[place]
    if section.id or section.beside:
        same = [at for at, one in enumerate(others) if _called(one) == _called(section)]
        before = sum(1 for one in sections[:place] if _called(one) == _called(section))
        return same[before] if before < len(same) else None
    nameless = sum(1 for one in sections[:place] if not one.id and not one.beside)
    same = [at for at, one in enumerate(others) if not one.id and not one.beside]
    return same[nameless] if nameless < len(same) else None


def _called(section: Section) -> tuple[str, str]:
    return section.id, section.title if section.beside else ""


def changed(sources: Sources, language: str, path: Path, change: Callable[[Section], Section]) -> Sources:
    """Return the guide with a section changed in every language in which it is."""
    return {
        code: source if at is None else source.with_at(at, change(source.at(at)))
        for code, source in sources.items()
        for at in [twin(sources[language], source, path)]
    }


# Figures and words


def with_figure(sources: Sources, language: str, path: Path, key: str, value: str | None) -> Sources:
    """Return the guide with another figure in a heading; None takes it out."""
    return changed(sources, language, path, lambda section: section.with_value(key, value))


def with_mark(sources: Sources, language: str, path: Path, mark: str, *, on: bool) -> Sources:
    """Return the guide with a word such as ``.joint`` in a heading, or without it."""

    def change(section: Section) -> Section:
        others = tuple(one for one in section.marks if one != mark)
        return replace(section, marks=(*others, mark) if on else others)

    return changed(sources, language, path, change)


def with_title(sources: Sources, language: str, path: Path, title: str, *, follow: bool) -> Sources:
    """Return the guide with another title of a section in one language."""
    before = sources[language].at(path).title
    return _reworded(
        sources,
        language,
        path,
        lambda section: replace(section, title=plain(title)),
        lambda section: follow and section.title == before,
    )


def with_text(
    sources: Sources, language: str, path: Path, at: tuple[Sort, int], text: str, *, follow: bool
) -> Sources:
    """Return the guide with other words for one text in one language."""
    sort, place = at
    before = section_texts.texts(sources[language].at(path), sort)[place]
    return _reworded(
        sources,
        language,
        path,
        lambda section: section_texts.with_text(section, sort, place, text),
        lambda section: follow and section_texts.texts(section, sort)[place : place + 1] == (before,),
    )


def with_only_text(
    sources: Sources, language: str, path: Path, sort: Sort, text: str, *, follow: bool
) -> Sources:
    """Return the guide with the one text of a sort, in one language; left out, it is so in all."""
    before = section_texts.texts(sources[language].at(path), sort)
    everywhere = not sort.translated or not plain(text)
    return _reworded(
        sources,
        language,
        path,
        lambda section: section_texts.with_only_text(section, sort, text),
        lambda section: everywhere or _follows(section_texts.texts(section, sort), before, follow=follow),
    )


def with_card_text(sources: Sources, language: str, path: Path, text: str, *, follow: bool) -> Sources:
    """Return the guide with other words on a card in one language."""
    before = section_texts.card_text(sources[language].at(path))
    return _reworded(
        sources,
        language,
        path,
        lambda section: section_texts.with_card_text(section, text),
        lambda section: follow and section_texts.card_text(section) == before,
    )


def with_top(sources: Sources, language: str, key: str, value: str, *, follow: bool) -> Sources:
    """Return the guide with another value at its top, in every language when all share it."""
    before = top_value(sources[language], key)
    return {
        code: _with_top_line(source, key, plain(value))
        if code == language or key in SHARED_TOP or (follow and top_value(source, key) == before)
        else source
        for code, source in sources.items()
    }


def top_value(source: GuideSource, key: str) -> str:
    """Return what the top says of a key, or ""."""
    return next((read_value(line.value) for line in source.top if line.key == key), "")


def with_language(source: GuideSource, language: str) -> GuideSource:
    """Return a guide as the beginning of one in another language: nothing of it is translated yet."""
    return _with_top_line(source, "language", language)


def _with_top_line(source: GuideSource, key: str, value: str) -> GuideSource:
    line = TopLine(key, written_value(value))
    keys = [one.key for one in source.top]
    if key not in keys:
        return replace(source, top=(*source.top, line) if value else source.top)
    at = keys.index(key)
    return replace(source, top=(*source.top[:at], *([line] if value else ()), *source.top[at + 1 :]))


def _follows(texts: tuple[str, ...], before: tuple[str, ...], *, follow: bool) -> bool:
    """Whether another language gets the first words of a text, or other words for those it had."""
    return (not texts and not before) or (follow and texts == before)


def _reworded(
    sources: Sources,
    language: str,
    path: Path,
    change: Callable[[Section], Section],
    untranslated: Callable[[Section], bool],
) -> Sources:
    """Return the guide with a section changed in its language, and in others where it is not translated."""

    def change_one(section: Section) -> Section:
        return change(section) if untranslated(section) else section

    whole = changed(sources, language, path, change_one)
    own = sources[language]
    return {**whole, language: own.with_at(path, change(own.at(path)))}


# Order


def with_sections(
    sources: Sources, language: str, path: Path, new: Mapping[str, Section] | Section
) -> Sources:
    """Return the guide with one more section at ``path``, and at the same place in every language."""
    source, (*above, place) = sources[language], path
    found = {}
    for code, other in sources.items():
        section = new if isinstance(new, Section) else new[code]
        parent = twin(source, other, tuple(above))
        if parent is None:
            found[code] = other
            continue
        at = _place_behind(children(source, tuple(above)), place, children(other, parent))
        found[code] = _inserted(other, (*parent, at), section)
    return found


def without_section(sources: Sources, language: str, path: Path) -> Sources:
    """Return the guide without a section."""
    places = {code: twin(sources[language], source, path) for code, source in sources.items()}
    return {
        code: source if (at := places[code]) is None else source.with_at(at)
        for code, source in sources.items()
    }


def moved(sources: Sources, language: str, path: Path, to: Path) -> Sources:
    """Return the guide with a section in another place, which is ``to`` once it has left its own.

    A part that comes to a session with a part of its name gets another name there.
    """
    own = sources[language]
    sections = {
        code: source.at(at) for code, source in sources.items() if (at := twin(own, source, path)) is not None
    }
    rest = without_section(sources, language, path)
    section = sections[language]
    if path[:-1] != to[:-1] and section.id:
        free = free_id(section.id, ids_in(rest, language, to[:-1]))
        sections = {code: with_id(one, free) for code, one in sections.items()}
    new = {code: sections.get(code, sections[language]) for code in sources}
    return with_sections(rest, language, to, new)


def duplicated(sources: Sources, language: str, path: Path, title: Callable[[str], str]) -> Sources:
    """Return the guide with a copy of a section behind it; ``title`` gives the copy its title."""
    own, ids = sources[language], ids_in(sources, language, path[:-1])
    new = {}
    for code, source in sources.items():
        at = twin(own, source, path)
        section = (own if at is None else source).at(path if at is None else at)
        name = free_id(section.id, ids) if section.id else ""
        new[code] = replace(with_id(section, name) if name else section, title=title(section.title))
    return with_sections(sources, language, (*path[:-1], path[-1] + 1), new)


def with_beside(sources: Sources, language: str, title: str) -> tuple[Sources, Path]:
    """Return the guide with a section beside its sessions, such as the ground rules, and its place."""
    order = {GROUND_RULES: 0, GLOSSARY: 1}
    own = sources[language].sections
    there = [place for place, section in enumerate(own) if section.beside and section.title == title]
    if there:
        return sources, (there[0],)
    at = len(own)
    if title != MOMENTS:
        at = sum(1 for one in own if one.beside and order.get(one.title, 2) < order[title])
    return with_sections(sources, language, (at,), Section(1, title)), (at,)


def _inserted(source: GuideSource, path: Path, section: Section) -> GuideSource:
    here = children(source, path[:-1])
    if path[-1] >= len(here):
        return source.with_at((*path[:-1], len(here)), section)
    return source.with_at(path, section, here[path[-1]])


def _place_behind(sections: Sequence[Section], place: int, others: Sequence[Section]) -> int:
    """Return the place among ``others`` behind the section that comes before ``place``."""
    for before in range(min(place, len(sections)) - 1, -1, -1):
        at = _twin_place(sections, before, others)
        if at is not None:
            return at + 1
    return 0


# Names


def with_id(section: Section, name: str) -> Section:
    """Return a section with another name."""
    return replace(section, marks=(f"#{name}", *(one for one in section.marks if not one.startswith("#"))))


def free_id(wanted: str, taken: Iterable[str]) -> str:
    """Return ``wanted``, or it with the first number that makes it a name nobody has."""
    taken = set(taken)
    if wanted not in taken:
        return wanted
    match = _NUMBERED_ID.fullmatch(wanted)
    base = (match[1] if match and match[1] else wanted)[: MOST_ID - 5].rstrip("-")
    joint = "" if len(base) == 1 else "-"
    return next(
        name for number in range(2, len(taken) + 3) if (name := f"{base}{joint}{number}") not in taken
    )


def ids_in(sources: Sources, language: str, path: Path) -> set[str]:
    """Return the names of the sections below ``path`` in all languages."""
    found = set()
    for source in sources.values():
        parent = twin(sources[language], source, path)
        if parent is not None:
            found |= {section.id for section in children(source, parent)}
    return found


def session_places(source: GuideSource) -> tuple[int, ...]:
    """Return the places of the sessions among the sections of a guide."""
    return tuple(place for place, section in enumerate(source.sections) if not section.beside)
