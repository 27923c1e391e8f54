"""Who the package is for, and which documents go with it."""

from pathlib import Path

from dialogue_desk.domain.closing.leaving import Profile
from tests.ui.closing.on_page import package, pick, seen, texts
from tests.ui.sessions import DEBRIEF


def test_the_debrief_goes_to_the_organizer_only_when_it_is_ticked(step, stick, save):
    step.audience.debrief.click()
    assert "debrief note" not in seen(step.contents)
    save()
    assert DEBRIEF in texts(package(stick))
    pick(step, Profile.EVERYONE)
    assert not step.audience.debrief.isEnabled() and "1 debrief note" in seen(step.contents)


def test_only_the_documents_that_are_ticked_are_saved(step, stick, save):
    for ending in (".pdf", ".docx", ".html"):
        step.papers.ticks[ending].click()
    save()
    assert [path.suffix for path in stick.iterdir()] == [".dialogue"]
    assert "saved with it" not in seen(step.bar)


def test_documents_are_saved_in_the_chosen_language_and_size(step, stick, save):
    for ending in (".pdf", ".docx", ".txt"):
        step.papers.ticks[ending].click()
    for choice, wanted in ((step.papers.language, "all"), (step.papers.sheets, "a4")):
        choice.choose(wanted)
    step.papers.large.click()
    save()
    names = sorted(path.name for path in stick.iterdir() if ".dialogue" not in path.name)
    assert [Path(name).suffix for name in names] == [".html", ".txt"]
    assert all("-en-es" in name for name in names)
