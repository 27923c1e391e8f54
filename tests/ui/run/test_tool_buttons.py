from PySide6.QtCore import Qt

from dialogue_desk.domain.model.ids import SECOND
from tests.ui.run.steps import go_on, press


def test_the_way_to_it_is_there_while_it_is_late_or_early(late, qtbot, clock):
    button = late.card.tools.replan
    assert (button.isVisible(), button.text()) == (True, "Late: adjust the plan")
    button.click()
    assert late.planning.sheet.isVisible()
    press(qtbot, Qt.Key.Key_Return)
    assert not button.isVisible()
    clock.advance(SECOND)
    go_on(late, clock, 20)
    assert (button.isVisible(), button.text()) == (True, "Early: adjust the plan")
