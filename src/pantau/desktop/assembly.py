"""Which pages the window has, and how one leads to another."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from pantau.desktop.drill.page import DrillPage
from pantau.desktop.drill.player import DrillPlayer
from pantau.desktop.engine import EngineKeeper
from pantau.desktop.health import Health, Watcher
from pantau.desktop.issues.page import IssuesPage
from pantau.desktop.queue.page import QueuePage
from pantau.desktop.regions import provinces
from pantau.desktop.search.page import SearchPage
from pantau.desktop.sources.page import SourcesPage
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.welcome.page import WelcomePage
from pantau.desktop.window.frame import Window
from pantau.desktop.window.memory import WindowMemory
from pantau.domain.ids import IssueId, StoryId
from pantau.operations import Desk

translate = QCoreApplication.translate


def assemble(
    desk: Desk,
    around: Surroundings,
    memory: WindowMemory,
    engine: EngineKeeper | None,
    player: DrillPlayer | None,
) -> Window:
    """A window on a desk. Without `engine` and `player` it watches a drill that somebody else plays."""
    watcher = Watcher(desk, around)
    window = Window(around, memory, watcher)
    queue = QueuePage(desk, around, provinces())
    issues = IssuesPage(desk, around)
    sources = SourcesPage(desk, around, provinces())
    search = SearchPage(desk, around)
    window.add("queue", queue, icon="queue", place=translate("Rail", "Queue"))
    window.add("issues", issues, icon="issue", place=translate("Rail", "Issues"))
    window.add("sources", sources, icon="source", place=translate("Rail", "Sources"))
    if player is not None:
        _add_drills(window, player, around)
    window.add("search", search)
    _connect(window, queue, issues, sources, search)
    _keep_splits(window, memory, {"queue": queue, "issues": issues})
    window.status.can_start = engine is not None
    if engine is not None:
        _connect_engine(window, watcher, engine)
    welcome = WelcomePage(around)
    window.add("welcome", welcome)
    _welcome(window, watcher, welcome, sources, drills=player is not None)
    _connect_settings(window, desk, around)
    issues.refresh()
    sources.refresh()
    watcher.start()
    return window


def _add_drills(window: Window, player: DrillPlayer, around: Surroundings) -> None:
    drills = DrillPage(player, around)
    drills.begun.connect(window.drill_begun)
    drills.watched.connect(window.drill_wanted)
    window.add("drills", drills, icon="drill", place=translate("Rail", "Drills"))


def _connect(
    window: Window, queue: QueuePage, issues: IssuesPage, sources: SourcesPage, search: SearchPage
) -> None:
    def to_issue(issue: int) -> None:
        window.go("issues")
        issues.show_issue(IssueId(issue))

    def to_story(story: int) -> None:
        window.go("queue")
        queue.find_story(StoryId(story))

    def to_results(words: str) -> None:
        if window.current != "search":
            search.came_from = window.current
        window.go("search", fresh=False)
        search.search(words)

    def to_failing() -> None:
        window.go("sources")
        sources.show_failing()

    queue.alerted.connect(window.alerted)
    queue.issue_wanted.connect(to_issue)
    queue.sources_wanted.connect(lambda: window.go("sources"))
    issues.story_wanted.connect(to_story)
    issues.queue_wanted.connect(lambda: window.go("queue"))
    search.left.connect(lambda: window.go(search.came_from or "queue"))
    window.searched.connect(to_results)
    window.status.problems_wanted.connect(to_failing)
    window.closing.connect(issues.flush)


def _keep_splits(window: Window, memory: WindowMemory, pages: dict[str, QueuePage | IssuesPage]) -> None:
    for name, page in pages.items():
        page.split.restore(memory.shape(f"split-{name}"))

    def keep() -> None:
        for name, page in pages.items():
            memory.keep(f"split-{name}", page.split.split())

    window.closing.connect(keep)


def _connect_engine(window: Window, watcher: Watcher, engine: EngineKeeper) -> None:
    watcher.health.disconnect(window.status.show_health)
    watcher.health.connect(engine.judge)
    engine.judged.connect(window.status.show_health)
    engine.failed.connect(window.complain)
    window.status.engine_wanted.connect(engine.start)


def _connect_settings(window: Window, desk: Desk, around: Surroundings) -> None:
    def show() -> None:
        from pantau.desktop.settings.dialog import show_settings

        dialog = show_settings(desk, around, window)
        dialog.changed.connect(window.tell_done)
        dialog.failed.connect(window.complain)

    window.settings_wanted.connect(show)


def _welcome(
    window: Window, watcher: Watcher, welcome: WelcomePage, sources: SourcesPage, *, drills: bool
) -> None:
    """Show the first page once, when the first look says that nobody is monitored."""
    looked = False

    def look(health: Health) -> None:
        nonlocal looked
        if not looked and health.unreachable_since is None:
            looked = True
            if health.sources == 0 and drills:
                window.go("welcome")

    def begin() -> None:
        sources.model.install_catalogue()
        window.go("queue")

    watcher.health.connect(look)
    welcome.monitor.connect(begin)
    welcome.sources.connect(lambda: window.go("sources"))
    if drills:
        welcome.drill.connect(lambda: window.go("drills"))
