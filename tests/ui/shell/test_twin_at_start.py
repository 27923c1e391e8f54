"""A desk that wakes on another laptop says so at the start, in a message that stays."""

from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.opening import open_desk
from dialogue_desk.ui.core.route import Route
from tests.ui.sittings import laptop

__all__ = ["laptop"]

TOLD = "This desk is, or was, also in use on another laptop, so this laptop now has a name of its own."


def test_a_desk_of_this_laptop_says_nothing(laptop):
    laptop.stop(laptop.start())
    assert laptop.start().workspace.toast.sentence() == ""


def test_a_desk_that_was_copied_from_another_laptop_says_so_until_it_is_closed(laptop):
    elsewhere = open_desk(laptop.paths.desk, laptop.clock, RandomIds(3), "another machine").desk
    before = elsewhere.device
    elsewhere.file.close()
    sitting = laptop.start()
    toast = sitting.workspace.toast
    assert toast.sentence().startswith(TOLD)
    assert not toast._going.isActive(), "it does not go away by itself"
    assert sitting.desk.device != before
    sitting.workspace.go(Route())
    assert toast.sentence().startswith(TOLD)
