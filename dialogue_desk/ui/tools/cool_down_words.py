"""What a facilitator can say when a circle pauses and cools down."""

from __future__ import annotations

from dialogue_desk.domain.run.cool_down import CoolDown
from dialogue_desk.words import Words


def words_to_say(move: CoolDown, words: Words) -> str:
    """Return what can be read to the circle as this move begins; "" where the move has its own page."""
    tr = words.tr
    match move:
        case CoolDown.SILENCE:
            return tr("Let's be quiet for a minute. You don't have to do anything. I'll say when it is over.")
        case CoolDown.QUICK_WRITING:
            return tr(
                "Take two minutes and write down what is on your mind. It is for you alone: nobody will "
                "read it or ask for it."
            )
        case CoolDown.BREAK:
            return tr("Let's take five minutes. Stand up, get some air, and we'll start again together.")
        case CoolDown.SWAP_FACILITATORS:
            return tr(
                "We are going to switch who leads. I'll listen and take the notes for a while, and my "
                "co-facilitator will lead from here. Nobody did anything wrong: a fresh voice helps us all."
            )
        case CoolDown.GO_ROUND | CoolDown.GROUND_RULES | CoolDown.PARK_IT:
            return ""
