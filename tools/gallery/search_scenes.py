"""The search in its states."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from functools import partial

from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.home.home_page import HomePage
from dialogue_desk.ui.run.resume_panel import ResumePanel
from dialogue_desk.ui.run.run_page import RunPage
from dialogue_desk.ui.search.search_panel import SearchPanel, SearchScope
from tools.gallery.stage import Stage
from tools.gallery.tonight import Tonight


def _in_session(stage: Stage, text: str = "", scope: SearchScope = SearchScope.CIRCLE) -> None:
    """Look for something while a session runs."""
    tonight = Tonight(stage.desk, stage.folders, stage.clock)
    tonight.hold(time(10, 50))
    stage.go(PageName.RUN, tonight.id)
    stage.the(ResumePanel).count_button.click()
    stage.the(RunPage).actions_here["find"].trigger()
    panel = stage.the(RunPage).side.search
    panel.scope.choose(scope)
    _type(stage, panel, text)


def _on_home(stage: Stage, text: str) -> None:
    stage.go(PageName.HOME)
    stage.the(HomePage).open_search()
    _type(stage, stage.the(SearchPanel), text)


def _type(stage: Stage, panel: SearchPanel, text: str) -> None:
    panel.field.setText(text)
    panel.search()
    stage.settle()


STATES: tuple[tuple[str, str, Callable[[Stage], None]], ...] = (
    ("search", "Search, in this circle", partial(_in_session, text="the")),
    ("search-all", "Search, in all circles", partial(_in_session, text="school", scope=SearchScope.ALL)),
    ("search-asked", "Search, nothing typed yet", _in_session),
    ("search-nothing", "Search, nothing found in this circle", partial(_in_session, text="zeppelin")),
    ("search-home", "Search, from Home", partial(_on_home, text="stop")),
    ("search-home-nothing", "Search, from Home, nothing found", partial(_on_home, text="zeppelin")),
)
"""The name, title and bringing about of each."""
