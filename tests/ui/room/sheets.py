"""What a room may be shown."""

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.ui.room.room_sheet import Mode, Sheet, directed
from dialogue_desk.ui.widgets.ring import Pace, TimeLeft

SHORT = "What brought you here tonight?"
SHORT_ES = "¿Qué le trajo aquí esta noche?"
USUAL = "Which card is closest to your own life?\nWhich is hardest to hear?"
USUAL_ES = "¿Qué tarjeta se acerca más a lo que usted ha vivido?\n¿Cuál es la más difícil de escuchar?"
ARABIC = "ما الذي جاء بك إلى هنا الليلة؟"
LONG = (
    "Think of a time when you, or somebody close to you, felt safe on this street, and of a time when you "
    "did not: what was different, who was there, what did they do, and what would have had to happen for the "
    "second evening to end like the first?"
)
LONG_ES = (
    "Piense en una vez en que usted, o alguien cercano, se sintió con seguridad en esta calle, y en otra en "
    "que no: ¿qué fue distinto, quién estaba, qué hizo, y qué habría tenido que pasar para que la segunda "
    "noche terminara como la primera?"
)
RULES = (
    "Listen to understand, not to answer.",
    "Speak for yourself, from what you have lived.",
    "Everyone speaks once before anyone speaks twice.",
    "You may pass.",
    "It is all right to disagree; say it about the idea, never about the person.",
    "What is said here stays here; what is learned here leaves.",
)
LEFT = TimeLeft(15 * MINUTE, 24 * MINUTE)


def question(*texts):
    return Sheet(texts=tuple(texts))


SHEETS = {
    "short": question(SHORT),
    "usual": question(USUAL),
    "long": question(LONG),
    "longest": question(" ".join([LONG] * 8)),
    "two-short": question(SHORT, SHORT_ES),
    "two-usual": question(USUAL, USUAL_ES),
    "two-long": question(LONG, LONG_ES),
    "two-ways": question(SHORT, directed("ar", ARABIC)),
    "rules": Sheet(Mode.RULES, RULES),
    "rules-few": Sheet(Mode.RULES, RULES[:3]),
    "rules-arabic": Sheet(Mode.RULES, (ARABIC, ARABIC * 2)),
    "time": Sheet(Mode.TIME, time=LEFT),
    "time-figures": Sheet(Mode.TIME, time=LEFT, figures=True),
    "time-warning": Sheet(Mode.TIME, time=TimeLeft(2 * MINUTE, 24 * MINUTE, Pace.WARNING)),
    "time-over": Sheet(Mode.TIME, time=TimeLeft(-3 * MINUTE, 24 * MINUTE, Pace.OVER), figures=True),
    "time-paused": Sheet(Mode.TIME, time=TimeLeft(9 * MINUTE, 24 * MINUTE, Pace.PAUSED)),
    "silence": Sheet(Mode.SILENCE),
    "silence-time": Sheet(Mode.SILENCE, time=LEFT),
    "message": Sheet(Mode.MESSAGE, ("Back by 8:10, please",)),
    "lines": Sheet(Mode.LINES, (USUAL, SHORT, LONG)),
    "blank": Sheet(Mode.BLANK),
}
