"""A session summary such as a circle gets, to write, read back and look at."""

from dialogue_desk.domain.model.document import (
    BarChart,
    Bullet,
    Bullets,
    ChartBar,
    Document,
    Heading,
    Paragraph,
    Role,
    Table,
    TableColumn,
)

ENGLISH = Document(
    title="Safety Together: what we talked about",
    subtitle="Circle C07, session 2 of 5: What is going on here? Tuesday, 13 October 2026, 11 people",
    footer="Circle C07 · Session 2",
    blocks=(
        Paragraph(
            "Eleven of us met for two hours in the library hall. This is what the circle said, in its own "
            "words as the note-taker heard and read them back. Nobody is named.",
            Role.LEAD,
        ),
        Heading("Where we agree"),
        Bullets(
            (
                Bullet("Everyone wants to be able to walk home from the bus at night.", "Held by everyone"),
                Bullet("People want to see the same officers often enough to know them.", "Held by most"),
                Bullet(
                    "Young people have nowhere to go between the end of school and supper, and the park "
                    "closes just when they would need it.",
                    "Held by most",
                ),
            )
        ),
        Heading("Where we differ"),
        Paragraph("On these the circle did not come together, and did not have to."),
        Bullets(
            (
                Bullet("More patrols would make the avenue safer.", "Contested"),
                Bullet("Traffic stops feel random to some and reassuring to others.", "A few"),
            )
        ),
        Paragraph("I want my son to be seen as a boy first.\nThat is all I came to say.", Role.QUOTE),
        Heading("Open questions"),
        Bullets(
            (
                Bullet("Who decides where the officers on foot go?"),
                Bullet("¿Cómo presenta uno una queja sin miedo?", "One voice", "es"),
            )
        ),
        Heading("What we propose"),
        Heading("Now", 2),
        Bullets(
            (
                Bullet(
                    "A walk with officers and neighbors on the first Sunday of each month.",
                    "First step: ask the library for the hall as the place to start from",
                ),
            )
        ),
        Heading("This year", 2),
        Bullets((Bullet("Keep the recreation center open until nine on school nights."),)),
        Heading("How long each part took"),
        Table(
            columns=(
                TableColumn("Part", 3),
                TableColumn("Planned", 1, numeric=True),
                TableColumn("Actual", 1, numeric=True),
            ),
            rows=(
                ("Check-in", "12 min", "14 min"),
                ("Ground rules", "5 min", "4 min"),
                ("Six views", "12 min", "13 min"),
                ("Where I stand", "24 min", "31 min"),
                ("Behind the view", "26 min", "22 min"),
                ("Break", "6 min", "9 min"),
                ("Facts", "15 min", "12 min"),
                ("Naming what matters", "12 min", "12 min"),
                ("Closing round", "8 min", "8 min"),
            ),
        ),
        BarChart(
            "What we spoke of most",
            (
                ChartBar("Young people after school", 9, "9 notes"),
                ChartBar("Knowing one another by sight", 7, "7 notes"),
                ChartBar("How complaints are heard", 4, "4 notes"),
                ChartBar("Light on the way home from the bus stop at the bottom of the hill", 3, "3 notes"),
                ChartBar("Other", 0, "none"),
            ),
            "Notes under each theme",
            "Most was said about young people after school, then about knowing one another by sight.",
            "Theme",
        ),
        Paragraph("Made from 23 notes and 4 ideas. Nothing that would name a person was kept.", Role.MUTED),
    ),
)

SPANISH = Document(
    title="Seguridad entre todos: de qué hablamos",
    subtitle="Círculo C11, sesión 2 de 5: ¿Qué está pasando aquí? Martes, 13 de octubre de 2026, 9 personas",
    footer="Círculo C11 · Sesión 2",
    language="es",
    blocks=(
        Paragraph(
            "Nueve personas nos reunimos durante dos horas en el salón de la biblioteca. Esto es lo que dijo "
            "el círculo, con sus propias palabras. No se nombra a nadie.",
            Role.LEAD,
        ),
        Heading("En qué estamos de acuerdo"),
        Bullets(
            (
                Bullet(
                    "Todas y todos queremos poder volver a casa a pie desde el autobús por la noche.",
                    "Todo el círculo",
                ),
                Bullet("Los jóvenes no tienen adónde ir entre la escuela y la cena.", "La mayoría"),
            )
        ),
        Heading("En qué no coincidimos"),
        Bullets((Bullet("Con más patrullas la avenida sería más segura.", "En disputa"),)),
        Paragraph("Quiero que a mi hijo lo vean primero como un niño.", Role.QUOTE),
        Heading("Cuánto duró cada parte"),
        Table(
            columns=(
                TableColumn("Parte", 3),
                TableColumn("Previsto", 1, numeric=True),
                TableColumn("Real", 1, numeric=True),
            ),
            rows=(
                ("Ronda de bienvenida", "12 min", "14 min"),
                ("Acuerdos de convivencia", "5 min", "4 min"),
                ("Seis maneras de verlo", "12 min", "13 min"),
            ),
        ),
        BarChart(
            "De qué hablamos más",
            (
                ChartBar("Jóvenes después de la escuela", 5, "5 notas"),
                ChartBar("Conocernos de vista", 2, "2 notas"),
            ),
            "Notas por tema",
            "Lo más comentado fueron los jóvenes después de la escuela.",
            "Tema",
        ),
    ),
)
