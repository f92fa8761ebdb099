"""The main window: rail, top bar, pages, status bar; it sends each key to the page that is open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from pantau.desktop import links
from pantau.desktop.health import Watcher
from pantau.desktop.page import Command, Page
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.widgets.notice import Notice
from pantau.desktop.window import keys
from pantau.desktop.window.help import KeyHelp
from pantau.desktop.window.memory import WindowMemory
from pantau.desktop.window.rail import Rail
from pantau.desktop.window.status import StatusBar
from pantau.desktop.window.top_bar import TopBar
from pantau.domain.changes import ChangeKind
from pantau.domain.outcome import Done

translate = QCoreApplication.translate

_LOOK, _PATIENCE = 50, 40  # milliseconds, and how often: two seconds for what is being written


class Window(QMainWindow):
    """Knows its pages by name. What the officer did last can be taken back with Z until the next act."""

    language_chosen = Signal(str)
    searched = Signal(str)
    closing = Signal()
    drill_begun = Signal(str, str)  # url of its database, title
    drill_wanted = Signal()
    settings_wanted = Signal()
    settings_changed = Signal()
    alerted = Signal(object)  # Story

    def __init__(self, around: Surroundings, memory: WindowMemory, watcher: Watcher | None = None) -> None:
        super().__init__()
        self.around = around
        self._memory = memory
        self._pages: dict[str, Page] = {}
        self._placed: list[str] = []  # those in the rail, from above
        self._undo: Callable[[], Done[Any]] | None = None
        self._was_warned = False  # that closing would lose a text
        self.setWindowTitle("Pantau")
        self.setMinimumSize(QSize(720, 480))
        self._build()
        self._bind_keys()
        if watcher is not None:
            watcher.setParent(self)
            watcher.health.connect(self.status.show_health)
            watcher.changed.connect(self._heed)

    def _build(self) -> None:
        self.rail = Rail(self.around.theme, translate("Window", "Settings"))
        self.top = TopBar(self.around, self.commands)
        self.stack = QStackedWidget()
        self.status = StatusBar(self.around)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.stack, 1)
        whole = QWidget()
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.rail)
        upper.addWidget(middle, 1)
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(upper, 1)
        outer.addWidget(self.status)
        self.setCentralWidget(whole)
        self.notice = Notice(whole)
        self.help = KeyHelp(translate("Window", "Keys"), keys.written(), self.around.theme, whole)
        self.top.search.setPlaceholderText(translate("Window", "Search or command (Ctrl+K)"))
        self.top.search.searched.connect(self.searched)
        self.rail.chosen.connect(self.go)
        self.rail.settings.connect(self._offer_settings)

    def _bind_keys(self) -> None:
        for key, by in (("J", 1), ("K", -1)):
            keys.bind(self, key, partial(self._step, by))
        for key in "TPX":
            keys.bind(self, key, partial(self._act, key))
        keys.bind(self, "Z", self.undo)
        keys.bind(self, "Esc", self._back)
        keys.bind(self, "/", lambda: self.top.search.begin(offering=False))
        keys.bind(self, "Ctrl+K", lambda: self.top.search.begin(offering=True))
        keys.bind(self, "?", self.help.toggle)
        keys.bind(self, "F5", self._refresh)
        keys.bind(self, "Ctrl+D", self.turn_scheme)

    def add(self, name: str, page: Page, *, icon: str = "", place: str = "") -> None:
        """Take in a page; with `icon` and `place` (its word) it gets a place in the rail."""
        self._pages[name] = page
        self.stack.addWidget(page)
        self.top.add(page)
        page.done.connect(self.tell_done)
        page.refused.connect(self.complain)
        page.told.connect(self.notice.tell)
        page.link.connect(self.open_link)
        if place:
            self._placed.append(name)
            key = f"Ctrl+{len(self._placed)}"
            self.rail.add(name, icon, place, f"{place} ({key})")
            keys.bind(self, key, partial(self.go, name))
            button = self.rail.button(name)
            page.waits.connect(lambda count: button.show_figure(count, self.around.number(count)))

    @property
    def current(self) -> str:
        """The name of the open page."""
        page = self.stack.currentWidget()
        return next((name for name, known in self._pages.items() if known is page), "")

    def page(self, name: str) -> Page:
        return self._pages[name]

    def go(self, name: str, *, fresh: bool = True) -> None:
        """Open a page and, unless `fresh` is off, read it anew."""
        page = self._pages[name]
        self.stack.setCurrentWidget(page)
        self.top.show_page(page)
        self.rail.show_chosen(name)
        if name in self._placed:
            self._memory.keep("page", name)
        if fresh:
            page.refresh()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def commands(self) -> list[Command]:
        """What can be asked for by typing: the open page's first."""
        page = self._pages.get(self.current)
        going = [
            Command(self.around.say("command.go", page=self._pages[name].title()), "", partial(self.go, name))
            for name in self._placed
        ]
        own = [
            Command(translate("Window", "Undo"), "Z", self.undo),
            Command(translate("Window", "Light or dark"), "Ctrl+D", self.turn_scheme),
            Command(translate("Window", "Settings of the desk …"), "", self.settings_wanted.emit),
            Command(translate("Window", "Keys"), "?", self.help.toggle),
        ]
        return [*(page.commands() if page else []), *going, *own]

    def undo(self) -> None:
        """Take back what was done last; it is an act like any other, checked and recorded."""
        undo, self._undo = self._undo, None
        if undo is None:
            self.notice.tell(translate("Window", "There is nothing to take back."))
            return
        self.notice.hide()
        self.around.worker.run(undo, self._undone, self._explain, owner=self)

    def turn_scheme(self) -> None:
        self._choose_scheme("light" if self.around.theme.is_dark else "dark")

    def open_link(self, url: str) -> None:
        """Hand an address to the browser; one that is not safe is named instead."""
        if links.is_openable(url):
            QDesktopServices.openUrl(QUrl(url))
        else:
            self.complain(self.around.say("link.refused", host=links.host(url)))

    def restore(self, page: str | None = None) -> None:
        """Take the place and the page that were left."""
        if not self.restoreGeometry(self._memory.shape("geometry")):
            self.resize(1366, 768)
        name = page or self._memory.text("page", "")
        self.go(name if name in self._placed else self._placed[0])

    def tell_done(self, done: Done[Any], sentence: str) -> None:
        """Tell of an act and offer its way back."""
        self._undo = done.undo
        if done.undo is None:
            self.notice.tell(sentence)
        else:
            self.notice.tell(sentence, translate("Window", "Undo (Z)"), self.undo)

    def _undone(self, done: Done[Any]) -> None:
        self.notice.tell(translate("Window", "Taken back."))
        self._refresh()

    def complain(self, sentence: str) -> None:
        """Say what could not be done; it stays until it is put away."""
        self.notice.warn(sentence, translate("Window", "Close"))

    def _explain(self, error: Exception) -> None:
        self.complain(self.around.explain(error))
        self._refresh()

    def _heed(self, kinds: frozenset[Any]) -> None:
        for page in self._pages.values():
            page.heed(kinds)
        if ChangeKind.SETTING in kinds:
            self.settings_changed.emit()

    def _step(self, by: int) -> None:
        self._pages[self.current].step(by)

    def _act(self, key: str) -> None:
        self._pages[self.current].act(key)

    def _back(self) -> None:
        if not self._pages[self.current].go_back():
            self.notice.hide()

    def _refresh(self) -> None:
        self._pages[self.current].refresh()

    def _offer_settings(self, gear: QWidget) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for text, choice in (
            (translate("Window", "Colours of the system"), "system"),
            (translate("Window", "Light"), "light"),
            (translate("Window", "Dark"), "dark"),
        ):
            chosen = self.around.theme.choice == choice
            _check(menu.addAction(text, partial(self._choose_scheme, choice)), chosen)
        menu.addSeparator()
        for text, language in (("Bahasa Indonesia", "id"), ("English", "en")):
            chosen = self.around.language == language
            _check(menu.addAction(text, partial(self.language_chosen.emit, language)), chosen)
        menu.addSeparator()
        menu.addAction(translate("Window", "Settings of the desk …"), self.settings_wanted.emit)
        menu.addAction(f"{translate('Window', 'Keys')}  (?)", self.help.toggle)
        menu.popup(gear.mapToGlobal(gear.rect().topRight()))

    def _choose_scheme(self, choice: str) -> None:
        self._memory.keep("scheme", choice)
        self.around.theme.choose(choice)

    def leave(self) -> bool:
        """Remember how the window stood, and have what is being typed written. False: some of it could not be."""
        self._memory.keep("geometry", self.saveGeometry())
        self.closing.emit()
        self._memory.flush()
        for _look in range(_PATIENCE):
            if not self._unkept():
                return True
            self.around.worker.wait(_LOOK)
            QCoreApplication.sendPostedEvents()
            QCoreApplication.processEvents()
        return False

    def _unkept(self) -> str:
        return "\n\n".join(filter(None, (page.unkept() for page in self._pages.values())))

    def refuse_to_leave(self) -> None:
        """Nothing that somebody wrote is lost: say that it is not kept, and lay it on the clipboard."""
        QGuiApplication.clipboard().setText(self._unkept())
        self.complain(self.around.say("window.unkept"))

    def closeEvent(self, event: QCloseEvent) -> None:  # Qt's name
        if not self.leave() and not self._was_warned:
            self._was_warned = True
            self.refuse_to_leave()
            event.ignore()
            return
        super().closeEvent(event)


def _check(action: QAction, chosen: bool) -> None:
    action.setCheckable(True)
    action.setChecked(chosen)
