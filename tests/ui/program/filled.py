"""A believable program on a desk: five circles, two sessions each, two languages, one session missing."""

from __future__ import annotations

from dialogue_desk.desk.desk import Desk, IncomingPackage
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.session.session_edits import SessionDraft, create_session, set_attendance
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import MINUTE, DeviceId, RecordId
from dialogue_desk.domain.model.live_session import Move, MoveKind
from dialogue_desk.domain.model.notes import ActionIdea, Horizon, Note, NoteKind, Spread, Theme
from dialogue_desk.domain.records.records import NO_OWNER, Edition, Record, Version
from tests.desk.partners import import_unjudged

DAY = 24 * 60 * MINUTE

THEMES = {
    "stops": "How stops happen",
    "heard": "Being heard",
    "young": "Young people and officers",
    "night": "Calls at night",
    "counter": "Language at the counter",
    "park": "Lighting in the park",
    "names": "Knowing who is on the beat",
}

CIRCLES = (
    ("C01", "Eastside Library", "en"),
    ("C02", "Riverside church hall", "en"),
    ("C03", "Centro comunitario Mills", "es"),
    ("C04", "Northgate School", "en"),
    ("C05", "Fire Station 4", "en"),
)

K, S = NoteKind, Spread

NOTES = {
    ("C01", 1): (
        (K.CONCERN, S.A_FEW, ("stops",), "Stops near the school feel random; nobody says why."),
        (
            K.COMMON_GROUND,
            S.EVERYONE,
            ("heard",),
            "Everyone wants two things: to be greeted, and to get home.",
        ),
        (K.QUESTION, None, ("heard",), "Who reads the complaint forms, and when do people hear back?"),
        (K.EXPERIENCE, S.ONE_VOICE, ("night",), "An officer who stayed after the call to fix a door chain."),
        (K.DISAGREEMENT, S.CONTESTED, ("stops",), "Whether more patrols calm the block or tense it up."),
        (K.HOPE, S.ONE_VOICE, ("names",), "That the same two officers walk here every week, without a car."),
    ),
    ("C01", 2): (
        (K.STRENGTH, S.MOST, ("young",), "The Saturday basketball game already brings both sides together."),
        (K.COMMON_GROUND, S.MOST, ("stops",), "A stop should begin with a name and a reason."),
        (K.CONCERN, S.A_FEW, ("park",), "Half the lamps behind the rink have been out since fall."),
    ),
    ("C02", 1): (
        (K.CONCERN, S.MOST, ("stops",), "Being asked for papers on the way to work, twice in one week."),
        (K.HOPE, S.MOST, ("young",), "Officers who coach, and stay when the season is over."),
        (
            K.DISAGREEMENT,
            S.CONTESTED,
            ("night",),
            "Whether a call about noise should bring a patrol car at all.",
        ),
        (K.CONCERN, S.ONE_VOICE, ("heard",), "Speaking up here could cost me my lease."),
    ),
    ("C02", 2): (
        (
            K.COMMON_GROUND,
            S.EVERYONE,
            ("heard",),
            "An answer within two weeks matters more than the answer itself.",
        ),
        (K.QUESTION, None, ("stops",), "How many stops end with nothing, and where is that written?"),
        (
            K.CONCERN,
            S.A_FEW,
            ("park",),
            "Nobody crosses the park after six, so nobody is in the park after six.",
        ),
    ),
    ("C03", 1): (
        (
            K.CONCERN,
            S.MOST,
            ("counter",),
            "En el mostrador nadie habla español y los niños tienen que traducir.",
        ),
        (K.CONCERN, S.A_FEW, ("stops",), "Las paradas cerca del mercado parecen al azar; nadie explica."),
        (K.COMMON_GROUND, S.EVERYONE, ("heard",), "Queremos que nos saluden y llegar bien a casa."),
        (
            K.EXPERIENCE,
            S.ONE_VOICE,
            ("night",),
            "Llamé de noche y vinieron tres horas después, pero vinieron.",
        ),
    ),
    ("C03", 2): (
        (K.HOPE, S.MOST, ("young",), "Que los jóvenes conozcan a los agentes antes de que haya un problema."),
        (
            K.DISAGREEMENT,
            S.CONTESTED,
            ("stops",),
            "Si hace falta más presencia o menos; aquí no estamos de acuerdo.",
        ),
        (K.QUESTION, None, ("counter",), "¿Quién paga a los intérpretes y por qué solo los martes?"),
    ),
    ("C04", 1): (
        (K.CONCERN, S.A_FEW, ("young",), "The officer at school knows the troublemakers and nobody else."),
        (K.HOPE, S.ONE_VOICE, ("heard",), "One meeting where students run the agenda."),
        (K.COMMON_GROUND, S.MOST, ("young",), "Knowing one officer by name changes how the next stop feels."),
    ),
    ("C05", 1): (
        (
            K.EXPERIENCE,
            S.A_FEW,
            ("night",),
            "Waiting alone with a break-in for two hours, and being thanked for it.",
        ),
        (K.STRENGTH, S.MOST, ("night",), "The volunteer medics know every staircase on the hill."),
        (K.CONCERN, S.MOST, ("stops",), "We are told to calm people down and given eight minutes to do it."),
        (
            K.COMMON_GROUND,
            S.MOST,
            ("stops",),
            "Both sides go home tense from a stop that took ninety seconds.",
        ),
    ),
    ("C05", 2): (
        (K.QUESTION, None, ("heard",), "Which of these ideas can start without new money?"),
        (
            K.DISAGREEMENT,
            S.CONTESTED,
            ("heard",),
            "Whether complaints should be read by people outside the department.",
        ),
    ),
}

IDEAS = {
    ("C01", 2): (
        (
            "Publish every stop with its reason, each month",
            ("stops",),
            "Police department",
            Horizon.THIS_YEAR,
        ),
    ),
    ("C02", 2): (
        (
            "Answer every complaint within two weeks, even if only to say when",
            ("heard",),
            "City manager",
            Horizon.NOW,
        ),
        ("Walk the park together on the first Friday", ("park",), "Riverside residents", Horizon.NOW),
    ),
    ("C03", 2): (
        (
            "Intérpretes en el mostrador todos los días",
            ("counter",),
            "Departamento de policía",
            Horizon.THIS_YEAR,
        ),
        ("Un partido cada mes: jóvenes y agentes", ("young",), "Centro comunitario", Horizon.NOW),
    ),
    ("C04", 1): (
        ("Let students choose who sits on the safety panel", ("young",), "School board", Horizon.LONGER),
    ),
    ("C05", 2): (("Ride-alongs for anyone who asks, both ways round", ("stops", "heard"), "", None),),
}

FIRST_STEPS = {
    "Walk the park together on the first Friday": "Ask twelve people; bring the list of broken lamps.",
    "Un partido cada mes: jóvenes y agentes": "Reservar el gimnasio para abril.",
}


def fill(desk: Desk, shelf: GuideShelf) -> RecordId:
    """Write the program and return its id.  C04 has sent one session; C05's second is not closed."""
    program = desk.add(
        NO_OWNER,
        Program(
            "Safety Together, Millbrook",
            "MILL",
            2,
            ("en", "es"),
            answers="City manager",
            answer_by="2026-09-01",
        ),
    )
    themes = {key: desk.add(program, Theme(name)) for key, name in THEMES.items()}
    for index, (code, place, language) in enumerate(CIRCLES):
        circle = desk.add(NO_OWNER, Circle(code, place, program, language))
        for number in (1, 2):
            if (code, number) in NOTES:
                _hold(desk, shelf, circle, (code, number), index, themes)
    add_conflict(
        desk,
        "Being asked for papers on the way to work, twice in one week.",
        "Asked for papers twice in one week, on the way to work; one of us was late for a shift.",
    )
    return program


def _hold(desk, shelf, circle, key, index, themes):
    code, number = key
    language = {code: language for code, _, language in CIRCLES}[code]
    editions = shelf.translations("safety-together")
    texts = (editions[language], *(text for other, text in editions.items() if other != language))
    start = desk.clock.now() - 30 * DAY + index * DAY + number * 7 * DAY
    plan = shelf.guide(texts[0]).sessions[number - 1].id
    session = create_session(
        desk, SessionDraft(texts, plan, number, start, start + 120 * MINUTE, 9 + index, circle_id=circle)
    )
    set_attendance(desk, session, 9 + index)
    for kind, spread, under, text in NOTES[key]:
        ids = tuple(themes[theme] for theme in under)
        desk.add(session, Note(kind, text, spread=spread, themes=ids, language=language, said_at=start))
    for what, under, who, horizon in IDEAS.get(key, ()):
        idea = ActionIdea(what, themes=tuple(themes[theme] for theme in under), who=who, horizon=horizon)
        desk.add(session, _with_step(idea))
    run = desk.new_id()
    desk.add(session, Move(MoveKind.START, start, run, 1))
    if key != ("C05", 2):
        desk.add(session, Move(MoveKind.CLOSE, start + 118 * MINUTE, run, 2))


def _with_step(idea):
    return ActionIdea(
        idea.what, "", idea.themes, idea.who, FIRST_STEPS.get(idea.what, ""), None, idea.horizon
    )


def add_conflict(desk: Desk, text: str, other: str) -> RecordId:
    """Let another laptop have changed the note that says ``text``, unseen by this one."""
    found = next(r for r in desk.file.records.everything() if getattr(r.body, "text", "") == text)
    body = Note(found.body.kind, other, "", Spread.A_FEW, found.body.themes, found.body.language)
    edition = Edition(Version((("elsewhere", 1),)), found.shown.at + 9 * MINUTE, DeviceId("elsewhere"), body)
    record = Record(found.id, found.kind, found.owner, (edition,))
    import_unjudged(desk, [IncomingPackage("conflict" + found.id, "x.dialogue", {record.id: record})])
    return found.id
