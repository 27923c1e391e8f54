"""The search in its states."""

from __future__ import annotations

from datetime import time
from functools import partial

from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.home.home_page import HomePage
from dialogue_desk.ui.search.search_panel import SearchPanel, SearchScope
from tools.gallery.coming_session import open_running
from tools.gallery.scene import Scene
from tools.gallery.stage import Stage


def _in_session(stage: Stage, text: str = "", scope: SearchScope = SearchScope.CIRCLE) -> None:
    """Look for something while a session runs."""
    page = open_running(stage, time(10, 50))
    page.actions_here["find"].trigger()
    panel = page.side.search
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


SCENES = (
    Scene("search", "Search, in this circle", partial(_in_session, text="the")),
    Scene("search-all", "Search, in all circles", partial(_in_session, text="school", scope=SearchScope.ALL)),
    Scene("search-asked", "Search, nothing typed yet", _in_session),
    Scene("search-nothing", "Search, nothing found in this circle", partial(_in_session, text="zeppelin")),
    Scene("search-home", "Search, from Home", partial(_on_home, text="stop")),
    Scene("search-home-nothing", "Search, from Home, nothing found", partial(_on_home, text="zeppelin")),
)
