"""Who the package is for, which documents go with it, and how it is sealed."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLineEdit

from dialogue_desk.desk.leaving.keyring import keyring, make_key
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.sealing import Keyring
from tests.ui.closing.on_page import PASSPHRASE, package, pick, seen, texts
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


def test_a_passphrase_is_typed_twice_and_kept_nowhere(step, stick, save, qtbot, desk):
    step.seal.wanted.click()
    QApplication.processEvents()
    assert step.focusWidget() is step.seal.first and step.seal.first.echoMode() is QLineEdit.EchoMode.Password
    save()
    assert "Type a passphrase, or uncheck the box." in seen(step.seal) and not list(stick.iterdir())
    qtbot.keyClicks(step.seal.first, PASSPHRASE)
    assert "Strong." in seen(step.seal)
    qtbot.keyClicks(step.seal.again, "bench lamp")
    save()
    assert "The two passphrases do not match. Type it again here." in seen(step.seal) and not list(
        stick.iterdir()
    )
    step.seal.again.setText(PASSPHRASE)
    save()
    sealed = package(stick)
    assert sealed.name.endswith(".dialogue.age") and f"sealed: {sealed.name}" in seen(step.bar)
    assert DEBRIEF not in texts(sealed, Keyring(passphrases=(PASSPHRASE,)))
    assert step.seal.first.text() == step.seal.again.text() == ""
    desk.file._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert PASSPHRASE.encode() not in desk.file.path.read_bytes()


def test_how_strong_a_passphrase_is_is_said_in_plain_words(step):
    step.seal.wanted.click()
    for text, told in (("oak", "Weak"), ("oak street lamp", "Fair"), (PASSPHRASE, "Strong.")):
        step.seal.first.setText(text)
        assert told in seen(step.seal)


def in_program(desk, evening, seal_to):
    program = desk.add(NO_OWNER, Program("Bridges", seal_to=seal_to))
    circle = desk.get(evening).owner
    body = desk.get(circle).body
    assert isinstance(body, Circle)
    desk.rewrite(circle, replace(body, program=program))
    return program


def test_with_the_organizers_key_in_the_program_it_is_sealed_without_a_question(
    step, stick, save, desk, evening
):
    in_program(desk, evening, make_key(desk))
    assert "Sealed with the key of “Bridges”." in seen(step.seal) and not step.seal.wanted.isVisible()
    save()
    assert package(stick).name.endswith(".dialogue.age")
    assert texts(package(stick), keyring(desk))
    pick(step, Profile.OTHER_LAPTOP)
    assert step.seal.wanted.isVisible()


def test_a_key_that_is_none_is_told_and_a_passphrase_offered(step, desk, evening):
    in_program(desk, evening, "age1nonsense")
    assert "The key in the program file of “Bridges” is damaged" in seen(step.seal)
    assert step.seal.wanted.isVisible()
