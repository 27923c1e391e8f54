"""The part, and its question, to which new notes are added."""

from __future__ import annotations

from dialogue_desk.domain.model.guide import Part, SessionPlan
from dialogue_desk.domain.model.live_session import LiveSession


class NoteTarget:
    """Follows the current part; ``by_hand``, on a laptop that only takes notes, a person chooses the part."""

    def __init__(self, plan: SessionPlan, live: LiveSession, *, by_hand: bool) -> None:
        self.plan, self._by_hand = plan, by_hand
        self.part = plan.parts[live.current].id
        self._asked: dict[str, int] = {}

    def follow(self, live: LiveSession) -> None:
        """Go to the current part, unless a person chooses the part."""
        if not self._by_hand:
            self.part = live.parts[live.current].id

    def go_to(self, part: str) -> None:
        """Add notes to this part from now on."""
        self.part = part

    def neighbor(self, live: LiveSession, by: int) -> str:
        """Return the part that is ``by`` places on in the order of the session, or "" beyond its ends."""
        parts = [self.plan.parts[place].id for place in live.order]
        place = parts.index(self.part) + by if self.part in parts else 0
        return parts[place] if 0 <= place < len(parts) else ""

    def current_part(self) -> Part:
        """Return the part that notes are added to."""
        return next((part for part in self.plan.parts if part.id == self.part), self.plan.parts[0])

    def earlier_parts(self, live: LiveSession) -> list[Part]:
        """Return the parts before it, the last first."""
        parts, places = self.plan.parts, range(len(self.plan.parts))
        if self._by_hand:
            here = next((place for place in places if parts[place].id == self.part), 0)
            return list(reversed(parts[:here]))
        before = [place for place in live.order if place in live.visited and place != live.current]
        return [parts[place] for place in reversed(before)]

    def prompt(self) -> int:
        """Return the number, from 1, of the question that is asked; 0 is none."""
        return self._asked.get(self.part, 0)

    def toggle_prompt(self, prompt: int) -> int:
        """Ask this question of the part, and return its number; asked again or beyond the last, it is 0."""
        chosen = 0 if prompt == self.prompt() or prompt > len(self.current_part().ask) else prompt
        self._asked[self.part] = chosen
        return chosen
