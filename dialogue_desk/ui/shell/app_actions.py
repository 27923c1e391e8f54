"""What can be done with the app as a whole: told about, its licences read, a problem reported."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.paths import Paths
from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import UserPrompts
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.core.worker import Worker
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.words import Words

if TYPE_CHECKING:
    from dialogue_desk.desk.clock import Clock
    from dialogue_desk.installation import Installation
    from dialogue_desk.ui.settings.app_section import AppSection
    from dialogue_desk.ui.shell.workspace import Workspace

REPORT = "report a problem"
"""The id of the action that shows the report of a problem."""


class AppActions(QObject):
    """Opens sheets in front of ``window``; ``paths`` and ``settings`` return those that hold now."""

    def __init__(
        self, paths: Callable[[], Paths], settings: Callable[[], Settings], clock: Clock, window: QWidget
    ) -> None:
        super().__init__(window)
        self._paths, self._settings, self._clock, self._window = paths, settings, clock, window

    def section(self, workspace: Workspace) -> AppSection:
        """Return the part of the settings about the app."""
        from dialogue_desk.desk.leaving.problem_report import version_facts  # noqa: PLC0415
        from dialogue_desk.installation import Installation  # noqa: PLC0415
        from dialogue_desk.ui.settings.app_section import AboutApp, AppSection  # noqa: PLC0415
        from dialogue_desk.ui.shell.window_facts import qt_facts  # noqa: PLC0415

        here, context = Installation.here(), workspace.context
        facts = (*version_facts(here, context.words), *qt_facts())
        about = AboutApp(here, facts, self._paths())
        section = AppSection(about, context.theme, context.words, self._acts(here, workspace))
        section.licences_wanted.connect(lambda: self.show_licences(context))
        section.report_wanted.connect(lambda: self.report_with(context))
        section.not_opened.connect(lambda folder: context.toast.say(_not_opened(folder, context.words)))
        return section

    def _acts(self, here: Installation, workspace: Workspace) -> list[QWidget]:
        """Return what else can be done with the app: opened by a double click, updated, given away."""
        from dialogue_desk.desk.file_types.registration import registration_on  # noqa: PLC0415
        from dialogue_desk.ui.giving.give_section import GiveSection  # noqa: PLC0415
        from dialogue_desk.ui.settings.file_types_section import FileTypesSection  # noqa: PLC0415
        from dialogue_desk.ui.updating.update_section import UpdateSection  # noqa: PLC0415

        context = workspace.context
        update = UpdateSection(here, self._copy_desk, context, lambda: workspace.session_runs)
        give = GiveSection(context)
        give.give_wanted.connect(workspace.desk_actions.give)
        registration = registration_on(sys.platform, here, context.words.language)
        files = [FileTypesSection(context, registration)] if registration else []
        return [update, give, *files]

    def show_update(self, workspace: Workspace, path: Path) -> None:
        """Ask whether an update that was opened is to be taken."""
        from dialogue_desk.installation import Installation  # noqa: PLC0415
        from dialogue_desk.ui.updating.update_sheet import open_update  # noqa: PLC0415

        here, runs = Installation.here(), workspace.session_runs
        open_update(path, here, self._copy_desk, workspace.context, self._window, session_runs=runs)

    def _copy_desk(self) -> None:
        from dialogue_desk.desk.updating.updating import copy_desk  # noqa: PLC0415

        copy_desk(self._paths().desk, self._clock)

    def show_licences(self, context: Context) -> None:
        """Show the licences, or say that they are not here."""
        from dialogue_desk.ui.settings.licences_sheet import open_licences  # noqa: PLC0415

        try:
            open_licences(context.theme, context.words, self._window)
        except OSError:
            context.toast.say(
                context.words.tr(
                    "The licenses are missing on this laptop. Install Dialogue Desk again to have them here."
                )
            )

    def serve(self, workspace: Workspace) -> None:
        """Do what messages there offer, and show the updates that are opened there."""
        workspace.context.toast.acted.connect(partial(self.act, workspace.context))
        workspace.import_bar.update_given.connect(partial(self.show_update, workspace))

    def act(self, context: Context, action_id: str) -> None:
        """Do what a message offered, if it is about the app."""
        if action_id == REPORT:
            self.report_with(context)

    def report_with(self, context: Context) -> None:
        """Show the report of a problem while there are pages."""
        self.report(context.theme, context.words, context.prompts, context.worker)

    def report(self, theme: AppTheme, words: Words, prompts: UserPrompts, worker: Worker) -> None:
        """Show the report of a problem, also where no desk is open."""
        from dialogue_desk.desk.leaving.problem_report import ProblemSource  # noqa: PLC0415
        from dialogue_desk.installation import Installation  # noqa: PLC0415
        from dialogue_desk.ui.settings.problem_sheet import ProblemSheet  # noqa: PLC0415
        from dialogue_desk.ui.shell.window_facts import window_facts  # noqa: PLC0415

        facts = window_facts(theme, words)
        source = ProblemSource(Installation.here(), self._paths(), self._settings(), facts)
        ProblemSheet(source, theme, words, prompts, worker, self._window).open()


def offer_report(sentence: str, context: Context) -> None:
    """Say what went wrong in a message that offers the report of it."""
    context.toast.say(sentence, action=context.words.tr("Report the problem"), action_id=REPORT)


def tell_about(workspace: Workspace) -> None:
    """Go to where the settings tell about the app."""
    workspace.go(Route(PageName.SETTINGS))
    show_app = getattr(workspace.stack.currentWidget(), "show_app", None)
    if callable(show_app):
        show_app()


def _not_opened(folder: Path, words: Words) -> str:
    return words.tr(
        "No file browser opened. The folder is “{folder}”. You can copy its path in the settings, under "
        "“This app”.",
        folder=folder,
    )
