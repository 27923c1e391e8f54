"""The part of the settings about the app itself: its version, where its files are, licences and help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QWidget

from dialogue_desk.desk.leaving.problem_report import Fact, form_text
from dialogue_desk.desk.paths import Paths
from dialogue_desk.installation import Installation
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.words import Words

_BELOW = 420
"""In less room, in pixels at 100 % text, a path has its button below it."""


@dataclass(frozen=True, slots=True)
class AboutApp:
    """What the section tells: the app as it is here, its versions, and the files of the person."""

    installation: Installation
    versions: Sequence[Fact]
    paths: Paths


class AppSection(QWidget):
    """Tells about the app, and what a person wants of it.

    ``acts`` are what else can be done with the app as a whole, each a widget with a heading of its own.
    ``open_folder`` shows a folder in the system's own file browser, and returns whether it could.
    """

    licences_wanted = Signal()
    report_wanted = Signal()
    not_opened = Signal(object)
    """The folder (``Path``) that no file browser opened."""

    def __init__(
        self,
        about: AboutApp,
        theme: AppTheme,
        words: Words,
        acts: Sequence[QWidget] = (),
        open_folder: Callable[[Path], bool] | None = None,
    ) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._open_folder = open_folder or open_in_file_browser
        tr = words.tr
        self._lines = column(gap=Space.TIGHT, within=self)
        here = about.installation
        self._lines.addWidget(
            Label(tr("Dialogue Desk {version}", version=here.version), "strong", heads=True)
        )
        self._lines.addWidget(Label(form_text(here.form, words)))
        told = {here.version, form_text(here.form, words)}
        rest = (f"{name} {value}" for name, value in about.versions if value not in told)
        self._lines.addWidget(Label(" · ".join(rest), "note"))
        licences = Button(theme, tr("Licenses …"))
        licences.clicked.connect(self.licences_wanted)
        self._lines.addWidget(flowing(licences))
        report = Button(theme, tr("Report a problem …"))
        report.clicked.connect(self.report_wanted)
        self._begin(tr("When something goes wrong"))
        said = tr(
            "A report helps the people who fix it. You can read it before you save it. It has no notes "
            "and no names in it."
        )
        self._lines.addWidget(Label(said))
        self._lines.addWidget(flowing(report))
        for act in acts:
            self._lines.addSpacing(Space.SNUG)
            self._lines.addWidget(act)
        self._begin(tr("Where your files are"))
        for title, path in (
            (tr("Desk"), about.paths.desk),
            (tr("Settings"), about.paths.settings),
            (tr("Log"), about.paths.log),
        ):
            self._add_path(title, path)

    def _begin(self, title: str) -> None:
        self._lines.addSpacing(Space.SNUG)
        self._lines.addWidget(Label(title, "strong", heads=True))

    def _add_path(self, title: str, path: Path) -> None:
        box = QLineEdit(str(path))
        box.setReadOnly(True)
        box.setCursorPosition(0)
        box.setAccessibleName(title)
        button = Button(self._theme, self._words.tr("Open folder"))
        button.setAccessibleName(self._words.tr("Open folder: {file}", file=title))
        button.clicked.connect(partial(self._open, path.parent))
        line = ResponsiveRow(self._theme, _BELOW)
        line.add(box, 1)
        line.add(button)
        self._lines.addWidget(Label(title, "note"))
        self._lines.addWidget(line)

    def _open(self, folder: Path, _checked: bool = False) -> None:
        if not self._open_folder(folder):
            self.not_opened.emit(folder)


def open_in_file_browser(folder: Path) -> bool:
    """Show a folder of this laptop in the system's own file browser, and return whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
