"""The Markdown of guide files: from a text to the tree of what is in it.

Only headings, quotes, lists, paragraphs and comments are Markdown here; every other sign in a text stays as
typed.  Markdown that would mean something elsewhere is told by its line instead of being shown as signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from dialogue_desk.exchange.guide_faults import SHOWN, Faults
from dialogue_desk.exchange.guide_signs import (
    LABELS,
    LABELS_BEFORE,
    label_like,
    masked,
    numbered,
    unescaped,
)
from dialogue_desk.exchange.guide_source import CARDS, LISTS, GuideSource, Piece, Section, Shape, TopLine
from dialogue_desk.exchange.look_alikes import look_alike_sentence, markup_sentence

if TYPE_CHECKING:
    from markdown_it.token import Token

MOST_NESTED = 8
"""Deeper quotes and lists are refused, because the parser drops very deep ones."""

_MARK = re.compile(r"[#.][^\s#.=]+|[^\s=#.][^\s=]*=\S+")
_TAIL = re.compile(r"(.*?)\s*(?<!\\)\{([^{}\\]+)\}", re.DOTALL)
_SHAPES = {
    "blockquote_open": Shape.SAID,
    "bullet_list_open": Shape.ASKED,
    "ordered_list_open": Shape.NUMBERED,
    "paragraph_open": Shape.PARAGRAPH,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """By which rules a text is read: today's, or those by which stored guides were read before them."""

    labels: tuple[str, ...] = LABELS
    strict: bool = True


TODAY = Reading()
BEFORE = Reading(LABELS_BEFORE, strict=False)


@dataclass(slots=True)
class _Draft:
    """A section while its pieces are gathered."""

    depth: int
    title: str = ""
    marks: tuple[str, ...] = ()
    line: int = 0
    pieces: list[Piece] = field(default_factory=list)
    drafts: list[_Draft] = field(default_factory=list)

    @property
    def card(self) -> bool:
        return self.depth == 3 and any(mark in CARDS for mark in self.marks)

    def section(self) -> Section:
        below = tuple(draft.section() for draft in self.drafts)
        return Section(self.depth, self.title, self.marks, tuple(self.pieces), below, self.line)


def front_matter(lines: Sequence[str]) -> list[str] | None:
    """Return the lines between the ``---`` that open a file, or None when there are none."""
    if not lines or lines[0].strip() != "---":
        return None
    inside = list(takewhile(lambda line: line.strip() != "---", lines[1:]))
    return inside if len(inside) + 1 < len(lines) else None


def tree_of(lines: list[str], faults: Faults, reading: Reading = TODAY) -> GuideSource | None:
    """Return the tree of a file's lines, or None when it does not begin with its top lines.

    What is not understood is added to ``faults`` and left out of the tree.
    """
    opening = front_matter(lines)
    if opening is None:
        return None
    # Blank lines instead of the top keep the numbers of the lines below.
    body = [""] * (len(opening) + 2) + lines[len(opening) + 2 :]
    root = _Tree(body, faults, reading).root
    return GuideSource(
        tuple(_top(opening, faults)), tuple(root.pieces), tuple(draft.section() for draft in root.drafts)
    )


def _top(lines: list[str], faults: Faults) -> Iterator[TopLine]:
    for number, line in enumerate(lines, 2):
        key, colon, value = line.partition(":")
        if colon and key == key.lstrip():
            yield TopLine(key.strip(), value.strip(), number)
        elif line.strip():
            faults.add(
                number,
                faults.words.tr(
                    "“{line}” is not understood. At the top, each line is one word and its value, such as "
                    "title: Our Park. Nothing goes on in a second line or a list.",
                    line=line.strip()[:SHOWN],
                ),
            )


class _Tree:
    """Puts the pieces of a text below their headings."""

    def __init__(self, lines: list[str], faults: Faults, reading: Reading) -> None:
        from markdown_it import MarkdownIt  # noqa: PLC0415  # costly, and most starts read no guide

        self.root = _Draft(0)
        self._open = [self.root]
        self._lines = lines
        self._faults = faults
        self._words = faults.words
        self._reading = reading
        self._shape, self._depth, self._counted = Shape.PARAGRAPH, 0, 0
        rules = ["heading", "blockquote", "list", "hr", *(["html_block"] if reading.strict else [])]
        markdown = MarkdownIt("zero", {"html": True}).enable(rules)
        # The texts stay as they were typed; only their backslashes are read, in `unescaped`.
        markdown.disable("inline")
        self._gather(markdown.parse("\n".join(lines)))

    def _gather(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            line = (token.map or [0])[0]
            if token.nesting == 1:
                self._begin(token, line)
            elif token.type == "inline" and self._depth:
                self._head(token.content, self._depth, line)
            elif token.type == "inline" and token.content:
                self._texts(token.content, line, self._shape)
            elif token.type == "html_block":
                self._comment(token.content.strip(), line)
            elif token.type == "hr" and self._reading.strict:
                self._fault(line, self._words.tr("A line of --- or *** means nothing here. Delete it."))

    def _begin(self, token: Token, line: int) -> None:
        """Note what begins: the outermost quote, list, paragraph or heading says what its texts are."""
        if token.level == 0:
            self._depth = len(token.markup) if token.type == "heading_open" else 0
            self._shape = _SHAPES.get(token.type, Shape.PARAGRAPH)
            self._counted = 0
        elif token.type == "heading_open" and self._reading.strict:
            self._fault(line, markup_sentence("#", self._words, first=True))
        elif token.type == "list_item_open" and token.level == 1 and token.info:
            self._counted += 1
            self._refuse_other_number(token.info, self._counted, line)
        elif token.level == MOST_NESTED:
            self._fault(
                line, self._words.tr("This list or quote is inside too many others. Write it without them.")
            )

    def _fault(self, line: int, sentence: str) -> None:
        self._faults.add(line + 1, sentence)

    # Headings

    def _head(self, content: str, depth: int, line: int) -> None:
        if sentence := self._refused_title(content, depth):
            self._fault(line, sentence)
        if depth > 3:
            return
        title, marks = title_and_marks(content)
        draft = _Draft(depth, title, marks, line + 1)
        del self._open[depth:]
        if len(self._open) < depth:
            self._fault(
                line,
                self._words.tr(
                    "A part (##) goes under a session (#), and a step (###) goes under a part. Write the "
                    "missing heading above this one."
                ),
            )
            # A substitute, so that one missing heading is one fault and not one for each text below it.
            self._open += [_Draft(missing) for missing in range(len(self._open), depth)]
        self._open[-1].drafts.append(draft)
        self._open.append(draft)

    def _refused_title(self, content: str, depth: int) -> str:
        if not title_and_marks(content)[0]:
            return self._words.tr("This heading has no title. Write one after the # signs.")
        if depth > 3:
            return self._words.tr(
                "A heading has one, two or three # signs: a session, a part or a step. Delete the extra ones."
            )
        if not self._reading.strict:
            return ""
        if numbered(content):
            return self._words.tr(
                "Sessions, parts and steps are numbered by themselves. Delete the number, or put a backslash "
                "behind it: 1\\. First"
            )
        return markup_sentence(masked(content), self._words)

    # Texts

    def _texts(self, content: str, start: int, shape: Shape) -> None:
        """Add a text, split at lines that begin with a label: Markdown alone would run them together."""
        label, first, gathered = "", start, list[str]()
        for number, text in enumerate(content.split("\n"), start):
            labelled = self._labelled(text, number)
            if labelled:
                self._add(shape, first, gathered, label)
                label, first, gathered = labelled[0], number, [labelled[1]]
            else:
                gathered.append(text)
        self._add(shape, first, gathered, label)

    def _labelled(self, text: str, number: int) -> tuple[str, str] | None:
        """Return the label a line begins with, and what follows it."""
        if ":" not in text:
            return None
        label, _, rest = text.lstrip().partition(":")
        # The source line counts too: "> Tip: go slowly" is something to say, not a label.
        if label in self._reading.labels and self._lines[number].lstrip().startswith(f"{label}:"):
            return label, rest
        return None

    def _add(self, shape: Shape, line: int, gathered: list[str], label: str) -> None:
        if not gathered:
            return
        if self._reading.strict and self._refused(line, gathered, label):
            return
        text = " ".join(filter(None, (one.strip() for one in gathered)))
        marks: tuple[str, ...] = ()
        if label:
            shape = Shape.LABELLED
        elif shape in LISTS and self._reading.strict:
            text, marks = text_and_marks(text)
        self._open[-1].pieces.append(Piece(shape, unescaped(text), label, marks, line + 1))

    def _refused(self, line: int, gathered: list[str], label: str) -> bool:
        """Add a fault for the first line that is another kind of Markdown, or like a label and none."""
        for number, text in enumerate(gathered, line):
            sentence = markup_sentence(masked(text).strip(), self._words, first=not label or number > line)
            if not sentence and (not label or number > line):
                word = label_like(text, card=self._open[-1].card)
                if word and self._lines[number].lstrip().startswith(text.lstrip()):
                    sentence = look_alike_sentence(word, self._words)
            if sentence:
                self._fault(number, sentence)
                return True
        return False

    def _comment(self, content: str, line: int) -> None:
        if not content.startswith("<!--"):
            self._fault(line, markup_sentence("<b>", self._words))
        elif content.find("-->") != len(content) - 3:
            self._fault(
                line,
                self._words.tr(
                    "This comment does not end at the end of a line, so what follows would be lost. Write "
                    "--> behind it, and go on in a new line."
                ),
            )
        else:
            self._open[-1].pieces.append(Piece(Shape.COMMENT, content, line=line + 1))

    def _refuse_other_number(self, number: str, counted: int, line: int) -> None:
        if self._reading.strict and int(number) not in (1, counted):
            self._fault(
                line,
                self._words.tr(
                    "Lists are counted from 1, so the number {number} would be lost. Write {counted} here, "
                    "or put a backslash behind the number if it belongs to the text: {number}\\.",
                    number=number,
                    counted=f"{counted}.",
                ),
            )


def title_and_marks(heading: str) -> tuple[str, tuple[str, ...]]:
    """Split ``Welcome {#welcome minutes=8}`` into its title and the words in braces."""
    brace = masked(heading).rfind("{")
    if brace < 0 or not masked(heading).endswith("}"):
        return unescaped(heading), ()
    words = "=".join(side.strip() for side in heading[brace + 1 : -1].split("="))
    return unescaped(heading[:brace].rstrip()), tuple(words.split())


def text_and_marks(text: str) -> tuple[str, tuple[str, ...]]:
    """Split ``Who else? {.optional}`` into its text and the words in braces, if they are such words."""
    if not text.endswith("}") or not (match := _TAIL.fullmatch(text)):
        return text, ()
    words = tuple(match[2].split())
    known = words and match[1] and all(_MARK.fullmatch(word) for word in words)
    return (match[1], words) if known else (text, ())
