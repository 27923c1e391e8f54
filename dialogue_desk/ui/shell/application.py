"""One person at one laptop: the window, the desk that lies open in it, and what holds the two together."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.desk.clock import Clock, SystemClock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.error_text import (
    gone_back_sentence,
    mended_sentence,
    not_gone_back_sentence,
    trouble_sentence,
)
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.opening import look_at_desk, open_desk
from dialogue_desk.desk.paths import NAME, Paths
from dialogue_desk.resources import resource
from dialogue_desk.storage.database import DeskTrouble, Trouble
from dialogue_desk.storage.settings import Settings, SettingsFile
from dialogue_desk.ui.core.announcer import Announcer
from dialogue_desk.ui.core.context import Surroundings
from dialogue_desk.ui.core.desk_signals import News
from dialogue_desk.ui.core.keep_awake import Awake, Keeper, SystemKeeper
from dialogue_desk.ui.core.prompts import FileKind, WindowAsk
from dialogue_desk.ui.core.route import Way
from dialogue_desk.ui.core.shorthand_lessons import SignLessons
from dialogue_desk.ui.core.theme import Theme
from dialogue_desk.ui.core.worker import Lane
from dialogue_desk.ui.settings.preferences import language_of, look_of, warning_of
from dialogue_desk.ui.shell.first_paint import FirstPaint
from dialogue_desk.ui.shell.main_window import Frame
from dialogue_desk.ui.shell.qt_translations import TongueOfQt
from dialogue_desk.ui.shell.workspace import MainWindow
from dialogue_desk.ui.widgets.toast import Toast
from dialogue_desk.words import Words

if TYPE_CHECKING:
    from dialogue_desk.storage.restore import Copy
    from dialogue_desk.ui.copies.copies_section import CopiesSection
    from dialogue_desk.ui.copies.copy_schedule import Copies

log = logging.getLogger(__name__)


class Sitting(QObject):
    """One person at one laptop, from the first picture to the last.

    The window is shown at once; the desk is opened when that has been painted.
    """

    painted = Signal()
    """The first page, or the reason why there is none, has been painted."""

    def __init__(
        self,
        app: QApplication,
        paths: Paths,
        clock: Clock | None = None,
        theme: Theme | None = None,
        keeper: Keeper | None = None,
    ) -> None:
        super().__init__()
        self._app, self._paths, self._clock = app, paths, clock or SystemClock()
        self._desk_path = paths.desk
        self._settings_file = SettingsFile(paths.settings)
        self.settings = self._settings_file.read()
        self.words = Words(language_of(self.settings))
        if theme is None:
            theme = Theme.load(look_of(self.settings), self.settings.text_size)
            theme.apply(app)
        self.theme = theme
        self.painted.connect(self._go_on_beside)
        self.window = Frame(self.theme, NAME)
        self._tongue_of_qt = TongueOfQt(self.window)
        self._tongue_of_qt.speak(self.words.language)
        self.window.go_to(self.settings.window)
        self.window.shown.connect(self.open_desk)
        self.window.closing.connect(self.end)
        self.window.dropping.dropped.connect(self._open_dropped)
        self._lane = Lane(self)
        self._announcer = Announcer(self.window)
        self._signs = SignLessons(lambda: self.settings, self._remember, self)
        self._awake = Awake(keeper or SystemKeeper(), self)
        self._awake.refused.connect(self._say_it_may_sleep)
        self.desk: Desk | None = None
        self._news: News | None = None
        self.inside: MainWindow | None = None
        self._copies: Copies | None = None
        app.styleHints().colorSchemeChanged.connect(self._dress)

    def open_desk(self) -> None:
        """Open the desk and show Home; or say why that cannot be."""
        try:
            opened = open_desk(self._desk_path, self._clock, RandomIds())
        except DeskTrouble as trouble:
            log.warning("the desk was not opened: %s", trouble.trouble.value)
            self._lay_in(self._trouble_page(trouble))
            return
        self._take_up(opened.desk)
        if opened.mended is not None:
            self._say(mended_sentence(opened.mended, self.words), lasts_ms=60_000)

    def look_at_desk(self) -> None:
        """Open a desk that another window holds, only to be read; or say why that cannot be."""
        try:
            self._take_up(look_at_desk(self._desk_path, self._clock, RandomIds()))
        except DeskTrouble as trouble:
            self._lay_in(self._trouble_page(trouble))

    def _take_up(self, desk: Desk) -> None:
        self.desk = desk
        self._news = News(desk, self)
        self._fill(Way())

    def _open_anew(self) -> None:
        """Open the desk that was only looked at, now perhaps to work on it."""
        self._put_away()
        self.open_desk()

    def _put_away(self) -> None:
        """Close the desk, and leave what showed it."""
        if self._copies is not None:
            self._copies.stop()
            self._copies = None
        if self.inside is not None:
            self.inside.leave()
            self.inside = None
        if self.desk is not None:
            self.desk.file.close()
            self.desk = None

    def go_back_to(self, copy: Copy) -> None:
        """Let a copy take the desk's place, and show it; the present desk is set aside whole."""
        from dialogue_desk.storage.restore import erased_in, went_back  # noqa: PLC0415

        if self.desk is None:
            return
        path, names = self.desk.file.path, self.desk.names()
        self._put_away()
        said = ""
        try:
            aside = went_back(path, copy.path, erased_in(path), names)
        except DeskTrouble as trouble:
            said = not_gone_back_sentence(trouble, self.words)
        else:
            said = gone_back_sentence(aside, self.words)
        self.open_desk()
        self._say(said, lasts_ms=60_000)

    def settle(self, settings: Settings) -> None:
        """Let ``settings`` be at work at once, and keep them."""
        before, self.settings = self.settings, settings
        self._keep_settings()
        self._signs.changed.emit()
        self._dress()
        if language_of(settings) != language_of(before):
            self.words = Words(language_of(settings))
            self._tongue_of_qt.speak(self.words.language)
            way = self.inside.way if self.inside is not None else Way()
            if self.desk is not None:
                self._fill(way)

    def show_settings(self) -> None:
        """Open the settings."""
        from dialogue_desk.ui.settings.settings_dialog import SettingsDialog  # noqa: PLC0415

        section = self._copies_section()
        dialog = SettingsDialog(self.settings, self.theme, self.words, self.window, copies=section)
        dialog.chosen.connect(self._choose)
        if section is not None:
            section.placed.connect(dialog.take_backup_folder)
            section.going_back_wanted.connect(dialog.accept)
            section.erasing_wanted.connect(dialog.accept)
        dialog.open()

    def _copies_section(self) -> CopiesSection | None:
        from dialogue_desk.desk.erasing.erase import forget_place, owing_places  # noqa: PLC0415
        from dialogue_desk.ui.copies.copies_section import CopiesSection  # noqa: PLC0415

        copies, desk = self._copies, self.desk
        if copies is None or desk is None or self.inside is None:
            return None
        section = CopiesSection(
            self.settings,
            self._state_of_copies,
            partial(owing_places, desk),
            ask=WindowAsk(self.window, self.theme, self.words),
            theme=self.theme,
            words=self.words,
        )
        section.forgetting_wanted.connect(partial(forget_place, desk))
        section.copy_wanted.connect(copies.make_now)
        section.placed.connect(copies.keep_soon)
        section.going_back_wanted.connect(self._ask_which_copy)
        section.erasing_wanted.connect(self.inside.erase_everything)
        copies.changed.connect(section.refresh)
        return section

    def _state_of_copies(self) -> str:
        from dialogue_desk.ui.copies.copies_text import state_sentence  # noqa: PLC0415

        if self._copies is None or self.desk is None:
            return ""
        now = self.desk.clock.now()
        zone = self.desk.clock.zone(now)
        return state_sentence(self._copies.backups, self.settings.backup_folder, now, zone, self.words)

    def _ask_which_copy(self) -> None:
        """Look the copies through, beside the window, and show them."""
        from dialogue_desk.storage.restore import copies_of  # noqa: PLC0415
        from dialogue_desk.ui.copies.restore_sheet import GoingBackSheet  # noqa: PLC0415

        if self._copies is None or self.desk is None:
            return
        backups, now = self._copies.backups, self.desk.clock.now()
        zone = self.desk.clock.zone(now)

        def show(copies: tuple[Copy, ...]) -> None:
            sheet = GoingBackSheet(copies, now, zone, self.theme, self.words, self.window)
            sheet.chosen.connect(self.go_back_to)
            sheet.open()

        self._lane.run(lambda progress: copies_of(backups, progress), show, self.tell)

    def tell(self, error: BaseException) -> None:
        """Say in a sentence what went wrong; what was written before is on disk whatever it was."""
        if isinstance(error, DeskTrouble):
            sentence = trouble_sentence(error, self.words)
        else:
            sentence = self.words.tr(
                "Something did not work, and nothing that was written is lost by it. "
                "Try again; if it happens again, close Dialogue Desk and open it anew."
            )
        self._say(sentence)

    def end(self) -> None:
        """End everything; the desk file is left one whole file."""
        if self._copies is not None:
            self._copies.stop()
        if self.inside is not None:
            self.inside.leave()
        self._awake.want(False)
        self._lane.close()
        if self.desk is not None:
            self.desk.file.close()
            self.desk = None
        place = self.window.place()
        if place != self.settings.window:
            self._remember(replace(self.settings, window=place))

    def _fill(self, way: Way) -> None:
        if self.desk is None or self._news is None:
            return
        if self.inside is not None:
            self.inside.leave()
        shelf = GuideShelf(resource("guides"), self.words)
        around = Surroundings(
            self.theme,
            self.words,
            WindowAsk(self.window, self.theme, self.words),
            self._lane,
            self._announcer,
            Toast(self.theme, self.words, self._announcer),
            self._news,
            lambda: warning_of(self.settings),
            self._signs,
        )
        self.inside = MainWindow(self.desk, Folders(self.desk, shelf), shelf, around)
        self.inside.settings_wanted.connect(self.show_settings)
        self.inside.full_screen_wanted.connect(self.window.turn_full_screen)
        self.inside.work_wanted.connect(self._open_anew)
        self.inside.awake_wanted.connect(self._awake.want)
        self._lay_in(self.inside)
        self.inside.go(way)

    def _lay_in(self, inside: QWidget) -> None:
        FirstPaint(inside).painted.connect(self.painted)
        self.window.lay_in(inside)

    def _trouble_page(self, trouble: DeskTrouble) -> QWidget:
        from dialogue_desk.ui.shell.desk_error_page import TroublePage  # noqa: PLC0415

        held = trouble.trouble is Trouble.LOCKED
        page = TroublePage(self.theme, self.words, trouble_sentence(trouble, self.words), may_look=held)
        page.look_wanted.connect(self.look_at_desk)
        page.again.connect(self.open_desk)
        page.other_wanted.connect(self._ask_for_another_desk)
        page.left.connect(self.window.close)
        page.new_wanted.connect(self._ask_for_a_new_desk)
        return page

    def _go_on_beside(self) -> None:
        """Do what can wait until a person has something to look at."""
        self._keep_copies()
        if self.inside is not None:
            self.inside.places.warm()

    def _keep_copies(self) -> None:
        from dialogue_desk.ui.copies.copy_schedule import Copies  # noqa: PLC0415

        if self.desk is None or self._news is None or self.desk.file.read_only:
            return
        if self._copies is not None:
            self._copies.stop()
            self._copies.deleteLater()
        self._copies = Copies(
            self.desk,
            self._lane,
            self.words,
            lambda: self.settings.backup_folder,
            say=self._say,
            failed=self.tell,
        )
        self._news.changed.connect(self._copies.hear)
        self._copies.begin()

    def _say(self, sentence: str, lasts_ms: int = 8_000) -> None:
        if self.inside is not None:
            self.inside.toast.say(sentence, lasts_ms=lasts_ms)

    def _say_it_may_sleep(self) -> None:
        self._say(
            self.words.tr(
                "This laptop may fall asleep while the session runs: the system did not let Dialogue Desk "
                "keep it awake. The time is right again when it wakes; plug it in, or turn sleep off in its "
                "settings."
            ),
            lasts_ms=20_000,
        )

    def _ask_for_another_desk(self) -> None:
        ask = WindowAsk(self.window, self.theme, self.words)
        ask.open_files(self.words.tr("Choose a desk file"), (self._desk_files(),), self._open_first)

    def _ask_for_a_new_desk(self) -> None:
        ask = WindowAsk(self.window, self.theme, self.words)
        name = self._desk_path.with_stem(f"{self._desk_path.stem}-2").name
        ask.save_to(self.words.tr("Name a new desk file"), name, self._desk_files(), self._open_other)

    def _desk_files(self) -> FileKind:
        return FileKind(self.words.tr("Desk files"), (".db",))

    def _open_first(self, files: tuple[Path, ...]) -> None:
        self._open_other(files[0])

    def _open_other(self, file: Path) -> None:
        self._desk_path = file
        self.open_desk()

    def _open_dropped(self, paths: tuple[Path, ...]) -> None:
        if self.inside is not None:
            self.inside.take(paths)

    def _choose(self, settings: Settings) -> None:
        changes_language = language_of(settings) != language_of(self.settings)
        dialog = self.sender()
        self.settle(settings)
        if changes_language and isinstance(dialog, QWidget):
            # The dialog speaks the language it was made in.
            dialog.close()
            self.show_settings()

    def _dress(self) -> None:
        look, size = look_of(self.settings), self.settings.text_size
        if (look, size) != (self.theme.name, self.theme.scale):
            self.theme.change(name=look, scale=size)

    def _remember(self, settings: Settings) -> None:
        self.settings = settings
        self._keep_settings()

    def _keep_settings(self) -> None:
        try:
            self._settings_file.write(self.settings)
        except OSError:
            log.warning("the settings could not be kept")
