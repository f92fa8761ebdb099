"""The search page: results as headlines with the words in their place, and the text of the chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from pantau.desktop import links
from pantau.desktop.page import Page
from pantau.desktop.search.listing import ResultList
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.theme.tokens import AROUND, BETWEEN, INSIDE
from pantau.desktop.widgets.article_view import ArticleView
from pantau.desktop.widgets.labels import PlainLabel
from pantau.desktop.widgets.list_detail import ListDetail
from pantau.desktop.widgets.scroller import Scroller
from pantau.desktop.widgets.state_view import StateView
from pantau.desktop.worker import Question
from pantau.domain.article import Article
from pantau.operations import Desk, search
from pantau.operations.search import Found

LIMIT = 200

translate = QCoreApplication.translate


class SearchPage(Page):
    """`left`: the officer goes back to where the search began."""

    left = Signal()

    def __init__(self, desk: Desk, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._desk = desk
        self._question = Question(around.worker, self)
        self._article: Article | None = None
        self.words = ""
        self.came_from = ""
        self.list = ResultList(around)
        self.state = StateView(self.list, around.theme)
        self._tools = self._build_tools()
        self.split = ListDetail(self.state, self._build_reader())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.split)
        self.list.chosen.connect(self._read)
        self.list.opened.connect(lambda _found: self.open_chosen())
        self.setFocusProxy(self.field)
        around.theme.changed.connect(self._redraw)

    def _build_tools(self) -> QWidget:
        tools = QWidget()
        self.field = QLineEdit()
        self.field.setMinimumWidth(280)
        self.field.setPlaceholderText(translate("Search", 'Words, "a phrase", AND OR NOT'))
        self.field.returnPressed.connect(lambda: self.search(self.field.text()))
        self.counted = PlainLabel(points=fonts.META, ink="muted")
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field)
        row.addWidget(self.counted)
        row.addStretch(1)
        return tools

    def _build_reader(self) -> QWidget:
        body = QWidget()
        body.setProperty("kind", "surface")
        self.heading = PlainLabel(points=fonts.HEADLINE, strong=True, wrap=True, selectable=True)
        self.byline = PlainLabel(points=fonts.META, ink="muted", wrap=True)
        self.open_button = QPushButton(translate("Search", "Open in the browser"))
        self.around.theme.dress(self.open_button, "open")
        self.open_button.clicked.connect(self._open_link)
        self.text = ArticleView()
        self.text.opened.connect(self.link)
        row = QHBoxLayout()
        row.addWidget(self.open_button)
        row.addStretch(1)
        column = QVBoxLayout(body)
        column.setContentsMargins(AROUND, BETWEEN, AROUND, AROUND)
        column.setSpacing(INSIDE)
        column.addWidget(self.heading)
        column.addWidget(self.byline)
        column.addLayout(row)
        column.addSpacing(INSIDE)
        column.addWidget(self.text)
        column.addStretch(1)
        self._body = body
        self._scroll = Scroller(body)
        body.hide()
        return self._scroll

    def title(self) -> str:
        return translate("Search", "Search")

    def tools(self) -> QWidget:
        return self._tools

    def refresh(self) -> None:
        if self.words:
            self.search(self.words)
        else:
            self.split.stand_alone(True)
            self.state.show_empty(
                translate("Search", "Search all articles"),
                translate("Search", "Type words above. The query language of topics works here too."),
                icon="search",
            )

    def search(self, words: str) -> None:
        """Look for words; only the answer to the last search is shown."""
        self.words = words.strip()
        self.field.setText(self.words)
        if not self.words:
            return
        self.state.show_loading(translate("Search", "Searching …"))
        self._question.ask(partial(search.find, self._desk, self.words, LIMIT), self._show, self._fail)

    def step(self, by: int) -> None:
        self.list.step(by)

    def open_chosen(self) -> None:
        self.split.open_detail()
        self._scroll.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_back(self) -> bool:
        if not self.split.go_back():
            self.left.emit()
        return True

    def _show(self, found: Sequence[Found]) -> None:
        self.list.show_found(found)
        key = "search.most" if len(found) == LIMIT else "search.counted"
        self.counted.setText(self.around.say(key, count=len(found)))
        self._body.hide()
        self.split.stand_alone(not found)
        if found:
            self.state.show_content()
            if not self.split.is_narrow:
                self.list.step(1)
        else:
            self.state.show_empty(
                translate("Search", "Nothing found"),
                translate("Search", "Try fewer or other words; endings do not matter."),
                icon="search",
            )

    def _fail(self, error: Exception) -> None:
        self.counted.setText("")
        self.split.stand_alone(True)
        title = translate("Search", "This cannot be searched for")
        self.state.show_error(title, self.around.explain(error), "")

    def _read(self, found: Found) -> None:
        article = found.article
        self._article = article
        self.heading.setText(article.title)
        parts = (
            article.source_name,
            article.author,
            self.around.moment(article.published),
            links.host(article.url),
        )
        self.byline.setText(" · ".join(part for part in parts if part))
        self.open_button.setEnabled(links.is_openable(article.url))
        self._redraw()
        self._body.show()

    def _redraw(self) -> None:
        if self._article is not None:
            markup = self._article.summary_html or f"<p>{escape(self._article.text)}</p>"
            self.text.tell(markup, self.around.theme.tokens)

    def _open_link(self) -> None:
        if self._article is not None:
            self.link.emit(self._article.url)
