"""The bench on which circles are formed: nothing lies there that is not sealed on disk."""

from dataclasses import replace

import pytest

from dialogue_desk.desk.program.forming_bench import FormingBench, first_wish
from dialogue_desk.domain.forming.hand_moves import formed_again, moved_to, with_slips, without_slips
from dialogue_desk.domain.forming.slips import Slip
from dialogue_desk.domain.forming.wish import Place, Wish
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.exchange.age_files import PassphraseHeader
from dialogue_desk.exchange.forming_file import SlipFile, read_slips
from dialogue_desk.exchange.wish_file import WishFile

PHRASE = "four plain words here"
WISH = Wish((Place("Library", ("Tuesday", "Saturday")),), 2, 2, 4, ("en",), facilitators=0)


@pytest.fixture
def file(tmp_path):
    # As easy as it can be, because these tests are not about the passphrase.
    header = PassphraseHeader.made(PHRASE.encode(), work=1)
    return SlipFile(tmp_path / "fall.dialogue-slips", header)


@pytest.fixture
def bench(file):
    bench = FormingBench.with_wish(WishFile(WISH, "Bridges", "Porch Lights"))
    bench.begin(file)
    return bench


def on_disk(bench):
    return read_slips(bench.file.path, PHRASE)


def fill(bench, count=6):
    bench.change(with_slips(bench.forming, [Slip(number) for number in range(1, count + 1)]))


def test_the_form_begins_with_what_the_program_says():
    program = Program("Bridges", languages=("es", "en"), organizer="Porch Lights")
    begun = first_wish(program)
    assert (begun.program, begun.kept_by, begun.wish.languages) == ("Bridges", "Porch Lights", ("es", "en"))


def test_no_slip_lies_on_the_bench_before_there_is_a_sealed_file():
    bench = FormingBench.with_wish(WishFile(WISH))
    with pytest.raises(ValueError, match="sealed"):
        fill(bench)
    assert bench.forming.slips == ()


def test_each_step_is_on_disk_when_it_is_done_and_undone(bench):
    fill(bench)
    bench.change(formed_again(bench.forming, WISH))
    assert on_disk(bench) == bench.kept and len(bench.forming.circles) == 2
    bench.change(moved_to(bench.forming, [1], "C02"))
    moved = bench.forming
    assert bench.undo() and on_disk(bench) == bench.kept and bench.forming.settled == frozenset()
    assert bench.redo() and bench.forming == moved and on_disk(bench).forming == moved
    assert not bench.redo()


def test_steps_go_back_to_the_empty_list_and_no_further(bench):
    fill(bench)
    bench.change(without_slips(bench.forming, [3]))
    while bench.undo():
        pass
    assert bench.forming.slips == () and on_disk(bench).forming.slips == () and not bench.can_undo


def test_what_changes_nothing_is_no_step(bench):
    bench.change(bench.forming)
    assert not bench.can_undo


def test_a_changed_wish_is_sealed_too_and_outlives_an_undo(bench):
    fill(bench)
    other = WishFile(replace(WISH, smallest=3), "Bridges", "Somebody else")
    bench.ask(other)
    assert on_disk(bench).kept_by == "Somebody else"
    bench.undo()
    assert bench.wish == other and bench.forming.slips == ()


def test_where_the_disk_is_gone_nothing_changes(bench, tmp_path):
    fill(bench)
    before = bench.kept
    bench.file = replace(bench.file, path=tmp_path / "gone" / "fall.dialogue-slips")
    for act in (lambda: fill(bench, 7), bench.undo, lambda: bench.ask(WishFile(Wish()))):
        with pytest.raises(FileNotFoundError):
            act()
        assert bench.kept == before
    assert bench.can_undo and not bench.can_redo


def test_slips_that_are_laid_away_are_gone_and_the_wish_stays(bench):
    fill(bench)
    bench.clear()
    assert bench.forming.slips == () and bench.wish.wish == WISH and bench.file is None
    assert not bench.can_undo


def test_a_file_is_opened_again_where_it_was_left(bench):
    fill(bench)
    other = FormingBench.with_wish(WishFile(Wish()))
    other.open(bench.file, on_disk(bench))
    assert other.kept == bench.kept
