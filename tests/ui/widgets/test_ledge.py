from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from dialogue_desk.ui.widgets.ledge import FooterHolder


def test_it_takes_no_room_while_its_guest_is_hidden(qtbot):
    window, guest = QWidget(), QLabel("Saved.")
    qtbot.addWidget(window)
    guest.hide()
    ledge = FooterHolder(guest)
    column = QVBoxLayout(window)
    column.addWidget(ledge)
    window.show()
    assert not ledge.isVisible()
    guest.show()
    assert ledge.isVisible() and guest.isVisible()
    guest.hide()
    assert not ledge.isVisible()
