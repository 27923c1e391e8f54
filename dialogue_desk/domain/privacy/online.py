"""Addresses of the net: e-mail, links, handles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_desk.domain.privacy.finds import Find, FindKind

_EMAIL = re.compile(r"(?<![\w.+\-])[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,8}")
_SPELT_EMAIL = re.compile(
    r"(?<![\w.+\-])[\w.+\-]{1,64}(?: ?(?:\(at\)|\[at\]|\(arroba\)) ?[\w\-]{1,63} ?"
    r"(?:\.|\(dot\)|\[dot\]|\(punto\)) ?"
    r"| (?:at|arroba) [\w\-]{1,63} (?:dot|punto) )(?:com|org|net|edu|gov|mx|es|us|info)\b",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:\bhttps?://|\bwww\.)[^\s<>\"“”]{2,2000}", re.IGNORECASE)
_BARE_LINK = re.compile(
    r"(?<![\w.@/\-])(?:[\w\-]{1,63}\.){1,4}(?:com|org|net|edu|gov|info|io|me|mx|es|us|tv|ly|gl|be)"
    r"(?:/[^\s<>\"“”]{0,500})?(?![\w\-])",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@.+/\-])@[\w](?:[\w.]{0,38}\w)?")
_NAMED_HANDLE = re.compile(
    r"\b(?:user ?name|screen name|snapchat|snap|instagram|insta|ig|tiktok|twitter|telegram|usuario)"
    r"(?: (?:is|es|handle|handle is))?(?:: ?| )(?=\w*[\d_.])([a-z][\w.]{2,30}\w)",
    re.IGNORECASE,
)
_AFTERWORD = ".,;:!?…)]}'’»"


def online(text: str) -> Iterator[Find]:
    """Yield e-mail addresses, links and handles."""
    if "@" in text:
        for match in _EMAIL.finditer(text):
            yield Find(*match.span(), FindKind.EMAIL)
        for match in _HANDLE.finditer(text):
            yield Find(*match.span(), FindKind.HANDLE)
    for match in _SPELT_EMAIL.finditer(text):
        yield Find(*match.span(), FindKind.EMAIL)
    for pattern in (_LINK, _BARE_LINK):
        for match in pattern.finditer(text):
            yield Find(match.start(), match.start() + len(match.group().rstrip(_AFTERWORD)), FindKind.LINK)
    for match in _NAMED_HANDLE.finditer(text):
        yield Find(*match.span(1), FindKind.HANDLE)
