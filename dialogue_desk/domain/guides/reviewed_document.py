"""A document that a person looks through before it becomes a guide: its lines, and what they decided."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from dialogue_desk.domain.guides.drafting import GuideDraft, drafted
from dialogue_desk.domain.guides.guide_lines import HEADINGS, GuideLine, as_meanings, is_question, is_quoted
from dialogue_desk.domain.guides.labels import Meaning
from dialogue_desk.domain.guides.people_phrases import is_about_people
from dialogue_desk.domain.guides.sentences import sentences_in
from dialogue_desk.domain.guides.source import Remark, RemarkKind, SourceDocument, SourceLine
from dialogue_desk.domain.guides.understanding import understood


class Doubt(StrEnum):
    """Why a person should look at a line."""

    NOT_UNDERSTOOD = "not understood"
    MINUTES_GUESSED = "minutes guessed"
    MINUTES_DIFFER = "minutes differ"
    MINUTES_TOO_MANY = "minutes too many"


_DOUBTS = {
    RemarkKind.MINUTES_GUESSED: Doubt.MINUTES_GUESSED,
    RemarkKind.MINUTES_DIFFER: Doubt.MINUTES_DIFFER,
    RemarkKind.MINUTES_TOO_MANY: Doubt.MINUTES_TOO_MANY,
}


@dataclass(frozen=True, slots=True)
class ReviewedLine:
    """One line of the document and the ``pieces`` it was understood as; most have one.

    ``look`` is how it looks in the document.  It is ``decided`` when a person said what it is.
    """

    pieces: tuple[GuideLine, ...]
    look: SourceLine
    decided: bool = False

    @property
    def number(self) -> int:
        """Which line of the document it is."""
        return self.pieces[0].number

    @property
    def source(self) -> str:
        """Its words in the document."""
        return self.pieces[0].source

    @property
    def meaning(self) -> Meaning:
        """What it was understood as."""
        return self.pieces[0].meaning

    def as_meaning(self, meaning: Meaning) -> ReviewedLine:
        """Return the line as what a person says it is."""
        return replace(self, pieces=as_meanings(self.pieces[0], meaning), decided=True)

    def split(self) -> tuple[ReviewedLine, ...]:
        """Return a line for each of its sentences: what is quoted is said, a question asked.

        What is a heading, or one sentence, stays whole.
        """
        sentences = sentences_in(self.source)
        if len(sentences) < 2 or self.meaning in (*HEADINGS, Meaning.TITLE, Meaning.CARD):
            return (self,)
        first = self.pieces[0]
        return tuple(self._of_sentence(replace(first, source=sentence)) for sentence in sentences)

    def _of_sentence(self, piece: GuideLine) -> ReviewedLine:
        meaning = self.meaning
        if is_quoted(piece.source):
            meaning = Meaning.SAY
        elif meaning in (Meaning.ASK, Meaning.UNKNOWN):
            meaning = Meaning.ASK if is_question(piece.source) else Meaning.UNKNOWN
        return replace(self, pieces=as_meanings(piece, meaning))

    def with_minutes(self, minutes: int) -> ReviewedLine:
        """Return the heading of something that takes so many minutes."""
        return replace(self, pieces=(replace(self.pieces[0], minutes=minutes),), decided=True)


@dataclass(frozen=True, slots=True)
class ReviewedDocument:
    """The lines in their order, and what a person said of the guide as a whole.

    ``name`` is what the file is called.  An empty ``title`` or ``language``, and ``people`` that are None,
    are those of the document; so are the ``minutes`` of sessions that are not among these, which go by the
    number of their line.
    """

    name: str
    lines: tuple[ReviewedLine, ...]
    remarks: tuple[Remark, ...] = ()
    title: str = ""
    language: str = ""
    people: tuple[int, int] | None = None
    minutes: Mapping[int, int] = field(default_factory=dict)

    def draft(self) -> GuideDraft:
        """Make the draft of the guide that the lines are now."""
        lines = [piece for line in self.lines for piece in line.pieces]
        return drafted(lines, self.title, self.language, self.name, self.people, self.minutes)

    def with_meaning(self, places: Collection[int], meaning: Meaning) -> ReviewedDocument:
        """Return it with the lines at these places as something else."""
        return self._with({place: self.lines[place].as_meaning(meaning) for place in places})

    def with_decided(self, places: Collection[int]) -> ReviewedDocument:
        """Return it with the lines at these places right as they are."""
        return self._with({place: replace(self.lines[place], decided=True) for place in places})

    def with_minutes(self, place: int, minutes: int) -> ReviewedDocument:
        """Return it with other minutes for the session, part or step that the line at ``place`` begins."""
        line = self.lines[place]
        if line.meaning is Meaning.SESSION:
            return self.with_session_minutes(line.number, minutes).with_decided([place])
        if line.meaning not in HEADINGS:
            return self
        return self._with({place: line.with_minutes(minutes)})

    def with_split(self, place: int) -> ReviewedDocument:
        """Return it with the line at ``place`` split into its sentences."""
        lines = self.lines
        return replace(self, lines=(*lines[:place], *lines[place].split(), *lines[place + 1 :]))

    def with_session_minutes(self, number: int, minutes: int) -> ReviewedDocument:
        """Return it with other minutes for the session that begins in the line with this number."""
        return replace(self, minutes={**self.minutes, number: minutes})

    def minutes_of(self, line: ReviewedLine) -> int:
        """Return the minutes that a line itself says, or a person said for it; 0 for none."""
        if line.meaning is Meaning.SESSION:
            return self.minutes.get(line.number, 0)
        return line.pieces[0].minutes or 0

    def doubts(self, remarks: Iterable[Remark]) -> dict[int, Doubt]:
        """Return the places at which a person should look; ``remarks`` are those of the draft."""
        of_headings = {remark.number: _DOUBTS[remark.kind] for remark in remarks if remark.kind in _DOUBTS}
        found = {}
        for place, line in enumerate(self.lines):
            if line.decided:
                continue
            if line.meaning is Meaning.UNKNOWN:
                found[place] = Doubt.NOT_UNDERSTOOD
            elif line.meaning in HEADINGS and line.number in of_headings:
                found[place] = of_headings[line.number]
        return found

    def _with(self, changed: Mapping[int, ReviewedLine]) -> ReviewedDocument:
        lines = list(self.lines)
        for place, line in changed.items():
            lines[place] = line
        return replace(self, lines=tuple(lines))


def reviewed(document: SourceDocument, name: str) -> ReviewedDocument:
    """Understand a document, to be looked through; ``name`` is what its file is called."""
    looks = {line.number: line for line in document.lines}
    lines = tuple(
        ReviewedLine(pieces, looks[pieces[0].number], is_about_people(pieces[0].source))
        for pieces in _by_line(understood(document))
    )
    return ReviewedDocument(name, lines, document.remarks)


def next_doubt(doubts: Collection[int], place: int) -> int | None:
    """Return the first place of a doubt after ``place``, else the first of all; None without any."""
    after = [other for other in doubts if other > place]
    return min(after or doubts, default=None)


def _by_line(pieces: Iterable[GuideLine]) -> Iterator[tuple[GuideLine, ...]]:
    """Yield the pieces of each line together: things to bring that stand in one line are several."""
    group: list[GuideLine] = []
    for piece in pieces:
        together = group and piece.meaning is Meaning.MATERIAL is group[0].meaning
        if together and (piece.number, piece.source) == (group[0].number, group[0].source):
            group.append(piece)
            continue
        if group:
            yield tuple(group)
        group = [piece]
    if group:
        yield tuple(group)
