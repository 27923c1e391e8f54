"""What a label says of the lines after it, and how far that reaches: "Materials", then a list."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_desk.domain.guides.guide_lines import is_question
from dialogue_desk.domain.guides.labels import Meaning

_MOST_WORDS_OF_A_THING = 15
_LISTS = frozenset({Meaning.MATERIAL, Meaning.GROUND_RULE, Meaning.BEFORE, Meaning.GOAL})
_MAY_ASK = frozenset({Meaning.TIP, Meaning.SAY, Meaning.ASK, Meaning.NOTE_TAKER})


@dataclass(slots=True)
class LabelledBlock:
    """The lines after a label.  Those after a heading (``section``) reach further than those after a line.

    ``is_list`` is None until the first line has shown what it is.
    """

    meaning: Meaning
    section: bool = False
    is_list: bool | None = None
    apart: bool = False
    """Whether the label itself is set apart, as in a box of tips."""
    whole: bool = False
    """Whether the line of the label has said all: "Tip: go slowly.", and then the questions of the part."""

    def holds(self, text: str, *, listed: bool, apart: bool) -> bool:
        """Whether the next line is still one of those that the label speaks of."""
        first = self.is_list is None
        of_list = listed or (apart and self.meaning is Meaning.SAY)
        if first:
            self.is_list = of_list
        if apart and not self.apart and self.meaning is Meaning.TIP:
            return False  # "Facilitator:", and then in a box what to say
        if is_question(text) and not self._may_ask(listed=listed):
            return False
        if self.section:
            return self._section_holds(text, first=first, listed=listed)
        if self.is_list:
            return of_list
        if first:
            return self.meaning is not Meaning.GROUND_RULE
        return self.meaning is Meaning.MATERIAL and _is_thing(text)

    def _may_ask(self, *, listed: bool) -> bool:
        """Whether a question can be one of the lines."""
        if self.whole and self.meaning is Meaning.TIP:
            return False
        return listed or self.meaning in _MAY_ASK

    def _section_holds(self, text: str, *, first: bool, listed: bool) -> bool:
        if self.meaning is Meaning.ASK:
            return listed or is_question(text)
        if self.meaning not in _LISTS or listed or (first and self.meaning is not Meaning.GROUND_RULE):
            return True
        return not self.is_list and _is_thing(text)


def _is_thing(text: str) -> bool:
    return len(text.split()) <= _MOST_WORDS_OF_A_THING
