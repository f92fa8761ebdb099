"""The reports of the open story, and the one that is being read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from html import escape

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pantau.desktop import links
from pantau.desktop.queue.report_list import ReportList
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.theme.tokens import INSIDE
from pantau.desktop.widgets.article_view import ArticleView
from pantau.desktop.widgets.curve import STEP
from pantau.desktop.widgets.labels import PlainLabel, tooltip
from pantau.domain.article import Article
from pantau.domain.ids import ArticleId
from pantau.operations.queue import Report

translate = QCoreApplication.translate


class ReportReader(QWidget):
    """A list of reports over the text of the chosen one. Links go out by `open_link`, only safe ones."""

    open_link = Signal(str)
    mute_source = Signal(object)
    noted = Signal(object)
    shown = Signal(object)  # the card of the report that is read
    widened = Signal()  # all reports are shown again

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._reports: tuple[Report, ...] = ()
        self.narrowed: datetime | None = None
        self._kept: frozenset[ArticleId] = frozenset()
        self.title = PlainLabel(strong=True)
        self.widen_button = QPushButton(translate("Queue", "Show all"))
        self.widen_button.setProperty("kind", "quiet")
        self.widen_button.clicked.connect(self.widen)
        self.list = ReportList(around)
        self.list.chosen.connect(self._read)
        self.list.opened.connect(self._open)
        self.list.muted.connect(self.mute_source)
        self.list.noted.connect(self.noted)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addWidget(self.widen_button)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        column.addLayout(head)
        self.nothing = PlainLabel(ink="muted", wrap=True)
        self.nothing.setText(translate("Queue", "The reports of this story are no longer kept."))
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        column.addWidget(self._build_card())
        around.theme.changed.connect(self._redraw)
        self.clear()

    def _build_card(self) -> QFrame:
        self.card = QFrame()
        self.card.setProperty("kind", "card")
        self.byline = PlainLabel(points=fonts.META, ink="muted", wrap=True)
        self.text = ArticleView()
        self.text.opened.connect(self.open_link)
        self.open_button = QPushButton(translate("Queue", "Open in the browser"))
        self.open_button.clicked.connect(lambda: self._open(self.list.article()))
        self._around.theme.dress(self.open_button, "open")
        foot = QHBoxLayout()
        foot.addWidget(self.byline, 1)
        foot.addWidget(self.open_button)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(INSIDE)
        column.addLayout(foot)
        column.addWidget(self.text)
        return self.card

    def clear(self) -> None:
        self._reports = ()
        self.narrowed, self._kept = None, frozenset()
        self.list.show_reports([])
        self.nothing.hide()
        self.title.setText(translate("Queue", "Reports"))
        self.widen_button.hide()
        self.card.hide()

    def show_reports(self, reports: Sequence[Report]) -> None:
        self._reports = tuple(reports)
        self._fill()

    def narrow(self, start: datetime | None) -> None:
        """Show only the reports of one step of the curve; the same step again, or None, shows all."""
        self.narrowed = None if start == self.narrowed else start
        self._kept = frozenset()
        self._fill()

    def keep(self, articles: frozenset[ArticleId] | None) -> None:
        """Show only these reports; None shows all."""
        self.narrowed, self._kept = None, articles or frozenset()
        self._fill()

    def widen(self) -> None:
        self.narrow(None)
        self.widened.emit()

    def _fill(self) -> None:
        told: Sequence[Report] = self._reports
        if self.narrowed is not None:
            told = within(self._reports, self.narrowed)
        elif self._kept:
            told = among(self._reports, self._kept)
        self.list.show_reports(told)
        self.list.setVisible(bool(told))
        self.nothing.setVisible(not self._reports)
        count = sum(1 + len(report.copies) for report in told)
        self.title.setText(self._around.say("queue.reports-of", count=count))
        self.widen_button.setVisible(self.narrowed is not None or bool(self._kept))
        self.card.setVisible(self.list.article() is not None)

    def _read(self, article: Article) -> None:
        around = self._around
        self.byline.setText(
            " · ".join(
                part
                for part in (article.source_name, article.author, around.moment(article.published))
                if part
            )
        )
        host = links.host(article.url)
        self.open_button.setEnabled(links.is_openable(article.url))
        self.open_button.setToolTip(tooltip(host))
        title = f"<p><b>{escape(article.title)}</b></p>"
        body = article.summary_html or escape(article.text)
        self.text.tell(title + body, around.theme.tokens)
        self.card.show()
        self.card.adjustSize()
        self.shown.emit(self.card)

    def _redraw(self) -> None:
        article = self.list.article()
        if article is not None:
            self._read(article)

    def _open(self, article: Article | None) -> None:
        if article is not None and links.is_openable(article.url):
            self.open_link.emit(article.url)


def within(reports: Sequence[Report], start: datetime) -> list[Report]:
    """The reports of the ten minutes from `start`, copies on their own: each counts in the curve."""
    every = [article for report in reports for article in (report.article, *report.copies)]
    return [Report(article, None) for article in every if start <= article.published < start + STEP]


def among(reports: Sequence[Report], articles: frozenset[ArticleId]) -> list[Report]:
    """The reports that are, or are repeated by, one of these."""
    kept = []
    for report in reports:
        copies = tuple(copy for copy in report.copies if copy.id in articles)
        if report.article.id in articles:
            kept.append(Report(report.article, report.finding, copies))
        else:
            kept.extend(Report(copy, None) for copy in copies)
    return kept
