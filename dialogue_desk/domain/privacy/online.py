"""Addresses of the net: e-mail, links, handles, also as people type and spell them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_desk.domain.privacy.finds import Find, FindKind
from dialogue_desk.domain.privacy.tokens import words_in

_DOT = r"(?: ?\. ?| ?(?:\(|\[)?(?:dot|punto)(?:\)|\])? ?)"
_ENDS = r"(?:com|org|net|edu|gov|info|mx|es|us|co|io|me|hn|gt|sv)"
_PROVIDERS = r"(?:g ?mail|yahoo|hot ?mail|outlook|icloud|aol|live|msn|proton(?:mail)?)"
_LOCAL = r"[\w.+\-]{1,64}"
_SPELT_LOCAL = r"[\w.+\-]{1,64}(?: (?:dot|punto|guion bajo|underscore|guion|dash) [\w.+\-]{1,64}){0,3}"
_EMAIL = re.compile(r"(?<![\w.+\-])[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){0,8}")
_SPACED_EMAIL = re.compile(
    rf"(?<![\w.+\-]){_LOCAL} ?@ ?(?:{_PROVIDERS}(?:{_DOT}{_ENDS}\b){{0,2}}|"
    rf"[\w\-]{{2,63}}(?:{_DOT}{_ENDS}\b){{1,2}})(?!\w)",
    re.IGNORECASE,
)
_SPELT_DOT = r"(?: ?(?:\(|\[)?(?:dot|punto)(?:\)|\])? ?)"
_SPELT_EMAIL = re.compile(
    rf"(?<![\w.+\-]){_SPELT_LOCAL}(?: ?(?:\(at\)|\[at\]|\(arroba\)|\barroba\b) ?"
    rf"(?:{_PROVIDERS}\b(?:{_DOT}{_ENDS}\b){{0,2}}|"
    rf"[\w\-]{{1,63}}(?:{_DOT}[\w\-]{{2,63}}){{0,2}}{_DOT}{_ENDS}\b)"
    rf"| at (?:{_PROVIDERS}\b(?:{_DOT}{_ENDS}\b){{0,2}}|"
    rf"[\w\-]{{1,63}}(?:{_SPELT_DOT}[\w\-]{{2,63}}){{0,2}}{_SPELT_DOT}{_ENDS}\b))",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:\bhttps?://|\bwww\.)[^\s<>\"“”]{2,2000}", re.IGNORECASE)
_BARE_LINK = re.compile(
    r"(?<![\w.@/\-])(?:[\w\-]{1,63}\.){1,4}(?:com|org|net|edu|gov|info|io|me|mx|es|us|tv|ly|gl|be)"
    r"(?:/[^\s<>\"“”]{0,500})?(?![\w\-])",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@.+/\-])@ ?[\w](?:[\w.\-]{0,38}\w)?")
_NAMED_HANDLE = re.compile(
    r"\b(?:user ?name|screen name|snapchat|snap|instagram|insta|ig|tiktok|tik tok|twitter|telegram|"
    r"facebook|fb|usuario|"
    r"handle|venmo|cashapp)(?: (?:is|es|handle|handle is|name|page))?(?:: ?| "
    r")(?=\w*[\d_.])([a-z][\w.\-]{2,30}\w)",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"\b(?i:facebook|face|fb|instagram|insta|ig|tiktok|snapchat|snap)(?i: page| name| is| as| como)?:? "
    r"((?:[A-Z][\w’']+)(?: (?:&|y|and|of|de|[A-Z][\w’']+)){1,5})"
)
_JOINED = re.compile(
    r"(?<![\w@.+/\-])(?:[^\W_]{1,30}(?:_[^\W_]{1,30}){1,5}|"
    r"(?:[^\W\d_]{3,30}\.)(?:[^\W_]{1,30}\.){1,4}[^\W_]{2,30}"
    r"|[^\W\d_]{3,20}\.[^\W\d_]{2,20}\d{1,4})(?![\w@/])"
)
"""Words joined by underscores or by dots: nobody but a handle is written so."""
_SPOKEN = frozenset(("at", "arroba"))
_AFTERWORD = ".,;:!?…)]}'’»"


def online(text: str) -> Iterator[Find]:
    """Yield e-mail addresses, links and handles."""
    yield from _bare(_LINK, text, FindKind.LINK)
    yield from _bare(_BARE_LINK, text, FindKind.LINK)
    if "@" in text:
        yield from _bare(_EMAIL, text, FindKind.EMAIL)
        yield from _bare(_SPACED_EMAIL, text, FindKind.EMAIL)
        yield from _handles(_HANDLE, text)
    if not _SPOKEN.isdisjoint(words_in(text)):
        yield from _bare(_SPELT_EMAIL, text, FindKind.EMAIL)
    for pattern in (_NAMED_HANDLE, _PAGE, _JOINED):
        yield from _handles(pattern, text)


def _bare(pattern: re.Pattern[str], text: str, kind: FindKind) -> Iterator[Find]:
    """Yield what a pattern finds, without the marks behind it."""
    for match in pattern.finditer(text):
        yield Find(match.start(), match.start() + len(match.group().rstrip(_AFTERWORD)), kind)


def _handles(pattern: re.Pattern[str], text: str) -> Iterator[Find]:
    for match in pattern.finditer(text):
        yield Find(*match.span(pattern.groups), FindKind.HANDLE)
