from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from dialogue_desk.ui.shell.workspace import FooterHolder


def test_a_message_at_the_foot_takes_no_room_while_it_is_hidden(qtbot):
    window, guest = QWidget(), QLabel("Saved.")
    qtbot.addWidget(window)
    guest.hide()
    holder = FooterHolder(guest)
    column = QVBoxLayout(window)
    column.addWidget(holder)
    window.show()
    assert not holder.isVisible()
    guest.show()
    assert holder.isVisible() and guest.isVisible()
    guest.hide()
    assert not holder.isVisible()
