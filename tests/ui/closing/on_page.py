"""What a person does on the wrap-up page, and what is seen there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from dialogue_desk.desk.desk import IncomingPackage
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.document_view import DocumentView
from dialogue_desk.words import Words
from tests.desk.partners import import_unjudged

PASSPHRASE = "bench lamp river Tuesday"
LINE = "Officer J. Ruiz, badge 4471, stopped him on 118 Alder Street."


def press(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QApplication.processEvents()
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)
    QApplication.processEvents()


def type_number(qtbot, box, number):
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, str(number))
    qtbot.keyClick(box, Qt.Key.Key_Return)


def rows(page):
    return {row.id: row.detail for row in page.steps.list.rows()}


def hand_on(one, other):
    records = {record.id: record for record in one.file.records.everything()}
    import_unjudged(other, [IncomingPackage(one.device, "stick", records)])


def seen(widget):
    QApplication.processEvents()
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def texts(path, keys=None):
    records = PackageReader(Words(), keys).read(path).records.values()
    return {record.body.text for record in records if record.kind is Kind.NOTE and record.body}


def package(stick):
    return next(path for path in stick.iterdir() if ".dialogue" in path.name)


def pick(step, profile):
    step.audience.options[profile].click()
    QApplication.processEvents()


def asked(step):
    """Return what readers hear of the find that is asked about."""
    return step.line.accessibleName()


def at_export(page, session_id):
    page.show_session(session_id)
    page.go_to(CloseStep.EXPORT)
    page._enter()


def paper(page):
    return seen(page.findChild(DocumentView))


def button(page, words):
    return next(found for found in page.findChildren(Button) if found.text() == words)


def press_space(qtbot, widget):
    QApplication.processEvents()
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_Space)


def sentences(widget):
    """Return every sentence that can be read, in a list."""
    return seen(widget).splitlines()
