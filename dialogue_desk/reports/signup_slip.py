"""The sign-up slip to print: what a person tells so that circles can be formed, under a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dialogue_desk.domain.forming.slips import NEVER_ALONE, OFFICERS, YOUNG
from dialogue_desk.domain.forming.wish import Wish
from dialogue_desk.domain.model.document import (
    Block,
    Bullet,
    Bullets,
    Columns,
    Document,
    Heading,
    Paragraph,
    Role,
    Side,
    Table,
    TableColumn,
)
from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.forming_text import need_names
from dialogue_desk.words.languages import language_name, own_name


@dataclass(frozen=True, slots=True)
class SlipPaper:
    """What stands on a slip: the program, who keeps the slips, and what its circles are like."""

    wish: Wish
    program: str = ""
    kept_by: str = ""


def signup_slip(paper: SlipPaper, words: Words) -> Document:
    """Return the slip, once in each language that the app speaks, a page each: for both sides of a sheet."""
    others = (Words(code) for code in LANGUAGES if code != words.language)
    return replace(_slip(paper, words), following=tuple(_slip(paper, one) for one in others))


def _slip(paper: SlipPaper, words: Words) -> Document:
    return Document(
        title=words.tr("Sign up for a dialogue circle"),
        subtitle=paper.program,
        blocks=tuple(_blocks(paper, words)),
        footer=words.tr("No name on this slip"),
        language=words.language,
    )


def _blocks(paper: SlipPaper, words: Words) -> Iterator[Block]:
    tr = words.tr
    yield Paragraph(
        tr(
            "Tell us what suits you, so that we can form circles of different people. Do not write your "
            "name: the slip has a number, and you keep the part with the same number."
        ),
        Role.LEAD,
    )
    heads = (tr("Number of this slip"), tr("Your number (tear off and keep)"))
    yield Table(tuple(map(TableColumn, heads)), (("", ""),), lines=2)
    wish = paper.wish
    times = list(dict.fromkeys(time for place in wish.places for time in place.times if time))
    groups = [share.group for share in wish.shares if share.group not in NEVER_ALONE]
    yield Columns(
        (
            _choices(tr("Days and times that suit me"), times or [""] * 4),
            _choices(tr("Languages I speak"), [*_languages(wish, words), ""]),
        )
    )
    about = {OFFICERS: tr("I work for the police"), YOUNG: tr("I am under 18")}
    yield Columns(
        (
            _choices(tr("What I need so that I can come"), list(need_names(words).values())),
            _choices(tr("About me"), [*groups, *about.values(), tr("I would like to lead a circle")]),
        )
    )
    yield Heading(tr("What happens with this slip"), whole=True)
    yield _promises(paper, words)


def _promises(paper: SlipPaper, words: Words) -> Bullets:
    tr = words.tr
    keeper = (
        tr("{keeper} keeps it, and nobody else sees it.", keeper=paper.kept_by)
        if paper.kept_by
        else tr("The organizers keep it, and nobody else sees it.")
    )
    said = (
        tr("It is used to form circles and to prepare the places, and for nothing else."),
        keeper,
        tr("When the circles are settled, it is shredded. Only sums stay, such as how many need child care."),
        tr("You can leave out whatever you like."),
    )
    return Bullets(tuple(map(Bullet, said)))


def _languages(wish: Wish, words: Words) -> list[str]:
    names = (own_name(code) if code in LANGUAGES else language_name(code, words) for code in wish.languages)
    return list(dict.fromkeys(names))


def _choices(title: str, options: Sequence[str]) -> Side:
    """Return boxes to tick; an empty one has room to write."""
    items = tuple(Bullet(option or "_" * 22) for option in options)
    return Side(title, (Bullets(items, boxes=True),))
