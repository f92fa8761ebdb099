"""Which pages the window has, and how one leads to another."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from pantau.desktop.drill.page import DrillPage
from pantau.desktop.drill.player import DrillPlayer
from pantau.desktop.engine import EngineKeeper
from pantau.desktop.health import Health, Watcher
from pantau.desktop.issues.page import IssuesPage
from pantau.desktop.page import Page
from pantau.desktop.queue.page import QueuePage
from pantau.desktop.regions import provinces
from pantau.desktop.search.page import SearchPage
from pantau.desktop.sources.page import SourcesPage
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.welcome.page import WelcomePage
from pantau.desktop.window.frame import Window
from pantau.desktop.window.memory import WindowMemory
from pantau.desktop.window.shell import shell
from pantau.domain.ids import IssueId, StoryId
from pantau.operations import Desk

translate = QCoreApplication.translate

_AHEAD = ("queue", "issues", "sources")  # made before anybody goes there: the rail shows their figures


def assemble(
    desk: Desk,
    around: Surroundings,
    memory: WindowMemory,
    engine: EngineKeeper | None,
    player: DrillPlayer | None,
) -> Window:
    """A window on a desk. Without `engine` and `player` it watches a drill that somebody else plays."""
    window = shell(around, memory, drills=player is not None)
    furnish(window, desk, memory, engine, player)
    return window


def furnish(
    window: Window,
    desk: Desk,
    memory: WindowMemory,
    engine: EngineKeeper | None,
    player: DrillPlayer | None,
) -> None:
    """Put a desk's pages into a window that already stands."""
    watcher = Watcher(desk, window.around)
    window.watch(watcher)
    pages = _Pages(window, desk, memory)
    makers: dict[str, Callable[[], Page]] = {
        "queue": pages.queue,
        "issues": pages.issues,
        "sources": pages.sources,
        "search": pages.search,
        "welcome": pages.welcome,
    }
    for name, make in makers.items():
        window.offer(name, make)
    if player is not None:
        window.offer("drills", lambda: pages.drills(player))
    window.searched.connect(pages.to_results)
    window.status.problems_wanted.connect(pages.to_failing)
    window.status.can_start = engine is not None
    if engine is not None:
        _connect_engine(window, watcher, engine)
    if player is not None:
        _welcome(window, watcher)
    _connect_settings(window, desk)
    window.furnish()
    window.prepare(_AHEAD)
    watcher.start()


class _Pages:
    """Makes each page and ties it to the others, which it knows by name only."""

    def __init__(self, window: Window, desk: Desk, memory: WindowMemory) -> None:
        self._window = window
        self._desk = desk
        self._memory = memory

    def queue(self) -> QueuePage:
        window = self._window
        page = QueuePage(self._desk, window.around, provinces())
        page.alerted.connect(window.alerted)
        page.issue_wanted.connect(self._to_issue)
        page.sources_wanted.connect(lambda: window.go("sources"))
        self._keep_split("queue", page)
        return page

    def issues(self) -> IssuesPage:
        window = self._window
        page = IssuesPage(self._desk, window.around)
        page.story_wanted.connect(self._to_story)
        page.queue_wanted.connect(lambda: window.go("queue"))
        window.closing.connect(page.flush)
        self._keep_split("issues", page)
        return page

    def sources(self) -> SourcesPage:
        return SourcesPage(self._desk, self._window.around, provinces())

    def search(self) -> SearchPage:
        page = SearchPage(self._desk, self._window.around)
        page.left.connect(lambda: self._window.go(page.came_from or "queue"))
        return page

    def drills(self, player: DrillPlayer) -> DrillPage:
        page = DrillPage(player, self._window.around)
        page.begun.connect(self._window.drill_begun)
        page.watched.connect(self._window.drill_wanted)
        return page

    def welcome(self) -> WelcomePage:
        window = self._window
        page = WelcomePage(window.around)

        def begin() -> None:
            sources = window.page("sources")
            assert isinstance(sources, SourcesPage)
            sources.model.install_catalogue()
            window.go("queue")

        page.monitor.connect(begin)
        page.sources.connect(lambda: window.go("sources"))
        page.drill.connect(lambda: window.go("drills"))
        return page

    def _keep_split(self, name: str, page: QueuePage | IssuesPage) -> None:
        page.split.restore(self._memory.shape(f"split-{name}"))
        self._window.closing.connect(lambda: self._memory.keep(f"split-{name}", page.split.split()))

    def _to_issue(self, issue: int) -> None:
        self._window.go("issues")
        page = self._window.page("issues")
        assert isinstance(page, IssuesPage)
        page.show_issue(IssueId(issue))

    def _to_story(self, story: int) -> None:
        self._window.go("queue")
        page = self._window.page("queue")
        assert isinstance(page, QueuePage)
        page.find_story(StoryId(story))

    def to_results(self, words: str) -> None:
        page = self._window.page("search")
        assert isinstance(page, SearchPage)
        if self._window.current != "search":
            page.came_from = self._window.current
        self._window.go("search", fresh=False)
        page.search(words)

    def to_failing(self) -> None:
        self._window.go("sources")
        page = self._window.page("sources")
        assert isinstance(page, SourcesPage)
        page.show_failing()


def _connect_engine(window: Window, watcher: Watcher, engine: EngineKeeper) -> None:
    watcher.health.disconnect(window.status.show_health)
    watcher.health.connect(engine.judge)
    engine.judged.connect(window.status.show_health)
    engine.failed.connect(window.complain)
    window.status.engine_wanted.connect(engine.start)


def _connect_settings(window: Window, desk: Desk) -> None:
    def show() -> None:
        from pantau.desktop.settings.dialog import show_settings

        dialog = show_settings(desk, window.around, window)
        dialog.changed.connect(window.tell_done)
        dialog.failed.connect(window.complain)

    window.settings_wanted.connect(show)


def _welcome(window: Window, watcher: Watcher) -> None:
    """Show the first page once, when the first look says that nobody is monitored."""
    looked = False

    def look(health: Health) -> None:
        nonlocal looked
        if not looked and health.unreachable_since is None:
            looked = True
            if health.sources == 0:
                window.go("welcome")

    watcher.health.connect(look)
