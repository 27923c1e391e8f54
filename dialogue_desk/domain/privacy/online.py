"""Addresses of the net: e-mail, links, handles, also as people type and spell them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_desk.domain.privacy.finds import Find, FindKind
from dialogue_desk.domain.privacy.tokens import words_in

_DOT = r"(?: ?\. ?| ?(?:\(|\[)?(?:dot|punto)(?:\)|\])? ?)"
_ENDS = r"(?:com|org|net|edu|gov|info|mx|es|us|co|io|me|hn|gt|sv)"
_PROVIDERS = r"(?:g ?mail|ya ?hoo|hot ?mail|out ?look|i ?cloud|aol|live|msn|proton ?mail|proton)"
_LOCAL = r"[\w.+\-]{1,64}"
_LINE = r"(?:under ?score|gui[oó]n bajo|raya baja|barra baja|gui[oó]n abajo|gui[oó]n de abajo)"
_SIGN = rf"(?:dot|punto|point|period|\.|{_LINE}|gui[oó]n medio|gui[oó]n|dash|hyphen|minus|plus|raya)"
_SPELT_LOCAL = rf"[\w.+\-]{{1,64}}(?: {_SIGN} [\w.+\-]{{1,64}}){{0,4}}"
_EMAIL = re.compile(r"(?<![\w.+\-])[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){0,8}")
_SPACED_EMAIL = re.compile(
    rf"(?<![\w.+\-]){_LOCAL} ?@ ?(?:{_PROVIDERS}(?:{_DOT}{_ENDS}\b){{0,2}}|"
    rf"[\w\-]{{2,63}}(?:{_DOT}{_ENDS}\b){{1,2}})(?!\w)",
    re.IGNORECASE,
)
_SPELT_DOT = r"(?: ?(?:\(|\[)?(?:dot|punto)(?:\)|\])? ?)"
_SPELT_EMAIL = re.compile(
    rf"(?<![\w.+\-]){_SPELT_LOCAL}(?: ?(?:\(at\)|\[at\]|\(arroba\)|\barroba\b|@) ?"
    rf"(?:{_PROVIDERS}\b(?:{_DOT}{_ENDS}\b){{0,2}}|"
    rf"[\w\-]{{1,63}}(?:{_DOT}[\w\-]{{2,63}}){{0,2}}{_DOT}{_ENDS}\b)"
    rf"|"
    rf"(?<!\bblogs)(?<!\bis)(?<!\bposts)(?<!\bsite)(?<!\bpage)(?<!\bus)(?<!\bme)(?<!\bhim)(?<!\bher)(?<!\bthem)"
    rf"(?<!\blook)(?<!\bsee)(?<!\bup)(?<!\bonline)(?<!\bit)(?<!\bfind)(?<!\bwrites)(?<!\bwas) at "
    rf"(?:{_PROVIDERS}\b(?:{_DOT}{_ENDS}\b){{0,2}}|"
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
_SITES = rf"(?:{_ENDS}|site|shop|app|store|blog|online|net|tv|ly|page|news|church|club|dev|xyz|wixsite|uk|ca)"
_SPELT_LINK = re.compile(
    rf"(?<![\w.@\-])[\w\-]{{1,63}}(?:(?: (?:dot|punto) | ?[(\[](?:dot|punto)[)\]] ?|\.)[\w\-]{{1,63}}){{0,3}}"
    rf"(?: (?:dot|punto) | ?[(\[](?:dot|punto)[)\]] ?){_SITES}\b"
    rf"(?: (?:slash|diagonal|barra) [\w\-]{{1,40}}| ?/ ?[\w\-]{{1,40}}){{0,3}}",
    re.IGNORECASE,
)
_SPELT_HANDLE = re.compile(
    rf"(?<![\w.@\-])(?:@ ?)?[\w.\-]{{1,40}}(?: {_LINE} [\w.\-]{{1,40}}){{1,4}}(?: (?:dot|punto) "
    rf"[\w.\-]{{1,40}}){{0,2}}",
    re.IGNORECASE,
)
_NETS = (
    r"(?:user ?name|screen name|snapchat|snap|instagram|insta|ig|tiktok|tik tok|tt|twitter|telegram|facebook|"
    r"face|"
    r"feis|fb|usuario|handle|venmo|cash ?app|zelle|discord|twitch|you ?tube|yt|threads|bluesky|reddit|"
    r"whatsapp|whats)"
)
_SAID_HANDLE = re.compile(
    rf"\b{_NETS}:?(?: (?:is|es|its|it's|as|como|at|name|handle|page|dice)){{0,2}}:? "
    rf"((?:@ ?)?[\w.\-]{{1,40}}(?: {_SIGN} [\w.\-]{{1,40}}){{1,4}}|arroba [\w.\-]{{2,40}}|at "
    rf"[\w\-]{{1,30}}[_.\d][\w.\-]{{0,30}}\w)",
    re.IGNORECASE,
)
_SPOKEN = frozenset(("at", "arroba"))
_SPOKEN_DOT = frozenset(("dot", "punto"))
_SPOKEN_SIGN = frozenset(
    (
        "dot",
        "punto",
        "point",
        "period",
        "underscore",
        "under",
        "guion",
        "guión",
        "raya",
        "barra",
        "dash",
        "hyphen",
        "arroba",
        "at",
    )
)
_AFTERWORD = ".,;:!?…)]}'’»"


def online(text: str) -> Iterator[Find]:
    """Yield e-mail addresses, links and handles."""
    yield from _bare(_LINK, text, FindKind.LINK)
    yield from _bare(_BARE_LINK, text, FindKind.LINK)
    if "@" in text:
        yield from _bare(_SPELT_EMAIL, text, FindKind.EMAIL)
        yield from _bare(_EMAIL, text, FindKind.EMAIL)
        yield from _bare(_SPACED_EMAIL, text, FindKind.EMAIL)
        yield from _handles(_HANDLE, text)
    if not _SPOKEN.isdisjoint(words_in(text)):
        yield from _bare(_SPELT_EMAIL, text, FindKind.EMAIL)
    words = words_in(text)
    if not _SPOKEN_DOT.isdisjoint(words):
        yield from _bare(_SPELT_LINK, text, FindKind.LINK)
    if not _SPOKEN_SIGN.isdisjoint(words):
        yield from _handles(_SAID_HANDLE, text)
        yield from _bare(_SPELT_HANDLE, text, FindKind.HANDLE)
    for pattern in (_NAMED_HANDLE, _PAGE, _JOINED):
        yield from _handles(pattern, text)


def _bare(pattern: re.Pattern[str], text: str, kind: FindKind) -> Iterator[Find]:
    """Yield what a pattern finds, without the marks behind it."""
    for match in pattern.finditer(text):
        yield Find(match.start(), match.start() + len(match.group().rstrip(_AFTERWORD)), kind)


def _handles(pattern: re.Pattern[str], text: str) -> Iterator[Find]:
    for match in pattern.finditer(text):
        yield Find(*match.span(pattern.groups), FindKind.HANDLE)
