"""A program's picture in one of its languages: its starter themes under the names they have there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.overview.program_overview import CircleNote, ProgramPicture, ThemeCount


def named_in(picture: ProgramPicture, language: str) -> ProgramPicture:
    """Return the picture with each theme under the name it has in a language; nothing else differs."""
    known = {theme.name: theme.names for theme in (*picture.every_theme, *picture.themes)}
    shown = {name: Theme(name, names=names).named_in(language) for name, names in known.items()}
    names = {name: theme.name for name, theme in shown.items() if theme.name != name}
    if not names:
        return picture

    def lines(of: tuple[CircleNote, ...]) -> tuple[CircleNote, ...]:
        return tuple(replace(one, themes=_named(one.themes, names)) for one in of)

    def theme(count: ThemeCount) -> ThemeCount:
        named = shown[count.name]
        return replace(count, name=named.name, names=named.names, lines=lines(count.lines))

    return replace(
        picture,
        themes=tuple(map(theme, picture.themes)),
        common_ground=lines(picture.common_ground),
        differences=lines(picture.differences),
        minority_views=lines(picture.minority_views),
        questions=lines(picture.questions),
        strengths=lines(picture.strengths),
        without_theme=lines(picture.without_theme),
        proposals=tuple(replace(one, themes=_named(one.themes, names)) for one in picture.proposals),
        lines=lines(picture.lines),
        every_theme=tuple(map(theme, picture.every_theme)),
    )


def _named(themes: tuple[str, ...], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(names.get(name, name) for name in themes)
