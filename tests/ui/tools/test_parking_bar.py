from dialogue_desk.ui.tools.parking_bar import ParkingBar


def test_a_text_is_told_and_stays_until_it_is_saved(context, qtbot):
    bar = ParkingBar(context)
    qtbot.addWidget(bar)
    bar.box.setText("Market days")
    with qtbot.waitSignal(bar.parked, timeout=0) as parked:
        bar.keep_button.click()
    assert parked.args == ["Market days"] and bar.box.text() == "Market days"
    bar.clear()
    assert bar.box.text() == ""


def test_an_empty_line_is_not_parked(context, qtbot):
    bar = ParkingBar(context)
    qtbot.addWidget(bar)
    bar.box.setText("  ")
    with qtbot.assertNotEmitted(bar.parked):
        bar.keep_button.click()
