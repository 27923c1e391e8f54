import time

import pytest

from dialogue_desk.desk.desk import IncomingPackage
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.session.privacy_check import BLANK, PrivacyCheck
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import GroundRule
from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Note, NoteKind, Theme
from dialogue_desk.domain.privacy.finds import FindKind
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.domain.records.records import Edition, Record, Version
from dialogue_desk.domain.records.shape import check_shape
from tests.desk.evening import a_desk, a_shelf, begun
from tests.desk.partners import import_unjudged

LINE = "Officer J. Ruiz, badge 4471, stopped him on 118 Alder Street."


def words_of(spots):
    return [spot.words for spot in spots]


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    yield desk
    desk.file.close()


@pytest.fixture
def privacy(desk):
    return PrivacyCheck(desk)


@pytest.fixture
def session_id(desk):
    return begun(desk)


@pytest.fixture
def folder(desk, tmp_path, session_id):
    folders = Folders(desk, a_shelf(tmp_path))
    return lambda: folders.session(session_id)


def note(desk, session_id, text, **more):
    return desk.add(session_id, Note(NoteKind.CONCERN, text, **more))


def test_a_line_is_looked_at_find_by_find(desk, privacy, session_id, folder):
    note(desk, session_id, LINE)
    look = privacy.review(folder())
    assert words_of(look.open) == ["Officer J. Ruiz", "4471", "118 Alder Street"]
    assert (look.looked_at, look.total) == (0, 3)


def test_what_is_kept_stays_as_it_is_and_is_not_asked_again(desk, privacy, session_id, folder):
    kept = note(desk, session_id, LINE)
    privacy.keep(folder(), privacy.review(folder()).open[:1])
    look = privacy.review(folder())
    assert desk.get(kept).body.text == LINE
    assert words_of(look.open) == ["4471", "118 Alder Street"]
    assert (look.looked_at, look.total) == (1, 3)
    assert len(privacy.review(folder()).open) == 2


def test_an_answer_is_void_when_the_words_around_it_change(desk, privacy, session_id, folder):
    kept = note(desk, session_id, "Maria said so.")
    privacy.keep(folder(), privacy.review(folder()).open)
    desk.rewrite(kept, Note(NoteKind.CONCERN, "Maria said so, and wept."))
    assert words_of(privacy.review(folder()).open) == ["Maria"]


def test_what_was_kept_beside_a_replaced_find_stays_kept(desk, privacy, session_id, folder):
    mended = note(desk, session_id, LINE)
    privacy.keep(folder(), privacy.review(folder()).open[1:2])
    privacy.replace(folder(), privacy.review(folder()).open[:1], "An officer")
    assert desk.get(mended).body.text == "An officer, badge 4471, stopped him on 118 Alder Street."
    look = privacy.review(folder())
    assert words_of(look.open) == ["118 Alder Street"]
    assert (look.looked_at, look.total) == (2, 3)


def test_a_blank_can_be_seen_and_undone_in_one_step(desk, privacy, session_id, folder):
    blanked = note(desk, session_id, "Badge 4471 laughed.")
    privacy.blank(folder(), privacy.review(folder()).open)
    assert desk.get(blanked).body.text == f"Badge {BLANK} laughed."
    assert privacy.review(folder()).open == ()
    desk.undo()
    assert desk.get(blanked).body.text == "Badge 4471 laughed."
    assert words_of(privacy.review(folder()).open) == ["4471"]


def test_the_same_words_are_replaced_everywhere_in_one_step(desk, privacy, session_id, folder):
    first = note(desk, session_id, "Maria said the stop is dark.")
    second = desk.add(session_id, ActionIdea("Ask the city", who="maria", first_step="Maria calls"))
    look = privacy.review(folder())
    alike = look.alike(look.open[0])
    assert len(alike) == 3
    privacy.replace(folder(), alike, "a neighbor")
    assert desk.get(first).body.text == "a neighbor said the stop is dark."
    assert (desk.get(second).body.who, desk.get(second).body.first_step) == ("a neighbor", "a neighbor calls")
    desk.undo()
    assert len(privacy.review(folder()).open) == 3


def test_what_took_the_place_of_words_is_offered_for_them_again(desk, privacy, session_id, folder):
    note(desk, session_id, "Maria said so.")
    privacy.replace(folder(), privacy.review(folder()).open, "a neighbor")
    note(desk, session_id, "It was MARIA who called.")
    [spot] = privacy.review(folder()).open
    assert privacy.used_before(folder(), spot) == "a neighbor"


def test_decisions_hold_no_words_of_what_was_found(desk, privacy, session_id, folder):
    note(desk, session_id, "Maria said so.")
    privacy.replace(folder(), privacy.review(folder()).open, "a neighbor")
    assert "maria" not in repr(folder().closing.decisions).casefold()
    assert all(len(one) <= 80 for one in folder().closing.decisions)


def test_rules_themes_and_places_are_looked_at_too(desk, privacy, session_id, folder):
    circle = folder().circle_id
    desk.add(circle, GroundRule("Nobody tells Maria's story.", 9_000))
    desk.add(circle, Theme("What happened to Dwayne"))
    assert words_of(privacy.review(folder()).open) == ["Maria", "Dwayne"]


def test_what_stays_on_the_laptop_is_not_asked_about(desk, privacy, session_id, folder):
    desk.add(session_id, Note(NoteKind.DEBRIEF, "Call Maria."))
    desk.add(session_id, Note(NoteKind.QUOTE, "I told Maria."))
    assert privacy.review(folder()).open == ()
    assert words_of(privacy.review(folder(), debrief=True).open) == ["Maria"]
    desk.add(session_id, Note(NoteKind.QUOTE, "I told Dwayne.", consent=Consent.YES))
    assert words_of(privacy.review(folder()).open) == ["Dwayne"]


def test_all_of_one_kind_can_be_kept_together(desk, privacy, session_id, folder):
    note(desk, session_id, "The mayor came. The principal did not. Maria did.")
    look = privacy.review(folder())
    privacy.keep(folder(), look.of_kind(FindKind.ROLE))
    assert words_of(privacy.review(folder()).open) == ["Maria"]


@pytest.fixture
def clash(desk, session_id):
    """A note that another laptop worded in another way."""
    note_id = note(desk, session_id, "Ours, said Maria.")
    here = desk.get(note_id)
    theirs = Note(NoteKind.CONCERN, "Theirs, said Dwayne.")
    other = Record(
        here.id,
        here.kind,
        here.owner,
        (Edition(Version((("elsewhere", 1),)), 1, DeviceId("elsewhere"), theirs),),
    )
    import_unjudged(desk, [IncomingPackage("package", "a package", {other.id: other})])
    return note_id


def test_every_version_of_a_conflict_is_looked_at(desk, privacy, clash, folder):
    look = privacy.review(folder())
    assert sorted(words_of(look.open)) == ["Dwayne", "Maria"]
    assert all(spot.line.in_conflict for spot in look.open)


def test_a_conflict_is_kept_but_not_changed_until_a_version_is_chosen(desk, privacy, clash, folder):
    before = desk.get(clash)
    privacy.blank(folder(), privacy.review(folder()).open)
    assert desk.get(clash) == before
    privacy.keep(folder(), privacy.review(folder()).open)
    assert len(privacy.review(folder()).open) == 0
    desk.choose(clash, before.body)
    assert len(privacy.review(folder()).open) == 0


def test_a_thousand_notes_are_looked_through_in_a_second_and_again_at_once(desk, privacy, session_id, folder):
    body = "Stops near {place} feel random; nobody says why, and Officer Ruiz agreed."
    writes = [
        Write.of(desk.new_id(), session_id, Note(NoteKind.CONCERN, body.format(place=place)))
        for place in range(1_000)
    ]
    desk.perform(Edit(Act.WRITE, tuple(writes)))
    held = folder()
    privacy.review(held)
    began = time.process_time()
    assert len(privacy.review(held).open) == 1_000
    assert time.process_time() - began < 0.5


@pytest.fixture
def next_evening(desk, tmp_path, session_id):
    """The next session of the same circle."""
    circle = desk.get(session_id).owner
    session = desk.get(session_id)
    second = desk.add(circle, session.body)
    folders = Folders(desk, a_shelf(tmp_path))
    return second, lambda: folders.session(second)


def test_a_word_that_was_confirmed_as_a_name_is_marked_in_every_line_of_the_circle(
    desk, privacy, session_id, folder, next_evening
):
    note(desk, session_id, "my neighbor Tulip said so")
    second, later = next_evening
    note(desk, second, "somebody asked about the tulip again")
    assert words_of(privacy.review(later()).open) == []
    privacy.replace(folder(), privacy.review(folder()).open, "a neighbor")
    assert words_of(privacy.review(later()).open) == ["tulip"]


def test_a_confirmed_name_that_is_an_everyday_word_is_marked_only_with_its_capital(
    desk, privacy, session_id, folder
):
    note(desk, session_id, "my son Will said so")
    privacy.blank(folder(), privacy.review(folder()).open)
    note(desk, session_id, "they will pave Will street in May, as we will see")
    assert "will" not in words_of(privacy.review(folder()).open)


def test_a_confirmation_is_undone_with_its_answer(desk, privacy, session_id, folder):
    note(desk, session_id, "my neighbor Tulip said so")
    privacy.blank(folder(), privacy.review(folder()).open)
    desk.undo()
    note(desk, session_id, "somebody asked about the tulip again")
    assert words_of(privacy.review(folder()).open) == ["Tulip"]


def test_a_role_that_was_kept_is_not_asked_about_again_in_the_circle(
    desk, privacy, session_id, folder, next_evening
):
    note(desk, session_id, "The mayor came late.")
    privacy.keep(folder(), privacy.review(folder()).open)
    second, later = next_evening
    note(desk, second, "We want the mayor here, and Maria.")
    assert words_of(privacy.review(later()).open) == ["Maria"]


def test_a_sure_name_that_was_kept_is_asked_about_in_each_line(desk, privacy, session_id, folder):
    note(desk, session_id, "Maria said so.")
    privacy.keep(folder(), privacy.review(folder()).open)
    note(desk, session_id, "Maria said it again.")
    assert words_of(privacy.review(folder()).open) == ["Maria"]


def test_what_is_maybe_a_name_comes_after_everything_else(desk, privacy, session_id, folder):
    note(desk, session_id, "we saw Tanglewood there")
    note(desk, session_id, "Maria said so.")
    kinds = [spot.find.kind for spot in privacy.review(folder()).open]
    assert kinds == sorted(kinds, key=lambda kind: kind is FindKind.MAYBE_NAME)
    assert kinds[0] is FindKind.NAME


def test_what_a_circle_remembers_is_read_by_its_other_laptop(desk, privacy, session_id, folder):
    note(desk, session_id, "my neighbor Tulip said so")
    privacy.replace(folder(), privacy.review(folder()).open, "a neighbor")
    decisions = list(desk.file.records.under(session_id, Kind.PRIVACY_DECISION))
    check_shape({one.id: one for one in decisions})
