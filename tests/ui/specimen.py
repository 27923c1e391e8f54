"""The run screen with made-up words, laid out of the shared widgets: what they look like together.

``python tests/ui/specimen.py FOLDER`` writes its pictures.
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.icon_view import IconView
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card, Hairline
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.focus_ring import FocusRing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.note_list import NoteList, NoteRow
from dialogue_desk.ui.widgets.part_list import PartList, PartRow, PartState
from dialogue_desk.ui.widgets.pill import Pill, Tone
from dialogue_desk.ui.widgets.ring import Pace, TimeLeft, TimeRing
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.thin_bar import ThinBar
from dialogue_desk.words import Words


@dataclass(frozen=True)
class Script:
    """Every sentence of the screen, so that it can be had in longer words."""

    title: str = "Session 2 of 5: What is going on here?"
    place: str = "Circle C07 · Eastside Library · 11 people"
    now: str = "7:41 PM  ·  ends 8:36"
    late: str = "6 min late"
    display: str = "Room display"
    session: str = "Session"
    so_far: str = "41 of 120 min"
    part: str = "Part 4 of 9"
    go_round: str = "Go-round"
    parts: tuple[str, ...] = (
        "Check-in|12 min · took 14:10",
        "Our ground rules|5 min · took 6:20",
        "Six views, read aloud|12 min · took 14:30",
        "Where I stand|24 min · go-round",
        "Behind the views|26 min",
        "Break|6 min · may be left out first",
        "Facts on one page|15 min · may shrink to 8",
        "Naming the issues|12 min",
        "Read-back and close|8 min · kept",
    )
    pause: str = "Pause timer"
    minute: str = "1 min"
    back: str = "Back to Six views, read aloud"
    onward: str = "Next: Behind the views"
    give: str = "Late: adjust the plan"
    ask: str = "Ask"
    prompt: str = "Which card is closest to your own life?\nWhich is hardest to hear?"
    quiet: str = "If it is quiet"
    more: tuple[str, ...] = (
        "What might someone have been through to say that?",
        "What is true in a card you dislike?",
    )
    rule: str = "Everyone speaks once before anyone speaks twice. You may pass."
    notes: str = "Notes · part 4"
    count: str = "14 tonight"
    caught: tuple[str, ...] = (
        "Common ground · everyone|Everyone wants the same two things: to be greeted, and to get home.|7:39",
        "Concern · a few|Stops near the school feel random; nobody says why.|7:38",
        "Question|Who reads the complaint forms, and when do people hear back?|7:36",
        "Disagreement · contested|Whether more patrols calm the block or tense it up.|7:34",
        "Experience · one voice|An officer who stayed after the call to fix a door chain.|7:33",
    )
    kind: str = "Kind of note"
    said: str = "What was said?  Enter saves"
    chips: tuple[str, ...] = ("Concern", "Hope", "More")
    save: str = "Save"


SPANISH = Script(
    title="Sesión 2 de 5: ¿Qué está pasando en nuestro vecindario?",
    place="Círculo C07 · Biblioteca del Lado Este · 11 personas",
    now="19:41  ·  termina a las 20:36",
    late="6 min de retraso",
    display="Pantalla de la sala",
    session="Sesión",
    so_far="41 de 120 minutos",
    part="Parte 4 de 9",
    go_round="Ronda de palabra",
    parts=(
        "Bienvenida y presentaciones|12 min · duró 14:10",
        "Nuestros acuerdos de convivencia|5 min · duró 6:20",
        "Seis puntos de vista, leídos en voz alta|12 min · duró 14:30",
        "Dónde me encuentro yo|24 min · ronda de palabra",
        "Lo que hay detrás de las opiniones|26 min",
        "Descanso|6 min · puede quitarse primero",
        "Los datos en una página|15 min · puede acortarse a 8",
        "Ponerles nombre a los asuntos|12 min",
        "Lectura de las notas y cierre|8 min · se conserva",
    ),
    pause="Detener el reloj",
    back="Volver a Seis puntos de vista",
    onward="Siguiente: Lo que hay detrás de las opiniones",
    give="Vamos tarde: vea qué se puede acortar",
    ask="Pregunte",
    prompt="¿Qué tarjeta se acerca más a lo que usted ha vivido?\n¿Cuál es la más difícil de escuchar?",
    quiet="Si hay silencio",
    more=(
        "¿Qué pudo haber vivido alguien para decir eso?",
        "¿Qué hay de cierto en una tarjeta que no le gusta?",
    ),
    rule="Todas las personas hablan una vez antes de que alguien hable dos veces. Se puede pasar.",
    notes="Notas · parte 4",
    count="14 hoy",
    caught=(
        "Terreno común · todas las personas|Todos queremos que nos saluden y llegar bien a casa.|19:39",
        "Preocupación · algunas|Las paradas cerca de la escuela parecen al azar; nadie explica.|19:38",
        "Pregunta|¿Quién lee los formularios de queja y cuándo hay respuesta?|19:36",
        "Desacuerdo · en disputa|Si más patrullas calman la cuadra o la ponen más tensa.|19:34",
    ),
    kind="Tipo de nota",
    said="¿Qué se dijo?  Intro guarda",
    chips=("Preocupación", "Esperanza", "Más"),
    save="Guardar",
)


class Specimen(QWidget):
    """The run screen."""

    def __init__(self, theme: AppTheme, script: Script | None = None) -> None:
        super().__init__()
        self.theme, self.script = theme, script or Script()
        self.setWindowTitle(self.script.title)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._top())
        panels = QHBoxLayout()
        panels.setSpacing(0)
        panels.addWidget(self._rail(), 29)
        panels.addWidget(Hairline(upright=True))
        panels.addWidget(self._center(), 70)
        panels.addWidget(Hairline(upright=True))
        panels.addWidget(self._notes(), 37)
        whole.addLayout(panels, 1)
        self.focus_ring = FocusRing(theme, self)

    def _top(self):
        script = self.script
        bar = Card("bar", edge=0)
        line = QHBoxLayout()
        line.setContentsMargins(Space.WIDE, Space.TIGHT, Space.BASE, Space.TIGHT)
        line.setSpacing(Space.SNUG)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Label(script.title, "strong"))
        names.addWidget(Label(script.place, "note"))
        line.addLayout(names, 1)
        line.addWidget(Label(script.now, "muted", wrap=False))
        line.addWidget(Pill(self.theme, script.late, Tone.WARN))
        line.addWidget(Button(self.theme, script.display, icon="display"))
        bar.column.addLayout(line)
        return bar

    def _rail(self):
        script = self.script
        rail = Card("rail", edge=0)
        rail.column.setContentsMargins(Space.TIGHT, Space.BASE, Space.TIGHT, Space.TIGHT)
        head = QVBoxLayout()
        head.setContentsMargins(Space.SNUG, 0, Space.SNUG, 0)
        head.setSpacing(Space.TIGHT)
        head.addWidget(Section(script.session, script.so_far))
        bar = ThinBar(script.session)
        bar.show_progress(41, 120)
        head.addWidget(bar)
        rail.column.addLayout(head)
        states = [PartState.DONE] * 3 + [PartState.CURRENT] + [PartState.AHEAD] * 5
        self.parts = PartList(self.theme, script.session)
        rows = []
        for number, (written, state) in enumerate(zip(script.parts, states, strict=True), 1):
            title, detail = written.split("|")
            rows.append(PartRow(f"p{number}", number, title, detail, state, f"{number}. {title}. {detail}."))
        self.parts.show_rows(rows)
        rail.column.addWidget(self.parts, 1)
        return rail

    def _middle(self):
        script, theme = self.script, self.theme
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(Space.WIDE, Space.BASE, Space.WIDE, Space.BASE)
        column.setSpacing(Space.SNUG)
        head = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(Space.HAIR)
        names.addWidget(Label(script.part, "section"))
        names.addWidget(Label(script.parts[3].split("|")[0], "title"))
        head.addLayout(names, 1)
        head.addWidget(Pill(theme, script.go_round), 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        time = QHBoxLayout()
        time.setSpacing(Space.WIDE)
        self.ring = TimeRing(theme, Words(), "Time left in this part")
        self.ring.show_time(TimeLeft(18 * 60_000 + 20_000, 24 * 60_000, Pace.RUNNING))
        time.addWidget(self.ring)
        time.addLayout(self._controls(), 1)
        column.addLayout(time)
        column.addWidget(self._card(), 1)
        return middle

    def _controls(self):
        script, theme = self.script, self.theme
        keys = QVBoxLayout()
        keys.setSpacing(Space.SNUG)
        minutes = QHBoxLayout()
        for icon in ("minus", "plus"):
            minutes.addWidget(Button(theme, script.minute, icon=icon), 1)
        going = QHBoxLayout()
        self.onward = Button(theme, script.onward, weight=Weight.PRIMARY, icon="next", trailing=True)
        going.addWidget(Button(theme, script.back, icon="back", bare=True))
        going.addWidget(self.onward, 1)
        for row in (minutes, going):
            row.setSpacing(Space.SNUG)
        keys.addStretch(1)
        keys.addWidget(Button(theme, script.pause, icon="pause"))
        keys.addLayout(minutes)
        keys.addLayout(going)
        keys.addWidget(Button(theme, script.give, weight=Weight.QUIET))
        keys.addStretch(1)
        return keys

    def _card(self):
        script = self.script
        card = Card(edge=0)
        words = ScrollColumn(self.theme)
        words.body.setSpacing(Space.SNUG)
        words.add(Label(script.ask, "section"))
        words.add(Label(script.prompt, "prompt"))
        words.add(Label(script.quiet, "section"))
        for question in script.more:
            words.add(Label(f"•  {question}"))
        words.body.addStretch(1)
        rule = QHBoxLayout()
        rule.setSpacing(Space.TIGHT)
        rule.addWidget(IconView(self.theme, "people"), 0, Qt.AlignmentFlag.AlignTop)
        rule.addWidget(Label(script.rule, "muted"), 1)
        words.body.addLayout(rule)
        card.column.addWidget(words)
        return card

    def _notes(self):
        script, theme = self.script, self.theme
        notes = Card("rail", edge=0)
        notes.column.setContentsMargins(Space.SNUG, Space.BASE, Space.SNUG, Space.BASE)
        head = QVBoxLayout()
        head.setContentsMargins(Space.TIGHT, 0, Space.TIGHT, 0)
        head.addWidget(Section(script.notes, script.count))
        notes.column.addLayout(head)
        self.notes = NoteList(theme, script.notes)
        self.notes.show_rows(
            [NoteRow(str(k), *written.split("|")) for k, written in enumerate(script.caught)]
        )
        notes.column.addWidget(self.notes, 1)
        self.box = QPlainTextEdit()
        self.box.setPlaceholderText(script.said)
        self.box.setAccessibleName(script.said)
        self.box.setTabChangesFocus(True)
        self.box.setFixedHeight(theme.scaled(72))
        notes.column.addWidget(self.box)
        foot = QHBoxLayout()
        self.chips = Chips(theme, script.kind, [Choice(str(k), text) for k, text in enumerate(script.chips)])
        self.chips.choose("0")
        foot.addWidget(self.chips, 1)
        foot.addWidget(Button(theme, script.save, weight=Weight.PRIMARY), 0, Qt.AlignmentFlag.AlignBottom)
        notes.column.addLayout(foot)
        return notes


LOOKS = {
    "light": ("light", 100, False, None),
    "dark": ("dark", 100, False, None),
    "contrast": ("contrast", 100, False, None),
    "large": ("light", 200, False, None),
    "larger": ("light", 125, False, None),
    "spanish": ("light", 100, False, SPANISH),
    "mirrored": ("light", 100, True, None),
}


def main(folder: Path) -> None:
    """Write the pictures of every look."""
    app = QApplication([])
    theme = AppTheme.load("light")
    theme.apply(app)
    for look, (name, scale, mirrored, script) in LOOKS.items():
        theme.change(name=name, scale=scale)
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
        window = Specimen(theme, script)
        window.resize(1366, 768)
        window.show()
        window.onward.setFocus()
        app.processEvents()
        app.processEvents()
        window.grab().save(str(folder / f"{look}.png"))
        window.deleteLater()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
