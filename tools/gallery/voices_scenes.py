"""Scenes of the voices of a program: none wanted, five circles, 48, who is missing, an invitation edited."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import partial

from dialogue_desk.domain.model.circles import Circle, Officers, Program, Session
from dialogue_desk.domain.model.closing import TallyCategory
from dialogue_desk.domain.model.ids import MINUTE, RecordId
from dialogue_desk.domain.model.live_session import Move, MoveKind
from dialogue_desk.domain.model.voices import Invitation, PooledCounts, SlipKind, Voice, VoiceKind
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.program.program_page import ProgramPage
from dialogue_desk.ui.voices.voices_tab import CIRCLES, COUNTED, INVITATIONS, MISSING, SLIPS, VoicesTab
from tools.gallery.scene import ALL_SIZES, FEW, Scene
from tools.gallery.stage import Stage
from tools.season.season_words import PLACES

_DAY = 24 * 60 * MINUTE
AGES = ("under 18", "18 to 29", "30 to 49", "50 to 64", "65 and over", "would rather not say")
HOMES = ("renters", "owners", "no home of their own", "would rather not say")
_SHARES = {"age": (2, 5, 9, 7, 6, 2), "home": (13, 12, 2, 1)}
_VOICES = (
    ("Renters", VoiceKind.GROUP, 140, "home", "renters"),
    ("People without a home of their own", VoiceKind.GROUP, 30, "home", "no home of their own"),
    ("People under 18", VoiceKind.YOUNG, 60, "age", "under 18"),
    ("18 to 29", VoiceKind.YOUNG, 70, "age", "18 to 29"),
    ("People over 65", VoiceKind.GROUP, 60, "age", "65 and over"),
    ("Patrol officers of all three shifts", VoiceKind.POLICE, 24, "", ""),
    ("City council and staff", VoiceKind.OFFICIALS, 8, "", ""),
    ("The Eastside, north of the tracks", VoiceKind.NEIGHBORHOOD, 40, "", ""),
    ("Mills and the trailer park", VoiceKind.NEIGHBORHOOD, 30, "", ""),
    ("Riverside flats", VoiceKind.NEIGHBORHOOD, 0, "", ""),
    ("Night-shift workers of the packing plant", VoiceKind.SECTOR, 20, "", ""),
    ("Shop owners downtown", VoiceKind.SECTOR, 15, "", ""),
    ("Teachers and school staff", VoiceKind.SECTOR, 15, "", ""),
    ("Nurses, medics and 911 dispatchers", VoiceKind.SECTOR, 10, "", ""),
    ("Congregations", VoiceKind.BRIDGE, 10, "", ""),
    ("Immigrant rights groups", VoiceKind.BRIDGE, 6, "", ""),
    ("Veterans", VoiceKind.GROUP, 12, "", ""),
    ("People who were stopped or arrested in the last two years", VoiceKind.GROUP, 20, "", ""),
    ("Parents of young children", VoiceKind.GROUP, 30, "", ""),
    ("People who are deaf or hard of hearing", VoiceKind.GROUP, 6, "", ""),
)
_ASKED = (
    "Tenants’ union of Alder and Mills",
    "Pastor of Grace Church",
    "School nurse",
    "Shift captain, second watch",
    "Casa de la Comunidad",
    "Youth center, evening staff",
    "Plant safety committee",
    "Food bank",
)
_FOR = (
    "Tell people at the rent meeting and put slips on the table",
    "Say it after the service, in both languages",
    "Ask parents at pick-up",
    "Ask two officers of each shift, who come in plain clothes",
)


def season_of_voices(stage: Stage, circles: int, counted: int, voices: int, invitations: int) -> RecordId:
    """Put a program with voices on the desk: so many circles, of which so many are counted on piles."""
    desk, rng = stage.desk, random.Random(11)
    program = desk.add(
        NO_OWNER, Program("Safety Together, Alder and Mills", "STA", 6, languages=("en", "es"))
    )
    made: list[tuple[RecordId, RecordId, object]] = []

    def put(owner: RecordId, body: object) -> RecordId:
        made.append((desk.new_id(), owner, body))
        return made[-1][0]

    age = put(program, TallyCategory("Age", AGES, 0))
    home = put(program, TallyCategory("Where people live", HOMES, 1))
    asked = {"age": age, "home": home}
    ids: list[RecordId] = []
    for number in range(circles):
        circle = put(
            NO_OWNER,
            Circle(
                f"C{number + 1:02}",
                PLACES[number % len(PLACES)],
                program,
                "es" if number % 4 == 2 else "en",
                youth=number % 8 == 5,
            ),
        )
        start = stage.clock.now() - (20 - number % 7) * _DAY
        people = rng.randint(7, 12)
        officers = Officers.PRESENT if number % 3 == 0 else Officers.NOT_PRESENT
        session = Session(
            1, "one", (), start, start + 120 * MINUTE, people, present=people, officers=officers
        )
        held = put(circle, session)
        put(held, Move(MoveKind.START, start))
        ids.append(circle)
    chosen = ids[:counted]
    for at in range(0, len(chosen), 3):
        pile = tuple(chosen[at : at + 3])
        if len(pile) == 3 or len(pile) > 1:
            slips = 9 * len(pile)
            counts = [
                (asked[question], answer, share * slips // sum(_SHARES[question]))
                for question, answers in (("age", AGES), ("home", HOMES))
                for answer, share in zip(answers, _SHARES[question], strict=True)
            ]
            put(program, PooledCounts(SlipKind.TALLY, pile, slips, tuple(counts)))
    wanted = [
        put(program, Voice(name, kind, hoped, asked.get(question), answer, 10 * place))
        for place, (name, kind, hoped, question, answer) in enumerate(_VOICES[:voices], 1)
    ]
    for number in range(invitations):
        to = _ASKED[number % len(_ASKED)]
        told = 10 + 7 * (number % 9)
        fors = (wanted[number % 5],) if number % 3 else (wanted[0], wanted[(number + 2) % len(wanted)])
        invitation = Invitation(
            to if number < len(_ASKED) else f"{to} ({number})",
            _FOR[number % len(_FOR)],
            tuple(dict.fromkeys(fors)),
            told,
            told // (2 + number % 4),
            f"2027-0{1 + number % 9}-{10 + number % 18}",
        )
        put(program, invitation)
    writes = tuple(Write.of(one, owner, body) for one, owner, body in made)  # type: ignore[arg-type]
    desk.perform(Edit(Act.WRITE, writes))
    return program


def _tab(stage: Stage, program: RecordId, view: str = "") -> VoicesTab:
    stage.go(PageName.PROGRAM, program)
    page = stage.the(ProgramPage)
    page.open_section(page.sections.voices)
    stage.settle()
    tab = stage.the(VoicesTab)
    if view:
        tab.open_view(view)
        stage.settle()
    return tab


def _empty(stage: Stage) -> None:
    program = stage.desk.add(NO_OWNER, Program("Fair Ground, Riverton", "FGR", 6))
    stage.desk.add(NO_OWNER, Circle("F01", "Grange hall", program))
    _tab(stage, program)


def _five(stage: Stage) -> None:
    _tab(stage, season_of_voices(stage, 5, 3, 6, 3))


def _season(stage: Stage, view: str = "", counted: int = 42) -> VoicesTab:
    return _tab(stage, season_of_voices(stage, 48, counted, 20, 30), view)


def _editing(stage: Stage) -> None:
    tab = _season(stage, INVITATIONS)
    tab.invitations.rows.opened.emit(tab.invitations.rows.rows()[1].id)
    stage.settle()


def _editing_voice(stage: Stage) -> None:
    tab = _season(stage, counted=21)
    tab.wanted.rows.opened.emit(tab.wanted.rows.rows()[1].id)
    stage.settle()


def _circles(stage: Stage) -> None:
    tab = _season(stage, CIRCLES, counted=21)
    tab.circles.suggest.click()
    stage.settle()


def _counting(stage: Stage) -> None:
    _circles(stage)
    stage.press(stage.words.tr("Count their slips…"))


def _shown(stage: Stage, view: str = "", counted: int = 42) -> None:
    _season(stage, view, counted)


def _scene(name: str, title: str, make: Callable[[Stage], None], looks: Sequence[str] = FEW) -> Scene:
    return Scene(f"voices-{name}", f"Voices, {title}", make, tuple(looks), with_sample=False)


def _sample(stage: Stage) -> None:
    _tab(stage, RecordId(stage.program))


SCENES = (
    Scene("voices-sample", "Voices of the sample", _sample, FEW),
    _scene("empty", "none wanted yet", _empty),
    _scene("small", "five circles", _five),
    _scene("season", "48 circles", _shown, ALL_SIZES),
    _scene("editing", "one is edited", _editing_voice),
    _scene("missing", "who is missing", partial(_shown, view=MISSING), ALL_SIZES),
    _scene("early", "too early to say who is missing", partial(_shown, view=MISSING, counted=21)),
    _scene("invitation", "an invitation is edited", _editing, ALL_SIZES),
    _scene("circles", "circles counted and not yet", _circles, ALL_SIZES),
    _scene("counting", "the slips of some circles are counted", _counting),
    _scene("counted", "counted, by question", partial(_shown, view=COUNTED), ALL_SIZES),
    _scene("slips", "piles of slips", partial(_shown, view=SLIPS)),
)
