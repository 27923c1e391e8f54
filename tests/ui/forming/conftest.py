"""The page on which circles are formed, with a wish and, where asked, slips in a sealed file."""

import pytest

from dialogue_desk.domain.forming.hand_moves import formed_again, with_slips
from dialogue_desk.domain.forming.slips import OFFICERS, Need, Slip
from dialogue_desk.domain.forming.wish import Place, Share, Wish
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.age_files import PassphraseHeader
from dialogue_desk.exchange.forming_file import SlipFile, read_slips
from dialogue_desk.exchange.wish_file import WishFile
from dialogue_desk.ui.forming.forming_page import FormingPage

PHRASE = "four plain words here"
LIBRARY = Place("Library", ("Tuesday 6 p.m.", "Saturday"))
WISH = Wish(
    (LIBRARY, Place("Hall", ("Tuesday 6 p.m.",), 1, frozenset({Need.STEP_FREE}))),
    3, 3, 5, ("en", "es"), (Share("north", 1), Share("south"), Share(OFFICERS, 0, 2)), 1,
)  # fmt: skip


@pytest.fixture
def program(desk):
    return desk.add(NO_OWNER, Program("Bridges", languages=("en", "es"), organizer="Porch Lights"))


@pytest.fixture
def page(desk, context, program, qtbot):
    page = FormingPage(desk, context)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show_program(program)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def sealed(page, tmp_path):
    """The page with a wish and an empty sealed list, behind a passphrase that costs no second."""
    page.work.ask(WishFile(WISH, "Bridges", "Porch Lights"))
    header = PassphraseHeader.made(PHRASE.encode(), work=1)
    page.work.begin_file(SlipFile(tmp_path / "fall.dialogue-slips", header))
    page.open_step(page.slips)
    return page


@pytest.fixture
def on_disk(sealed):
    return lambda: read_slips(sealed.work.bench.file.path, PHRASE).forming


@pytest.fixture
def formed(sealed):
    """Three circles of twelve numbers and three facilitators."""
    people = [
        Slip(number, frozenset({"north" if number % 2 else "south"}), ("en",)) for number in range(1, 13)
    ]
    people += [Slip(number, languages=("en",), facilitates=True) for number in (90, 91, 92)]
    sealed.work.change(with_slips(sealed.work.forming, people))
    sealed.work.change(formed_again(sealed.work.forming, WISH))
    sealed.open_step(sealed.circles)
    return sealed


@pytest.fixture
def finished(context, qtbot):
    """Wait until nothing is done aside."""
    return lambda: qtbot.waitUntil(lambda: not context.worker.busy(), timeout=20_000)
