"""Invitations are typed one after another, with numbers and not with people; sums stand over the list."""

from PySide6.QtCore import Qt

from dialogue_desk.domain.model.voices import Invitation
from dialogue_desk.ui.voices.voices_tab import INVITATIONS


def test_an_invitation_is_typed_by_keys_alone(tab, three, work, qtbot, settled):
    tab.open_view(INVITATIONS)
    line = tab.invitations.line
    qtbot.keyClicks(line.to, "Tenants union")
    qtbot.keyClicks(line.asked, "Tell people at the meeting")
    line.voices.select.setCurrentIndex(line.voices.select.findData(three[0]))
    line.voices.select.chosen.emit(three[0])
    line.invited.setFocus()
    qtbot.keyClicks(line.invited.box, "40")
    line.signed_up.setFocus()
    qtbot.keyClicks(line.signed_up.box, "12")
    line.day.setText("March 2, 2027")
    line.day.textEdited.emit("March 2, 2027")
    qtbot.keyClick(line.to, Qt.Key.Key_Return)
    settled()
    (one,) = work().invitations
    expected = Invitation("Tenants union", "Tell people at the meeting", (three[0],), 40, 12, "2027-03-02")
    assert one.body == expected
    assert tab.invitations.sums.text() == "1 invitation · invited: 40 · signed up: 12"
    (row,) = tab.invitations.rows.rows()
    assert (
        "for: Renters" in row.detail and "signed up: 12" in row.figure and (row.part, row.whole) == (12, 40)
    )
    assert line.to.text() == "" and line.voices.chosen() == (three[0],)


def test_more_sign_ups_than_were_invited_are_kept_and_told(tab, three, work, qtbot):
    tab.open_view(INVITATIONS)
    line = tab.invitations.line
    qtbot.keyClicks(line.to, "Food bank")
    line.invited.show_value(3)
    line.signed_up.show_value(5)
    qtbot.keyClick(line.to, Qt.Key.Key_Return)
    assert work().invitations[0].body.signed_up == 5
    assert "5 signed up, but 3 were invited" in line.remark.text()


def test_a_day_that_is_none_is_not_kept_and_says_so(tab, work, qtbot):
    tab.open_view(INVITATIONS)
    line = tab.invitations.line
    qtbot.keyClicks(line.to, "Food bank")
    line.day.setText("someday")
    line.day.textEdited.emit("someday")
    qtbot.keyClick(line.to, Qt.Key.Key_Return)
    assert "someday" in line.trouble.text() and line.to.text() == "Food bank" and not work().invitations


def test_an_invitation_is_edited_deleted_and_brought_again(tab, desk, asked, work, qtbot, settled):
    tab.open_view(INVITATIONS)
    tab.invitations.rows.go_to(asked)
    qtbot.keyClick(tab.invitations.rows, Qt.Key.Key_Return)
    line = tab.invitations.line
    assert (line.to.text(), line.invited.value(), line.signed_up.value()) == ("Tenants union", 40, 12)
    line.signed_up.show_value(19)
    line.save.click()
    settled()
    assert work().invitations[0].body.signed_up == 19
    tab.invitations.rows.opened.emit(asked)
    line.remove.click()
    settled()
    assert not work().invitations
    desk.undo()
    settled()
    assert work().invitations[0].body.signed_up == 19


def test_an_invitation_without_a_day_keeps_none_when_it_is_only_looked_at(tab, desk, program, work, settled):
    one = desk.add(program, Invitation("Food bank"))
    settled()
    tab.open_view(INVITATIONS)
    tab.invitations.rows.opened.emit(one)
    tab.invitations.line.save_typed()
    assert work().invitations[0].body == Invitation("Food bank")


def test_a_voice_that_was_deleted_stays_in_the_invitation_and_can_be_left_out(
    tab, desk, three, asked, settled
):
    tab.open_view(INVITATIONS)
    desk.remove(three[0])
    settled()
    tab.invitations.rows.opened.emit(asked)
    choice = tab.invitations.line.voices
    assert choice.chosen() == (three[0],)
    choice._line.itemAt(0).widget().click()
    assert choice.chosen() == ()
