from dialogue_desk.ui.run.prompt_button import PromptButton


def test_the_question_that_is_asked_is_bold_and_the_others_are_smaller(theme, qtbot):
    button = PromptButton(theme, "What do you need here?", large=True)
    qtbot.addWidget(button)
    plain = button._font()
    button.set_state(asked=True, another=False)
    assert button._font().bold()
    button.set_state(asked=False, another=True)
    assert button._shown_text() == "•  What do you need here?"
    assert button._font().pixelSize() < plain.pixelSize()


def test_it_grows_with_the_room(theme, qtbot):
    button = PromptButton(theme, "What do you need here?", large=True)
    qtbot.addWidget(button)
    lines, tall = button.lines(320), button.heightForWidth(320)
    button.grow(140)
    assert button.lines(320) > lines
    assert button.heightForWidth(320) > tall
