"""Names of people in letters that have capitals.

The name tagger scores each word; here words that follow each other become one name, with its title, its
particles and
its initials.  A name that the tagger is not sure of is maybe a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dialogue_desk.domain.privacy.finds import Find, FindKind
from dialogue_desk.domain.privacy.lists import NameLists
from dialogue_desk.domain.privacy.name_tagger import NEVER, NameTagger
from dialogue_desk.domain.privacy.tokens import Word, tokenize

_MOST_PARTICLES = 2
_EVERYDAY, _OFTEN = 4, 2
_BEHIND_TITLE = 120
_SURE_OF_A_PERSON = 250
"""How much surer than sure it must be that a word is a person when a word for a place follows."""
_LONG_TITLE = re.compile(
    r"(?<!\w)(?:jef[ea] d(?:e|el)? (?:bomberos|(?:la )?polic[ií]a|turno|estaci[oó]n)|(?:police|fire|deputy|"
    r"assistant|asst|vice|"
    r"tribal|interim|acting|retired) (?:chief|principal|mayor|captain|chair|president|director|sheriff|"
    r"officer)|chief of police|"
    r"school (?:board )?(?:nurse|president|secretary|principal|counselor)|capit[aá]n de bomberos|"
    r"trabajador[a]? social|"
    r"director[a]? de la (?:escuela|primaria|secundaria)|comisionad[oa] (?:del|de) condado|juez[a]? de paz|"
    r"social worker|"
    r"city clerk|county judge|council (?:president|member)|parole officer|probation officer|crossing guard|"
    r"bus driver) $",
    re.IGNORECASE,
)
_LONGEST_TITLE = 40
_JOINING = frozenset((" ", "-", "\u00a0"))
_AFTER_INITIAL = frozenset(("", " ", ".", ". ", "\u00a0"))
_AFTER_TITLE = frozenset((" ", ". ", ".", "\u00a0"))


@dataclass(frozen=True)
class Thresholds:
    """How high a word must score to be a name for sure, and to be maybe one."""

    sure: int = 150
    maybe: int = -100


CHOSEN = Thresholds()
"""The best of the curve of recall against alarms, for a tired person; ``docs/privacy-check.md`` has it."""


class People:
    """Finds the names in one text."""

    def __init__(
        self, text: str, tagger: NameTagger, lists: NameLists, thresholds: Thresholds = CHOSEN
    ) -> None:
        self._text, self._lists, self._cues, self._thresholds = text, lists, lists.cues, thresholds
        self._words = tokenize(text)
        self._scores = tagger.scores(text, self._words)

    def finds(self) -> Iterator[Find]:
        """Yield the names."""
        at = 0
        while at < len(self._words):
            if not (self._scores[at] > self._least(at) or self._first_of_two(at)):
                at += 1
                continue
            end = self._end(at)
            if not self._lettered(at, end) and not self._is_place(at, end):
                yield self._find(self._beginning(at), at, end)
            at = end

    def _end(self, at: int) -> int:
        """Return where the name that begins with the word ``at`` ends, with its particles and surnames."""
        end = at + 1
        while end < len(self._words):
            ahead = end
            while ahead < len(self._words) - 1 and ahead < end + _MOST_PARTICLES and self._particle(ahead):
                ahead += 1
            if not self._joined(ahead) or not (self._continues(ahead) or self._of_family(at, end, ahead)):
                break
            end = ahead + 1
        return end

    def _of_family(self, at: int, end: int, ahead: int) -> bool:
        """Whether particles lead from a sure name to a word that is a surname too: elena de la torre."""
        known = self._lists.grades.surnames.get(self._words[ahead].folded, 0) >= _OFTEN
        return ahead > end and known and max(self._scores[at:end]) > self._thresholds.sure

    def _continues(self, at: int) -> bool:
        """Whether the word ``at`` behind a name is part of it: a second capital mostly is, known or not."""
        if self._scores[at] > self._thresholds.maybe:
            return True
        words = self._words[at - 1 : at + 1]
        return all(word.capital and not word.shouted for word in words) and not self._points_at_nobody(
            words[1]
        )

    def _least(self, at: int) -> int:
        """Return what the word ``at`` must score: less for a common name behind a title: coach bee."""
        word, grades = self._words[at], self._lists.grades
        titled = at and word.gap in _AFTER_TITLE and self._words[at - 1].folded in self._cues.titles
        named = grades.given.get(word.folded, 0) >= _OFTEN and grades.word_grade(word.folded) <= _EVERYDAY
        if titled and (named or (word.capital and not word.shouted and not self._points_at_nobody(word))):
            return self._thresholds.maybe - _BEHIND_TITLE
        if self._rather_a_name(word):
            return NEVER
        return self._thresholds.maybe

    def _rather_a_name(self, word: Word) -> bool:
        """Whether a word is more common as a given name than as a word, however it is typed: maria."""
        grades = self._lists.grades
        given = grades.given.get(word.folded, 0)
        return given > _OFTEN and given > grades.word_grade(word.folded) and not self._points_at_nobody(word)

    def _first_of_two(self, at: int) -> bool:
        """Whether the word ``at`` is a name only because one follows: Win Thaung, Grant Alvarado."""
        if at + 1 == len(self._words) or not self._joined(at + 1):
            return False
        word, grades = self._words[at], self._lists.grades
        if len(word.text) == 1 and self._words[at + 1].gap.startswith("."):
            return self._scores[at + 1] > self._thresholds.maybe
        named = word.folded in grades.given or grades.surnames.get(word.folded, 0) > 1
        if grades.word_grade(word.folded) >= _EVERYDAY:
            # Call Maria, Thank Dwayne: what comes before a given name may be any word.
            named = named and grades.given.get(self._words[at + 1].folded, 0) < _OFTEN
        sure = self._scores[at + 1] > self._thresholds.sure and self._words[at + 1].capital
        return named and sure and word.capital and not self._points_at_nobody(word)

    def _points_at_nobody(self, word: Word) -> bool:
        return (
            word.folded in self._lists.usual
            or word.folded in self._lists.grades.capitals
            or word.folded in self._cues.places
            or word.folded in self._cues.titles
        )

    def _joined(self, at: int) -> bool:
        """Whether the word ``at`` may be part of the same name as the word before it."""
        before, gap = self._words[at - 1], self._words[at].gap
        if before.possessive:
            return False
        return gap in _JOINING or (len(before.text) == 1 and gap in _AFTER_INITIAL)

    def _particle(self, at: int) -> bool:
        return self._words[at].folded in self._cues.particles and self._words[at].gap == " "

    def _beginning(self, at: int) -> int:
        """Return where a name begins with its titles, its article or the like: Officer, lil, el."""
        start = at
        while start and self._words[start].gap in _AFTER_TITLE and self._goes_before(start - 1):
            start -= 1
        return start

    def _start(self, start: int, name: int) -> int:
        """Return where in the text the words from ``start`` begin, with a title of several words."""
        begin, named = self._words[start].start, self._words[name].start
        title = _LONG_TITLE.search(self._text[max(0, named - _LONGEST_TITLE) : named])
        return min(begin, named - len(title.group())) if title else begin

    def _goes_before(self, at: int) -> bool:
        word = self._words[at].folded
        if word in self._cues.dotted:
            return self._words[at + 1].gap.startswith(".")
        return word in self._cues.titles or word in self._cues.nicknaming

    def _find(self, start: int, name: int, end: int) -> Find:
        """Return the find of the words ``start`` up to ``end``; ``Maria's`` is found as ``Maria``."""
        last = self._words[end - 1]
        stop = last.end - 2 if last.possessive else last.end
        if len(last.text) == 1 and self._text[stop : stop + 1] == "." and self._text[stop + 1 :].strip():
            stop += 1
        begin, kind = self._start(start, name), self._kind(start, name, end)
        titled = begin < self._words[start].start
        return Find(begin, stop, FindKind.TITLED_NAME if titled else kind)

    def _kind(self, start: int, name: int, end: int) -> FindKind:
        titles = self._cues.titles | self._cues.dotted
        if any(word.folded in titles for word in self._words[start:name] or self._words[name : end - 1]):
            return FindKind.TITLED_NAME
        if max(self._scores[name:end]) <= self._thresholds.sure:
            return FindKind.MAYBE_NAME
        if any(_is_initial(word) for word in self._words[name:end]):
            return FindKind.INITIALS
        return FindKind.NAME

    def _is_place(self, at: int, end: int) -> bool:
        """Whether the words name a park or a street rather than a person: Lincoln Park, Linden Street."""
        inside = any(word.folded in self._cues.places for word in self._words[at + 1 : end])
        behind = end < len(self._words) and self._joined(end) and self._words[end].folded in self._cues.places
        alone = (
            end - at == 1
            and self._words[at].folded in self._cues.places
            and not self._words[at].starts_sentence
        )
        return (inside or behind or alone) and max(
            self._scores[at:end]
        ) < self._thresholds.sure + _SURE_OF_A_PERSON

    def _lettered(self, at: int, end: int) -> bool:
        """Whether the words are letters that stand for nobody: p.m., U.S., PD."""
        words = self._words[at:end]
        letters = "".join(word.folded for word in words)
        known = self._cues.dotted_letters if len(words) > 1 else self._cues.lettered
        return all(len(word.text) < 3 for word in words) and letters in known


def _is_initial(word: Word) -> bool:
    return len(word.text) == 1 or (len(word.text) == 2 and word.shouted)
