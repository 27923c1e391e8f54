"""Home asks with one cheap query from how many laptops something waits; it agrees with the long answer."""

from dialogue_desk.desk.trust.waiting_changes import leave_out, take, waiting_changes
from tests.desk.evening import a_desk
from tests.desk.trust.other_circles import Strangers, opened


def agrees(desk):
    laptops = desk.file.waiting.laptops()
    assert laptops == {one.signer for one in waiting_changes(desk)}
    return len(laptops)


def test_the_laptops_that_wait_are_those_that_are_asked_about(tmp_path):
    strangers = Strangers(tmp_path / "given", circles=2)
    desk = a_desk(tmp_path / "here.db", 7)
    opened(desk, strangers.erasing())
    assert agrees(desk) == 0, "traces of what was never here"
    opened(desk, *strangers.handed)
    opened(desk, strangers.changing())
    assert agrees(desk) == 2
    first = waiting_changes(desk)[0]
    leave_out(desk, first.claims)
    assert agrees(desk) == 1
    take(desk, waiting_changes(desk)[0].claims)
    assert agrees(desk) == 0
    desk.undo()
    assert agrees(desk) == 1
    desk.file.close()


def test_it_says_whether_this_laptop_wrote_what_would_be_changed(tmp_path):
    strangers = Strangers(tmp_path / "given", circles=1)
    desk = a_desk(tmp_path / "here.db", 7)
    opened(desk, *strangers.handed)
    opened(desk, strangers.changing())
    assert [one.own for one in waiting_changes(desk)] == [False]
    desk.file.close()
    writer = a_desk(strangers.folder / "writer-0.db", 100)
    opened(writer, strangers.changing(902))
    assert [(one.own, one.writers) for one in waiting_changes(writer)] == [(True, 1)]
    writer.file.close()
