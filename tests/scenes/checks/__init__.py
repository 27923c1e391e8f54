"""The checks of a scene: each takes the widget that is shown and yields a line for whatever is wrong."""

from tests.scenes.checks import hearing
from tests.scenes.checks.contrast import whatever_is_read_stands_out
from tests.scenes.checks.cut import no_text_is_cut
from tests.scenes.checks.keyboard import every_word_comes_into_sight, tab_goes_as_one_reads
from tests.scenes.checks.names import whatever_has_the_keyboard_has_a_name
from tests.scenes.checks.targets import whatever_is_pressed_is_large_enough

CHECKS = {
    "a name": whatever_has_the_keyboard_has_a_name,
    "the order of Tab": tab_goes_as_one_reads,
    "words within reach": every_word_comes_into_sight,
    "a heading": hearing.a_heading_says_where_one_is,
    "a name for all": hearing.what_can_be_used_has_a_name,
    "said once": hearing.nothing_is_said_twice,
    "told apart": hearing.no_two_are_called_the_same,
    "heard as read": hearing.whatever_is_read_is_heard,
    "within hearing": hearing.the_tree_leads_to_whatever_has_the_keyboard,
    "a target": whatever_is_pressed_is_large_enough,
    "whole text": no_text_is_cut,
    "contrast": whatever_is_read_stands_out,
}
