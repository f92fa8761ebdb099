"""The open story: what it is, the three acts, why it stands here, its curve and its reports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from pantau.desktop.queue.claims import ClaimsView
from pantau.desktop.queue.growth import growth
from pantau.desktop.queue.reading import ReportReader
from pantau.desktop.queue.reasons import ReasonsView
from pantau.desktop.queue.severity import INKS, severity
from pantau.desktop.queue.thread import ThreadView
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.theme.tokens import AROUND, BETWEEN, INSIDE
from pantau.desktop.widgets.buttons import KeyButton
from pantau.desktop.widgets.curve import CurveView, Moment
from pantau.desktop.widgets.labels import PlainLabel, line, tooltip
from pantau.domain.board import Line
from pantau.domain.ids import ArticleId, StoryId
from pantau.domain.story import Mark, Story, ToneLabel
from pantau.operations.queue import StoryView

_LONGEST = 280  # characters of a headline shown whole; the rest is in its tooltip
_WIDE = 1_000  # pixels from which reasons and reports stand side by side

translate = QCoreApplication.translate


class StoryDetail(QWidget):
    """Shows one story; what is pressed goes out as a signal, nothing is done here."""

    take_up = Signal(object)
    watch = Signal(object)
    dismiss = Signal(object)
    open_issue = Signal(int)
    open_story = Signal(object)
    open_link = Signal(str)
    mute_source = Signal(object)
    noted = Signal(object)
    menu_asked = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.story: Story | None = None
        self.taken_at: datetime | None = None
        self.scroller = QScrollArea()
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_head())
        column.addWidget(line())
        column.addWidget(self._build_body(), 1)

    def _build_head(self) -> QWidget:
        head = QWidget()
        self.headline = PlainLabel(points=fonts.HEADLINE, strong=True, wrap=True, selectable=True)
        self.facts = PlainLabel(points=fonts.META, ink="muted", wrap=True)
        column = QVBoxLayout(head)
        column.setContentsMargins(AROUND, BETWEEN, AROUND, BETWEEN)
        column.setSpacing(INSIDE)
        column.addWidget(self.headline)
        column.addWidget(self.facts)
        column.addSpacing(4)
        column.addLayout(self._build_acts())
        return head

    def _build_acts(self) -> QHBoxLayout:
        self.take_button = KeyButton(translate("Queue", "Take up"), "T", kind="primary")
        self.issue_button = KeyButton(translate("Queue", "Open the issue"), "T", kind="primary")
        self.watch_button = KeyButton(translate("Queue", "Watch"), "P")
        self.dismiss_button = KeyButton(translate("Queue", "Dismiss"), "X")
        self.more_button = QToolButton()
        self.more_button.setToolTip(translate("Queue", "More"))
        self._around.theme.dress(self.more_button, "more", "muted")
        self.growth = PlainLabel(strong=True)
        self.take_button.clicked.connect(lambda: self.take_up.emit(self.story))
        self.issue_button.clicked.connect(self._to_issue)
        self.watch_button.clicked.connect(lambda: self.watch.emit(self.story))
        self.dismiss_button.clicked.connect(lambda: self.dismiss.emit(self.story))
        self.more_button.clicked.connect(lambda: self.menu_asked.emit(self.more_button))
        row = QHBoxLayout()
        row.setSpacing(INSIDE)
        for button in (self.take_button, self.issue_button, self.watch_button, self.dismiss_button):
            row.addWidget(button)
        row.addWidget(self.more_button)
        row.addStretch(1)
        row.addWidget(self.growth)
        return row

    def _build_body(self) -> QScrollArea:
        self.reasons = ReasonsView(self._around)
        self.curve = CurveView(self._around)
        self.reader = ReportReader(self._around)
        self.total = PlainLabel(points=fonts.META, ink="muted")
        self.claims = ClaimsView(self._around)
        self.claims.picked.connect(self._keep)
        self.affair = ThreadView(self._around)
        self.affair.opened.connect(self.open_story)
        self.curve.picked.connect(self._pick)
        self.reader.widened.connect(self._widened)
        self.reader.open_link.connect(self.open_link)
        self.reader.shown.connect(self._reveal)
        self.reader.mute_source.connect(self.mute_source)
        self.reader.noted.connect(self.noted)
        left = QVBoxLayout()
        left.setSpacing(INSIDE)
        left.addLayout(self._heading(translate("Queue", "Why it is here"), self.total))
        left.addWidget(self.reasons)
        left.addSpacing(INSIDE)
        self.curve_span = PlainLabel(points=fonts.META, ink="muted")
        left.addLayout(self._heading(translate("Queue", "Curve"), self.curve_span))
        left.addWidget(self.curve)
        left.addSpacing(INSIDE)
        left.addWidget(self.claims)
        left.addWidget(self.affair)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(INSIDE)
        right.addWidget(self.reader)
        right.addStretch(1)
        body = QWidget()
        body.setProperty("kind", "surface")
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, body)
        self._columns.setContentsMargins(AROUND, BETWEEN, AROUND, AROUND)
        self._columns.setSpacing(BETWEEN)
        self._columns.addLayout(left, 2)
        self._columns.addLayout(right, 3)
        self.scroller.setProperty("kind", "surface")
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setWidget(body)
        return self.scroller

    def _heading(self, text: str, beside: PlainLabel) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(PlainLabel(text, strong=True))
        row.addStretch(1)
        row.addWidget(beside)
        return row

    def show_story(self, story: Story) -> None:
        """Show a story, or the same one with newer figures: then nothing that is being read moves."""
        other = self.story is None or self.story.id != story.id
        self.story = story
        if other:
            self.taken_at = None
            self.reader.clear()
            self.claims.clear()
            self.affair.clear()
            self.scroller.verticalScrollBar().setValue(0)
        self.headline.setText(_shortened(story.title))
        self.headline.setToolTip(tooltip(story.title))
        self.facts.setText(self._facts(story))
        self._show_acts(story)
        self._show_growth(story)
        self.reasons.show_story(story)
        self.total.setText(self._around.say("queue.total", score=self._around.number(story.score, 1)))
        self._show_curve(story)

    def show_view(self, view: StoryView) -> None:
        """Show the reports, unless the officer has gone on to another story meanwhile."""
        if self.story is None or self.story.id != view.story.id:
            return
        self.taken_at = view.issue.opened if view.issue else None
        self.show_story(view.story)
        self.reader.show_reports(view.reports)
        self.affair.show_stories(view.thread)

    def show_claims(self, story: StoryId, lines: Sequence[Line] | None) -> None:
        """Show what the reports claim, unless the officer has gone on to another story meanwhile."""
        if self.story is not None and self.story.id == story:
            self.claims.show_lines(lines)

    def _facts(self, story: Story) -> str:
        around = self._around
        parts = [
            around.say(f"severity.{severity(story)}"),
            around.say("queue.outlets", count=story.sources),
            around.say("queue.reports", count=story.articles),
            around.say("queue.since", at=around.moment(story.first_seen)),
        ]
        parts.extend(around.say(f"region.{area.kind}", name=area.name) for area in story.regions[:3])
        named = {name.casefold(): name for name in (*story.units, *story.topics[:2])}
        parts.extend(named.values())
        if story.tone is not ToneLabel.NEUTRAL:
            parts.append(around.say("queue.tone", tone=around.say(f"tone.{story.tone}")))
        parts.extend(around.say(f"risk.{risk}") for risk in story.risks)
        return " · ".join(parts)

    def _show_acts(self, story: Story) -> None:
        in_hand = story.issue is not None
        self.reader.list.may_note = in_hand
        self.take_button.setVisible(not in_hand)
        self.issue_button.setVisible(in_hand)
        self.watch_button.setVisible(not in_hand)
        self.dismiss_button.setVisible(not in_hand)
        watched = story.mark is Mark.WATCHED
        self.watch_button.setText(
            translate("Queue", "Stop watching") if watched else translate("Queue", "Watch")
        )

    def _show_growth(self, story: Story) -> None:
        found = growth(story.curve, self._around.now())
        self.growth.setText(self._around.say(f"queue.growth.{found.way}", count=found.per_hour))
        self.growth.colour(INKS[severity(story)] if found.way == "up" else "muted")

    def _show_curve(self, story: Story) -> None:
        around = self._around
        first = around.say("curve.first", at=around.clock(story.first_seen, zone=False))
        moments = [Moment(story.first_seen, first, "muted")]
        if self.taken_at is not None:
            taken = around.say("curve.taken", at=around.clock(self.taken_at, zone=False))
            moments.append(Moment(self.taken_at, taken, "accent"))
        self.curve.show_curve(story.curve, moments)
        self.curve_span.setText(around.say("curve.unit"))

    def _pick(self, start: datetime) -> None:
        self.reader.narrow(start)
        self.curve.pick(self.reader.narrowed)
        self.claims.unpick()

    def _keep(self, articles: frozenset[ArticleId] | None) -> None:
        """Show the reports that say what a line of the board tells."""
        self.curve.pick(None)
        self.reader.keep(articles)

    def _widened(self) -> None:
        self.curve.pick(None)
        self.claims.unpick()

    def _reveal(self, card: QWidget) -> None:
        self.scroller.ensureWidgetVisible(card, 0, BETWEEN)

    def _to_issue(self) -> None:
        if self.story is not None and self.story.issue is not None:
            self.open_issue.emit(self.story.issue)

    def resizeEvent(self, event: QResizeEvent) -> None:  # Qt's name
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
        self._columns.setSpacing(32 if wide else BETWEEN)
        self._columns.setStretch(
            0, 2 if wide else 0
        )  # one above the other, each is as high as it needs to be


def _shortened(title: str) -> str:
    """A headline that somebody made endless must not push the acts out of the window."""
    return title if len(title) <= _LONGEST else f"{title[:_LONGEST].rstrip()} …"
