"""What each page is called: in the title of the window, and aloud when a person comes to it."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.folders import Folders
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.core.session_text import session_title
from dialogue_desk.words import Words


def page_title(route: Route, folders: Folders, words: Words) -> str:
    """Return the name of the page, and of what it is about."""
    page, about = _page(route.page, words), _about(route, folders, words)
    return words.tr("{page}: {about}", page=page, about=about) if about else page


class PageTitle:
    """Keeps the title of the window true.

    A reader on Linux says a title that changes by itself; elsewhere it is announced.
    """

    def __init__(
        self, folders: Folders, context: Context, *, is_said: bool = sys.platform == "linux"
    ) -> None:
        self._folders, self._context, self._is_said = folders, context, is_said
        self._shown: Route | None = None

    def show(self, route: Route, window: QWidget) -> None:
        """Call ``window`` after the page, and say so when a person has just come to it."""
        title = page_title(route, self._folders, self._context.words)
        fresh = self._shown is None or (self._shown.page, self._shown.id) != (route.page, route.id)
        self._shown = route
        if title != window.windowTitle():
            window.setWindowTitle(title)
        if fresh and not self._is_said:
            self._context.announcer.announce(title)


def _page(page: PageName, words: Words) -> str:
    tr = words.tr
    return {
        PageName.HOME: tr("Home"),
        PageName.GUIDES: tr("Guides"),
        PageName.FROM_DOCUMENT: tr("Make a guide from a document"),
        PageName.EDIT_GUIDE: tr("Edit a guide"),
        PageName.PREPARE: tr("Prepare a session"),
        PageName.PAPER: tr("Type up a session from paper notes"),
        PageName.TYPE_UP: tr("Type up a session from paper notes"),
        PageName.RUN: tr("Run"),
        PageName.NOTES: tr("Take notes"),
        PageName.REHEARSE: tr("Rehearse"),
        PageName.PRACTICE: tr("Practice"),
        PageName.CLOSE: tr("Wrap up"),
        PageName.PROGRAM: tr("Program"),
        PageName.FORMING: tr("Form circles"),
        PageName.SETTINGS: tr("Settings"),
    }[page]


def _about(route: Route, folders: Folders, words: Words) -> str:
    if route.page in (PageName.PROGRAM, PageName.FORMING):
        names = {one.id: one.program.name for one in folders.programs() if one.program is not None}
        return names.get(RecordId(route.id), "")
    folder = folders.session(RecordId(route.id)) if route.id else None
    if folder is None:
        return ""
    circle, session = words.tr("Circle {code}", code=folder.circle.code), session_title(folder, words)
    return words.tr("{circle}, {session}", circle=circle, session=session)
