"""Scenes of the practice: choosing, taking notes of an invented circle, leading one, and how it went."""

from __future__ import annotations

from dialogue_desk.domain.practice.playback import Pace
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.practice.leading_view import LeadingView
from dialogue_desk.ui.practice.note_practice_view import NotePracticeView
from dialogue_desk.ui.practice.practice_choice import LEAD, PracticeChoice
from dialogue_desk.ui.practice.practice_page import PracticePage
from tools.gallery.scene import ALL_SIZES, Scene
from tools.gallery.stage import Stage

_TYPED = {
    "en": (
        (32, "stopped twice on the way to work, told it was a tail light #stops"),
        (66, "a stop takes four minutes for the officer, and years for the person in the car"),
        (95, "waited two hours after a break-in at the store"),
        (180, "* a neighbor in the yellow house on Alder Street watches the block"),
        (240, "more lights please"),
    ),
    "es": (
        (32, "dos paradas camino al trabajo, por una luz trasera #paradas"),
        (66, "para la policía son cuatro minutos, para la persona del carro son años"),
        (95, "esperó dos horas después de que rompieron la ventana de la tienda"),
        (180, "* una vecina de la casa amarilla en la calle Alder cuida la cuadra"),
        (240, "más luces por favor"),
    ),
}


def _choose(stage: Stage) -> None:
    stage.go(PageName.PRACTICE)


def _choose_lead(stage: Stage) -> None:
    _choose(stage)
    stage.the(PracticeChoice).show_side(LEAD)


def _ready(stage: Stage) -> None:
    _choose(stage)
    choice = stage.the(PracticeChoice)
    choice.notes.pace.choose(Pace.USUAL)
    choice.begin.click()
    stage.settle()


def _hear(stage: Stage, seconds: float) -> None:
    stage.clock.advance(round(seconds * 1_000))
    stage.the(NotePracticeView).tick()


def _talking(stage: Stage) -> None:
    """Hear the circle for some minutes, and write five notes."""
    _ready(stage)
    view = stage.the(NotePracticeView)
    view.start_or_pause()
    heard = 0
    for at, line in _TYPED[stage.words.language]:
        _hear(stage, at - heard)
        heard = at
        view.notes.note_input.box.setPlainText(line)
        view.notes.note_input.entered.emit()
    view.notes.note_input.box.setPlainText("+ ")


def _waiting(stage: Stage) -> None:
    _talking(stage)
    stage.the(NotePracticeView).start_or_pause()


def _line_by_line(stage: Stage) -> None:
    _choose(stage)
    choice = stage.the(PracticeChoice)
    choice.notes.pace.choose(Pace.LINE_BY_LINE)
    choice.begin.click()
    stage.settle()
    view = stage.the(NotePracticeView)
    view.start_or_pause()
    view.next_line()


def _last_line(stage: Stage) -> None:
    _talking(stage)
    _hear(stage, 1_000)


def _review(stage: Stage) -> None:
    _last_line(stage)
    stage.the(NotePracticeView).notes.note_input.clear()
    stage.the(NotePracticeView).finish()
    stage.settle()


def _review_end(stage: Stage) -> None:
    _review(stage)
    page = stage.the(PracticePage).view
    if page is not None:
        bar = page.page.verticalScrollBar()  # type: ignore[attr-defined]
        bar.setValue(bar.maximum())


def _lead(stage: Stage) -> LeadingView:
    """Lead a session in which nothing has happened yet."""
    _choose_lead(stage)
    page, choice = stage.the(PracticePage), stage.the(PracticeChoice)
    choice.lead.guides.guide.choose("safety-together")
    choice.lead.guides.guide.chosen.emit("safety-together")
    chosen = choice.lead.chosen()
    if chosen is None:
        raise LookupError("the guides that ship can be led")
    page.lead(chosen, seed=3)
    view = stage.the(LeadingView)
    view.run.actions_here["clock"].trigger()
    return view


def _pass(stage: Stage, view: LeadingView, minutes: float) -> None:
    """Let so many minutes of the session pass, at ten times the speed of the clock."""
    session = view.run.planning.session
    stage.clock.advance(round(minutes * 6_000))
    if session is not None:
        session.controller.tick()
    stage.settle()


def _until(stage: Stage, view: LeadingView, *, delay: bool) -> None:
    """Go on until a hard moment comes, or a delay."""
    current = view.practice.current
    while current is None or (current.delay is not None) is not delay:
        if current is not None:
            view.card.done.emit()
        _pass(stage, view, 1)
        current = view.practice.current


def _led_moment(stage: Stage) -> None:
    _until(stage, _lead(stage), delay=False)


def _led_words(stage: Stage) -> None:
    view = _lead(stage)
    _until(stage, view, delay=False)
    stage.clock.advance(14_000)
    view.card.help.click()
    if view.practice.current is not None:
        view.run.tools.moments.sheet.list.opened.emit(view.practice.current.moment)


def _led_delay(stage: Stage) -> None:
    _until(stage, _lead(stage), delay=True)


def _led(stage: Stage) -> None:
    view = _lead(stage)
    for _ in view.plan.parts:
        for _ in range(12):
            _pass(stage, view, 1.2)
            if view.practice.current is not None:
                stage.clock.advance(20_000)
                view.card.done.emit()
        view.run.actions_here["on"].trigger()
    stage.settle()


SCENES = (
    Scene("practice", "Practice, to take notes", _choose, ALL_SIZES),
    Scene("practice-to-lead", "Practice, to lead", _choose_lead),
    Scene("practice-ready", "Practice, before the circle talks", _ready, ALL_SIZES),
    Scene("practice-notes", "Practice, the circle talks", _talking, ALL_SIZES),
    Scene("practice-waiting", "Practice, the circle waits", _waiting),
    Scene("practice-line-by-line", "Practice, line by line", _line_by_line),
    Scene("practice-last-line", "Practice, the last line", _last_line),
    Scene("practice-review", "Practice, how it went", _review, ALL_SIZES),
    Scene("practice-review-end", "Practice, what else was said", _review_end),
    Scene("practice-moment", "Practice, a hard moment comes", _led_moment, ALL_SIZES),
    Scene("practice-words", "Practice, words for it", _led_words),
    Scene("practice-delay", "Practice, the session loses time", _led_delay, ALL_SIZES),
    Scene("practice-led", "Practice, how the session went", _led),
)
