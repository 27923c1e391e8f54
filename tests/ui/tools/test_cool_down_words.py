from dialogue_desk.domain.run.cool_down import CoolDown, CoolDownTool
from dialogue_desk.ui.tools.cool_down_words import words_to_say
from dialogue_desk.words import Words


def test_each_move_that_runs_on_this_page_has_words_to_say():
    own = {CoolDownTool.TIMER, CoolDownTool.NOTHING}
    for move in CoolDown:
        assert bool(words_to_say(move, Words())) is (move.tool in own)
