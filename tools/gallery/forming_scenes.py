"""Scenes of forming circles: the wish, slips with faults, 40 circles, a move, what is not met."""

from __future__ import annotations

from random import Random

from dialogue_desk.domain.forming.hand_moves import formed_again, moved_to, settled_where_they_are, with_slips
from dialogue_desk.domain.forming.slips import OFFICERS, YOUNG, Need, Slip
from dialogue_desk.domain.forming.wish import Place, Share, Wish
from dialogue_desk.exchange.age_files import PassphraseHeader
from dialogue_desk.exchange.forming_file import SlipFile
from dialogue_desk.exchange.typed_slips import TypedSlip
from dialogue_desk.exchange.wish_file import WishFile
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.forming.forming_page import FormingPage
from tools.gallery.scene import ALL_SIZES, EVERYWHERE, FEW, Scene
from tools.gallery.stage import Stage

_TIMES = ("Tuesday 6 p.m.", "Thursday 6 p.m.", "Saturday 10 a.m.")


def wish_of_a_season(circles: int, each: int) -> Wish:
    """Return a wish with three places, one of which lacks something and one of which is Spanish."""
    places = (
        Place("Eastside Library", _TIMES, each),
        Place("Mill Street Hall", _TIMES[:2], each, frozenset({Need.STEP_FREE})),
        Place("San Miguel", _TIMES[1:], each, frozenset(), "es"),
    )
    shares = (Share("north", 3), Share("south", 3), Share(OFFICERS, 0, 3))
    return Wish(places, circles, 8, 12, ("en", "es"), shares, 2)


def slips_of_a_season(count: int) -> list[Slip]:
    """Return made-up slips, the same each time."""
    dice = Random(14)
    slips = []
    for number in range(1, count + 1):
        groups = {dice.choice(("north", "south"))}
        if dice.random() < 0.08:
            groups.add(OFFICERS)
        elif dice.random() < 0.15:
            groups.add(YOUNG)
        languages = dice.choice((("en",), ("en",), ("en",), ("es", "en"), ("es",)))
        times = frozenset(dice.sample(_TIMES, dice.randint(1, 3)))
        needs = frozenset(need for need in Need if dice.random() < 0.08)
        slips.append(Slip(number, frozenset(groups), languages, times, needs, number % 5 == 0))
    return slips


def _page(stage: Stage) -> FormingPage:
    stage.go(PageName.FORMING, stage.program)
    return stage.the(FormingPage)


def _sealed(stage: Stage, wish: Wish, slips: list[Slip]) -> FormingPage:
    page = _page(stage)
    page.work.ask(WishFile(wish, "Bridges of Alder Bend", "Porch Lights"))
    header = PassphraseHeader.made(b"four plain words here", work=1)
    page.work.begin_file(SlipFile(stage.folder / "fall.dialogue-slips", header))
    if slips:
        page.work.change(with_slips(page.work.forming, slips))
    return page


def _season(stage: Stage) -> FormingPage:
    page = _sealed(stage, wish_of_a_season(40, 6), slips_of_a_season(480))
    page.work.change(formed_again(page.work.forming, page.work.forming.wish))
    page.open_step(page.circles)
    stage.settle()
    return page


def _begin(stage: Stage) -> None:
    _page(stage)


def _no_circles(stage: Stage) -> None:
    page = _sealed(stage, wish_of_a_season(4, 1), [])
    page.open_step(page.circles)
    stage.settle()


def _wish(stage: Stage) -> None:
    page = _page(stage)
    page.work.ask(WishFile(wish_of_a_season(12, 2), "Bridges of Alder Bend", "Porch Lights"))
    stage.settle()


def _gate(stage: Stage) -> None:
    page = _page(stage)
    page.open_step(page.slips)
    stage.settle()


def _typed(stage: Stage) -> None:
    page = _sealed(stage, wish_of_a_season(4, 1), slips_of_a_season(38))
    page.open_step(page.slips)
    line = page.slips.line
    line.typed.emit(TypedSlip("39", "1/west", "en", "Sunday", "ride", ""))
    line.typed.emit(TypedSlip("40", "2", "es", "tue", "a horse", "x"))
    line.show_line(TypedSlip("12", "north", "en", "", "", ""))
    line.typed.emit(line.line())
    line.boxes["times"].setFocus()
    stage.settle()


def _pasted(stage: Stage) -> None:
    page = _sealed(stage, wish_of_a_season(4, 1), slips_of_a_season(6))
    page.open_step(page.slips)
    page.slips.ask_for_list("number\tgroups\ttimes\n6\tnorth\t\n7\tsouth\tTuesday 6 p.m.\n8\twest\t\n8\t\t")
    stage.settle()


def _forty(stage: Stage) -> None:
    page = _season(stage)
    page.circles.board.choose(set(page.work.forming.circles[0].numbers[:2]), go=True)
    stage.settle()


def _moving(stage: Stage) -> None:
    page = _season(stage)
    page.circles.board.choose(set(page.work.forming.circles[0].numbers[:2]), go=True)
    page.circles.ask_where()
    stage.settle()


def _not_met(stage: Stage) -> None:
    wish = wish_of_a_season(8, 1)
    page = _sealed(stage, wish, slips_of_a_season(70))
    page.work.change(formed_again(page.work.forming, wish))
    forming = page.work.forming
    first = forming.circles[0]
    page.work.change(moved_to(forming, first.numbers[:3], forming.circles[-1].code))
    page.work.change(settled_where_they_are(page.work.forming, first.everyone))
    page.open_step(page.circles)
    stage.settle()


def _finish(stage: Stage) -> None:
    page = _season(stage)
    page.open_step(page.finish)
    stage.settle()


SCENES = (
    Scene("forming-begin", "Forming circles, begun", _begin, FEW),
    Scene("forming-empty", "Forming circles, no slips yet", _no_circles, FEW),
    Scene("forming-wish", "Forming circles, the wish", _wish, EVERYWHERE),
    Scene("forming-gate", "Forming circles, seal first", _gate, FEW),
    Scene("forming-slips", "Forming circles, slips typed with faults", _typed, ALL_SIZES),
    Scene("forming-list", "Forming circles, slips pasted", _pasted, FEW),
    Scene("forming-season", "Forming circles, 40 circles", _forty, ALL_SIZES),
    Scene("forming-move", "Forming circles, where to", _moving, FEW),
    Scene("forming-unmet", "Forming circles, not met", _not_met, EVERYWHERE),
    Scene("forming-finish", "Forming circles, print and finish", _finish, EVERYWHERE),
)
