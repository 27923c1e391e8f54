from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.section import Section
from tests.ui.widgets.speaking import put


def test_a_heading_counts_what_is_under_it(window):
    section = put(window, Section("Notes", "14 today"))
    section.show_text("Notes", "15 today")
    assert [label.text() for label in section.findChildren(Label)] == ["Notes", "15 today"]
