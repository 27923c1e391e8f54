"""Where a line that is typed goes: the part, and the question of it that is being asked."""

from __future__ import annotations

from dialogue_desk.domain.model.guide import Part, SessionPlan
from dialogue_desk.domain.model.live_session import LiveSession


class NoteTarget:
    """Follows the part that is on; on a laptop that only takes notes a person goes from part to part.

    Args:
        plan: the parts of the session.
        live: where the session stands.
        by_hand: whether a person says which part is written about, and not the clock.
    """

    def __init__(self, plan: SessionPlan, live: LiveSession, *, by_hand: bool) -> None:
        self.plan, self._by_hand = plan, by_hand
        self.part = plan.parts[live.current].id
        self._asked: dict[str, int] = {}

    def follow(self, live: LiveSession) -> None:
        """Go to the part that is on, unless a person goes by hand."""
        if not self._by_hand:
            self.part = live.parts[live.current].id

    def go_to(self, part: str) -> None:
        """Write about this part from now on."""
        self.part = part

    def neighbor(self, live: LiveSession, by: int) -> str:
        """Return the part that stands so many places on in the evening's order; nothing beyond its ends."""
        parts = [self.plan.parts[place].id for place in live.order]
        place = parts.index(self.part) + by if self.part in parts else 0
        return parts[place] if 0 <= place < len(parts) else ""

    def current_part(self) -> Part:
        """Return the part that is written about."""
        return next((part for part in self.plan.parts if part.id == self.part), self.plan.parts[0])

    def earlier_parts(self, live: LiveSession) -> list[Part]:
        """Return the parts that were on before it, the last first."""
        parts, places = self.plan.parts, range(len(self.plan.parts))
        if self._by_hand:
            here = next((place for place in places if parts[place].id == self.part), 0)
            return list(reversed(parts[:here]))
        before = [place for place in live.order if place in live.visited and place != live.current]
        return [parts[place] for place in reversed(before)]

    def prompt(self) -> int:
        """Return the number, from 1, of the question that is being asked; 0 when none is."""
        return self._asked.get(self.part, 0)

    def toggle_prompt(self, prompt: int) -> int:
        """Let this question of the part be the one being asked; asked again or beyond the last, none is."""
        chosen = 0 if prompt == self.prompt() or prompt > len(self.current_part().ask) else prompt
        self._asked[self.part] = chosen
        return chosen

    def part_and_prompt(self) -> tuple[str, int]:
        """Return the part and the number of its question."""
        return self.part, self.prompt()
