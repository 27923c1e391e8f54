import pytest
from PySide6.QtWidgets import QApplication, QLabel

from dialogue_desk.domain.model.document import (
    BarChart,
    Bullet,
    Bullets,
    ChartBar,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Role,
    Table,
    TableColumn,
)
from dialogue_desk.ui.widgets.document_view import DocumentView

DOCUMENT = Document(
    "One Evening",
    (
        Paragraph("What our circle said.", Role.LEAD),
        Heading("What we talked about"),
        Heading("Getting home", 2),
        Bullets((Bullet("Stops feel random.", "Concern · a few"), Bullet("<b>not</b> bold"))),
        BarChart("Circles that raised it", (ChartBar("Getting home", 4), ChartBar("Work", 2, "2 circles"))),
        PageBreak(),
        Heading("How long each part took"),
        Table(
            (TableColumn("Part", 3.0), TableColumn("Took", numeric=True)),
            (("Welcome", "6 min"), ("Close", "8 min")),
        ),
    ),
    subtitle="Circle C07",
)


@pytest.fixture
def view(theme, qtbot):
    view = DocumentView()
    qtbot.addWidget(view)
    view.resize(600, 800)
    view.show()
    return view


def seen(view):
    QApplication.processEvents()
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible()]


def test_everything_in_a_document_is_seen_in_its_order(view):
    view.show_document(DOCUMENT)
    assert [text for text in seen(view) if text != "•"] == [
        "One Evening",
        "Circle C07",
        "What our circle said.",
        "What we talked about",
        "Getting home",
        "Stops feel random.",
        "Concern · a few",
        "<b>not</b> bold",
        "Circles that raised it",
        "Getting home",
        "4",
        "Work",
        "2 circles",
        "How long each part took",
        "Part",
        "Took",
        "Welcome",
        "6 min",
        "Close",
        "8 min",
    ]


def test_the_same_document_again_leaves_everything_where_it_is(view):
    view.show_document(DOCUMENT)
    before = view.findChildren(QLabel)
    view.show_document(Document(DOCUMENT.title, DOCUMENT.blocks, DOCUMENT.subtitle))
    assert view.findChildren(QLabel) == before


def test_another_document_takes_the_place_of_the_first(view):
    view.show_document(DOCUMENT)
    view.show_document(Document("Another", (Paragraph("Short."),)))
    assert seen(view) == ["Another", "Short."]
    assert view.document.title == "Another"


def test_of_a_text_as_long_as_a_book_the_beginning_is_seen(view):
    view.show_document(Document("One", (Paragraph("word " * 200_000), Bullets((Bullet("w" * 1_000_000),)))))
    texts = [text for text in seen(view) if text != "•"]
    assert max(map(len, texts)) < 11_000 and texts[1].endswith(" …")
