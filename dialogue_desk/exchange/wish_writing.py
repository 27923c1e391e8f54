"""Writing what a program wishes of its circles as TOML, so that it is read again as it was."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from dialogue_desk.domain.forming.wish import Place, Share, Wish
from dialogue_desk.domain.model.text import plain_letters
from dialogue_desk.exchange.wish_file import WishFile
from dialogue_desk.words import Words
from dialogue_desk.words.forming_text import need_names
from dialogue_desk.words.languages import language_name, languages_by_name

USUAL_NAME = "wish.toml"


def wish_text(file: WishFile, words: Words) -> str:
    """Return a wish as the text of its file, with names in the language of ``words``."""
    return "\n".join((*_top(file, words), *_groups(file.wish), *_places(file.wish, words), ""))


def _top(file: WishFile, words: Words) -> Iterator[str]:
    wish = file.wish
    for key, said in (("program", file.program), ("kept_by", file.kept_by)):
        if said:
            yield f"{key} = {_quoted(said)}"
    if wish.circles is not None:
        yield f"circles = {wish.circles}"
    yield f"smallest = {wish.smallest}"
    yield f"largest = {wish.largest}"
    yield f"facilitators = {wish.facilitators}"
    yield f"languages = {_list(_language(code, words) for code in wish.languages)}"


def _groups(wish: Wish) -> Iterator[str]:
    if wish.shares:
        yield ""
        yield "[groups]"
    for share in wish.shares:
        yield f"{_quoted(share.group)} = {_bounds(share)}"


def _bounds(share: Share) -> str:
    named = [f"least = {share.least}"] if share.least else []
    if share.most is not None:
        named.append(f"most = {share.most}")
    return f"{{ {', '.join(named)} }}" if named else "{}"


def _places(wish: Wish, words: Words) -> Iterator[str]:
    for place in wish.places:
        yield ""
        yield "[[places]]"
        yield from _place(place, words)


def _place(place: Place, words: Words) -> Iterator[str]:
    if place.name:
        yield f"name = {_quoted(place.name)}"
    if times := [time for time in place.times if time]:
        yield f"times = {_list(times)}"
    if place.circles > 1:
        yield f"circles = {place.circles}"
    names = need_names(words)
    if lacks := [names[need] for need in names if need in place.lacks]:
        yield f"lacks = {_list(lacks)}"
    if place.language:
        yield f"language = {_quoted(_language(place.language, words))}"


def _language(code: str, words: Words) -> str:
    """Return what a language is called, where that is understood when it is read."""
    name = language_name(code, words)
    return name if languages_by_name(words).get(plain_letters(name)) == code else code


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, texts))}]"


def _quoted(text: str) -> str:
    # The strings of JSON are strings of TOML, but for one sign that TOML wants to be escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
