"""The main window: rail, top bar, pages, status bar; it sends each key to the page that is open.

It stands before there is anything to show: the database is opened and pages are made behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDesktopServices, QGuiApplication, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pantau.desktop import links
from pantau.desktop.health import Watcher
from pantau.desktop.page import Command, Page
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.widgets.notice import Notice
from pantau.desktop.widgets.state_view import StateView
from pantau.desktop.window import keys
from pantau.desktop.window.focus_ring import FocusRing
from pantau.desktop.window.help import KeyHelp
from pantau.desktop.window.memory import WindowMemory
from pantau.desktop.window.rail import Rail
from pantau.desktop.window.status import StatusBar
from pantau.desktop.window.top_bar import TopBar
from pantau.domain.changes import ChangeKind
from pantau.domain.outcome import Done

translate = QCoreApplication.translate

_LEAST = QSize(640, 360)  # what a screen of 1366 x 768 is at 200 %, without the system's own bars
_BETWEEN = 60  # milliseconds between two pages that are made ahead
_LOOK, _PATIENCE = 50, 40  # milliseconds, and how often: two seconds for what is being written


class Window(QMainWindow):
    """Knows its pages by name and makes each when it is first needed.

    `painted` tells once that the window can be seen. What the officer did last can be taken back with Z until the
    next act.
    """

    painted = Signal()
    language_chosen = Signal(str)
    searched = Signal(str)
    closing = Signal()
    drill_begun = Signal(str, str)  # url of its database, title
    drill_wanted = Signal()
    settings_wanted = Signal()
    settings_changed = Signal()
    alerted = Signal(object)  # Story

    def __init__(self, around: Surroundings, memory: WindowMemory) -> None:
        super().__init__()
        self.around = around
        self._memory = memory
        self._makers: dict[str, Callable[[], Page]] = {}
        self._pages: dict[str, Page] = {}
        self._placed: dict[str, str] = {}  # the words of those in the rail, from above
        self._wanted = ""  # the page that was asked for before it was there
        self._was_painted = False
        self._undo: Callable[[], Done[Any]] | None = None
        self._was_warned = False  # that closing would lose a text
        self.setWindowTitle("Pantau")
        self.setMinimumSize(_LEAST)
        self._build()
        self._bind_keys()

    def watch(self, watcher: Watcher) -> None:
        """Be told by it how the machine fares and what changed; it lives as long as the window."""
        watcher.setParent(self)
        watcher.health.connect(self.status.show_health)
        watcher.changed.connect(self._heed)

    def _build(self) -> None:
        self.rail = Rail(self.around.theme, translate("Window", "Settings"))
        self.top = TopBar(self.around, self.commands)
        self.stack = QStackedWidget()
        self.opening = StateView(QWidget(), self.around.theme)
        self.opening.show_loading(translate("Window", "Opening the database …"))
        self.stack.addWidget(self.opening)
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
        self.ring = FocusRing(self.around.theme, self)
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

    def place(self, name: str, icon: str, word: str) -> None:
        """Give a page its place in the rail, before there is a page."""
        self._placed[name] = word
        key = f"Ctrl+{len(self._placed)}"
        self.rail.add(name, icon, word, f"{word} ({key})")
        keys.bind(self, key, partial(self.go, name))

    def offer(self, name: str, make: Callable[[], Page]) -> None:
        """Say how a page is made."""
        self._makers[name] = make

    def page(self, name: str) -> Page:
        """A page by its name, made now if it is not there yet."""
        if name not in self._pages:
            self._take_in(name, self._makers[name]())
        return self._pages[name]

    def _take_in(self, name: str, page: Page) -> None:
        self._pages[name] = page
        self.stack.addWidget(page)
        self.top.add(page)
        self._order(page)
        page.done.connect(self.tell_done)
        page.refused.connect(self.complain)
        page.told.connect(self.notice.tell)
        page.link.connect(self.open_link)
        if name in self._placed:
            button = self.rail.button(name)
            page.waits.connect(lambda count: button.show_figure(count, self.around.number(count)))

    def _order(self, page: Page) -> None:
        """Tab goes as one reads: the rail, the page's tools, the search, the page, the foot."""
        tools = page.tools()
        before: QWidget = self.rail.gear
        for part in _stops(tools) if tools is not None else ():
            QWidget.setTabOrder(before, part)
            before = part
        before = (_stops(page) or [page])[-1]
        for part in (self.status.start_button, self.status.problems):
            QWidget.setTabOrder(before, part)
            before = part

    def furnish(self) -> None:
        """The pages can be made now: open the one that is wanted."""
        self.go(self._wanted or self._remembered())
        self.stack.removeWidget(self.opening)
        self.opening.deleteLater()

    def prepare(self, names: Sequence[str]) -> None:
        """Make these pages in moments without other work, one in each, so that their figures stand in the rail."""
        waiting = [name for name in names if name not in self._pages]
        if waiting:
            QTimer.singleShot(_BETWEEN, self, lambda: self._prepare(waiting))

    def _prepare(self, waiting: Sequence[str]) -> None:
        self.page(waiting[0]).refresh()
        self.prepare(waiting[1:])

    @property
    def current(self) -> str:
        """The name of the open page; "" before there is one."""
        page = self.stack.currentWidget()
        return next((name for name, known in self._pages.items() if known is page), "")

    def go(self, name: str, *, fresh: bool = True) -> None:
        """Open a page and, unless `fresh` is off, read it anew."""
        self.rail.show_chosen(name)
        if name not in self._makers:
            self._wanted = name
            self.top.heading.setText(self._placed.get(name, ""))
            return
        page = self.page(name)
        self.stack.setCurrentWidget(page)
        self.top.show_page(page)
        if name in self._placed:
            self._memory.keep("page", name)
        if fresh:
            page.refresh()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def commands(self) -> list[Command]:
        """What can be asked for by typing: the open page's first."""
        page = self._open()
        going = [
            Command(self.around.say("command.go", page=word), "", partial(self.go, name))
            for name, word in self._placed.items()
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
        self.go(page if page in self._placed else self._remembered())

    def _remembered(self) -> str:
        name = self._memory.text("page", "")
        return name if name in self._placed else next(iter(self._placed))

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

    def _open(self) -> Page | None:
        return self._pages.get(self.current)

    def _step(self, by: int) -> None:
        if (page := self._open()) is not None:
            page.step(by)

    def _act(self, key: str) -> None:
        if (page := self._open()) is not None:
            page.act(key)

    def _back(self) -> None:
        page = self._open()
        if page is None or not page.go_back():
            self.notice.hide()

    def _refresh(self) -> None:
        if (page := self._open()) is not None:
            page.refresh()

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

    def paintEvent(self, event: QPaintEvent) -> None:  # Qt's name
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)  # after the children, which are painted next

    def keyPressEvent(self, event: QKeyEvent) -> None:  # Qt's name
        """Enter presses the button that has the keys, as it does in a dialog; Qt knows the space bar only."""
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QAbstractButton):
            button.click()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # Qt's name
        if not self.leave() and not self._was_warned:
            self._was_warned = True
            self.refuse_to_leave()
            event.ignore()
            return
        super().closeEvent(event)


def _stops(within: QWidget) -> list[QWidget]:
    """Where Tab stops in it, in order."""
    found, part = [], within.nextInFocusChain()
    while part is not None and part is not within:
        if within.isAncestorOf(part) and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(part)
        part = part.nextInFocusChain()
    return found


def _check(action: QAction, chosen: bool) -> None:
    action.setCheckable(True)
    action.setChecked(chosen)
