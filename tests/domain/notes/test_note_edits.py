"""The laws of putting notes right: no written word is lost, Undo restores exactly, the order stays."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_desk.domain.closing.leaving import Profile, lets
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Note, NoteKind, Spread
from dialogue_desk.domain.notes.note_and_idea import as_idea, as_note, can_become_action
from dialogue_desk.domain.notes.note_edits import (
    joined,
    moved,
    of_kind,
    options_dropped,
    rest_of,
    right_after,
    sensitive_as,
    split,
    spread_as,
    tagged,
    turned_into_ideas,
    turned_into_notes,
)
from dialogue_desk.domain.records.changes import Act
from tests.domain.said import (
    LABELS,
    SESSION,
    THEMES,
    Shelf,
    ideas,
    kept,
    new_ids,
    notes,
    word,
    words,
    written,
)

both = notes | ideas()
several = st.lists(both, min_size=2, max_size=5)


def edits(saids, new_id):
    """One edit of each sort."""
    first = saids[0]
    text = first.body.text if isinstance(first.body, Note) else first.body.what
    return [
        split(first, text, "the rest", new_id),
        joined(saids, LABELS),
        moved(saids, "p3"),
        tagged(saids, add=THEMES[:1], take=THEMES[1:]),
        spread_as(saids, Spread.MOST),
        sensitive_as(saids, sensitive=True),
        of_kind(saids, NoteKind.HOPE, LABELS, new_id),
        turned_into_ideas(saids, LABELS, new_id),
        turned_into_notes(saids, NoteKind.HOPE, LABELS, new_id),
    ]


@given(several)
@settings(max_examples=60)
def test_no_written_word_is_lost_by_any_edit(bodies):
    saids = kept(bodies)
    for edit in edits(saids, new_ids(8)):
        shelf = Shelf(saids)
        shelf.make(edit)
        missing = written(bodies) - written(shelf.bodies().values())
        assert all(
            word in {w for body in shelf.bodies().values() for w in written([body])} for word in missing
        )


@given(several)
@settings(max_examples=60)
def test_undo_restores_exactly_what_was_there(bodies):
    saids = kept(bodies)
    for edit in edits(saids, new_ids(8)):
        shelf = Shelf(saids)
        before = shelf.bodies()
        shelf.undo(shelf.make(edit))
        assert shelf.bodies() == before


@given(several)
@settings(max_examples=60)
def test_what_is_not_joined_or_split_stands_where_it_stood(bodies):
    saids = kept(bodies)
    before = [written([said.body]) for said in Shelf(saids).saids()]
    new_id = new_ids(8)
    for edit in (
        moved(saids, "p3"),
        spread_as(saids, Spread.MOST),
        of_kind(saids, NoteKind.HOPE, LABELS, new_id),
        turned_into_ideas(saids, LABELS, new_id),
    ):
        shelf = Shelf(saids)
        shelf.make(edit)
        after = [written([said.body]) for said in shelf.saids()]
        assert all(not was - now for was, now in zip(before, after, strict=True))


@given(st.lists(both, min_size=1, max_size=4), st.lists(st.integers(0, 20), max_size=3))
def test_however_often_notes_are_split_the_words_keep_their_order(bodies, places):
    """Each cut is at a place of the whole talk, so halves are split again, the first ones too."""
    flat = [
        replace(body, text=" ".join(body.text.split())) if isinstance(body, Note) else body for body in bodies
    ]
    shelf = Shelf(kept(flat))
    new_id = new_ids(8)

    def said_in_order():
        return [said.body.text if isinstance(said.body, Note) else said.body.what for said in shelf.saids()]

    before = " ".join(said_in_order()).split()
    for cut in places:
        place = cut
        for said in shelf.saids():
            parts = said_in_order()[shelf.saids().index(said)].split()
            if place < len(parts) - 1:
                shelf.make(split(said, " ".join(parts[: place + 1]), " ".join(parts[place + 1 :]), new_id))
                break
            place -= len(parts)
    assert " ".join(said_in_order()).split() == before


@given(notes)
def test_both_halves_keep_what_hangs_on_a_note(note):
    (said,) = kept([note])
    edit = split(said, "one", "two", new_ids(8))
    first, second = (write.body for write in edit.writes)
    assert (first, second) == (replace(note, text="one"), replace(note, text="two"))
    assert edit.act is Act.SPLIT


@given(ideas())
def test_what_was_told_of_an_action_idea_stays_with_its_first_half(idea):
    (said,) = kept([idea])
    first, second = (write.body for write in split(said, "one", "two", new_ids(8)).writes)
    assert first == replace(idea, what="one")
    assert (second.what, second.part, second.themes, second.said_at) == (
        "two",
        idea.part,
        idea.themes,
        idea.said_at,
    )
    assert (second.who, second.dots) == ("", None)


@given(several)
def test_joining_lets_nothing_out_that_could_not_leave_before(bodies):
    shelf = Shelf(kept(bodies))
    shelf.make(joined(kept(bodies), LABELS))
    ((_, whole),) = shelf.bodies().items()
    for profile in Profile:
        for debrief in (False, True):
            if lets(profile, whole, debrief=debrief):
                assert all(lets(profile, body, debrief=debrief) for body in bodies)


@given(st.lists(notes, min_size=2, max_size=5))
def test_joined_notes_keep_their_order_their_themes_and_the_first_hour(bodies):
    shelf = Shelf(kept(bodies))
    shelf.make(joined(kept(bodies), LABELS))
    ((record, whole),) = shelf.bodies().items()
    assert record == kept(bodies)[0].id
    assert whole.text == "\n".join(body.text for body in bodies)
    assert set(whole.themes) == {theme for body in bodies for theme in body.themes}
    assert whole.said_at == min((body.said_at for body in bodies if body.said_at is not None), default=None)


def test_a_joined_note_is_what_its_first_was():
    saids = kept([Note(NoteKind.HOPE, "one"), Note(NoteKind.CONCERN, "two")])
    assert joined(saids, LABELS).writes[0].body.kind is NoteKind.HOPE


def test_a_quote_joined_with_anything_needs_the_consent_of_all():
    quote = Note(NoteKind.QUOTE, "I felt seen", consent=Consent.YES)
    unasked = replace(quote, text="So did I", consent=Consent.NOT_ASKED)
    assert joined(kept([quote, unasked]), LABELS).writes[0].body.consent is Consent.NOT_ASKED
    assert joined(kept([quote, quote]), LABELS).writes[0].body.consent is Consent.YES
    whole = joined(kept([Note(NoteKind.HOPE, "one"), unasked]), LABELS).writes[0].body
    assert (whole.kind, whole.consent) == (NoteKind.QUOTE, Consent.NOT_ASKED)


def test_one_alone_is_not_joined():
    with pytest.raises(ValueError, match="two"):
        joined(kept([Note(NoteKind.HOPE, "one")]), LABELS)


@given(ideas(word))
def test_an_action_idea_that_is_turned_twice_is_what_it_was(idea):
    again = as_idea(as_note(idea, NoteKind.HOPE, LABELS), LABELS)
    assert again == idea


@given(ideas())
def test_an_action_idea_as_a_note_says_all_its_words(idea):
    note = as_note(idea, NoteKind.HOPE, LABELS)
    assert not written([idea]) - written([note])
    assert not written([note]) - written([as_idea(note, LABELS)]) - written_labels()


def written_labels():
    names = [*LABELS.fields.values(), *LABELS.levels.values(), *LABELS.horizons.values()]
    return written([Note(NoteKind.HOPE, name) for name in names for _ in range(9)]) + written(
        [Note(NoteKind.HOPE, str(n)) for n in range(100)]
    )


def test_lines_that_look_like_labels_lose_no_word():
    for text in (
        "Why: so",
        "a\nWhen: one day\nWhere: here",
        "a\nDots: many\nWhy: b\nc",
        "a\nWhen: by now\nb",
    ):
        idea = as_idea(Note(NoteKind.HOPE, text), LABELS)
        assert idea.what.strip()
        told = f"{idea.what} {idea.why} {idea.horizon or ''}".split()
        assert not set(text.replace("Why:", "").replace("When: by", "").split()) - set(told) - {"Why:"}


@pytest.mark.parametrize(
    ("note", "may"),
    [
        (Note(NoteKind.HOPE, "a bench"), True),
        (Note(NoteKind.HOPE, "a bench", sensitive=True), False),
        (Note(NoteKind.DEBRIEF, "a bench"), False),
        (Note(NoteKind.QUOTE, "a bench"), False),
        (Note(NoteKind.QUOTE, "a bench", consent=Consent.YES), True),
    ],
)
def test_a_note_that_must_not_leave_does_not_become_an_action_idea(note, may):
    assert can_become_action(note) is may
    assert bool(turned_into_ideas(kept([note]), LABELS, new_ids(8)).writes) is may


def test_moving_forgets_the_question_of_the_old_part_and_leaves_the_others():
    saids = kept([Note(NoteKind.HOPE, "one", "p1", prompt=2), Note(NoteKind.HOPE, "two", "p2", prompt=2)])
    (write,) = moved(saids, "p2").writes
    assert write.body == Note(NoteKind.HOPE, "one", "p2", prompt=0)


def test_moving_forgets_the_option_of_the_old_part():
    (write,) = moved(kept([Note(NoteKind.HOPE, "one", "p1", option="bus")]), "p2").writes
    assert write.body == Note(NoteKind.HOPE, "one", "p2")


def test_moving_keeps_an_option_that_the_other_part_has_by_its_title():
    options = {("p1", "bus"): "Bus lanes", ("p2", "lanes"): "Bus lanes", ("p2", "bus"): "No lanes"}
    saids = kept([Note(NoteKind.HOPE, "one", "p1", option="bus"), ActionIdea("two", "p1", option="bus")])
    edit = moved(saids, "p2", options)
    assert [write.body.option for write in edit.writes] == ["lanes", "lanes"]
    assert options_dropped(saids, edit) == ()
    away = moved(saids, "p3", options)
    assert options_dropped(saids, away) == (("p1", "bus"), ("p1", "bus"))


def test_a_note_that_becomes_an_action_idea_and_back_stays_about_its_option():
    (said,) = kept([Note(NoteKind.HOPE, "one", "p1", option="bus")])
    idea = as_idea(said.body, LABELS)
    assert idea.option == "bus" and as_note(idea, NoteKind.HOPE, LABELS).option == "bus"
    assert rest_of(idea, "two").option == "bus"


def test_both_halves_of_a_note_are_about_its_option():
    (said,) = kept([Note(NoteKind.HOPE, "one two", "p1", option="bus")])
    made = split(said, "one", "two", new_ids()).writes
    assert [write.body.option for write in made] == ["bus", "bus"]


@pytest.mark.parametrize(
    ("options", "whole"), [(("bus", "bus"), "bus"), (("bus", "bike"), ""), (("", "bus"), "")]
)
def test_joined_notes_are_about_an_option_only_where_all_of_them_are(options, whole):
    saids = kept([Note(NoteKind.HOPE, "one", "p1", option=option) for option in options])
    assert joined(saids, LABELS).writes[0].body.option == whole
    ideas = kept([ActionIdea("one", "p1", option=option) for option in options])
    assert joined(ideas, LABELS).writes[0].body.option == whole


def test_an_action_idea_has_no_spread_and_is_never_sensitive():
    saids = kept([ActionIdea("a bench")])
    assert spread_as(saids, Spread.MOST).writes == sensitive_as(saids, sensitive=True).writes == ()


@given(st.integers(2, 4))
def test_what_is_put_after_something_later_comes_before_what_was_put_there_earlier(times):
    give = new_ids()
    one, following = give(), give()
    put = [right_after(one, give()) for _ in range(times)]
    assert [one, *reversed(put), following] == sorted([one, *put, following])


def test_an_id_never_grows_beyond_what_fits():
    give = new_ids()
    one = give()
    for _ in range(9):
        one = right_after(one, give())
        assert len(one) <= 80
    assert right_after(SESSION, "not a name of that sort") == "not a name of that sort"


@given(words, st.sampled_from(NoteKind))
def test_an_action_idea_of_another_kind_is_a_note(text, kind):
    saids = kept([ActionIdea(text), Note(NoteKind.CONCERN, text)])
    shelf = Shelf(saids)
    shelf.make(of_kind(saids, kind, LABELS, new_ids(8)))
    assert {body.kind for body in shelf.bodies().values()} == {kind}
