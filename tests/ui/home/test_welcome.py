from dialogue_desk.ui.home.welcome import Welcome
from dialogue_desk.ui.widgets.button import Button, Weight
from tests.ui.seen import button_saying, words_on


def test_every_way_to_begin_has_its_button(buttons, pressed, shown):
    page = shown(Welcome(buttons))
    for button in page.findChildren(Button):
        button.click()
    assert set(pressed) == {"begin:", "open:", "sample:", "guides:", "paper:"}
    loud = [button.text() for button in page.findChildren(Button) if button.weight is Weight.PRIMARY]
    assert loud == ["Start a conversation now"]


def test_a_reader_hears_what_each_way_is_for(buttons, shown):
    page = shown(Welcome(buttons))
    assert words_on(page)[0] == "Welcome!"
    sample = button_saying(page, "Open the sample community")
    assert sample.accessibleDescription().startswith("Five made-up circles")
