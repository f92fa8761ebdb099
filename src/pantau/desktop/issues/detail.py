"""The page of one issue, from above as the work goes: the clock, then facts, narrative, checks and notes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QTabWidget, QToolButton, QVBoxLayout, QWidget

from pantau.desktop.issues.check_tab import CheckTab
from pantau.desktop.issues.clock_strip import ClockStrip
from pantau.desktop.issues.draft import Draft
from pantau.desktop.issues.entries import FactsTab, NotesTab
from pantau.desktop.issues.narrative_tab import NarrativeTab
from pantau.desktop.issues.view_model import OpenIssue, Step
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.theme.tokens import AROUND, BETWEEN, INSIDE
from pantau.desktop.widgets.labels import PlainLabel, tooltip
from pantau.domain.issue import Status
from pantau.operations import Desk

translate = QCoreApplication.translate

_LOW = 440  # pixels


class IssueDetail(QWidget):
    """Shows an issue; every act goes out as a signal. `step_wanted`: the next step was pressed."""

    step_wanted = Signal(object)
    status_chosen = Signal(object)
    owner_chosen = Signal(object)  # Officer, or None for the shift
    rename_wanted = Signal()

    def __init__(self, desk: Desk, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.known: OpenIssue | None = None
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.clock = ClockStrip(around)
        self.facts = FactsTab(around)
        self.narrative = NarrativeTab(desk, around)
        self.check = CheckTab(desk, around)
        self.notes = NotesTab(around)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.facts, translate("Issues", "Facts"))
        self.tabs.addTab(self.narrative, translate("Issues", "Narrative"))
        self.tabs.addTab(self.check, translate("Issues", "Check a text"))
        self.tabs.addTab(self.notes, translate("Issues", "Notes"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_head())
        column.addWidget(self.clock)
        column.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(lambda _place: self._show_step())

    def _build_head(self) -> QWidget:
        head = QWidget()
        self.heading = PlainLabel(points=fonts.HEADLINE, strong=True, wrap=True, selectable=True)
        self.number = PlainLabel(points=fonts.META, ink="muted")
        self.step_button = QPushButton()
        self.step_button.setProperty("kind", "primary")
        self.step_button.clicked.connect(self.take_step)
        self.status_button = self._menu_button(self._offer_status)
        self.owner_button = self._menu_button(self._offer_owner)
        rename = QToolButton()
        rename.setToolTip(translate("Issues", "Rename"))
        self._around.theme.dress(rename, "write", "muted")
        rename.clicked.connect(self.rename_wanted)
        row = QHBoxLayout()
        row.setSpacing(INSIDE)
        for button in (self.status_button, self.owner_button, rename):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.number)
        row.addSpacing(INSIDE)
        row.addWidget(self.step_button)
        self._head = QVBoxLayout(head)
        self._head.setContentsMargins(AROUND, BETWEEN, AROUND, BETWEEN)
        self._head.setSpacing(12)
        self._head.addWidget(self.heading)
        self._head.addLayout(row)
        return head

    def resizeEvent(self, event: QResizeEvent) -> None:  # Qt's name
        """Where the page is low, as on a small screen at 200 %, the texts come before what stands over them."""
        super().resizeEvent(event)
        low = self.height() < _LOW
        above = 4 if low else BETWEEN
        self._head.setContentsMargins(AROUND, above, AROUND, above)
        self._head.setSpacing(4 if low else 12)
        self.narrative.standing.save_room(low)
        self._show_heading()

    def _show_heading(self) -> None:
        title = self.known.issue.title if self.known is not None else ""
        if self.height() < _LOW:
            room = self.width() - 2 * AROUND
            title = self.heading.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room)
        self.heading.setText(title)

    def _menu_button(self, offer: Callable[[QMenu], None]) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "plain")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: offer(menu))
        button.setMenu(menu)
        return button

    def show_issue(self, known: OpenIssue, draft: Draft) -> None:
        self.known = known
        issue, around = known.issue, self._around
        self.heading.setToolTip(tooltip(issue.title))
        self._show_heading()
        self.number.setText(around.say("issue.number", number=issue.id))
        self.status_button.setText(f"{around.say(f'status.{issue.status}').capitalize()}  ▾")
        owner = known.name(issue.owner) or translate("Issues", "No owner")
        self.owner_button.setText(f"{owner.replace('&', '&&')}  ▾")
        self.step_button.setText(_step_text(known.next_step))
        self.step_button.setToolTip(tooltip(f"{self.step_button.text()} (Ctrl+Enter)"))
        self._show_step()
        self.clock.show_issue(known)
        self.facts.show_issue(known)
        self.narrative.show_issue(known, draft)
        self.check.show_issue(known)
        self.notes.show_issue(known)
        self.tabs.setTabText(0, around.say("issue.tab.facts", count=len(known.view.facts)))
        self.tabs.setTabText(
            self.tabs.indexOf(self.notes), around.say("issue.tab.notes", count=len(known.view.notes))
        )

    def _show_step(self) -> None:
        """The next step stands here on every tab but the one where it is done: that has it among its own buttons."""
        is_there = self.tabs.currentWidget() is self.narrative
        closed = self.known is not None and self.known.issue.status is Status.CLOSED
        self.step_button.setVisible(not (is_there or closed))

    def check_text(self) -> None:
        """Go where a text is held against the narrative."""
        self.tabs.setCurrentWidget(self.check)
        self.check.field.setFocus()

    def step_remark(self, by: int) -> None:
        """F8: the next remark on the text that is open, or the one before."""
        tab = self.tabs.currentWidget()
        if isinstance(tab, NarrativeTab | CheckTab):
            tab.step(by)

    def take_step(self) -> None:
        """The next step of the issue; where it cannot be taken yet, the keys go to what is missing."""
        if self.known is None or self.known.issue.status is Status.CLOSED:
            return
        is_there, step = self.tabs.currentWidget() is self.narrative, self.known.next_step
        self.tabs.setCurrentWidget(self.narrative)
        if (is_there or step is Step.WRITE) and self.narrative.may(Step.SUBMIT):
            step = (
                Step.SUBMIT
            )  # the last words may not be kept yet, or belong to a version that is written anew
        if self.narrative.may(step):
            self.step_wanted.emit(step)
        else:
            self.narrative.write_here()

    def _offer_status(self, menu: QMenu) -> None:
        menu.clear()
        for status in Status:
            action = menu.addAction(self._around.say(f"status.{status}").capitalize())
            action.setCheckable(True)
            action.setChecked(self.known is not None and self.known.issue.status is status)
            action.triggered.connect(lambda _on, status=status: self.status_chosen.emit(status))

    def _offer_owner(self, menu: QMenu) -> None:
        menu.clear()
        for officer in self.known.members if self.known else ():
            action = menu.addAction(officer.name.replace("&", "&&"))
            action.triggered.connect(lambda _on, officer=officer: self.owner_chosen.emit(officer))
        menu.addSeparator()
        back = menu.addAction(translate("Issues", "Back to the shift"))
        back.triggered.connect(lambda: self.owner_chosen.emit(None))


def _step_text(step: Step) -> str:
    return {
        Step.WRITE: translate("Issues", "Write the narrative"),
        Step.SUBMIT: translate("Issues", "Submit for approval"),
        Step.APPROVE: translate("Issues", "Approve …"),
        Step.EXPORT: translate("Issues", "Export …"),
    }[step]
