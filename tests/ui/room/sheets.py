"""What a room may be shown."""

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.ui.room.room_content import RoomContent, RoomMode, with_direction_mark
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
    return RoomContent(texts=tuple(texts))


SHEETS = {
    "short": question(SHORT),
    "usual": question(USUAL),
    "long": question(LONG),
    "longest": question(" ".join([LONG] * 8)),
    "two-short": question(SHORT, SHORT_ES),
    "two-usual": question(USUAL, USUAL_ES),
    "two-long": question(LONG, LONG_ES),
    "two-ways": question(SHORT, with_direction_mark("ar", ARABIC)),
    "rules": RoomContent(RoomMode.RULES, RULES),
    "rules-few": RoomContent(RoomMode.RULES, RULES[:3]),
    "rules-arabic": RoomContent(RoomMode.RULES, (ARABIC, ARABIC * 2)),
    "time": RoomContent(RoomMode.TIME, time=LEFT),
    "time-warning": RoomContent(RoomMode.TIME, time=TimeLeft(2 * MINUTE, 24 * MINUTE, Pace.WARNING)),
    "time-over": RoomContent(RoomMode.TIME, time=TimeLeft(-3 * MINUTE, 24 * MINUTE, Pace.OVER)),
    "time-paused": RoomContent(RoomMode.TIME, time=TimeLeft(9 * MINUTE, 24 * MINUTE, Pace.PAUSED)),
    "silence": RoomContent(RoomMode.SILENCE),
    "message": RoomContent(RoomMode.MESSAGE, ("Back by 8:10, please",)),
    "lines": RoomContent(RoomMode.LINES, (USUAL, SHORT, LONG)),
    "blank": RoomContent(blank=True),
}
